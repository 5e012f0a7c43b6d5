import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/run/compare/compare.ts';
import type { LogsAsked } from '../../../src/run/compare/compared-logs.ts';
import { localFiles } from '../../../src/cli/files.ts';
import { refusal } from '../../support/refusal.ts';
import { temporaryFolder } from '../../support/temporary-repository.ts';
import { fromFilesAlone } from '../../support/from-files-alone.ts';
import { written } from '../../logs/written.ts';

const LM_EVAL = { old: written('lm-eval', 'old'), new: written('lm-eval', 'new') };
const INSPECT = { old: written('inspect', 'old', 'sums.eval'), new: written('inspect', 'new', 'sums.eval') };

interface Asked extends Partial<LogsAsked> {
  readonly paths?: { readonly old: string; readonly new: string };
  /** The text of a configuration. */
  readonly config?: string;
}

const judge = async ({ paths = LM_EVAL, config, ...asked }: Asked) => {
  const configPath = config === undefined ? undefined : join(temporaryFolder(), 'logs.yml');
  if (configPath !== undefined && config !== undefined) writeFileSync(configPath, config);
  const { result } = await compare({
    configPath,
    logs: { tool: 'lm-eval', scores: [], grader: undefined, ood: [], ...asked },
    paths,
    names: {},
    files: localFiles,
    ...fromFilesAlone,
  });
  return result;
};

/** Guardrails that 32 items can settle. */
const WIDE =
  'guardrails: { accuracy: { margin: 15 points }, ood: { margin: 15 points }, coverage: off, diversity: off, hardest-group: off }';

const onlyFile = (folder: string, task: string): string =>
  join(folder, readdirSync(folder).find((name) => name.startsWith(`samples_${task}_2`)) ?? '');

test('two folders of lm-eval: its scores are the outcomes, choices are an ood suite, and the result says who graded', async () => {
  const result = await judge({
    scores: ['exact_match,strict-match', 'acc'],
    config: `suites: [{ name: sums, role: target, grader: given }, { name: capitals, role: ood, grader: given }]\n${WIDE}`,
  });
  expect(result.verdict.status).toBe('progress');
  expect([result.old.version, result.new.version]).toEqual(['old', 'new']);
  expect(
    result.suites.map(({ name, outcomes }) => [name, outcomes.old.correct, outcomes.new.correct]),
  ).toEqual([
    ['sums', 16, 24],
    ['capitals', 16, 24],
  ]);
  expect(result.provenance).not.toHaveProperty('lock_hash');
  expect(result.provenance).toMatchObject({
    sampling: { n: { sums: 1, capitals: 1 } },
    graders: {
      sums: 'given: exact_match,strict-match, as lm-eval logged it',
      capitals: 'given: acc,none, as lm-eval logged it',
    },
  });
  expect(result.provenance.reproduce).toContain('compare --from lm-eval --config');
  expect(result.measures.map(({ name }) => name)).toContain('corrected for guessing');
  expect(result.measures.map(({ id }) => id)).not.toContain('capitals/diversity/mean length, words');
  expect(result.warnings).toContain('Ignored tasks that the configuration does not list: sums_sampled.');
});

test('repeats have no scores of their own: they are graded anew, with four samples per item', async () => {
  const paths = { old: onlyFile(LM_EVAL.old, 'sums_sampled'), new: onlyFile(LM_EVAL.new, 'sums_sampled') };
  expect(await refusal(() => judge({ paths }))).toContain(
    'sums_sampled: lm-eval scored each item only once, not each of its 4 samples',
  );
  const result = await judge({
    paths,
    config: `suites: [{ name: sums_sampled, role: target, grader: numeric }]\n${WIDE.replace('diversity: off', 'diversity: { margin: 90% }').replace('ood: { margin: 15 points }, ', '')}`,
  });
  expect(result.suites[0]?.outcomes).toMatchObject({
    old: { correct: 64, incorrect: 64 },
    new: { correct: 96 },
  });
  expect(result.suites[0]?.samples_per_item).toBe(4);
  expect(result.provenance.graders).toEqual({ sums_sampled: expect.stringMatching(/^numeric /u) });
});

test('logs of Inspect: broken samples are failed, cut-off samples are truncated', async () => {
  const result = await judge({
    tool: 'inspect',
    paths: INSPECT,
    scores: ['match'],
    config: `suites: [{ name: sums, role: target, grader: given }]\n${WIDE.replace('ood: { margin: 15 points }, ', '')}`,
  });
  expect(result.suites[0]?.outcomes).toMatchObject({
    old: { failed: 0, truncated: 2 },
    new: { failed: 1, truncated: 2 },
  });
  expect(result.suites[0]?.outcomes.new.correct).toBe(46);
  expect(result.verdict.status, 'one of 64 failed is more than 1%').toBe('invalid');
});

describe('without a configuration', () => {
  test('unmeasurable guardrails are off, with a note; a suite too small for the default margins is refused by name', async () => {
    const said = await refusal(() =>
      judge({
        scores: ['exact_match,strict-match', 'acc'],
        paths: LM_EVAL,
        grader: undefined,
        ood: ['capitals'],
      }),
    );
    expect(said).toContain('sums_sampled: lm-eval scored each item only once');
    const paths = { old: onlyFile(LM_EVAL.old, 'sums'), new: onlyFile(LM_EVAL.new, 'sums') };
    const tooSmall = await refusal(() => judge({ paths, scores: ['exact_match,strict-match'] }));
    expect(tooSmall).toContain('suite sums is equivalent to 32 independent items');
    expect(tooSmall).toContain('--config');
    expect(tooSmall).not.toContain('guardrails.coverage');
  });

  test('tasks are targets unless listed in --ood', async () => {
    const many = (side: 'old' | 'new', task: string): string =>
      readFileSync(onlyFile(LM_EVAL[side], task), 'utf8');
    // Ten times the items, each with its own id.
    const enlarged = (side: 'old' | 'new'): string => {
      const folder = temporaryFolder();
      for (const task of ['sums', 'capitals']) {
        const lines = many(side, task)
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line));
        const copies = Array.from({ length: 10 }, (_, copy) =>
          lines.map((line) =>
            JSON.stringify({
              ...line,
              doc_id: line.doc_id + 100 * copy,
              arguments: {
                gen_args_0: { arg_0: `${copy} ${line.doc_id}`, arg_1: line.arguments.gen_args_0.arg_1 },
              },
              resps: line.resps.slice(0, 1),
            }),
          ),
        );
        writeFileSync(join(folder, `samples_${task}.jsonl`), copies.flat().join('\n'));
      }
      return folder;
    };
    const paths = { old: enlarged('old'), new: enlarged('new') };
    const result = await judge({ paths, scores: ['exact_match,strict-match', 'acc'], ood: ['capitals'] });
    expect(result.suites.map(({ name, role }) => [name, role])).toEqual([
      ['capitals', 'ood'],
      ['sums', 'target'],
    ]);
    expect(result.verdict.status).toBe('progress');
    expect(result.warnings).toContain(
      'Guardrails that are off because the logs have one sample per item: coverage, diversity.',
    );
    expect(result.provenance).not.toHaveProperty('config_hash');
    expect(result.provenance.reproduce).toContain('--ood capitals');
    expect(
      await refusal(() => judge({ paths, scores: ['exact_match,strict-match', 'acc'], ood: ['capital'] })),
    ).toContain('found no task "capital"');
  });
});

describe('the subjects of MMLU', () => {
  /** A folder with logs of some subjects, each with this many questions. */
  const subjects = (names: readonly string[], questions: number, right: (doc: number) => boolean): string => {
    const folder = temporaryFolder();
    for (const name of names) {
      const lines = Array.from({ length: questions }, (_, doc) =>
        JSON.stringify({
          doc_id: doc,
          doc: { question: `${name} ${doc}?` },
          target: '1',
          arguments: Object.fromEntries(
            ['w', 'x', 'y', 'z'].map((letter) => [letter, { arg_0: `${name} ${doc}?`, arg_1: ` ${letter}` }]),
          ),
          resps: [[['-1.0', 'False']], [['-1.0', 'False']], [['-1.0', 'False']], [['-1.0', 'False']]],
          filter: 'none',
          metrics: ['acc'],
          acc: right(doc) ? 1 : 0,
        }),
      );
      writeFileSync(join(folder, `samples_${name}_2026-11-03T10-00-00.1.jsonl`), lines.join('\n'));
    }
    return folder;
  };
  const all = ['mmlu_anatomy', 'mmlu_astronomy', 'mmlu_virology', 'sums'];
  const both = () => ({
    old: subjects(all, 100, (doc) => doc % 2 === 0),
    new: subjects(all, 100, (doc) => doc % 2 === 0),
  });

  test('are each too small, and the error names --pool', async () => {
    const said = await refusal(() => judge({ paths: both() }));
    expect(said).toContain('suite mmlu_virology is equivalent to 100 independent items');
    expect(said).toContain("compare them as one suite: --pool 'mmlu=mmlu_*'");
  });

  test('are compared as one suite with --pool, in which every question has the same weight', async () => {
    const result = await judge({
      paths: both(),
      pools: ['mmlu=mmlu_*', 'rest=sums'],
      config: `suites: [{ name: mmlu, role: target, grader: given }, { name: rest, role: ood, grader: given }]\n${WIDE}`,
    });
    expect(result.suites.map(({ name, role, items }) => [name, role, items])).toEqual([
      ['mmlu', 'target', 300],
      ['rest', 'ood', 100],
    ]);
    expect(result.suites[0]?.outcomes.old).toMatchObject({ correct: 150, incorrect: 150 });
    expect(result.provenance.reproduce).toContain("--pool 'mmlu=mmlu_*'");
  });

  test('can be marked as ood with a pattern', async () => {
    const paths = both();
    const said = await refusal(() => judge({ paths, ood: ['mmlu_*'] }));
    expect(said).toContain('guardrails.ood: suite mmlu_anatomy is equivalent to 100 independent items');
    expect(said).toContain('guardrails.accuracy: suite sums is equivalent to 100 independent items');
    expect(await refusal(() => judge({ paths, ood: ['gsm*'] }))).toContain('found no task "gsm*"');
  });
});

describe('refuses, with the difference', () => {
  const paths = { old: onlyFile(LM_EVAL.old, 'sums'), new: onlyFile(LM_EVAL.new, 'sums') };
  /** New's log with one line changed or removed. */
  const changed = (change: (line: { doc_id: number; [key: string]: unknown }) => object | undefined) => {
    const path = join(temporaryFolder(), 'samples_sums.jsonl');
    const lines = readFileSync(paths.new, 'utf8')
      .trimEnd()
      .split('\n')
      .flatMap((line) => {
        const made = change(JSON.parse(line));
        return made === undefined ? [] : [JSON.stringify(made)];
      });
    writeFileSync(path, lines.join('\n'));
    return { old: paths.old, new: path };
  };
  const scores = ['exact_match,strict-match'];

  test('a date that the chat template writes, with the option that ignores it', async () => {
    const dated = (date: string) => {
      const path = join(temporaryFolder(), 'samples_sums.jsonl');
      const lines = readFileSync(paths.old, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => {
          const read = JSON.parse(line);
          const { arg_0: question, arg_1: drawing } = read.arguments.gen_args_0;
          const prompt = `system: Knowledge: December 2023.\nToday Date: ${date}\nuser: ${question}`;
          return JSON.stringify({ ...read, arguments: { gen_args_0: { arg_0: prompt, arg_1: drawing } } });
        });
      writeFileSync(path, lines.join('\n'));
      return path;
    };
    const days = { old: dated('03 Nov 2026'), new: dated('14 Nov 2026') };
    const said = await refusal(() => judge({ paths: days, scores }));
    expect(said).toContain(
      'for 32 items: "0", "1", "2", "3", "4", …. In "0", the prompt of old has "Today Date: 03 Nov 2026⏎user: Question: ',
    );
    expect(said).toContain('", but new has "Today Date: 14 Nov 2026⏎user: Question: ');
    const [, pattern = ''] = /--ignore-prompt-difference '([^']+)'$/u.exec(said) ?? [];
    expect(pattern).toBe('Today Date: [0-9]{1,2} [A-Z][a-z]+ [0-9]{4}');
    const config = `suites: [{ name: sums, role: target, grader: given }]\n${WIDE.replace('ood: { margin: 15 points }, ', '')}`;
    const result = await judge({ paths: days, scores, config, ignoredInPrompts: pattern });
    expect(result.suites[0]?.outcomes.old).toMatchObject({ correct: 16 });
    expect(result.warnings).toContain(
      `Differences between the prompts of the two sides that match ${pattern} were ignored. Graders read the prompts of old.`,
    );
    expect(result.provenance.reproduce).toContain(`--ignore-prompt-difference '${pattern}'`);

    const other = { ...days, new: dated('14 Nov 2026. Be brief') };
    expect(await refusal(() => judge({ paths: other, scores, ignoredInPrompts: pattern }))).toContain(
      'the prompt of old has "⏎user: Question: ',
    );
    expect(await refusal(() => judge({ paths: other, scores }))).toMatch(
      /pass a regular expression for it: --ignore-prompt-difference REGEX$/u,
    );
    expect(await refusal(() => judge({ paths: days, scores, ignoredInPrompts: 'Date (' }))).toContain(
      '--ignore-prompt-difference: found "Date (", which is not a regular expression',
    );
  });

  test('items that one side lacks', async () => {
    const lacking = changed((line) => (line.doc_id === 3 ? undefined : line));
    expect(await refusal(() => judge({ paths: lacking, scores }))).toContain(
      'sums: new lacks one item that the other side has: "3"',
    );
  });

  test('another prompt, another answer, other sampling settings', async () => {
    const asked = (words: string, temperature = 0) => ({
      gen_args_0: { arg_0: words, arg_1: { until: ['Question:'], do_sample: false, temperature } },
    });
    const prompt = changed((line) => (line.doc_id === 3 ? { ...line, arguments: asked('What?') } : line));
    expect(await refusal(() => judge({ paths: prompt, scores }))).toContain(
      'the two sides have different prompts or right answers for one item: "3"',
    );
    const answer = changed((line) => (line.doc_id === 3 ? { ...line, target: '8' } : line));
    expect(await refusal(() => judge({ paths: answer, scores }))).toContain(
      'right answers for one item: "3"',
    );
    const drawn = changed((line) => ({
      ...line,
      arguments: asked(`Question: What is ${line.doc_id} + ${line.doc_id + 1}?\nAnswer:`, 1),
    }));
    expect(await refusal(() => judge({ paths: drawn, scores }))).toContain('sums: old was sampled with {');
  });

  test('a task that one side lacks, two scores, a score that is not plainly right or wrong, a grader without text', async () => {
    const capitals = { old: onlyFile(LM_EVAL.old, 'capitals'), new: onlyFile(LM_EVAL.new, 'capitals') };
    expect(await refusal(() => judge({ paths: { old: paths.old, new: capitals.new } }))).toContain(
      'found no log for capitals, only for "sums"',
    );
    expect(await refusal(() => judge({ paths }))).toContain(
      'sums: found several scores: "exact_match,strict-match", "exact_match,flexible-extract"',
    );
    expect(await refusal(() => judge({ paths, scores: ['exact_match'] }))).toContain(
      '"exact_match" is ambiguous; it could be',
    );
    const partial = changed((line) => (line.doc_id === 3 ? { ...line, exact_match: 0.5 } : line));
    expect(await refusal(() => judge({ paths: partial, scores }))).toContain(
      'the score "exact_match,strict-match" of "3" is 0.5, expected right',
    );
    expect(await refusal(() => judge({ paths: capitals, grader: 'exact' }))).toContain(
      'capitals: the log contains the likelihoods of answer choices, but no text',
    );
  });

  test('files that were renamed, so that they do not name the task', async () => {
    const folder = temporaryFolder();
    const renamed = { old: join(folder, 'old.jsonl'), new: join(folder, 'new.jsonl') };
    for (const side of ['old', 'new'] as const) copyFileSync(paths[side], renamed[side]);
    const said = await refusal(() => judge({ paths: renamed, scores }));
    expect(said).toContain('found no log for new, only for "old"');
    expect(said).toContain('name both files after the task, such as old/samples_gsm8k.jsonl');
  });

  test('role and grader options beside a configuration, which sets them', async () => {
    expect(await refusal(() => judge({ paths, ood: ['sums'], config: WIDE }))).toContain(
      'found --ood together with --config',
    );
  });
});

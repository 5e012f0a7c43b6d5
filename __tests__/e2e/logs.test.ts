import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resultSchema } from '../../src/result/result.ts';
import { read, temporaryFolder, writeFiles } from './project.ts';
import { runCli } from './run-cli.ts';

const written = (...parts: readonly string[]): string =>
  join(import.meta.dirname, '../logs/written', ...parts);

const WIDE =
  'guardrails: { accuracy: { margin: 25 points }, coverage: off, diversity: off, ood: { margin: 15 points }, hardest-group: off }\n';

test('lm-eval logs: gives a verdict by their scores, and the items that moved it, from the package', async () => {
  const folder = temporaryFolder();
  const place = { cwd: folder };
  writeFiles(folder, {
    'logs.yml': `suites: [{ name: sums, role: target, grader: given }, { name: capitals, role: ood, grader: given }]\n${WIDE}`,
  });
  const [old, candidate] = [written('lm-eval', 'old'), written('lm-eval', 'new')];
  const compared = await runCli(
    [
      'compare',
      old,
      candidate,
      '--from',
      'lm-eval',
      '--config',
      'logs.yml',
      '--score',
      'exact_match,strict-match',
      'acc',
      '--out',
      'out',
    ],
    place,
  );
  expect(compared.code, compared.stderr).toBe(0);
  const result = resultSchema.parse(JSON.parse(read(folder, 'out/result.json')));
  expect(result.verdict.status).toBe('progress');
  expect(read(folder, 'out/report.md')).toContain('given: exact_match,strict-match, as lm-eval logged it');

  const logs = ['--from', 'lm-eval', '--old-completions', old, '--new-completions', candidate];
  const explained = await runCli(['explain', 'sums/accuracy/pass@1', '--out', 'out', ...logs], place);
  expect(explained.code, explained.stderr).toBe(0);
  expect(explained.stdout).toContain('#### ');
  const without = await runCli(['explain', '--out', 'out', '--from', 'lm-eval'], place);
  expect(without.code).toBe(2);
  expect(without.stderr).toContain('found --from lm-eval without --old-completions and --new-completions');
});

test('Inspect logs with Zstandard, without a configuration: refuses them with the margin that they can show', async () => {
  const paths = [written('inspect', 'old', 'sums.eval'), written('inspect', 'new', 'sums.eval')];
  const { code, stderr } = await runCli(['compare', ...paths, '--from', 'inspect', '--score', 'match'], {
    cwd: temporaryFolder(),
  });
  expect(code).toBe(2);
  expect(stderr).toContain('suite sums is equivalent to 32 independent items');
});

test('two runs of MMLU on different days: --pool and --ignore-prompt-difference, also for explain', async () => {
  const folder = temporaryFolder();
  const place = { cwd: folder };
  const subject = (name: string, day: string) =>
    Array.from({ length: 150 }, (_, doc) => ({
      doc_id: doc,
      doc: {},
      target: `${doc}`,
      arguments: {
        gen_args_0: { arg_0: `Today Date: ${day}\n${name} ${doc}?`, arg_1: { do_sample: false } },
      },
      resps: [[`#### ${day.startsWith('14') && doc === 7 ? 0 : doc}`]],
    }));
  for (const [side, day] of [
    ['old', '03 Nov 2026'],
    ['new', '14 Nov 2026'],
  ] as const) {
    for (const name of ['mmlu_law', 'mmlu_art'])
      writeFiles(folder, { [`${side}/samples_${name}.jsonl`]: subject(name, day) });
  }
  const logs = ['--from', 'lm-eval', '--pool', 'mmlu=mmlu_*'];
  const compare = ['compare', 'old', 'new', ...logs, '--grader', 'numeric', '--out', 'out'];
  const refused = await runCli(compare, place);
  expect(refused.code).toBe(2);
  const [, ignore = ''] = /(--ignore-prompt-difference) '/u.exec(refused.stderr) ?? [];
  const option = [ignore, 'Today Date: .*'];
  const compared = await runCli([...compare, ...option], place);
  expect(compared.code, compared.stderr).toBe(0);
  expect(resultSchema.parse(JSON.parse(read(folder, 'out/result.json'))).suites).toMatchObject([
    { name: 'mmlu', items: 300, outcomes: { old: { correct: 300 }, new: { correct: 298 } } },
  ]);
  const texts = ['--old-completions', 'old', '--new-completions', 'new', '--out', 'out'];
  const explained = await runCli(['explain', 'mmlu/mmlu_law/7', ...texts, ...logs, ...option], place);
  expect(explained.code, explained.stderr).toBe(0);
  expect(explained.stdout).toContain('mmlu_law 7?');
});

test.each([
  ['--ood', 'x'],
  ['--pool', 'x=y'],
  ['--ignore-prompt-difference', 'x'],
])('refuses the option %s for logs without --from', async (option, value) => {
  const { code, stderr } = await runCli(['compare', 'a', 'b', option, value], { cwd: temporaryFolder() });
  expect(code).toBe(2);
  expect(stderr).toContain(`found ${option} without --from`);
});

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chatAnswer, question, sendJson, startServer } from '../sampling/fake-server.ts';
import { ALL_OFF, project, read, readResult } from './project.ts';
import { runCli } from './run-cli.ts';

const COUNT = 60;

/** Flaws of multiple-choice items: a right answer that is not an option, and one with the same text as another option. */
const FLAWS: Readonly<Record<number, object>> = {
  7: { answer: 'E' },
  21: { meta: { choices: ['1', '2', '1', '3'] }, answer: 'A' },
};

const REASONS = [
  { id: 'q21', reason: 'options A and C have the same text, and the right answer is one of them' },
  {
    id: 'q7',
    reason:
      'its answer "E" is neither a letter from A to D nor the text or index of an option in meta.choices',
  },
];

const SENTENCE =
  '2 of 60 items of elements are excluded on both sides, because the grader choice cannot grade them: q21 (options A and C have the same text, and the right answer is one of them), q7 (its answer "E" is neither a letter from A to D nor the text or index of an option in meta.choices).';

const items = (flaws: Readonly<Record<number, object>> = FLAWS): readonly object[] =>
  Array.from({ length: COUNT }, (_, place) => ({
    id: `q${place}`,
    prompt: `Which element has number ${place}?`,
    answer: 'D',
    meta: { choices: ['He', 'Li', 'Be', 'H'] },
    ...flaws[place],
  }));

const completions = (text: string): readonly object[] =>
  Array.from({ length: COUNT }, (_, place) => ({ suite: 'elements', id: `q${place}`, index: 0, text }));

const config = (more = ''): string =>
  `${more}suites: [{ name: elements, role: target, items: items.jsonl, grader: choice }]\n${ALL_OFF}\n`;

const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ');

describe('compare', () => {
  test('excludes flawed items on both sides, even if the files contain their completions, and reports it everywhere', async () => {
    const folder = project({
      'reversal.yml': config(),
      'items.jsonl': items(),
      'old.jsonl': completions('The answer is He'),
      'new.jsonl': completions('The answer is H'),
    });
    const run = await runCli(['compare', 'old.jsonl', 'new.jsonl', '--out', 'out'], { cwd: folder });
    expect(run.code, run.stderr).toBe(0);
    const result = readResult(join(folder, 'out'));
    expect(result.verdict.status).not.toBe('invalid');
    expect(result.warnings.map(inOneLine)).toEqual([SENTENCE]);
    expect(result.suites[0]).toMatchObject({
      items: COUNT - 2,
      dropped_items: 0,
      excluded: REASONS,
      outcomes: { old: { incorrect: COUNT - 2 }, new: { correct: COUNT - 2 } },
    });
    expect(result.measures.find(({ id }) => id === 'elements/accuracy/pass@1')).toMatchObject({
      items: COUNT - 2,
      eligible_share: 1,
    });
    expect(inOneLine(run.stdout)).toContain('2 of 60 items of elements are excluded on both sides');
    const report = inOneLine(read(folder, 'out/report.md'));
    expect(report).toContain('2 of 60 items of elements are excluded on both sides');
    expect(report).toContain('q21 (options A and C have the same text');
    expect(read(folder, 'out/graded.jsonl')).not.toContain('"q21"');

    const explained = await runCli(['explain', 'elements/q7', '--out', 'out'], { cwd: folder });
    expect(explained.code).toBe(2);
    expect(explained.stderr).toContain(
      'item "q7" of elements was excluded, so it has no samples: its answer "E"',
    );
  });

  test('refuses a suite in which all items are flawed, with ids and fix', async () => {
    const all = Object.fromEntries(Array.from({ length: COUNT }, (_, place) => [place, { answer: 'E' }]));
    const folder = project({
      'reversal.yml': config(),
      'items.jsonl': items(all),
      'old.jsonl': completions('A'),
      'new.jsonl': completions('B'),
    });
    const { code, stderr } = await runCli(['compare', 'old.jsonl', 'new.jsonl', '--out', 'out'], {
      cwd: folder,
    });
    expect(code).toBe(2);
    expect(stderr).toContain(
      '60 of 60 items cannot be graded by choice, but a suite may exclude at most 5% of its items: "q0", "q1", "q10" and 57 more',
    );
    expect(stderr).toContain('Fix or remove the item');
    expect(stderr).toContain('items.jsonl:8: item "q7" cannot be graded by choice');
  });

  test('excludes them from lm-eval logs that are graded again', async () => {
    const log = (text: string): readonly object[] =>
      items().map((item, place) => ({
        doc_id: place,
        doc: Reflect.get(item, 'meta'),
        target: Reflect.get(item, 'answer'),
        arguments: { gen_args_0: { arg_0: `Question ${place}`, arg_1: { do_sample: false } } },
        resps: [[text]],
        filter: 'none',
        metrics: ['exact_match'],
        exact_match: 1,
      }));
    const folder = project({
      'old/samples_elements_2026-01-01T00-00-00.1.jsonl': log('The answer is He'),
      'new/samples_elements_2026-01-01T00-00-00.1.jsonl': log('The answer is H'),
      'logs.yml': `suites: [{ name: elements, role: target, grader: choice }]\n${ALL_OFF}\n`,
    });
    const run = await runCli(
      ['compare', 'old', 'new', '--from', 'lm-eval', '--config', 'logs.yml', '--out', 'out'],
      { cwd: folder },
    );
    expect(run.code, run.stderr).toBe(0);
    const result = readResult(join(folder, 'out'));
    expect(result.warnings.map(inOneLine)).toContain(
      SENTENCE.replace('q21 (', '21 (').replace('q7 (', '7 ('),
    );
    expect(result.suites[0]).toMatchObject({
      items: COUNT - 2,
      excluded: REASONS.map(({ id, reason }) => ({ id: id.slice(1), reason })),
      outcomes: { new: { correct: COUNT - 2 } },
    });
  });
});

describe('before anything is sampled', () => {
  test('pin and plan list them; check neither samples nor pays for them, and reports them before sampling', async () => {
    const asked: string[] = [];
    const server = await startServer((request, response) => {
      asked.push(question(request));
      sendJson(response, 200, {
        ...chatAnswer(request.body['model'] === 'm-v2' ? 'The answer is H' : 'The answer is D.'),
        model: request.body['model'],
      });
    });
    const folder = project({
      'reversal.yml': config(
        `checkpoints: { model: 'm-{version}', base-url: '${server.baseUrl}' }\nsampling: { n: 1, n-per-request: 1, temperature: 0, seed: 1 }\n`,
      ),
      'items.jsonl': items(),
    });
    const place = { cwd: folder };
    const pinned = await runCli(['pin'], place);
    expect(pinned.code, pinned.stderr).toBe(0);
    expect(inOneLine(pinned.stderr)).toContain(`warning: ${SENTENCE}`);
    expect(JSON.parse(read(folder, 'reversal.lock'))).toMatchObject({
      suites: { elements: { items: { count: 60 } } },
    });

    const planned = await runCli(['plan'], place);
    expect(planned.code, planned.stderr).toBe(0);
    expect(inOneLine(planned.stdout)).toContain(`Warning: ${SENTENCE}`);
    const json: unknown = JSON.parse((await runCli(['plan', '--json'], place)).stdout);
    expect(json).toMatchObject({
      excluded: REASONS.map(({ id, reason }) => ({ suite: 'elements', id, reason })),
      total: { requests: 2 * (COUNT - 2) },
      warnings: [expect.stringContaining('q7 (its answer "E"')],
    });

    const checked = await runCli(['check', '--old', 'v1', '--new', 'v2', '--out', 'out'], place);
    expect(checked.code, checked.stderr).toBe(0);
    expect(inOneLine(checked.stderr)).toContain('2 of 60 items of elements are excluded on both sides');
    expect(asked).toHaveLength(2 * (COUNT - 2));
    expect(asked.join('\n')).not.toMatch(/number (?:7|21)\?/u);
    const result = readResult(join(folder, 'out'));
    expect(result.warnings.map(inOneLine)).toContain(SENTENCE);
    expect(result.suites[0]).toMatchObject({ items: COUNT - 2, excluded: REASONS });
    expect(result.suites[0]?.outcomes).toMatchObject({
      old: { correct: COUNT - 2 },
      new: { correct: COUNT - 2 },
    });
  });

  test('init still proposes the grader, and says how many items it cannot grade', async () => {
    const many = Array.from({ length: 600 }, (_, place) => ({
      id: `q${place}`,
      prompt: `Which element has number ${place}?`,
      answer: 'D',
      meta: { choices: ['He', 'Li', 'Be', 'H'] },
      ...FLAWS[place],
    }));
    const sums = Array.from({ length: 700 }, (_, place) => ({
      id: `s${place}`,
      prompt: `${place} + 1?`,
      answer: place + 1,
    }));
    const folder = project({
      'model.yaml': 'model: acme/chem\nversion: v1\n',
      'evals/elements.jsonl': many,
      'evals/sums.jsonl': sums,
    });
    const run = ['init', '--yes', '--base-url', 'http://127.0.0.1:1/v1'];
    const { code, stdout, stderr } = await runCli(run, { cwd: folder });
    expect(code, stderr).toBe(0);
    expect(inOneLine(stdout)).toContain(
      'elements: ood, 600 items (2 excluded; to list them: reversal-check plan), graded by choice',
    );
  });

  test('self-test leaves them out and reports them', async () => {
    const drawn = Array.from({ length: COUNT }, (_, place) =>
      Array.from({ length: 4 }, (_unused, index) => ({
        suite: 'elements',
        id: `q${place}`,
        index,
        text: (place + index) % 3 === 0 ? 'The answer is H' : 'The answer is He',
      })),
    ).flat();
    const folder = project({
      'reversal.yml': config().replace('accuracy: off', 'accuracy: { margin: 30 points }'),
      'items.jsonl': items(),
      'drawn.jsonl': drawn,
    });
    const run = ['self-test', '--generations', 'drawn.jsonl', '--runs', '20'];
    const { code, stdout, stderr } = await runCli(run, { cwd: folder });
    expect(code, stderr).toBe(0);
    expect(inOneLine(stdout)).toContain(SENTENCE);
    const json: unknown = JSON.parse((await runCli([...run, '--json'], { cwd: folder })).stdout);
    expect(json).toMatchObject({
      items: COUNT - 2,
      excluded: REASONS.map(({ id, reason }) => ({ suite: 'elements', id, reason })),
    });
  });
});

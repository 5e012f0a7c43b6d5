import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Explanation } from '../../src/result/explanation.ts';
import { obeyedCommands } from '../support/github/runner-log.ts';
import { logActsOf } from '../support/log-acts.ts';
import { jsonLines, project, read, writeFiles } from './project.ts';
import { type Run, runCli } from './run-cli.ts';
import { CHECK, startSums, sumsProject } from './sums.ts';

/** The output of a command, which must be an explanation and nothing else. */
function explained({ code, stdout, stderr }: Run): Explanation {
  expect(code, stderr).toBe(0);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its content is asserted below
  return JSON.parse(stdout) as Explanation;
}

interface Line {
  readonly side: 'old' | 'new';
  readonly id: string;
  readonly index: number;
  readonly outcome: string;
}

const linesOf = (text: string): readonly Line[] =>
  text
    .trim()
    .split('\n')
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own file
    .map((line) => JSON.parse(line) as Line);

test('a check: the items that moved accuracy most, with the completions of both sides', async () => {
  let asked = 0;
  const server = await startSums(() => {
    asked += 1;
    return false;
  });
  const cwd = await sumsProject(server.baseUrl);
  const checked = await runCli(CHECK, { cwd });
  expect(checked.code, checked.stderr).toBe(0);
  const askedByCheck = asked;
  const run = (...args: readonly string[]) => runCli(['explain', ...args, '--out', 'out'], { cwd });

  const all = explained(await run('sums/accuracy/pass@1', '--items', '100', '--samples', '2', '--json'));
  const change = new Map<string, number>();
  for (const { side, id, outcome } of linesOf(read(cwd, 'out/graded.jsonl'))) {
    const correct = outcome === 'correct' ? 0.5 : 0;
    change.set(id, (change.get(id) ?? 0) + (side === 'new' ? correct : -correct));
  }
  const changes = [...change.values()];
  expect(all.moved).toEqual({
    items: 40,
    up: changes.filter((each) => each > 0).length,
    down: changes.filter((each) => each < 0).length,
  });
  const sign = Math.sign(all.measure?.change?.estimate ?? 0);
  expect(sign).not.toBe(0);
  expect(all.items.map(({ id }) => id)).toEqual(
    [...change]
      .filter(([, each]) => each * sign > 0)
      .toSorted(([a, one], [b, other]) => (other - one) * sign || (a < b ? -1 : 1))
      .map(([id]) => id),
  );
  const [first] = all.items;
  expect(first?.prompt).toMatch(/^What is \d+ \+ \d\?$/u);
  for (const side of [first?.old, first?.new]) {
    for (const { text, outcome, answer, rule, way } of side?.samples ?? []) {
      expect(text).toContain(`#### ${answer}`);
      expect(rule).toBe('hashes');
      expect(outcome === 'correct').toBe(answer === first?.right_answer);
      expect(way).toEqual([]);
    }
    expect(side?.samples).toHaveLength(2);
  }
  expect(asked, 'nothing is asked').toBe(askedByCheck);

  const shown = await run('sums/accuracy/pass@1', '--items', '1');
  expect(shown.stdout).toContain(`1. sums/${first?.id} (`);
  expect(shown.stdout).toMatch(/ │ It is <<\d+\+\d>>\. #### \d+/u);
  expect((await run('--markdown', '--items', '1')).stdout).toContain(`### sums/${first?.id}`);

  const item = explained(await run('sums/q7', '--json'));
  expect(item).toMatchObject({
    measure: null,
    moved: null,
    items: [{ id: 'q7', right_answer: '7', group: 'odd' }],
  });

  const unknown = await run('sums/nothing');
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain(
    'found neither a measure nor an item "sums/nothing"; the measures are sums/',
  );

  rmSync(join(cwd, 'out/completions'), { recursive: true });
  const without = explained(await run('sums/accuracy/pass@1', '--json'));
  expect(without.items.map(({ id }) => id)).toEqual(all.items.slice(0, 3).map(({ id }) => id));
  expect(without.notes).toEqual([
    'Found no completions for sums, so no text is shown. Use --store to specify the store that contains them.',
  ]);
  expect(without.items[0]?.old.samples[0]).toMatchObject({ text: null, rule: 'hashes' });
  const diversity = await run('sums/diversity/mean length, words');
  expect(diversity.code).toBe(2);
  expect(diversity.stderr).toContain(
    'cannot explain which items changed this measure: it is computed from completions',
  );

  rmSync(join(cwd, 'out/graded.jsonl'));
  const nothing = await run();
  expect(nothing.code).toBe(2);
  expect(nothing.stderr).toContain('graded.jsonl: there is no such file');
});

test('a comparison of files: diversity, by the ways that solutions take', async () => {
  const N = 4;
  const way = (place: number, index: number): string =>
    [
      `${place} + 2 = ${place + 2}`,
      `2 * 1 = 2, ${place} + 2 = ${place + 2}`,
      `1 + 1 = 2, ${place} + 2 = ${place + 2}`,
    ][index % 3] ?? '';
  const completions = (narrow: (place: number) => boolean) =>
    Array.from({ length: 40 * N }, (_, at) => {
      const [place, index] = [Math.floor(at / N), at % N];
      return {
        suite: 'sums',
        id: `q${String(place).padStart(2, '0')}`,
        index,
        text: `${way(place, narrow(place) ? 0 : index)}\n#### ${place + 2}`,
      };
    });
  const cwd = project({
    'items.jsonl': Array.from({ length: 40 }, (_, place) => ({
      id: `q${String(place).padStart(2, '0')}`,
      prompt: `What is ${place} + 2?`,
      answer: place + 2,
    })),
    'reversal.yml': `suites: [{ name: sums, role: target, items: items.jsonl, grader: numeric }]
guardrails: { accuracy: off, coverage: off, diversity: { margin: 40% }, hardest-group: off }
`,
  });
  writeFiles(cwd, {
    'v1.jsonl': jsonLines(completions(() => false)),
    'v2.jsonl': jsonLines(completions((place) => place < 5)),
  });
  const compared = await runCli(['compare', 'v1.jsonl', 'v2.jsonl'], { cwd });
  expect(compared.stdout, compared.stderr).toContain('Result:');

  const place = { cwd };
  const asked = ['explain', 'sums/diversity/logical', '--items', '9'];
  const files = ['--old-completions', 'v1.jsonl', '--new-completions', 'v2.jsonl'];
  const { moved, items } = explained(await runCli([...asked, ...files, '--json'], place));
  expect(moved).toEqual({ items: 40, up: 0, down: 5 });
  expect(items.map(({ id }) => id)).toEqual(['q00', 'q01', 'q02', 'q03', 'q04']);
  expect(items[0]?.old).toMatchObject({ ways: 3, outcomes: { correct: N } });
  expect(items[0]?.new).toMatchObject({ ways: 1, value: 0 });
  expect(items[0]?.old.samples.map((sample) => sample.way)).toEqual([['0+2=2'], ['0+2=2', '1*2=2']]);

  const without = await runCli(asked, place);
  expect(without.code).toBe(2);
  expect(without.stderr).toContain('--old-completions and --new-completions');
  const half = await runCli([...asked, '--old-completions', 'v1.jsonl'], place);
  expect(half.stderr).toContain(
    'found only --old-completions, expected both --old-completions and --new-completions',
  );
});

test('no form of an explanation runs a command in the log of a CI system', async () => {
  const ids = Array.from({ length: 60 }, (_, at) => `q${at}`);
  const commands =
    '::error::forged\n  ::add-path::/tmp/evil\n##[error]old form\n##vso[task.complete result=Failed]\n##teamcity[buildStop]\nsection_start:1:x\r\u001B[0K';
  const samples = (right: number): readonly object[] =>
    ids.flatMap((id, at) =>
      [0, 1, 2, 3].map((index) => ({
        suite: 's',
        id,
        index,
        text: `Thinking\n${commands}\n#### ${(at * 7 + index) % 60 < right ? 5 : 6}`,
      })),
    );
  const cwd = project({
    'reversal.yml':
      'sampling: { n: 4, temperature: 0.8 }\nsuites: [{ name: s, role: target, items: items.jsonl, grader: numeric }]\nguardrails: { accuracy: { margin: 20 points }, coverage: off, diversity: off, hardest-group: off, ood: off }\n',
    'items.jsonl': ids.map((id) => ({ id, prompt: `${id}\n${commands}`, answer: '5' })),
    'old.jsonl': samples(40),
    'new.jsonl': samples(20),
  });
  await runCli(['compare', 'old.jsonl', 'new.jsonl', '--out', 'out'], { cwd });
  const files = ['--old-completions', 'old.jsonl', '--new-completions', 'new.jsonl'];
  for (const form of [['--markdown'], ['--json'], []]) {
    const { code, stdout, stderr } = await runCli(['explain', '--out', 'out', ...files, ...form], { cwd });
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('Thinking');
    expect([logActsOf(stdout), obeyedCommands(stdout)]).toEqual([[], []]);
  }
});

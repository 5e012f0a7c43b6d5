import { sample, shuffledSubarray } from 'fast-check';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { drawSample } from '../support/simulator/draw.ts';
import { readEvals, readLines } from '../support/simulator/read-evals.ts';
import { scenarios } from '../support/simulator/scenarios.ts';
import { project, read, readResult, root, withoutCost, writeFiles } from './project.ts';
import { runCli } from './run-cli.ts';
import { CHECK, startSums, sumsProject } from './sums.ts';

const evals = join(root, 'examples/simulated/evals');
const SUITES = ['word-problems', 'longer-chains'];
const N = 8;

const CONFIG = `sampling: { n: ${N} }
suites:
  - { name: word-problems, role: target, items: word-problems.jsonl, grader: numeric, hardest-group: 4 steps }
  - { name: longer-chains, role: ood, items: longer-chains.jsonl, grader: numeric }
guardrails:
  accuracy: { margin: 5 points }
  coverage: { margin: 5 points }
  ood: { margin: 5 points }
`;

const shuffled = <Value>(values: readonly Value[], seed: number): readonly Value[] => {
  const [order = []] = sample(shuffledSubarray([...values.keys()], { minLength: values.length }), {
    seed,
    numRuns: 1,
  });
  return order.flatMap((at) => values.slice(at, at + 1));
};

const generations = (side: 'old' | 'new'): readonly unknown[] =>
  readEvals(evals).flatMap((item) =>
    Array.from({ length: N }, (_, index) => ({
      suite: item.suite,
      id: item.id,
      index,
      text: drawSample(scenarios.reversal[side], item, index, { seed: 0 }).text,
      finish_reason: 'stop',
    })),
  );

/** The same lines with a byte order mark, Windows line endings, blank lines and other spacing. */
const dressed = (values: readonly unknown[]): string =>
  `\uFEFF${values.map((value) => `${JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ')}\r\n\r\n`).join('')}`;

test('compare: the order and formatting of lines changes no byte of the output', async () => {
  const [old, candidate] = [generations('old'), generations('new')];
  const inOrder = project({ 'reversal.yml': CONFIG, 'v1.jsonl': old, 'v2.jsonl': candidate });
  const inDisorder = project({
    'reversal.yml': CONFIG,
    'v1.jsonl': shuffled(old, 1),
    'v2.jsonl': dressed(shuffled(candidate, 2)),
  });
  for (const suite of SUITES) {
    const values = readLines(join(evals, `${suite}.jsonl`));
    writeFiles(inOrder, { [`${suite}.jsonl`]: values });
    writeFiles(inDisorder, { [`${suite}.jsonl`]: dressed(shuffled(values, 3)) });
  }
  for (const cwd of [inOrder, inDisorder]) {
    const { code, stderr } = await runCli(['compare', 'v1.jsonl', 'v2.jsonl', '--out', 'out'], { cwd });
    expect(code, stderr).toBe(1);
  }
  expect(readResult(join(inOrder, 'out')).verdict.status).toBe('reversal');
  for (const file of ['result.json', 'report.md', 'graded.jsonl']) {
    expect(read(inDisorder, 'out', file), file).toBe(read(inOrder, 'out', file));
  }
});

test('check: concurrency and the order of responses change nothing but the cost', async () => {
  const server = await startSums(async ({ number }) => {
    await setTimeout((number * 7) % 20);
    return false;
  });
  const folder = await sumsProject(server.baseUrl, { concurrency: 1 });
  const crowded = await sumsProject(server.baseUrl, { concurrency: 64 });
  cpSync(join(folder, 'reversal.lock'), join(crowded, 'reversal.lock'));
  for (const cwd of [folder, crowded]) {
    const { code, stderr } = await runCli(CHECK, { cwd });
    expect(code, stderr).toBe(0);
  }
  expect(server.mostAtOnce()).toBeGreaterThan(4);
  const [calm, busy] = [folder, crowded].map((cwd) => readResult(join(cwd, 'out')));
  // The configuration's hash covers its content, which has another concurrency.
  const config = calm?.provenance.config_hash;
  expect(busy?.provenance.config_hash).not.toBe(config);
  expect(busy && withoutCost({ ...busy, provenance: { ...busy.provenance, config_hash: config } })).toEqual(
    calm && withoutCost(calm),
  );
  expect(read(crowded, 'out/graded.jsonl')).toBe(read(folder, 'out/graded.jsonl'));
});

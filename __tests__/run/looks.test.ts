import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { check } from '../../src/run/check/check.ts';
import type { Checked } from '../../src/run/stages/conclude.ts';
import { pin } from '../../src/run/plan/pin.ts';
import { planRun } from '../../src/run/plan/plan-run.ts';
import { parseResult, serialiseResult } from '../../src/result/json.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { estimateSampling } from '../../src/sampling/estimate/estimate.ts';
import { estimateEmbedding } from '../../src/sampling/estimate/estimate-embedding.ts';
import { estimateJudging } from '../../src/sampling/estimate/estimate-judging.ts';
import { openLooks } from '../../src/store/look-file.ts';
import { samplerWith } from '../../src/sampling/sampler.ts';
import { makeFolder, stillTiming } from '../sampling/setting.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { readEvals } from '../support/simulator/read-evals.ts';
import { scenarios } from '../support/simulator/scenarios.ts';
import { startSimulator } from '../support/simulator/simulator.ts';
import { withoutEffects } from '../support/without-effects.ts';
import { anyBudget } from '../support/any-budget.ts';

const ITEMS = 200;
const evals = join(import.meta.dirname, '../../examples/simulated/evals');
const lines = readFileSync(join(evals, 'word-problems.jsonl'), 'utf8').split('\n').slice(0, ITEMS);
const items = readEvals(evals).filter(({ suite }) => suite === 'word-problems');
const pair = scenarios.reversal;
const forwards = { old: pair.old.version, new: pair.new.version };
const backwards = { old: forwards.new, new: forwards.old };

/** One store and one pair of served checkpoints; each run has its own n and `extend`. */
async function setting(versions = { old: pair.old.version, new: pair.new.version }) {
  const simulator = await startSimulator({ checkpoints: [pair.old, pair.new], items });
  onTestFinished(() => simulator.close());
  const storeDir = await makeFolder();
  const filesFor = async (n: number, extend: boolean, margin = extend ? '3 points' : '2 points') => {
    const contents = {
      'reversal.yml': `
checkpoints: { model: 'simulated-{version}', base-url: ${simulator.baseUrl} }
sampling: { n: ${n} }
suites: [{ name: word-problems, role: target, items: items.jsonl, grader: numeric }]
guardrails: { accuracy: { margin: ${margin} }, coverage: off, diversity: off, hardest-group: off }
policy: { extend: ${extend} }
`,
      'items.jsonl': lines.join('\n'),
    };
    const { text } = await pin('reversal.yml', memoryFiles(contents));
    return memoryFiles({ ...contents, 'reversal.lock': text });
  };
  const warned: string[] = [];
  const run = async (n: number, extend = false, margin?: string): Promise<Checked['result']> => {
    const { result } = await check({
      nowMs: 0,
      configPath: 'reversal.yml',
      versions,
      files: await filesFor(n, extend, margin),
      sampler: samplerWith(stillTiming()),
      openBudget: anyBudget,
      grading: withoutEffects,
      openLooks: (at) => openLooks({ ...at, now: () => Date.UTC(2026, 0, n) }),
      embed: () => Promise.reject(new Error('nothing is to be embedded')),
      storeDir,
      env: {},
      signal: new AbortController().signal,
      onProgress: () => {},
      onWarning: (warning) => warned.push(warning),
    });
    return result;
  };
  return { run, filesFor, storeDir, warned };
}

const about = ({ warnings }: Checked['result'], word: string): readonly string[] =>
  warnings.filter((warning) => warning.startsWith(word));

test('more data on the same pair is exploratory and the first verdict decides; the same data again is not a look', async () => {
  const { run, storeDir } = await setting();
  const first = await run(2);
  expect(about(first, 'Exploratory')).toEqual([]);
  const again = await run(2);
  expect({ ...again, cost: first.cost }).toEqual(first);
  const [note] = about(await run(3), 'Exploratory');
  expect(note).toContain(`from 2 samples per item (${first.verdict.status}, 2026-01-02T00:00:00.000Z)`);
  expect(about(await run(2), 'Exploratory')).toEqual([]);
  const recorded = readFileSync(join(storeDir, 'looks.jsonl'), 'utf8').trim().split('\n');
  expect(recorded).toHaveLength(2);
});

test('the first verdict decides, whatever more data and a wider margin show; on its own data another policy applies', async () => {
  const { run } = await setting(backwards);
  const first = await run(2);
  expect(first.verdict).toMatchObject({ status: 'regression', passed: false });

  const later = await run(3, false, '90 points');
  expect(later.verdict).toMatchObject({
    status: 'regression',
    passed: false,
    exploratory: {
      status: 'inconclusive',
      first: { samples_per_item: 2, time: '2026-01-02T00:00:00.000Z' },
    },
    headline:
      "This pair already has a verdict, from 2\u00A0samples per item (2026-01-02). This run's data alone would give: inconclusive.",
    reasons: expect.arrayContaining([expect.stringMatching(/^This run alone: .*\bis (?:neither )?shown\b/u)]),
  });
  expect(later.measures).not.toEqual(first.measures);
  expect(renderMarkdown(later)).toMatch(
    /^> \[!CAUTION\]\n> \*\*Exploratory; the first verdict counts: Regression\.\*\* This pair/u,
  );
  expect(parseResult(serialiseResult(later))).toEqual(later);

  const otherPolicy = await run(2, false, '90 points');
  expect(otherPolicy.verdict).toMatchObject({ status: 'inconclusive', passed: true });
  expect(otherPolicy.verdict).not.toHaveProperty('exploratory');
  expect((await run(3, false, '2 points')).verdict).toMatchObject({
    status: 'inconclusive',
    passed: true,
    exploratory: { status: 'regression' },
  });
});

test('extended, each look decides at half the level of the one before', async () => {
  const { run } = await setting();
  expect(about(await run(2, true), 'This is look').join()).toContain(
    'look 1 at this pair of checkpoints. It decides at a one-sided level of 1.25%,',
  );
  expect(about(await run(3, true), 'This is look').join()).toContain(
    'look 2 at this pair of checkpoints. It decides at a one-sided level of 0.625%,',
  );
  expect(about(await run(2, true), 'This is look').join()).toContain('look 1');
});

test('a look that could not settle a guardrail is refused with the sufficient number, before any request', async () => {
  const { run, filesFor } = await setting();
  await run(2, true);
  await run(3, true);
  // 200 items show 2.5 points kept at the first and the second look, but could not at the third.
  await expect(run(4, true, '2.5 points')).rejects.toMatchObject({
    message: expect.stringMatching(
      /200 independent items, expected at least 2\d\d: with fewer, no check can show that a loss stays within the margin of 2\.5 points, .*\(at look 3: with policy\.extend/u,
    ) as string,
  });
  expect(await filesFor(2, false, '2 points')).toBeDefined();
  await expect(filesFor(2, true, '2 points')).rejects.toThrow(/\(at look 1: with policy\.extend/u);
});

test('a plan’s warnings are also given before sampling and in the result; the plan counts stored completions', async () => {
  const { run, filesFor, storeDir, warned } = await setting();
  const plan = async (n: number) =>
    planRun({
      configPath: 'reversal.yml',
      versions: forwards,
      files: await filesFor(n, false),
      estimator: estimateSampling,
      embeddingEstimator: estimateEmbedding,
      judgingEstimator: estimateJudging,
      storeDir,
      env: {},
    });
  const before = await plan(2);
  // Both samples of an item in one request.
  expect(before.sides.map(({ requests }) => requests)).toEqual([ITEMS, ITEMS]);
  const [accuracy] = before.outlook;
  expect(accuracy?.chanceKept).toBeLessThan(0.8);
  const result = await run(2);
  expect(warned.filter((warning) => warning.startsWith('guardrails.accuracy'))).toHaveLength(1);
  expect(about(result, 'guardrails.accuracy')).toEqual(
    warned.filter((warning) => warning.startsWith('guardrails.accuracy')),
  );
  expect((await plan(2)).sides.map(({ requests }) => requests)).toEqual([0, 0]);
  const more = await plan(3);
  expect(more.sides).toMatchObject([
    { stored: 2 * ITEMS, requests: ITEMS, completionTokens: { basis: 'store' } },
    { stored: 2 * ITEMS, requests: ITEMS, completionTokens: { basis: 'store' } },
  ]);
});

test('a plan shows the maximum cost of embedding if solutions are embedded', async () => {
  const { filesFor, storeDir } = await setting();
  const files = await filesFor(2, false);
  const configured = (more: string) =>
    planRun({
      configPath: 'reversal.yml',
      versions: undefined,
      files: {
        ...files,
        readFile: async (path) => {
          const read = await files.readFile(path);
          return path === 'reversal.yml'
            ? new TextEncoder().encode(`${new TextDecoder().decode(read)}${more}`)
            : read;
        },
      },
      estimator: estimateSampling,
      embeddingEstimator: estimateEmbedding,
      judgingEstimator: estimateJudging,
      storeDir,
      env: {},
    });
  expect((await configured('')).embedding).toBeUndefined();
  const { embedding } = await configured(
    'embeddings: { model: bge, base-url: http://127.0.0.1:9/v1, batch: 32 }\n',
  );
  expect(embedding).toMatchObject({ model: 'bge', texts: 4 * ITEMS, requests: (4 * ITEMS) / 32 });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { check } from '../../../src/run/check/check.ts';
import type { Checked } from '../../../src/run/stages/conclude.ts';
import { pin } from '../../../src/run/plan/pin.ts';
import { configSchema } from '../../../src/config/schema/config.ts';
import { parseConfig } from '../../../src/config/read.ts';
import { planRun } from '../../../src/run/plan/plan-run.ts';
import type { MeasureResult } from '../../../src/result/result.ts';
import { greedyAccuracy } from '../../../src/measures/accuracy/greedy-accuracy.ts';
import { estimateSampling } from '../../../src/sampling/estimate/estimate.ts';
import { estimateEmbedding } from '../../../src/sampling/estimate/estimate-embedding.ts';
import { estimateJudging } from '../../../src/sampling/estimate/estimate-judging.ts';
import { samplerWith } from '../../../src/sampling/sampler.ts';
import { makeFolder, readStore, stillTiming } from '../../sampling/setting.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { noLooks } from '../../support/no-looks.ts';
import { refusal } from '../../support/refusal.ts';
import { itemOf } from '../../support/samples.ts';
import { greedySample } from '../../support/simulator/draw.ts';
import { readEvals } from '../../support/simulator/read-evals.ts';
import { scenarios } from '../../support/simulator/scenarios.ts';
import { startSimulator } from '../../support/simulator/simulator.ts';
import { withoutEffects } from '../../support/without-effects.ts';
import { anyBudget } from '../../support/any-budget.ts';

const ITEMS = 200;
const N = 2;
const evals = join(import.meta.dirname, '../../../examples/simulated/evals');
const lines = readFileSync(join(evals, 'word-problems.jsonl'), 'utf8').split('\n').slice(0, ITEMS);
const items = readEvals(evals).filter(({ suite }) => suite === 'word-problems');

const configuration = (sampling: string, baseUrl = 'http://127.0.0.1:9/v1', role = 'target'): string => `
checkpoints: { model: 'simulated-{version}', base-url: ${baseUrl} }
sampling: { ${sampling}, n-per-request: 1 }
suites: [{ name: word-problems, role: ${role}, items: items.jsonl${role === 'open' ? '' : ', grader: numeric'} }]
guardrails: { accuracy: { margin: 5 points }, coverage: off, diversity: ${role === 'open' ? '{ margin: 10% }' : 'off'}, hardest-group: off }
`;

const greedyIn = ({ result }: Checked): MeasureResult | undefined =>
  result.measures.find(({ name }) => name === 'greedy');

describe('a check with greedy completions', () => {
  const pair = scenarios.reversal;
  const versions = { old: pair.old.version, new: pair.new.version };

  async function setting(sampling: string) {
    const simulator = await startSimulator({ checkpoints: [pair.old, pair.new], items });
    onTestFinished(() => simulator.close());
    const contents = {
      'reversal.yml': configuration(sampling, simulator.baseUrl),
      'items.jsonl': lines.join('\n'),
    };
    const { text } = await pin('reversal.yml', memoryFiles(contents));
    const files = memoryFiles({ ...contents, 'reversal.lock': text });
    const storeDir = await makeFolder();
    const progress = new Map<string, number>();
    const run = (): Promise<Checked> =>
      check({
        configPath: 'reversal.yml',
        versions,
        files,
        sampler: samplerWith(stillTiming()),
        openBudget: anyBudget,
        grading: withoutEffects,
        openLooks: noLooks,
        nowMs: 0,
        embed: () => Promise.reject(new Error('nothing is to be embedded')),
        storeDir,
        env: {},
        signal: new AbortController().signal,
        onProgress: ({ suite, side, total }) => progress.set(`${suite} ${side}`, total),
      });
    return { run, storeDir, progress, files, lock: text };
  }

  it('reports the accuracy of one completion at temperature 0, beside the samples and gating nothing', async () => {
    const { run, storeDir, progress, lock } = await setting(`n: ${N}, greedy: true`);
    const checked = await run();
    const { result, graded } = checked;
    const right = (which: 'old' | 'new'): number =>
      items.slice(0, ITEMS).filter((item) => greedySample(pair[which], item).correct).length / ITEMS;
    expect(greedyIn(checked)).toMatchObject({
      dimension: 'accuracy',
      gates: false,
      state: null,
      old: right('old'),
      new: right('new'),
      items: ITEMS,
    });
    expect(right('new')).not.toBe(right('old'));
    expect(result.cost.sampling).toMatchObject({
      requests: 2 * ITEMS * (N + 1),
      reused: 0,
      by_side: { old: { requests: ITEMS * (N + 1) }, new: { requests: ITEMS * (N + 1) } },
    });
    expect(result.verdict.status).not.toBe('invalid');
    expect(graded[0]?.items.every(({ old }) => old.length === N)).toBe(true);
    expect(result.provenance.sampling).toMatchObject({ n: N, temperature: 0.8, greedy: true });
    expect(JSON.parse(lock)).toMatchObject({ sampling: { greedy: true } });
    expect(Object.fromEntries(progress)).toEqual({
      'word-problems old': ITEMS * N,
      'word-problems new': ITEMS * N,
      'word-problems, greedy old': ITEMS,
      'word-problems, greedy new': ITEMS,
    });

    // No file holds two completions of one index, so each is a file of generations that can be compared.
    const files = await readStore(storeDir);
    expect(files).toHaveLength(4);
    for (const { text } of files) {
      const places = text
        .trimEnd()
        .split('\n')
        .map((line) => /"id":"([^"]+)","index":(\d+)/u.exec(line)?.slice(1).join(' '));
      expect(new Set(places).size).toBe(places.length);
    }
    const again = await run();
    expect(again.result.cost.sampling).toMatchObject({ requests: 0, reused: 2 * ITEMS * (N + 1) });
    expect(greedyIn(again)).toEqual(greedyIn(checked));
  });

  it('includes them in its plan', async () => {
    const { files, storeDir } = await setting(`n: ${N}, greedy: true`);
    const plan = (versionsKnown: boolean) =>
      planRun({
        configPath: 'reversal.yml',
        versions: versionsKnown ? versions : undefined,
        files,
        estimator: estimateSampling,
        embeddingEstimator: estimateEmbedding,
        judgingEstimator: estimateJudging,
        storeDir,
        env: {},
      });
    const { sides } = await plan(true);
    expect(sides.map(({ suite, side, requests }) => `${suite} ${side} ${requests}`)).toEqual([
      `word-problems old ${ITEMS * N}`,
      `word-problems new ${ITEMS * N}`,
      `word-problems, greedy old ${ITEMS}`,
      `word-problems, greedy new ${ITEMS}`,
    ]);
  });

  it('requests none by default', async () => {
    const { run, lock } = await setting(`n: ${N}`);
    const checked = await run();
    expect(checked.result.cost.sampling?.requests).toBe(2 * ITEMS * N);
    expect(greedyIn(checked)).toBeUndefined();
    expect(lock).not.toContain('greedy');
  });
});

const read = (sampling: string, role = 'target') =>
  parseConfig(configuration(sampling, undefined, role), 'reversal.yml');

describe('greedy completions in the configuration', () => {
  it('are refused at temperature 0, where every sample is greedy, and if nothing is right or wrong', async () => {
    expect(await refusal(() => read('greedy: true, temperature: 0'))).toContain(
      'sampling.greedy: found true at temperature 0, at which every sample is already greedy',
    );
    expect(await refusal(() => read('greedy: true', 'open'))).toContain(
      'sampling.greedy: found no suite with right answers',
    );
  });

  it('are off by default', () => {
    expect(configSchema.parse({ suites: [{ name: 'a', role: 'open', items: 'a' }] }).sampling.greedy).toBe(
      false,
    );
  });
});

describe('greedy accuracy', () => {
  it('leaves out items whose completion failed on a side, and is ordered by id', () => {
    expect(
      greedyAccuracy([
        itemOf('c', ['truncated'], ['correct']),
        itemOf('b', ['failed'], ['correct']),
        itemOf('a', ['correct'], ['incorrect']),
        itemOf('d', [], ['correct']),
      ]),
    ).toMatchObject({
      kind: 'measured',
      items: [
        { id: 'a', old: 1, new: 0 },
        { id: 'c', old: 0, new: 1 },
      ],
    });
    expect(greedyAccuracy([]).kind).toBe('unmeasurable');
  });
});

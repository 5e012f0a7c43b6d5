import { describe, expect, test } from 'vitest';
import type { StageProgress } from '../../../src/run/stages/stage-progress.ts';
import type { SelfTest } from '../../../src/report/self-test.ts';
import { renderSelfTest, serialiseSelfTest } from '../../../src/report/self-test.ts';
import type { Source } from '../../../src/run/self-test/self-test.ts';
import { selfTest } from '../../../src/run/self-test/self-test.ts';
import { seededRandom } from '../../../src/statistics/random.ts';
import { memoryFile } from '../../support/memory-file.ts';
import { refusal } from '../../support/refusal.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const ITEMS = 200;

const CONFIG = `suites: [{ name: sums, role: target, items: items.jsonl, grader: numeric }]
guardrails: { accuracy: { margin: 5 points }, coverage: { margin: 5 points }, diversity: { margin: 20% } }
`;

const items = Array.from({ length: ITEMS }, (_, place) =>
  JSON.stringify({ id: `q${place}`, prompt: `${place} + 1?`, answer: String(place + 1) }),
);

/** Completions of a checkpoint that solves each item with its own probability, in one of three wordings. */
function completions(samples: number): string[] {
  const random = seededRandom(11);
  return items.flatMap((_, place) => {
    const chance = random.uniform();
    return Array.from({ length: samples }, (_, index) => {
      const right = random.uniform() < chance;
      const way = ['Adding one', 'We count on', 'The next number'][random.below(3)] ?? '';
      const text = `${way} ${place} gives ${place} + ${right ? 1 : 2} = ${place + (right ? 1 : 2)}. The answer is ${place + (right ? 1 : 2)}`;
      return JSON.stringify({ suite: 'sums', id: `q${place}`, index, text });
    });
  });
}

async function tested({
  config = CONFIG,
  lines = completions(16),
  source = { path: 'old.jsonl' },
  runs = 20,
  seed = 1,
}: {
  readonly config?: string;
  readonly lines?: readonly string[];
  readonly source?: Source;
  readonly runs?: number;
  readonly seed?: number;
} = {}): Promise<{ readonly test: SelfTest; readonly progress: readonly StageProgress[] }> {
  const contents: Readonly<Record<string, string>> = {
    'reversal.yml': config,
    'items.jsonl': items.join('\n'),
    'old.jsonl': lines.join('\n'),
  };
  const contentOf = (path: string): string => contents[path] ?? '';
  const progress: StageProgress[] = [];
  const test = await selfTest({
    configPath: 'reversal.yml',
    source,
    runs,
    seed,
    files: {
      readFile: async (path) => new TextEncoder().encode(contentOf(path)),
      readIfThere: () => Promise.resolve(undefined),
      open: (path) => memoryFile(path, contentOf(path), 65_536)(path),
    },
    grading: withoutEffects,
    onStage: (each) => progress.push(each),
  });
  return { test, progress };
}

describe('an A/A test', () => {
  test('splits n into halves, decides each split, and reports its progress', async () => {
    const { test: found, progress } = await tested();
    expect(found).toMatchObject({
      samplesPerItem: 16,
      half: 8,
      seed: 1,
      items: ITEMS,
      shortItems: 0,
      leftOut: [],
    });
    expect(found.found.runs).toBe(20);
    expect(Object.values(found.found.verdicts).reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(found.found.guardrails.map(({ name }) => name)).toEqual([
      'pass@1',
      'pass@8',
      'syntactic',
      'logical',
    ]);
    expect(progress).toEqual([
      ...Array.from({ length: ITEMS }, (_, place) => ({ stage: 'grading', done: place + 1, total: ITEMS })),
      ...Array.from({ length: ITEMS }, (_, place) => ({ stage: 'measuring', done: place + 1, total: ITEMS })),
      ...Array.from({ length: 20 }, (_, place) => ({ stage: 'self-test', done: place + 1, total: 20 })),
    ]);
  });

  test('gives the same answer for the same seed, whatever the order of lines', async () => {
    const { test: found } = await tested();
    expect((await tested({ lines: completions(16).toReversed() })).test).toEqual(found);
    expect((await tested({ seed: 2 })).test.found).not.toEqual(found.found);
  });

  test('reads answers after reasoning in the tags of the configuration', async () => {
    const { test: found } = await tested();
    // Without its tags this is an answer followed by another question.
    const lines = completions(16).map((line) =>
      line.replace('"text":"', '"text":"<pad>#### 7\\nQ: so?</pad>'),
    );
    const config = `${CONFIG}sampling: { reasoning-tags: [{ open: <pad>, close: </pad> }] }\n`;
    expect((await tested({ config, lines })).test.found).toEqual(found.found);
    expect((await tested({ lines })).test.found).not.toEqual(found.found);
  });

  test('stays within the guaranteed false alarms, and keeps what is unchanged', async () => {
    const { test: found } = await tested({ runs: 300 });
    expect(found.found.holds).toBe(true);
    const [accuracy] = found.found.guardrails;
    expect(accuracy?.kept).toBeGreaterThan(100);
    expect(accuracy?.lost).toBeLessThan(10);
  });

  test('says if a check would measure semantic diversity, which it does not', async () => {
    const embeddings = 'embeddings: { model: bge, base-url: http://127.0.0.1:9/v1 }\n';
    const semantic = async (config: string, samples: number): Promise<boolean> =>
      (await tested({ config, lines: completions(samples), runs: 1 })).test.withoutSemantic;
    expect(await semantic(CONFIG, 16)).toBe(false);
    expect(await semantic(`${CONFIG}${embeddings}`, 16)).toBe(true);
    // Half of six samples cannot measure diversity, which is reported already.
    expect(await semantic(`${CONFIG}${embeddings}`, 6)).toBe(false);
  });

  test('leaves out and names guardrails that half of the samples cannot measure', async () => {
    const { test: found } = await tested({ lines: completions(10) });
    expect(found).toMatchObject({ half: 5, leftOut: [{ guardrail: 'coverage', needed: 16 }] });
    expect(found.found.guardrails.map(({ name }) => name)).toEqual(['pass@1', 'syntactic', 'logical']);
    const off = CONFIG.replace('coverage: { margin: 5 points }', 'coverage: off');
    expect((await tested({ config: off, lines: completions(10) })).test.leftOut).toEqual([]);
  });

  test('counts items with fewer samples than planned, and leaves them out', async () => {
    const config = `${CONFIG}sampling: { n: 16 }\n`;
    const { test: found } = await tested({ config, lines: completions(16).slice(5) });
    expect(found.shortItems).toBe(1);
  });

  test('takes completions from the store', async () => {
    const generations = completions(32).map((line) => JSON.parse(line));
    const asked: string[] = [];
    const { test: found } = await tested({
      config: `${CONFIG}checkpoints: { model: 'm-{version}', base-url: 'http://127.0.0.1:9/v1' }\n`,
      source: {
        version: 'v2',
        storeDir: 'store',
        lookUp: async ({ checkpoint, suite, storeDir }) => {
          asked.push(`${checkpoint.model} ${suite.name} ${storeDir}`);
          return generations;
        },
      },
    });
    expect(asked).toEqual(['m-v2 sums store']);
    expect(found).toMatchObject({ samplesPerItem: 32, half: 16 });
  });
});

describe('refuses to split', () => {
  test('samples at temperature 0', async () => {
    const config =
      CONFIG.replace(/coverage.*/, 'coverage: off, diversity: off }') + 'sampling: { temperature: 0 }\n';
    expect(await refusal(() => tested({ config }))).toContain(
      'at temperature 0, all samples of an item are identical',
    );
  });

  test('one sample per item', async () => {
    expect(await refusal(() => tested({ lines: completions(1) }))).toContain('found one sample per item');
  });

  test('completions of another eval set, duplicates, or no completions', async () => {
    const foreign = JSON.stringify({ suite: 'sums', id: 'x', index: 0, text: '' });
    expect(await refusal(() => tested({ lines: [...completions(2), foreign] }))).toContain(
      'found completions for "x", which is not an item of suite sums',
    );
    const [first = ''] = completions(2);
    expect(await refusal(() => tested({ lines: [...completions(2), first] }))).toContain(
      'found sample 0 of q0 twice',
    );
    const other = JSON.stringify({ suite: 'other', id: 'q0', index: 1, text: '' });
    expect(await refusal(() => tested({ lines: [other] }))).toContain('found no completions for suite sums');
  });
});

const rendered = (test: SelfTest): string =>
  renderSelfTest(test, { colour: false, columns: 200, unicode: true });

describe('its report', () => {
  const found: SelfTest = {
    samplesPerItem: 16,
    half: 8,
    seed: 1,
    items: 300,
    shortItems: 1,
    leftOut: [{ guardrail: 'coverage', needed: 16 }],
    exclusions: [],
    withoutSemantic: false,
    found: {
      runs: 1000,
      verdicts: { progress: 1, unchanged: 940, reversal: 2, regression: 4, inconclusive: 53 },
      alarms: 6,
      interval: [0.0022, 0.013],
      lowerBound: 0.0011,
      holds: true,
      guardrails: [
        { suite: 'gsm8k', name: 'pass@1', lost: 6, kept: 960, unclear: 34, notGating: 0 },
        { suite: undefined, name: 'pass@1', lost: 0, kept: 1000, unclear: 0, notGating: 0 },
      ],
    },
  };

  test('gives the rate with its interval, and the counts behind it', () => {
    expect(rendered(found)).toBe(
      [
        'False alarms: 6 of 1,000 splits (0.6%, 95% interval 0.2% to 1.3%).',
        'This is consistent with the guarantee of at most 2.5%: the one-sided 99.9% lower bound is 0.1%.',
        'Verdicts: 1 progress, 940 unchanged, 2 reversal, 4 regression, 53 inconclusive.',
        'Each split compares 8 samples per item with 8 others of the same checkpoint, on 300 items (seed 1). A check has twice as many samples, so fewer of its guardrails are unclear.',
        '1 item has fewer samples than planned.',
        'guardrails.coverage is not tested: that requires 16 samples per item.',
        '',
        'guardrail  suite        lost    kept  unclear',
        'pass@1     gsm8k        0.6%   96.0%     3.4%',
        'pass@1     all targets  0.0%  100.0%     0.0%',
        '',
      ].join('\n'),
    );
  });

  test('says that semantic diversity is not included if a check would measure it', () => {
    expect(rendered({ ...found, withoutSemantic: true })).toContain(
      '\nSemantic diversity is not measured, because this test computes no embeddings. These numbers do not include its false alarms.\n',
    );
    const json = (withoutSemantic: boolean): unknown =>
      (JSON.parse(serialiseSelfTest({ ...found, withoutSemantic })) as { not_measured: unknown })
        .not_measured;
    expect([json(false), json(true)]).toEqual([[], ['semantic diversity']]);
  });

  test('says if the guarantee is broken', () => {
    const broken = { ...found, found: { ...found.found, holds: false, lowerBound: 0.031 } };
    expect(rendered(broken)).toContain(
      'This violates the guarantee of at most 2.5%: the one-sided 99.9% lower bound is 3.1%',
    );
  });

  test('in JSON nothing is rounded', () => {
    expect(JSON.parse(serialiseSelfTest(found))).toMatchObject({
      schema: 1,
      samples_per_half: 8,
      runs: 1000,
      false_alarms: 6,
      rate: 0.006,
      interval: [0.0022, 0.013],
      lower_bound: 0.0011,
      holds: true,
      guardrails: [{ suite: 'gsm8k', lost: 6, not_gating: 0 }, { suite: null }],
      left_out: [{ guardrail: 'coverage', needed: 16 }],
    });
  });
});

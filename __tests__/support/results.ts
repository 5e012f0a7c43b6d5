import type { Change, MeasureResult, Result, SuiteResult } from '../../src/result/result.ts';
import { reasonsOf } from '../../src/result/sentences/guardrail-sentences.ts';

/** Results with every verdict, as a check would write them. Each call builds a new one. */

export type MeasureSpec = Pick<MeasureResult, 'suite' | 'role' | 'dimension' | 'name'> &
  Partial<MeasureResult> & {
    readonly delta?: number;
    readonly interval?: [number, number] | null;
  };

/** A margin in the measure's unit. */
export const absolute = (value: number): NonNullable<MeasureResult['margin']> => ({
  kind: 'absolute',
  value,
  accepted_loss: value,
});

/** A margin relative to old's value. */
export const relative = (
  value: number,
  accepted_loss: number | null,
): NonNullable<MeasureResult['margin']> => ({ kind: 'relative', value, accepted_loss });

const changeOf = ({ old, new: newer, delta, interval, change }: MeasureSpec): Change | null => {
  if (interval === undefined) return change ?? null;
  if (interval === null || typeof old !== 'number' || typeof newer !== 'number') return null;
  return { estimate: delta ?? newer - old, interval };
};

/**
 * A measure. Its change follows from `old`, `new` and `interval`; the rest is typical of a suite of 1,319
 * items.
 */
export const measureResult = (spec: MeasureSpec): MeasureResult => {
  const { delta: _, interval: __, ...rest } = spec;
  const { old = null } = spec;
  const gates = spec.gates ?? spec.state !== undefined;
  return {
    id: `${spec.suite ?? 'target'}/${spec.dimension}/${spec.name}`,
    group: null,
    unit: 'probability',
    gates,
    old,
    new: null,
    p_loss: old === null ? (gates ? 1 : null) : 0.5,
    p_loss_adjusted: gates ? 1 : null,
    margin: gates ? absolute(0.02) : null,
    state: null,
    reason: null,
    items: 1319,
    eligible_share: 1,
    effective_clusters: 1319,
    detectable_loss: gates ? 0.019 : null,
    ...rest,
    change: changeOf(spec),
  };
};

type Ledger = NonNullable<SuiteResult['ledger']>;

const idsFrom = (first: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `gsm8k-${first + at * 17}`);

/** A ledger of 32 samples per item, with 41 learned and 12 corrupted problems. */
export const ledgerResult = (
  spec: Pick<Ledger, 'both' | 'only_old' | 'only_new' | 'neither'> & Partial<Ledger>,
): Ledger => ({
  p_mcnemar: null,
  moved: { learned: idsFrom(3, 41), corrupted: idsFrom(8, 12), learned_solved_before: 35 },
  reason: null,
  frozen: {
    samples: 16,
    splits: 200,
    only_old: { real: 44.3, frozen: 52.4, frozen_range: [42, 64] },
    only_new: { real: 109.8, frozen: 51.6, frozen_range: [41, 63] },
    learned: { real: 17.2, frozen: 0.005, frozen_range: [0, 0] },
    learned_solved_before: { real: 13.6, frozen: 0.005, frozen_range: [0, 0] },
    corrupted: { real: 3.9, frozen: 0, frozen_range: [0, 0] },
  },
  ...spec,
});

export const suiteResult = (spec: Partial<SuiteResult> & Pick<SuiteResult, 'name'>): SuiteResult => ({
  role: 'target',
  grader: 'numeric',
  items: 1319,
  dropped_items: 0,
  samples_per_item: 32,
  k: 32,
  samples: { old: 42_208, new: 42_208 },
  outcomes: {
    old: { correct: 25_831, incorrect: 15_211, unparseable: 402, truncated: 764, failed: 0 },
    new: { correct: 27_562, incorrect: 13_866, unparseable: 18, truncated: 762, failed: 0 },
  },
  extraction: {
    old: { '####': 40_120, boxed: 922 },
    new: { '####': 41_428 },
  },
  ledger: ledgerResult({ both: 742, only_old: 31, only_new: 97, neither: 449 }),
  curve: [],
  crossover: null,
  forecast: [],
  groups: [],
  group_disparity: null,
  generalization_gap: null,
  ...spec,
});

const curve = (points: readonly (readonly [k: number, old: number, newer: number])[]): SuiteResult['curve'] =>
  points.map(([k, old, newer]) => ({
    k,
    old,
    new: newer,
    change: { estimate: newer - old, interval: [newer - old - 0.016, newer - old + 0.014] },
  }));

const narrowing = curve([
  [1, 0.612, 0.653],
  [2, 0.71, 0.728],
  [4, 0.788, 0.784],
  [8, 0.844, 0.826],
  [16, 0.884, 0.857],
  [32, 0.91, 0.881],
]);

const rising = curve([
  [1, 0.612, 0.653],
  [2, 0.71, 0.744],
  [4, 0.788, 0.815],
  [8, 0.844, 0.861],
  [16, 0.884, 0.896],
  [32, 0.91, 0.914],
]);

const narrowingBeyond = curve([
  [64, 0.931, 0.896],
  [128, 0.948, 0.907],
]);

const risingBeyond = curve([
  [64, 0.931, 0.933],
  [128, 0.948, 0.947],
]);

const accuracyGained = (): MeasureResult =>
  measureResult({
    suite: 'gsm8k',
    role: 'target',
    dimension: 'accuracy',
    name: 'pass@1',
    old: 0.612,
    new: 0.653,
    interval: [0.022, 0.06],
    p_loss: 0.999_998,
    state: 'kept',
  });

const generalizationGroups: SuiteResult['groups'] = [
  {
    name: 'level 1',
    items: 135,
    old: 0.412,
    new: 0.421,
    change: { estimate: 0.009, interval: [-0.03, 0.048] },
  },
  {
    name: 'level 3',
    items: 261,
    old: 0.196,
    new: 0.158,
    change: { estimate: -0.038, interval: [-0.07, -0.006] },
  },
  {
    name: 'level 5',
    items: 307,
    old: 0.061,
    new: 0.029,
    change: { estimate: -0.032, interval: [-0.054, -0.01] },
  },
];

const algebra = (): SuiteResult =>
  suiteResult({
    name: 'math-algebra',
    role: 'ood',
    grader: 'math',
    items: 1187,
    samples: { old: 37_984, new: 37_984 },
    ledger: ledgerResult({
      both: 171,
      only_old: 44,
      only_new: 19,
      neither: 953,
      moved: { learned: [], corrupted: ['level-5/901'], learned_solved_before: 0 },
      frozen: {
        samples: 16,
        splits: 200,
        only_old: { real: 49.7, frozen: 21.3, frozen_range: [13, 30] },
        only_new: { real: 22.8, frozen: 20.9, frozen_range: [13, 29] },
        learned: { real: 0, frozen: 0, frozen_range: [0, 0] },
        learned_solved_before: { real: 0, frozen: 0, frozen_range: [0, 0] },
        corrupted: { real: 0.3, frozen: 0.01, frozen_range: [0, 0] },
      },
    }),
    groups: generalizationGroups,
    group_disparity: { old: 0.852, new: 0.931 },
    generalization_gap: { estimate: 0.073, interval: [0.047, 0.099] },
  });

const base = (): Result => ({
  schema: 2,
  old: { version: 'v2', model: 'acme/math-7b-v2' },
  new: { version: 'v3', model: 'acme/math-7b-v3' },
  verdict: {
    status: 'progress',
    headline: 'v3 gained 4.1 points on gsm8k and kept every guardrail.',
    reasons: [],
    passed: true,
  },
  warnings: [],
  measures: [
    accuracyGained(),
    measureResult({
      suite: 'gsm8k',
      role: 'target',
      dimension: 'coverage',
      name: 'pass@32',
      old: 0.91,
      new: 0.914,
      interval: [-0.012, 0.019],
      p_loss: 0.68,
      state: 'kept',
    }),
    measureResult({
      suite: 'gsm8k',
      role: 'target',
      dimension: 'diversity',
      name: 'logical',
      unit: 'dissimilarity',
      old: 0.47,
      new: 0.461,
      interval: [-0.021, 0.004],
      margin: relative(0.1, 0.047),
      items: 1102,
      eligible_share: 1102 / 1319,
      effective_clusters: 1102,
      detectable_loss: 0.044,
      p_loss: 0.08,
      state: 'kept',
    }),
    measureResult({
      suite: 'math-algebra',
      role: 'ood',
      dimension: 'generalization',
      name: 'pass@1',
      old: 0.178,
      new: 0.167,
      interval: [-0.0187, -0.0031],
      items: 1187,
      effective_clusters: 1187,
      p_loss: 0.004,
      state: 'kept',
    }),
    measureResult({
      suite: 'gsm8k',
      role: 'target',
      dimension: 'accuracy',
      name: 'maj@32',
      old: 0.744,
      new: 0.761,
      interval: [0.002, 0.032],
    }),
    measureResult({
      suite: 'gsm8k',
      role: 'target',
      dimension: 'diversity',
      name: 'reach@32',
      unit: 'ways',
      old: 4.213,
      new: 4.198,
      interval: [-0.31, 0.28],
    }),
    measureResult({
      suite: 'gsm8k',
      role: 'target',
      dimension: 'diversity',
      name: 'distinct-2',
      unit: 'ratio',
      old: 0.412,
      new: 0.407,
      interval: [-0.011, 0.001],
    }),
    measureResult({
      suite: 'gsm8k',
      role: 'target',
      dimension: 'diversity',
      name: 'answer entropy, bits',
      unit: 'bits',
      old: 1.284,
      new: 1.021,
      interval: [-0.301, -0.225],
    }),
    measureResult({
      suite: 'gsm8k',
      role: 'target',
      dimension: 'diversity',
      name: 'mean length, words',
      unit: 'tokens',
      old: 118.3,
      new: 131.9,
      interval: [12.1, 15.1],
    }),
  ],
  suites: [suiteResult({ name: 'gsm8k', curve: rising, forecast: risingBeyond }), algebra()],
  cost: {
    sampling: {
      requests: 80_192,
      prompt_tokens: 12_830_720,
      completion_tokens: 21_412_000,
      reused: 80_192,
    },
  },
  provenance: {
    engine: '1.0.0',
    config_hash: 'sha256:0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0',
    lock_hash: 'sha256:1a2b3c4d5e6f70819203a4b5c6d7e8f91a2b3c4d5e6f70819203a4b5c6d7e8f9',
    sampling: { n: 32, temperature: 0.8, 'top-p': 0.95, 'max-tokens': 1024 },
    graders: { gsm8k: 'numeric 1', 'math-algebra': 'math 1' },
    reproduce: 'npx reversal-check@1.0.0 check --config reversal.yml --old v2 --new v3',
  },
});

/** A result with the reasons that a check would give for its measures. */
const withReasons = (result: Result): Result => ({
  ...result,
  verdict: { ...result.verdict, reasons: reasonsOf(result.measures, []) },
});

export const progress = (): Result => withReasons(base());

export const reversal = (): Result => {
  const result = base();
  result.verdict = {
    status: 'reversal',
    headline:
      'v3 gained 4.1 points on gsm8k, but lost 2.9 points of coverage (pass@32) and 19% of logical diversity on gsm8k, and 1\u00A0more guardrail.',
    reasons: [],
    passed: false,
  };
  result.warnings = [
    "On gsm8k, 6.0% of the baseline's samples and 0.0% of the candidate's have no readable answer. They count as wrong, which works against the baseline; the verdict is the same without them.",
  ];
  result.suites = [
    suiteResult({ name: 'gsm8k', curve: narrowing, crossover: 8, forecast: narrowingBeyond }),
    algebra(),
  ];
  result.measures = result.measures.map((measure): MeasureResult => {
    switch (measure.id) {
      case 'gsm8k/coverage/pass@32':
        return measureResult({
          ...measure,
          new: 0.881,
          delta: -0.029,
          interval: [-0.044, -0.014],
          p_loss: 0.0001,
          p_loss_adjusted: 0.0003,
          state: 'lost',
        });
      case 'gsm8k/diversity/logical':
        return measureResult({
          ...measure,
          new: 0.381,
          delta: -0.089,
          interval: [-0.113, -0.066],
          p_loss: 1e-9,
          p_loss_adjusted: 4e-9,
          state: 'lost',
        });
      case 'math-algebra/generalization/pass@1':
        return measureResult({
          ...measure,
          new: 0.146,
          delta: -0.032,
          interval: [-0.05, -0.014],
          p_loss: 0.0002,
          p_loss_adjusted: 0.0004,
          state: 'lost',
        });
      default:
        return measure;
    }
  });
  return withReasons(result);
};

/** A reversal whose losses are all waived. */
export const waived = (): Result => {
  const result = reversal();
  const waiver = { reason: 'The latency it saves is worth it.', by: '@acme/ml', expires: '2026-12-31' };
  result.verdict = { ...result.verdict, passed: true, waived: true };
  result.measures = result.measures.map((measure) =>
    measure.state === 'lost' ? { ...measure, waiver } : measure,
  );
  return withReasons(result);
};

export const regression = (): Result => {
  const result = reversal();
  result.verdict = {
    status: 'regression',
    headline:
      'Compared with v2, v3 lost 3.4 points of accuracy and 2.9 points of coverage (pass@32) on gsm8k, and 2\u00A0more guardrails.',
    reasons: [],
    passed: false,
  };
  result.measures[0] = measureResult({
    ...accuracyGained(),
    new: 0.578,
    delta: -0.034,
    interval: [-0.053, -0.015],
    p_loss: 0.0002,
    p_loss_adjusted: 0.0007,
    state: 'lost',
  });
  return withReasons(result);
};

export const unchanged = (): Result => {
  const result = base();
  result.verdict = {
    status: 'unchanged',
    headline: 'v3 stayed within 2 points of v2 on gsm8k and kept every guardrail.',
    reasons: [],
    passed: true,
  };
  result.measures[0] = measureResult({
    ...accuracyGained(),
    new: 0.6117,
    delta: -0.0003,
    interval: [-0.014, 0.013],
    p_loss: 0.48,
    state: 'kept',
  });
  return withReasons(result);
};

/** A gain that one guardrail leaves open, on one suite without groups or a curve. */
export const inconclusive = (): Result => {
  const result = base();
  result.verdict = {
    status: 'inconclusive',
    headline: 'v3 gained 4.1 points on gsm8k, but it is unclear whether it kept coverage (pass@32) on gsm8k.',
    reasons: [],
    passed: true,
  };
  result.measures = result.measures.map((measure) =>
    measure.id === 'gsm8k/coverage/pass@32'
      ? measureResult({
          ...measure,
          new: 0.899,
          delta: -0.011,
          interval: [-0.031, 0.009],
          p_loss: 0.14,
          state: 'unclear',
          reason:
            'a loss beyond the margin is neither shown nor ruled out; about 2,400 items like these would settle it if nothing had been lost',
        })
      : measure,
  );
  result.suites = [suiteResult({ name: 'gsm8k' })];
  return withReasons(result);
};

export const invalid = (): Result => {
  const result = base();
  result.verdict = {
    status: 'invalid',
    headline:
      'The measurement cannot be trusted: 1,435 of 42,208\u00A0samples of the candidate failed on gsm8k.',
    reasons: [
      '1,435 of 42,208\u00A0samples of the candidate failed on gsm8k, expected at most 1%. The most common reason: the server answered 503. Fix it and run the check again.',
      '61 of 1,187\u00A0items in math-algebra have too few graded samples, expected at most 2%. Run the check again to replace the failed samples.',
    ],
    passed: false,
  };
  result.warnings = [
    'On gsm8k, 1,435 of 84,416\u00A0samples failed. pass@k is therefore measured only up to K = 16, the largest power of two that is at most 0.9 · n, instead of K = 32.',
  ];
  return result;
};

/** Nothing was sampled: no measure, no suite, no cost. */
export const skipped = (): Result => ({
  ...base(),
  new: { version: 'v2', model: 'acme/math-7b-v2' },
  verdict: {
    status: 'skipped',
    headline: 'Nothing was measured: the model version did not change (v2).',
    reasons: [],
    passed: true,
  },
  measures: [],
  suites: [],
  cost: {},
});

/** One sample per item, two target suites pooled, an open suite, and hardly any measurements. */
export const barelyMeasured = (): Result => {
  const result = base();
  const once = { samples_per_item: 1, k: 1, samples: { old: 300, new: 300 }, items: 300 };
  const graded = { unparseable: 0, truncated: 0, failed: 0 };
  result.verdict = {
    status: 'inconclusive',
    headline:
      'Neither a gain nor a loss from v2 to v3 is shown; accuracy (pass@1) on all target suites, coverage (pass@1) on gsm8k and 1 more are unclear.',
    reasons: [],
    passed: true,
  };
  const few = { items: 300, effective_clusters: 300 };
  result.measures = [
    measureResult({
      suite: null,
      role: 'target',
      dimension: 'accuracy',
      name: 'pass@1',
      old: 0.5,
      new: 0.513,
      interval: [-0.02, 0.046],
      state: 'unclear',
      reason: 'a loss beyond the margin is neither shown nor ruled out',
      ...few,
    }),
    measureResult({
      suite: 'gsm8k',
      role: 'target',
      dimension: 'coverage',
      name: 'pass@1',
      state: 'unclear',
      reason: 'needs at least 8 samples per item',
      ...few,
      detectable_loss: null,
    }),
    measureResult({
      suite: 'stories',
      role: 'open',
      dimension: 'diversity',
      name: 'syntactic',
      unit: 'dissimilarity',
      margin: relative(0.1, null),
      state: 'unclear',
      reason: 'needs at least 4 samples per item',
      ...few,
      detectable_loss: null,
    }),
    measureResult({
      suite: 'gsm8k',
      role: 'target',
      dimension: 'diversity',
      name: 'semantic',
      unit: 'dissimilarity',
      reason: 'no embeddings endpoint is configured',
      items: 0,
      eligible_share: 0,
      effective_clusters: 0,
    }),
  ];
  result.suites = [
    suiteResult({
      name: 'gsm8k',
      ...once,
      ledger: ledgerResult({
        both: 120,
        only_old: 30,
        only_new: 34,
        neither: 116,
        p_mcnemar: 0.708,
        moved: null,
        reason: 'n = 1 is too small to name individual problems',
        frozen: null,
      }),
      outcomes: {
        old: { correct: 150, incorrect: 150, ...graded },
        new: { correct: 154, incorrect: 146, ...graded },
      },
      extraction: { old: { '####': 300 }, new: { '####': 300 } },
    }),
    suiteResult({
      name: 'stories',
      role: 'open',
      grader: 'none',
      ...once,
      ledger: null,
      extraction: { old: {}, new: {} },
      outcomes: {
        old: { correct: 0, incorrect: 0, ...graded },
        new: { correct: 0, incorrect: 0, ...graded },
      },
    }),
  ];
  return withReasons(result);
};

/** Replaces every free text of a result by `text`; suites and measures keep different names. */
export const withEveryText = (result: Result, text: string): Result => ({
  ...result,
  old: { version: `${text}1`, model: text },
  new: { version: `${text}2`, model: text },
  verdict: { ...result.verdict, headline: text, reasons: result.verdict.reasons.map(() => text) },
  warnings: [text, text],
  measures: result.measures.map((measure, at) => ({
    ...measure,
    id: `${text}${at}`,
    suite: measure.suite === null ? null : text,
    name: text,
    group: text,
    reason: text,
    ...(measure.waiver === undefined ? {} : { waiver: { reason: text, by: text, expires: text } }),
  })),
  suites: result.suites.map((suite) => ({
    ...suite,
    name: text,
    grader: text,
    extraction: { old: { [text]: 3 }, new: { [text]: 4 } },
    ledger: suite.ledger && {
      ...suite.ledger,
      moved: suite.ledger.moved && { ...suite.ledger.moved, learned: [text, text], corrupted: [text] },
      reason: text,
    },
    groups: suite.groups.map((group) => ({ ...group, name: text })),
  })),
  provenance: {
    ...result.provenance,
    engine: text,
    config_hash: text,
    lock_hash: text,
    sampling: { [text]: text },
    graders: { [text]: text },
    reproduce: text,
  },
});

/** Attempts to have an effect, one line each. */
export const NASTY: readonly string[] = [
  '@acme/owners @octocat',
  '#1 acme/model#2 GH-3 !4',
  'deadbeefcafe 0123456789abcdef0123456789abcdef01234567 octocat@0123456',
  'http://evil.example https://evil.example/x?y=1 ftp://evil.example www.evil.example',
  'mail me@evil.example mailto:me@evil.example xmpp:me@evil.example/a',
  '![alt](http://evil.example/p.png) [text](http://evil.example) [ref][1] <http://evil.example>',
  '[1]: http://evil.example',
  '[^1] [^1]: note',
  '<img src=x onerror=alert(1)><script>alert(1)</script><b>bold</b>',
  '</summary></details></td></table><h1>',
  '<!-- reversal-check --> <!--',
  '&lt;b&gt; &#64;octocat &commat;octocat',
  '`code` ``` ~~~ `unclosed',
  '```\n@octocat\n```',
  '````\n~~~~\n</code></pre>',
  'a | b | c\n|---|---|\n| d | e |',
  'a \\| b \\\\| c \\',
  '**bold** *em* __bold__ _em_ ~~gone~~ ***',
  '# heading',
  'text\n===\nmore\n---',
  '- list\n* list\n+ list\n1. list\n2) list\n- [ ] task',
  '> quote\n> [!TIP]\n> fine',
  ':-:\n:--|--:',
  ':shipit: :+1: :octocat:',
  '$\\sqrt{x}$ and $$y$$ and $`z`$',
  '    indented code',
  '\u001B[31mred\u001B[0m\u001B[2J\u001B[1;1H\u001B]8;;http://evil.example\u0007link\u001B]8;;\u0007',
  '\u009B2J\u009D0;title\u009C\u0090payload\u009C',
  'left\u202Ethgir\u202C \u2066isolated\u2069 zero\u200Bwidth\u200D\uFEFF \u{E0041}\u{E0042}',
  'line\u2028separator\u2029paragraph\u0085next\rreturn\vtab\fform',
  '::set-output name=verdict::progress',
  '  ::error::x\n::stop-commands::t\n##[error]x ##[add-mask]y',
  '\uD800 lone \uDC00',
  `zalgo${'\u0301'.repeat(500)} 👍${'\u{1F3FB}'.repeat(500)}`,
  'long '.repeat(400),
  '   \u200B \u0000 ',
];

export const hostile = (): Result => withEveryText(waived(), NASTY.join(' '));

import { describe, expect, it } from 'vitest';
import type { MeasureResult } from '../../../src/result/result.ts';
import {
  comparedHeadline,
  exploratoryHeadline,
  type Unmeasured,
  unconfirmedHeadline,
  unmeasuredHeadline,
  UNTRUSTED_CONFIRMATION,
} from '../../../src/result/sentences/headlines.ts';
import { nameInSentence } from '../../../src/result/sentences/guardrail-sentences.ts';
import type { Fault } from '../../../src/verdict/validity/nothing-measured.ts';
import type { Finding } from '../../../src/verdict/validity/validity.ts';
import type { Decision } from '../../../src/verdict/verdict.ts';
import { measureResult, relative as relativeMargin } from '../../support/results.ts';

/** The names in a set of headlines. */
interface Names {
  readonly old: string;
  readonly new: string;
  readonly target: string;
  readonly other: string;
  readonly group: string;
}

const SHORT: Names = { old: 'v1', new: 'v2', target: 'gsm8k', other: 'math', group: 'level 5' };

const LONG: Names = {
  old: 'acme math model, release of 2026-11-30, after four rounds of rejection sampling',
  new: 'acme math model, release of 2026-12-07, after five rounds of rejection sampling',
  target: 'word problems of grade school with two to eight steps each (translated)',
  other: 'competition algebra that nobody was trained for, second half of the book',
  group: 'the most difficult level of all five levels, as three teachers graded it',
};

/** The words of a headline, where every name is one word. */
const wordsIn = (headline: string, names: Names): number =>
  Object.values<string>({ ...names })
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, 'NAME'), headline)
    .trim()
    .split(/\s+/u).length;

const ABOVE: [number, number] = [0.02, 0.06];
const BELOW: [number, number] = [-0.06, -0.02];
const AROUND: [number, number] = [-0.03, 0.03];

type State = 'kept' | 'lost' | 'unclear';

/** Every guardrail that a check of two target suites and an ood suite can have, all in one state. */
const guardrails = (names: Names, state: State): MeasureResult[] => {
  const figures = {
    old: 0.5,
    new: state === 'lost' ? 0.45 : 0.5,
    interval: state === 'lost' ? BELOW : AROUND,
    state,
  };
  const diversity = { ...figures, unit: 'dissimilarity', dimension: 'diversity' } as const;
  const target = { ...figures, role: 'target' } as const;
  const relative = { margin: relativeMargin(0.1, 0.05) };
  return [names.target, names.other]
    .flatMap((suite) => [
      measureResult({
        ...target,
        suite,
        dimension: 'generalization',
        name: 'hardest group',
        group: names.group,
      }),
      measureResult({ ...target, suite, dimension: 'coverage', name: 'cover@0.5' }),
      measureResult({ ...diversity, ...relative, suite, role: 'target', name: 'syntactic' }),
      measureResult({ ...diversity, suite, role: 'open', name: 'semantic' }),
      measureResult({ ...target, suite, dimension: 'accuracy', name: 'pass@1' }),
    ])
    .concat(
      measureResult({
        ...figures,
        suite: names.other,
        role: 'ood',
        dimension: 'generalization',
        name: 'pass@1',
      }),
    );
};

const accuracy = (
  suite: string | null,
  state: State,
  interval: [number, number],
  spec: Partial<MeasureResult> = {},
): MeasureResult =>
  measureResult({
    suite,
    role: 'target',
    dimension: 'accuracy',
    name: 'pass@1',
    old: 0.5,
    new: 0.5 + (interval[0] + interval[1]) / 2,
    interval,
    state,
    ...spec,
  });

interface Variant {
  readonly status: Decision['status'];
  readonly target?: MeasureResult | undefined;
  readonly others: readonly MeasureResult[];
  readonly hasRisen?: boolean;
  readonly findings?: readonly Finding[];
}

const compared = (names: Names, { status, target, others, hasRisen = false, findings = [] }: Variant) =>
  comparedHeadline({
    status,
    findings,
    measures: [...(target === undefined ? [] : [target]), ...others],
    target,
    hasRisen,
    versions: { old: names.old, new: names.new },
  });

/** All pairs of guardrails, in either order, and all of them together. */
const pairsOf = (all: readonly MeasureResult[]): (readonly MeasureResult[])[] => [
  all,
  ...all.flatMap((one) => all.map((other) => (one === other ? [one] : [one, other]))),
  // The two that are named, and many more that are counted.
  ...all.flatMap((one) =>
    all.map((other) => [one, other, ...all.filter((each) => each !== one && each !== other)]),
  ),
];

const comparedVariants = (names: Names): string[] => {
  const relative = { margin: relativeMargin(0.02, 0.01) };
  const gains = [names.target, null].flatMap((suite) => [
    accuracy(suite, 'kept', ABOVE),
    accuracy(suite, 'kept', ABOVE, relative),
  ]);
  const kept = guardrails(names, 'kept');
  const lost = pairsOf(guardrails(names, 'lost'));
  const unclear = pairsOf(guardrails(names, 'unclear'));
  const level = [accuracy(names.target, 'kept', AROUND), accuracy(null, 'kept', AROUND)];
  const fallen = [accuracy(names.target, 'lost', BELOW), accuracy(null, 'lost', BELOW, relative)];
  const open = [accuracy(names.target, 'unclear', AROUND), accuracy(null, 'unclear', AROUND)];
  return [
    ...gains.map((target) => compared(names, { status: 'progress', target, others: kept, hasRisen: true })),
    ...[...level, undefined].map((target) => compared(names, { status: 'unchanged', target, others: kept })),
    ...gains.flatMap((target) =>
      lost.map((others) => compared(names, { status: 'reversal', target, others, hasRisen: true })),
    ),
    ...[...fallen, ...level, undefined].flatMap((target) =>
      lost.map((others) => compared(names, { status: 'regression', target, others })),
    ),
    ...fallen.map((target) => compared(names, { status: 'regression', target, others: [] })),
    ...gains.flatMap((target) =>
      [...unclear, kept, []].map((others) =>
        compared(names, { status: 'inconclusive', target, others, hasRisen: true }),
      ),
    ),
    ...[...open, ...level, undefined].flatMap((target) =>
      [...unclear, kept, []].map((others) => compared(names, { status: 'inconclusive', target, others })),
    ),
  ];
};

const FAULTS: Readonly<Record<Fault, true>> = {
  'no answer read': true,
  empty: true,
  'only-reasoning': true,
  'reasoning-apart': true,
  NameError: true,
  ImportError: true,
  SyntaxError: true,
};

const findingsOf = ({ target: suite, old, new: candidate }: Names): readonly Finding[] => {
  const shares = { old: 0.9, new: 0.95 };
  const figures = { old: 0.5, new: 0.6, delta: 0.1 };
  const stack = {
    model: 'm',
    fingerprint: 'f',
    completions: 1200,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-02T00:00:00Z',
  };
  return [
    ...(['max-requests', 'max-tokens', 'max-cost', 'max-minutes'] as const).map((limit): Finding => ({
      cause: 'cut',
      cut: {
        limit,
        allowed: 12_345,
        byDefault: true,
        unasked: 12_345,
        wouldTake: 23_456,
        suites: [{ suite, judged: 3, of: 1319 }],
        isEnough: false,
        needed: 30,
      },
    })),
    { cause: 'missing', samples: [{ suite, side: 'old', id: 'q1', indices: [1, 2] }] },
    { cause: 'missing', samples: [{ suite, side: 'new', id: 'q1', indices: [1] }] },
    { cause: 'unexpected', samples: [{ kind: 'duplicate', suite, side: 'old', id: 'q1', index: 3 }] },
    { cause: 'failed', suite, side: 'new', failed: 1435, of: 42_208, reason: 'the server answered 503' },
    { cause: 'dropped', suite, dropped: 61, of: 1187 },
    { cause: 'dropped-could-decide', dropped: 1 },
    { cause: 'dropped-could-decide', dropped: 12 },
    ...Object.keys(FAULTS).map((fault): Finding => ({
      cause: 'one-reason',
      suite,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of FAULTS are the faults
      fault: fault as Fault,
      ...shares,
      example: { id: 'q1', side: 'old', reason: undefined },
      decides: true,
    })),
    { cause: 'truncation', suite, ...shares, inReasoning: shares, decides: true },
    { cause: 'nothing-solved', samples: 84_416 },
    ...[suite, undefined].map((of): Finding => ({
      cause: 'format-drift',
      suite: of,
      measure: 'pass@1',
      strict: figures,
      lenient: figures,
      drift: { delta: 0.1, interval: [0.05, 0.15] },
      decides: true,
      rules: [],
      examples: [],
    })),
    ...(['unparseable', 'truncated'] as const).map((outcome): Finding => ({
      cause: 'outcome-drift',
      suite,
      outcome,
      ...shares,
      changesClaim: true,
      rule: 'unknown',
    })),
    { cause: 'stack-changed', side: 'old', stacks: [stack, stack] },
    { cause: 'stacks-apart', old: stack, new: stack },
    { cause: 'same-completions', old, new: candidate, completions: 42_208 },
    { cause: 'same-model', old, new: candidate, model: 'm' },
  ];
};

const unmeasured = ({ old, new: candidate }: Names): readonly Unmeasured[] => [
  { cause: 'nothing-left' },
  { cause: 'version-unchanged', version: candidate },
  { cause: 'nothing-before', version: candidate },
  { cause: 'first-adoption' },
  { cause: 'not-measurable', versions: { old, new: candidate } },
  { cause: 'failed-known-answer' },
];

const STATUSES = ['progress', 'unchanged', 'reversal', 'regression', 'inconclusive'] as const;

const everyHeadline = (names: Names): string[] => [
  ...comparedVariants(names),
  ...findingsOf(names).map((finding) =>
    compared(names, { status: 'inconclusive', others: [], findings: [finding, finding] }),
  ),
  ...unmeasured(names).map(unmeasuredHeadline),
  ...STATUSES.map((status) => exploratoryHeadline(status, { n: 1024, time: '2026-11-22T01:02:03Z' })),
  UNTRUSTED_CONFIRMATION,
  ...pairsOf(guardrails(names, 'lost')).map((lost) => unconfirmedHeadline(lost.map(nameInSentence))),
];

describe.each([
  ['short', SHORT],
  ['long', LONG],
])('every headline with %s names', (_, names) => {
  const headlines = [...new Set(everyHeadline(names))];

  it('has at most 30 words', () => {
    expect(headlines.length).toBeGreaterThan(100);
    const long = headlines
      .map((headline) => `${wordsIn(headline, names)}: ${headline}`)
      .filter((headline) => Number.parseInt(headline, 10) > 30);
    expect(long).toEqual([]);
  });

  it('is whole sentences on one line, each beginning with a capital or a version', () => {
    for (const headline of headlines) {
      expect(headline).toMatch(/\.$/u);
      expect(headline).not.toMatch(/\n|undefined|null|NaN|\.\.|,,| {2}/u);
      expect(/^\p{Lu}/u.test(headline) || headline.startsWith(names.new)).toBe(true);
    }
  });
});

const spaced = (text: string): string => text.replaceAll('\u00A0', ' ');

describe('the headline of', () => {
  const names = SHORT;
  const gained = accuracy('gsm8k', 'kept', ABOVE);
  const lossOf = (spec: Partial<MeasureResult> & Pick<MeasureResult, 'dimension' | 'name'>): MeasureResult =>
    measureResult({
      suite: 'gsm8k',
      role: 'target',
      old: 0.5,
      new: 0.4,
      interval: BELOW,
      state: 'lost',
      ...spec,
    });
  const coverage = lossOf({ dimension: 'coverage', name: 'pass@32' });
  const syntactic = lossOf({
    dimension: 'diversity',
    name: 'syntactic',
    unit: 'dissimilarity',
    margin: relativeMargin(0.1, 0.05),
  });
  const semantic = lossOf({ dimension: 'diversity', name: 'semantic', unit: 'dissimilarity' });
  const ood = lossOf({ dimension: 'generalization', name: 'pass@1', role: 'ood', suite: 'algebra' });
  const unclear = { ...coverage, state: 'unclear' as const };
  const kept = { ...coverage, state: 'kept' as const };

  it.each<[string, Variant, string]>([
    [
      'progress',
      { status: 'progress', target: gained, others: [kept] },
      'v2 gained 4.0 points on gsm8k and kept every guardrail.',
    ],
    [
      'no change',
      { status: 'unchanged', target: accuracy('gsm8k', 'kept', AROUND), others: [kept] },
      'v2 stayed within 2 points of v1 on gsm8k and kept every guardrail.',
    ],
    [
      'no change without a target suite',
      { status: 'unchanged', others: [kept] },
      'v2 kept every guardrail compared with v1.',
    ],
    [
      'a reversal with one loss',
      { status: 'reversal', target: gained, others: [ood] },
      'v2 gained 4.0 points on gsm8k, but lost 10.0 points of accuracy on algebra.',
    ],
    [
      'a reversal with two losses on one suite, which is named once',
      { status: 'reversal', target: gained, others: [coverage, syntactic] },
      'v2 gained 4.0 points on gsm8k, but lost 10.0 points of coverage (pass@32) and 20% of syntactic diversity on gsm8k.',
    ],
    [
      'a reversal with more losses, which are counted',
      { status: 'reversal', target: gained, others: [semantic, ood, coverage, syntactic] },
      'v2 gained 4.0 points on gsm8k, but lost 0.10 in semantic diversity on gsm8k and 10.0 points of accuracy on algebra, and 2 more guardrails.',
    ],
    [
      'a regression of the target',
      { status: 'regression', target: accuracy(null, 'lost', BELOW), others: [] },
      'Compared with v1, v2 lost 4.0 points of accuracy on all target suites.',
    ],
    [
      'a regression of a guardrail',
      { status: 'regression', target: accuracy('gsm8k', 'kept', AROUND), others: [coverage] },
      'v2 shows no gain over v1 and lost 10.0 points of coverage (pass@32) on gsm8k.',
    ],
    [
      'a gain with unclear guardrails',
      { status: 'inconclusive', target: gained, others: [unclear], hasRisen: true },
      'v2 gained 4.0 points on gsm8k, but it is unclear whether it kept coverage (pass@32) on gsm8k.',
    ],
    [
      'a gain below the minimum',
      { status: 'inconclusive', target: gained, others: [kept], hasRisen: true },
      'v2 gained 4.0 points on gsm8k, but the gain is not shown to exceed policy.min-gain.',
    ],
    [
      'a gain without other guardrails',
      { status: 'inconclusive', target: gained, others: [], hasRisen: true },
      'v2 gained 4.0 points on gsm8k, but no other guardrail was checked, so this is not progress.',
    ],
    [
      'no gain with unclear guardrails',
      { status: 'inconclusive', target: accuracy('gsm8k', 'kept', AROUND), others: [unclear] },
      'Neither a gain nor a loss from v1 to v2 is shown; coverage (pass@32) on gsm8k is unclear.',
    ],
    [
      'a change that may be a gain',
      { status: 'inconclusive', target: accuracy('gsm8k', 'kept', AROUND), others: [kept] },
      'Neither a gain nor a loss from v1 to v2 is shown: every guardrail was kept, but a gain beyond the margin is not ruled out.',
    ],
    [
      'a check of accuracy alone',
      { status: 'inconclusive', target: accuracy('gsm8k', 'kept', AROUND), others: [] },
      'Neither a gain nor a loss from v1 to v2 is shown, and no guardrail except accuracy was checked.',
    ],
    [
      'unclear guardrails without a target suite',
      { status: 'inconclusive', others: [unclear] },
      'A loss from v1 to v2 is neither shown nor ruled out; coverage (pass@32) on gsm8k is unclear.',
    ],
  ])('%s', (_, variant, headline) => expect(spaced(compared(names, variant))).toBe(headline));

  it('an invalid measurement is the first finding, whatever the data say', () => {
    const findings = findingsOf(names).slice(4, 8);
    expect(
      spaced(compared(names, { status: 'reversal', target: gained, others: [coverage], findings })),
    ).toBe('The measurement cannot be trusted: 2 samples are missing.');
  });
});

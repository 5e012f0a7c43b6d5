import { describe, expect, test } from 'vitest';
import { GraderError } from '../../../src/errors.ts';
import type { Item, Suite } from '../../../src/evalset/suite.ts';
import { gradeSuite } from '../../../src/grading/grade-suite.ts';
import type { Grader } from '../../../src/grading/grader.ts';
import { runKnownAnswer } from '../../../src/grading/known-answers/known-answer.ts';
import type { GradedItem } from '../../../src/grading/outcome.ts';
import { decide } from '../../../src/run/stages/decide.ts';
import type { SuiteSamples } from '../../../src/measures/samples.ts';
import { findingSentence } from '../../../src/result/sentences/finding-sentences.ts';
import type { Completion } from '../../../src/servers/chat/completion.ts';
import type { Claim } from '../../../src/verdict/claim.ts';
import type { Finding, DecideAgain, Unexpected, Validity } from '../../../src/verdict/validity/validity.ts';
import { validity } from '../../../src/verdict/validity/validity.ts';
import { ALL_OFF, points, policyWith } from '../../support/constructed-measures.ts';
import type { Written } from '../../support/samples.ts';
import { itemOf, solved, suiteOf } from '../../support/samples.ts';

const claiming = (status: Claim['status']): Claim => ({ status, changes: '' });

const STEADY: DecideAgain = { claimOn: () => claiming('progress'), droppedItems: () => 'progress' };

/** Validity of suites whose verdict is `progress`, and stays so unless `rejudge` says otherwise. */
function validityOf(
  suites: readonly SuiteSamples[],
  {
    unexpected = [],
    droppedItems = suites.map(() => 0),
    rejudge = {},
  }: {
    readonly unexpected?: readonly Unexpected[];
    readonly droppedItems?: readonly number[];
    readonly rejudge?: Partial<DecideAgain>;
  } = {},
): Validity {
  return validity({
    suites,
    unexpected,
    droppedItems,
    claim: claiming('progress'),
    rejudge: { ...STEADY, ...rejudge },
  });
}

/** `count` items whose samples on each side are what `side` returns for the index of the item. */
function items(
  count: number,
  { old, new: candidate }: Record<'old' | 'new', (place: number) => readonly Written[]>,
): GradedItem[] {
  return Array.from({ length: count }, (_, place) => itemOf(`q${place}`, old(place), candidate(place)));
}

const fine = (): readonly Written[] => solved(2, 4);

/** Four samples of an item, the first of which is `outcome` if `marked`. */
const first =
  (outcome: 'failed' | 'truncated' | 'unparseable', marked: (place: number) => boolean) =>
  (place: number): readonly Written[] =>
    marked(place) ? [outcome, ...solved(2, 3)] : fine();

const NOTHING: Validity = { invalid: [], warnings: [] };

test('samples that were all delivered once can be trusted', () => {
  expect(validityOf([suiteOf(items(50, { old: fine, new: fine }))])).toEqual(NOTHING);
});

const generation = (id: string, index: number): Completion => ({ suite: 'suite', id, index, text: 'a' });

describe('expected = received = distinct samples', () => {
  test('a missing sample is named by suite, item, side and index', () => {
    const one = itemOf('q1', fine(), fine());
    const item = { ...one, new: one.new.filter(({ index }) => index !== 1 && index !== 3) };
    const { invalid } = validityOf([suiteOf([itemOf('q0', fine(), fine()), item])]);
    expect(invalid).toEqual([
      { cause: 'missing', samples: [{ suite: 'suite', side: 'new', id: 'q1', indices: [1, 3] }] },
    ]);
    expect(invalid.map(findingSentence).join()).toContain('q1 of suite (new');
  });

  test('an item without any sample on a side is missing all of them', () => {
    expect(validityOf([suiteOf([itemOf('q0', [], fine())], { samplesPerItem: 4 })]).invalid).toEqual([
      { cause: 'missing', samples: [{ suite: 'suite', side: 'old', id: 'q0', indices: [0, 1, 2, 3] }] },
    ]);
  });

  test('a failed sample counts as failed, not as missing', () => {
    const samples = items(100, { old: fine, new: first('failed', (place) => place === 0) });
    expect(validityOf([suiteOf(samples)])).toEqual(NOTHING);
  });

  test('names samples of an item beyond n: old and new must have equally many', () => {
    const more = itemOf('q0', fine(), solved(3, 6));
    const { invalid } = validityOf([suiteOf([more], { samplesPerItem: 4 })]);
    expect(invalid).toEqual([
      {
        cause: 'unexpected',
        samples: [4, 5].map((index) => ({ kind: 'beyond-n', suite: 'suite', side: 'new', id: 'q0', index })),
      },
    ]);
    expect(invalid.map(findingSentence).join()).toContain(
      'q0 in suite (new) has a sample with index 4, expected an index below n',
    );
  });

  test('duplicate samples and unknown items are reported as grading found them', async () => {
    const item: Item = {
      id: 'q0',
      messages: [{ role: 'user', content: '?' }],
      answer: '1',
      group: undefined,
      cluster: 'c',
      meta: undefined,
    };
    const suite: Suite = { name: 'suite', role: 'open', items: [item], hash: 'sha256:0' };
    const { items: graded, problems } = await gradeSuite({
      suite,
      grader: undefined,
      generations: {
        old: [generation('q0', 0), generation('q0', 0)],
        new: [generation('q0', 0), generation('q9', 0)],
      },
      reasoning: 'strip',
    });
    const unexpected = problems.map((problem) => ({ ...problem, suite: 'suite' }));
    expect(validityOf([suiteOf(graded, { role: 'open' })], { unexpected }).invalid).toEqual([
      {
        cause: 'unexpected',
        samples: [
          { kind: 'duplicate', side: 'old', id: 'q0', index: 0, suite: 'suite' },
          { kind: 'unknown-item', side: 'new', id: 'q9', index: 0, suite: 'suite' },
        ],
      },
    ]);
  });
});

const failing = (count: number, side: 'old' | 'new'): SuiteSamples =>
  suiteOf(
    items(100, {
      old: fine,
      new: fine,
      [side]: first('failed', (place) => place < count),
    }),
  );

const failed = (reason: string): Written => ({ outcome: 'failed', reason });

const withReasons = (reasons: readonly string[]): unknown =>
  validityOf([
    suiteOf([
      itemOf(
        'q0',
        reasons.map((reason) => ({ outcome: 'failed', reason })),
        fine(),
      ),
    ]),
  ]).invalid;

describe('failed samples', () => {
  test.each(['old', 'new'] as const)('1%% on a side is allowed, one more is not: %s', (side) => {
    expect(validityOf([failing(4, side)])).toEqual(NOTHING);
    expect(validityOf([failing(5, side)]).invalid).toEqual([
      { cause: 'failed', suite: 'suite', side, failed: 5, of: 400, reason: 'no reason given' },
    ]);
  });

  test('each side is checked on its own, and the most common reason is reported', () => {
    const samples = items(100, {
      old: fine,
      new: (place) => (place < 6 ? [failed(place < 2 ? 'a' : 'b'), ...solved(2, 3)] : fine()),
    });
    expect(validityOf([suiteOf(samples)]).invalid).toMatchObject([{ side: 'new', failed: 6, reason: 'b' }]);
  });

  test('equally common reasons are reported by name, not by order', () => {
    expect(withReasons(['b', 'a', 'b', 'a'])).toMatchObject([{ cause: 'failed', reason: 'a' }]);
  });
});

const check = (gain: number): readonly Finding[] => {
  const samples = items(300, {
    old: (place) => (place < 6 ? [...solved(8, 13), 'failed', 'failed', 'failed'] : solved(8, 16)),
    new: () => solved(8 + gain, 16),
  });
  const policy = policyWith({ ...ALL_OFF, accuracy: points(0.03), coverage: points(0.05) });
  return decide({ suites: [suiteOf(samples)], unexpected: [], policy }).validity.invalid;
};

describe('dropped items', () => {
  const hundred = suiteOf(items(100, { old: fine, new: fine }));

  test('2% are allowed, more are not', () => {
    expect(validityOf([hundred], { droppedItems: [2] })).toEqual(NOTHING);
    expect(validityOf([hundred], { droppedItems: [3] }).invalid).toEqual([
      { cause: 'dropped', suite: 'suite', dropped: 3, of: 100 },
    ]);
  });

  test('each suite is checked on its own', () => {
    const other = suiteOf(items(10, { old: fine, new: fine }), { name: 'other' });
    expect(validityOf([hundred, other], { droppedItems: [2, 1] }).invalid).toEqual([
      { cause: 'dropped', suite: 'other', dropped: 1, of: 10 },
    ]);
  });

  test.each([1, -1] as const)('make the result invalid if they could decide: all moved by %i', (deciding) => {
    expect(
      validityOf([hundred], {
        droppedItems: [1],
        rejudge: { droppedItems: (direction) => (direction === deciding ? 'reversal' : 'progress') },
      }).invalid,
    ).toEqual([{ cause: 'dropped-could-decide', dropped: 1 }]);
  });

  test('the verdict is not recomputed if none was dropped', () => {
    const asked: number[] = [];
    const droppedItems = (direction: number): string => {
      asked.push(direction);
      return 'reversal';
    };
    expect(validityOf([hundred], { rejudge: { droppedItems } })).toEqual(NOTHING);
    expect(asked).toEqual([]);
  });

  test('a whole check: six of 300 items short of samples could hide a loss, but not reverse a gain', () => {
    expect(check(2)).toEqual([]);
    expect(check(0)).toEqual([{ cause: 'dropped-could-decide', dropped: 6 }]);
  });
});

/** `share` of the samples of old and of new are truncated, or have no answer. */
function drifting(outcome: 'truncated' | 'unparseable', old: number, candidate: number): SuiteSamples {
  const share =
    (of: number) =>
    (place: number): readonly Written[] =>
      Array.from({ length: 4 }, (_, index) => (place * 4 + index < of * 400 ? outcome : 'correct'));
  return suiteOf(items(100, { old: share(old), new: share(candidate) }));
}

/** 400 items, 16 samples. On every fourth item 8 of new's samples are truncated; it solves `right` of the rest. */
const rambling = (right: number): SuiteSamples =>
  suiteOf(
    items(400, {
      old: () => solved(8, 16),
      new: (place) =>
        place % 4 === 0 ? [...solved(right, 8), ...Array<Written>(8).fill('truncated')] : solved(8, 16),
    }),
  );

describe('truncation drift', () => {
  test.each([
    // More than 5% on a side and more than 2 points apart: one alone is not drift.
    [0.05, 0.02, false],
    [0.0525, 0.02, true],
    [0.02, 0.0525, true],
    [0.5, 0.4825, false],
    [0.5, 0.475, true],
    [0, 0.05, false],
    [0, 0.0525, true],
  ])('%d against %d: %s', (old, candidate, drift) => {
    expect(validityOf([drifting('truncated', old, candidate)]).warnings).toHaveLength(drift ? 1 : 0);
  });

  test('warns if the verdict does not depend on it, and says which side it disadvantages', () => {
    const { invalid, warnings } = validityOf([drifting('truncated', 0.02, 0.2)]);
    expect(invalid).toEqual([]);
    expect(warnings).toEqual([
      {
        cause: 'outcome-drift',
        suite: 'suite',
        outcome: 'truncated',
        old: 0.02,
        new: 0.2,
        changesClaim: false,
        rule: 'unknown',
      },
    ]);
    expect(warnings.map(findingSentence).join()).toContain('works against the candidate');
  });

  test('makes the result invalid if it changes the verdict', () => {
    const { invalid, warnings } = validityOf([drifting('truncated', 0.02, 0.2)], {
      rejudge: { claimOn: () => claiming('regression') },
    });
    expect(warnings).toEqual([]);
    expect(invalid).toMatchObject([{ cause: 'outcome-drift', changesClaim: true }]);
    expect(invalid.map(findingSentence).join()).toContain('The verdict would be different without them');
  });

  test('the verdict is recomputed without those samples, with the other suites unchanged', () => {
    const suspect = drifting('truncated', 0.02, 0.2);
    const other = suiteOf(items(10, { old: fine, new: fine }), { name: 'other' });
    const seen: (readonly SuiteSamples[])[] = [];
    validityOf([suspect, other], {
      rejudge: {
        claimOn: (suites) => {
          seen.push(suites);
          return claiming('progress');
        },
      },
    });
    expect(seen).toHaveLength(1);
    const [[without, same] = []] = seen;
    expect(same).toBe(other);
    const outcomes = (without?.items ?? []).flatMap((item) => item.new.map(({ outcome }) => outcome));
    expect(outcomes.filter((outcome) => outcome === 'truncated')).toEqual([]);
    expect(outcomes.filter((outcome) => outcome === 'failed')).toHaveLength(80);
    expect(outcomes.filter((outcome) => outcome === 'correct')).toHaveLength(320);
  });

  const policy = policyWith({ ...ALL_OFF, accuracy: points(0.05), coverage: points(0.05) });
  const judged = (suite: SuiteSamples) => decide({ suites: [suite], unexpected: [], policy });

  test('a whole check: a model that is worse only for rambling would not be worse without it', () => {
    // Half of new's truncated samples would have been right: 6.25 points lost, but no loss without the
    // truncated samples.
    const { decision, validity: found } = judged(rambling(4));
    expect(decision.status).toBe('regression');
    expect(found.invalid).toMatchObject([
      { cause: 'outcome-drift', outcome: 'truncated', changesClaim: true },
    ]);
  });

  test('a whole check: a model that is also worse on the samples it finished', () => {
    const { decision, validity: found } = judged(rambling(0));
    expect(decision.status).toBe('regression');
    expect(found.invalid).toEqual([]);
    expect(found.warnings).toMatchObject([{ cause: 'outcome-drift', new: 0.125, changesClaim: false }]);
  });
});

describe('drift of unparseable samples', () => {
  test.each([
    [0, 0.05, false],
    [0, 0.0525, true],
    [0, 0.08, true],
    [0.1, 0.02, true],
    [0.4, 0.4, false],
  ])('%d against %d: %s', (old, candidate, drift) => {
    expect(validityOf([drifting('unparseable', old, candidate)]).warnings).toHaveLength(drift ? 1 : 0);
  });

  test('shares whose difference may be chance are not drift', () => {
    const few = items(12, {
      old: fine,
      new: (place) => (place === 0 ? Array<Written>(4).fill('unparseable') : fine()),
    });
    expect(validityOf([suiteOf(few)]).warnings).toEqual([]);
  });

  test('a suite that counts unparseable as wrong gets a warning about what they decide', () => {
    const suite = { ...drifting('unparseable', 0.2, 0), unparseable: 'wrong' as const };
    const { invalid, warnings } = validityOf([suite], { rejudge: { claimOn: () => claiming('unchanged') } });
    expect(invalid).toEqual([]);
    expect(warnings).toMatchObject([{ cause: 'outcome-drift', changesClaim: true, rule: 'wrong' }]);
    expect(warnings.map(findingSentence).join()).toContain('unparseable: wrong');
  });

  test('a changed claim decides as much as a changed verdict', () => {
    const { invalid } = validityOf([drifting('unparseable', 0.2, 0)], {
      rejudge: { claimOn: () => ({ ...claiming('progress'), changes: 'lost: coverage' }) },
    });
    expect(invalid).toMatchObject([{ outcome: 'unparseable', changesClaim: true }]);
  });

  test('a format change disadvantages the side that changed', () => {
    const { warnings } = validityOf([drifting('unparseable', 0.2, 0)]);
    expect(warnings.map(findingSentence).join()).toContain('works against the baseline');
    const { invalid } = validityOf([drifting('unparseable', 0.2, 0)], {
      rejudge: { claimOn: () => claiming('unchanged') },
    });
    expect(invalid).toMatchObject([{ outcome: 'unparseable', old: 0.2, new: 0, changesClaim: true }]);
  });

  test('truncation and format are checked apart: one may decide and the other not', () => {
    const samples = items(100, {
      old: fine,
      new: (place) => (place < 50 ? ['truncated', 'unparseable', ...solved(1, 2)] : fine()),
    });
    const { invalid, warnings } = validityOf([suiteOf(samples)], {
      rejudge: {
        claimOn: ([suite]) =>
          claiming(
            suite?.items.some((item) => item.new.some(({ outcome }) => outcome === 'truncated')) === true
              ? 'progress'
              : 'unchanged',
          ),
      },
    });
    expect(invalid).toMatchObject([{ outcome: 'truncated' }]);
    expect(warnings).toMatchObject([{ outcome: 'unparseable' }]);
  });

  test('failed samples are in neither share', () => {
    const samples = items(100, {
      old: fine,
      new: (place) => (place < 20 ? ['failed', 'failed', 'failed', 'unparseable'] : fine()),
    });
    // 20 of 340 graded samples.
    expect(validityOf([suiteOf(samples)]).warnings).toMatchObject([{ new: 20 / 340 }]);
  });

  test('a side on which everything failed has no share', () => {
    const samples = items(3, { old: fine, new: () => ['failed', 'failed', 'failed', 'failed'] });
    expect(validityOf([suiteOf(samples)]).warnings).toEqual([]);
  });
});

test('a grader that fails a known answer makes the check invalid before anything is measured', async () => {
  const grader: Grader = {
    name: 'lenient',
    version: '1',
    checkItem: () => undefined,
    grade: () => ({ outcome: 'correct' }),
  };
  const caught: unknown = await runKnownAnswer(grader, {
    text: 'A: 17',
    answer: '18',
    expected: 'incorrect',
  }).catch((error: unknown) => error);
  expect(caught).toBeInstanceOf(GraderError);
  expect(caught).toMatchObject({ exitCode: 3, what: 'found the outcome correct, expected incorrect' });
});

test('no suites give no findings', () => {
  expect(validityOf([])).toEqual(NOTHING);
});

import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/run/stages/decide.ts';
import type { GradedItem } from '../../../src/grading/outcome.ts';
import type { SuiteSamples } from '../../../src/measures/samples.ts';
import { findingSentence } from '../../../src/result/sentences/finding-sentences.ts';
import { ALL_OFF, points, policyWith } from '../../support/constructed-measures.ts';
import type { Written } from '../../support/samples.ts';
import { itemOf, solved, suiteOf } from '../../support/samples.ts';

const N = 8;

/** Eight samples of which `right` are correct. Another `lenient` are right, but do not state their answer. */
function written(right: number, lenient = 0): Written[] {
  return [
    ...solved(right, right),
    ...Array.from({ length: lenient }, (): Written => ({ outcome: 'unparseable', lenient: 'correct' })),
    ...solved(0, N - right - lenient),
  ];
}

function items(
  count: number,
  sides: (place: number) => readonly [old: Written[], candidate: Written[]],
): GradedItem[] {
  return Array.from({ length: count }, (_, place) => itemOf(`q${place}`, ...sides(place)));
}

/** An ood suite without any change, so that every verdict is possible. */
const steady = suiteOf(
  items(400, () => [written(4), written(4)]),
  { name: 'other', role: 'ood' },
);

const policy = policyWith({ ...ALL_OFF, accuracy: points(0.02), ood: points(0.02) });

const judged = (suite: SuiteSamples, others: readonly SuiteSamples[] = [steady], by = policy) =>
  decide({ suites: [suite, ...others], unexpected: [], policy: by });

const drifts = ({ validity }: ReturnType<typeof judged>) => ({
  invalid: validity.invalid.filter(({ cause }) => cause === 'format-drift'),
  warnings: validity.warnings.filter(({ cause }) => cause === 'format-drift'),
});

describe('a change of how answers are written', () => {
  // Old states the answer of four of its five right samples, new states all of them.
  const stated = suiteOf(items(400, () => [written(4, 1), written(5)]));

  test('makes the result invalid if it looks like a gain', () => {
    const check = judged(stated);
    expect(check.decision.status).toBe('progress');
    const { invalid } = drifts(check);
    expect(invalid).toMatchObject([
      {
        suite: 'suite',
        measure: 'pass@1',
        strict: { old: 0.5, new: 0.625, delta: 0.125 },
        lenient: { old: 0.625, new: 0.625, delta: 0 },
        decides: true,
        examples: [0, 1, 10].map((place) => ({ suite: 'suite', id: `q${place}`, side: 'old', index: 4 })),
      },
    ]);
    expect(invalid.map(findingSentence).join()).toMatch(
      /^The change in pass@1 on suite depends on how answers are written, not on whether they are right: \+12\.5 points .* if only explicitly stated answers count, 0\.0 points .*reversal-check explain suite\/q0$/u,
    );
  });

  test('makes the result invalid if it looks like a loss', () => {
    const check = judged(suiteOf(items(400, () => [written(5), written(4, 1)])));
    expect(check.decision.status).toBe('regression');
    expect(drifts(check).invalid).toMatchObject([{ decides: true, lenient: { delta: 0 } }]);
  });

  test('decides on the ood suite as well, by that suite alone', () => {
    const other = suiteOf(
      items(400, () => [written(5), written(4, 1)]),
      { name: 'other', role: 'ood' },
    );
    const target = suiteOf(items(400, () => [written(4), written(5)]));
    const check = judged(target, [other]);
    expect(check.decision.status).toBe('reversal');
    expect(drifts(check).invalid).toMatchObject([{ suite: 'other', decides: true }]);
  });

  test('names the rules that found answers less often', () => {
    const by = (samples: readonly Written[], rule: string): Written[] =>
      samples.map((sample) => (typeof sample === 'string' ? { outcome: sample, rule } : sample));
    const suite = suiteOf(items(400, () => [by(written(4, 1), 'boxed'), by(written(5), 'answer-tag')]));
    expect(drifts(judged(suite)).invalid).toMatchObject([
      {
        rules: [
          { rule: 'answer-tag', old: 0, new: 1 },
          { rule: 'boxed', old: 0.875, new: 0 },
          { rule: 'none', old: 0.125, new: 0 },
        ],
      },
    ]);
  });
});

describe('drift against at least half of a claimed change', () => {
  // Strict +12.5 points, lenient +5: the rest is still a gain.
  const most = suiteOf(items(400, (place) => [written(4, place % 5 < 3 ? 1 : 0), written(5)]));

  test('decides, even if the rest of the change would still be claimed', () => {
    const check = judged(most);
    expect(check.decision.status).toBe('progress');
    expect(drifts(check).invalid).toMatchObject([
      { lenient: { delta: expect.closeTo(0.05) }, decides: true },
    ]);
  });

  test('smaller drift is a warning with both numbers', () => {
    const little = suiteOf(items(400, (place) => [written(3, place % 4 === 0 ? 1 : 0), written(5)]));
    const { invalid, warnings } = drifts(judged(little));
    expect(invalid).toEqual([]);
    expect(warnings).toMatchObject([
      { strict: { delta: 0.25 }, lenient: { delta: 0.21875 }, decides: false },
    ]);
    expect(warnings.map(findingSentence).join()).toContain('but this does not affect the verdict on pass@1');
  });

  test('drift that would enlarge the change is a warning', () => {
    const hidden = suiteOf(items(400, () => [written(3), written(4, 2)]));
    const { invalid, warnings } = drifts(judged(hidden));
    expect(invalid).toEqual([]);
    expect(warnings).toMatchObject([{ decides: false }]);
  });
});

test('the same format on both sides is not drift, however many answers only the lenient grade finds', () => {
  const check = judged(suiteOf(items(400, () => [written(3, 3), written(4, 3)])));
  expect(drifts(check)).toEqual({ invalid: [], warnings: [] });
});

test('coverage drifts by pass@K of each item', () => {
  const guarded = policyWith({ ...ALL_OFF, accuracy: points(0.02), coverage: points(0.02) });
  const rare = suiteOf(items(400, (place) => [written(1), place % 5 === 0 ? written(0, 1) : written(1)]));
  const check = judged(rare, [], guarded);
  expect(check.decision.family.find(({ member }) => member.guardrail === 'coverage')?.state?.kind).toBe(
    'lost',
  );
  expect(drifts(check).invalid).toMatchObject([
    { measure: 'pass@1' },
    { measure: 'pass@8', strict: { delta: -0.2 }, lenient: { delta: 0 } },
  ]);
});

test('several targets drift together even if each drifts too little alone', () => {
  const target = (name: string): SuiteSamples =>
    suiteOf(
      items(400, (place) => [written(4, place % 2), written(place % 2 === 0 ? 4 : 5)]),
      { name },
    );
  const check = judged(target('one'), [target('two'), steady]);
  expect(check.decision.gain).toBe(true);
  expect(drifts(check).invalid).toContainEqual(
    expect.objectContaining({ suite: undefined, measure: 'pass@1', decides: true }),
  );
  expect(drifts(check).invalid.map(findingSentence).join()).toContain('on all target suites');
});

test('does not measure samples without a separate lenient grade twice', () => {
  expect(drifts(judged(suiteOf(items(400, () => [written(4), written(5)]))))).toEqual({
    invalid: [],
    warnings: [],
  });
});

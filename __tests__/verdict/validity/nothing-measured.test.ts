import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/run/stages/decide.ts';
import type { SuiteSamples } from '../../../src/measures/samples.ts';
import { findingSentence } from '../../../src/result/sentences/finding-sentences.ts';
import {
  faultOf,
  nothingSolved,
  oneReasons,
  truncations,
} from '../../../src/verdict/validity/nothing-measured.ts';
import { ALL_OFF, points, policyWith } from '../../support/constructed-measures.ts';
import type { Written } from '../../support/samples.ts';
import { itemOf, samplesOf, solved, suiteOf } from '../../support/samples.ts';

/** 100 items with one sample per side, of which this many are `written` and the others correct. */
function suiteOfShare(
  written: Written,
  { old, new: candidate }: { readonly old: number; readonly new: number },
): SuiteSamples {
  return suiteOf(
    Array.from({ length: 100 }, (_, place) =>
      itemOf(`q${place}`, [place < old ? written : 'correct'], [place < candidate ? written : 'correct']),
    ),
  );
}

const policy = policyWith({ ...ALL_OFF, accuracy: points(0.05) });
const judged = (suites: readonly SuiteSamples[]) => decide({ suites, unexpected: [], policy });

describe('why a sample has no usable answer', () => {
  test.each([
    [{ outcome: 'unparseable' }, 'no answer read'],
    [{ outcome: 'unparseable', rule: 'boxed' }, 'no answer read'],
    [{ outcome: 'incorrect', blank: 'empty' }, 'empty'],
    [{ outcome: 'unparseable', blank: 'only-reasoning' }, 'only-reasoning'],
    [{ outcome: 'unparseable', blank: 'reasoning-apart' }, 'reasoning-apart'],
    [{ outcome: 'incorrect', reason: 'raised NameError in the tests' }, 'NameError'],
    [{ outcome: 'incorrect', reason: 'raised ModuleNotFoundError in the program' }, 'ImportError'],
    [
      {
        outcome: 'incorrect',
        reason: 'raised RuntimeError in the program, because the sandbox does not have threads',
      },
      'ImportError',
    ],
    [{ outcome: 'incorrect', reason: 'raised IndentationError in the program' }, 'SyntaxError'],
    [{ outcome: 'incorrect', reason: 'not a valid Python program' }, 'SyntaxError'],
    [{ outcome: 'incorrect', reason: 'raised AssertionError in the tests' }, undefined],
    [{ outcome: 'incorrect', reason: 'took longer than 3 s' }, undefined],
    [{ outcome: 'incorrect', answer: '7' }, undefined],
    [{ outcome: 'truncated' }, undefined],
    [{ outcome: 'failed', reason: 'HTTP 500' }, undefined],
    [{ outcome: 'correct' }, undefined],
  ] as const)('%o: %s', (written, fault) => {
    const [sample] = samplesOf([written]);
    expect(sample && faultOf(sample)).toBe(fault);
  });
});

describe('one reason for everything', () => {
  test.each([
    [{ old: 80, new: 80 }, true],
    [{ old: 80, new: 79 }, false],
    [{ old: 100, new: 50 }, false],
  ] as const)('%o makes the result invalid: %s', (count, decides) => {
    expect(oneReasons(suiteOfShare('unparseable', count))).toMatchObject([
      { fault: 'no answer read', decides },
    ]);
  });

  test('less than half of both sides is not reported', () => {
    expect(oneReasons(suiteOfShare('unparseable', { old: 49, new: 49 }))).toEqual([]);
    expect(oneReasons(suiteOfShare('unparseable', { old: 50, new: 0 }))).toHaveLength(1);
  });

  test('the message gives the reason, an example and what to do', () => {
    const reason = 'raised NameError in the tests';
    const [finding] = oneReasons(suiteOfShare({ outcome: 'incorrect', reason }, { old: 90, new: 85 }));
    expect(finding && findingSentence(finding)).toMatch(
      /^Nothing was measured on suite: in 90\.0% .* 85\.0% .* not defined.* \(q0, old: raised NameError in the tests\)\..*reversal-check explain suite\/q0$/u,
    );
  });

  test('wrong answers do not count as one reason, however many', () => {
    expect(oneReasons(suiteOfShare({ outcome: 'incorrect', answer: '7' }, { old: 100, new: 100 }))).toEqual(
      [],
    );
  });

  test('an open suite has no right answers, and so no reasons', () => {
    expect(oneReasons({ ...suiteOfShare('unparseable', { old: 100, new: 100 }), role: 'open' })).toEqual([]);
  });

  test('a whole check of unparseable samples is invalid', () => {
    const { validity } = judged([suiteOfShare('unparseable', { old: 85, new: 85 })]);
    expect(validity.invalid.map(({ cause }) => cause)).toContain('one-reason');
  });
});

describe('truncation', () => {
  test.each([
    [{ old: 50, new: 50 }, undefined],
    [{ old: 51, new: 0 }, false],
    [{ old: 81, new: 80 }, false],
    [{ old: 81, new: 81 }, true],
  ] as const)('%o: decides %s', (count, decides) => {
    const found = truncations(suiteOfShare('truncated', count));
    expect(found.map((finding) => finding.decides)).toEqual(decides === undefined ? [] : [decides]);
  });

  test('reports the share that ended during reasoning, and what to increase', () => {
    const cut: Written = { outcome: 'truncated', endedInReasoning: true };
    const [finding] = truncations(suiteOfShare(cut, { old: 90, new: 100 }));
    expect(finding).toMatchObject({ inReasoning: { old: 0.9, new: 1 } });
    expect(finding && findingSentence(finding)).toMatch(
      /ended during reasoning\. Increase sampling\.max-tokens\.$/u,
    );
  });

  test('1,119 truncated samples of 1,120 on both sides are invalid', () => {
    const cut: readonly Written[] = Array<Written>(4).fill('truncated');
    const items = Array.from({ length: 280 }, (_, place) =>
      place === 0
        ? itemOf('q0', ['correct', ...cut.slice(1)], ['correct', ...cut.slice(1)])
        : itemOf(`q${place}`, cut, cut),
    );
    const { validity } = judged([suiteOf(items)]);
    expect(validity.invalid.map(({ cause }) => cause)).toEqual(['truncation']);
  });
});

describe('two checkpoints that solve nothing', () => {
  const wrong = (name: string): SuiteSamples =>
    suiteOf(
      Array.from({ length: 400 }, (_, place) => itemOf(`q${place}`, solved(0, 4), solved(0, 4))),
      { name },
    );

  test('are invalid: nothing was measured', () => {
    const { validity } = judged([wrong('one'), wrong('two')]);
    expect(validity.invalid).toEqual([{ cause: 'nothing-solved', samples: 6400 }]);
    expect(validity.invalid.map(findingSentence).join()).toContain('None of the 6,400\u00A0samples');
  });

  test('are valid with one correct sample, or with only an open suite', () => {
    const one = suiteOf([itemOf('q', solved(1, 4), solved(0, 4))]);
    expect(nothingSolved([wrong('suite'), one])).toEqual([]);
    expect(nothingSolved([{ ...wrong('suite'), role: 'open' }])).toEqual([]);
    expect(nothingSolved([])).toEqual([]);
  });

  test('no guardrail on them is kept', () => {
    const { decision } = judged([wrong('one')]);
    expect(decision.family.map(({ state }) => state)).toEqual([
      { kind: 'unclear', why: { cause: 'nothing-to-lose', solved: 0, of: 400 } },
    ]);
    expect(decision.status).toBe('inconclusive');
  });
});

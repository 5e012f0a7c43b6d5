import { describe, expect, test } from 'vitest';
import type { GradedItem, GradedSample } from '../../src/grading/outcome.ts';
import { splitter } from '../../src/measures/halves.ts';
import type { Measure } from '../../src/measures/measurement.ts';
import type { SuiteMeasures } from '../../src/measures/measure-suite.ts';
import { measureSuite } from '../../src/measures/measure-suite.ts';
import type { SuiteSamples } from '../../src/measures/samples.ts';
import { seededRandom } from '../../src/statistics/random.ts';
import { expectClose } from '../support/close.ts';
import type { Written } from '../support/samples.ts';
import { itemOf, suiteOf } from '../support/samples.ts';

const SAMPLES = 9;

/**
 * Forty items in two groups with nine samples each. No two items share a word, so nothing is boilerplate. The
 * answer identifies the sample.
 */
function suite(rest: Partial<SuiteSamples> = {}): SuiteSamples {
  const random = seededRandom(7);
  const items = Array.from({ length: 40 }, (_, item): GradedItem => {
    const samples = Array.from({ length: SAMPLES }, (_, index): Written => ({
      outcome: random.uniform() < 0.7 ? 'correct' : 'incorrect',
      text: `${Array.from({ length: 5 }, () => `w${item}x${random.below(4)}`).join(' ')} ${item} + ${random.below(3)} = 9`,
      answer: String(index),
    }));
    return itemOf(`q${String(item).padStart(2, '0')}`, samples, [], {
      group: item < 35 ? 'many' : 'few',
      cluster: `c${Math.floor(item / 2)}`,
    });
  });
  return suiteOf(items, { samplesPerItem: SAMPLES, ...rest });
}

/** Puts the texts and the failed samples back into the split, and measures it like any check. */
function measuredAgain(split: SuiteMeasures, whole: SuiteSamples): SuiteMeasures {
  const original = new Map(whole.items.map((item) => [item.id, item.old]));
  return measureSuite({
    ...whole,
    samplesPerItem: split.suite.samplesPerItem,
    items: split.suite.items.map((item) => {
      const withText = (side: 'old' | 'new'): GradedSample[] => {
        const graded = new Map(item[side].samples.map((sample) => [sample.index, sample]));
        return Array.from({ length: split.suite.samplesPerItem }, (_, index): GradedSample => {
          const sample = graded.get(index);
          if (sample === undefined) return { index, outcome: 'failed', text: 'why it failed' };
          return { ...sample, text: original.get(item.id)?.[Number(sample.answer)]?.text ?? '' };
        });
      };
      return { ...item, old: withText('old'), new: withText('new') };
    }),
  });
}

function expectSame(found: Measure | undefined, expected: Measure | undefined): void {
  expect(found?.name).toBe(expected?.name);
  expect(found?.measurement.kind).toBe(expected?.measurement.kind);
  if (found?.measurement.kind !== 'measured' || expected?.measurement.kind !== 'measured') return;
  expect(found.measurement.items.map(({ id }) => id)).toEqual(expected.measurement.items.map(({ id }) => id));
  found.measurement.items.forEach((item, place) => {
    const other = expected.measurement.kind === 'measured' ? expected.measurement.items[place] : undefined;
    expectClose(item.old, other?.old ?? Number.NaN);
    expectClose(item.new, other?.new ?? Number.NaN);
  });
}

describe('a split', () => {
  test.each(['numeric', 'choice'])('gives the same measures as a check of its halves: %s', (grader) => {
    const whole = suite({ grader });
    const split = splitter([whole], 1);
    for (let run = 0; run < 3; run += 1) {
      const [found] = split();
      if (found === undefined) throw new Error('no suite was measured');
      const again = measuredAgain(found, whole);
      expectSame(found.accuracy, again.accuracy);
      expectSame(found.coverage, again.coverage);
      expectSame(found.syntactic, again.syntactic);
      expectSame(found.logical, again.logical);
      expectSame(found.reach, again.reach);
      expectSame(found.hardestGroup, again.hardestGroup);
      expect(found.logical.measurement.kind).toBe('measured');
    }
  });

  test('gives the same measures as a check if samples failed, whatever they contain', () => {
    const whole = suite();
    const common = 'words of many failed samples and of few solutions';
    const items = whole.items.map((item, place): GradedItem => {
      const old = item.old.map((sample, index): GradedSample => {
        if (index === place % SAMPLES) return { ...sample, outcome: 'failed', text: common };
        return place < 10 && index % 2 === 0 ? { ...sample, text: `${sample.text} ${common}` } : sample;
      });
      return { ...item, old };
    });
    const failing = { ...whole, items };
    const [found] = splitter([failing], 4)();
    if (found === undefined) throw new Error('no suite was measured');
    const again = measuredAgain(found, failing);
    expect(found.suite.items).toHaveLength(40);
    expectSame(found.accuracy, again.accuracy);
    expectSame(found.syntactic, again.syntactic);
    expectSame(found.logical, again.logical);
    expectSame(found.reach, again.reach);
  });

  test('puts each sample into at most one half, and equally many into each', () => {
    const [found] = splitter([suite()], 1)();
    for (const { old, new: candidate } of found?.suite.items ?? []) {
      const answers = [...old.samples, ...candidate.samples].map(({ answer }) => answer);
      expect(new Set(answers).size).toBe(8);
      expect(old.samples.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
      expect(candidate.samples.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    }
    expect(found?.suite).toMatchObject({ samplesPerItem: 4, k: 4 });
    expect(found?.suite.items).toHaveLength(40);
  });

  test('puts every sample into either half equally often', () => {
    const split = splitter([suite()], 3);
    const runs = 200;
    const inOld = Array.from<number>({ length: SAMPLES }).fill(0);
    for (let run = 0; run < runs; run += 1) {
      for (const { old } of split()[0]?.suite.items ?? []) {
        for (const { answer } of old.samples) inOld[Number(answer)] = (inOld[Number(answer)] ?? 0) + 1;
      }
    }
    // Four of nine samples; 8,000 draws have a standard error of 0.6 points.
    for (const count of inOld) expect(Math.abs(count / (40 * runs) - 4 / 9)).toBeLessThan(0.025);
  });
});

const accuraciesOf = (seed: number, calls: number): unknown[] => {
  const split = splitter([suite()], seed);
  return Array.from({ length: calls }, () => split()[0]?.accuracy?.measurement);
};

test('is the same for the same seed, differs for other seeds and differs from call to call', () => {
  const [first, second] = accuraciesOf(5, 2);
  expect(accuraciesOf(5, 2)).toEqual([first, second]);
  expect(second).not.toEqual(first);
  expect(accuraciesOf(6, 1)[0]).not.toEqual(first);
});

test('drops an item with too few samples for two halves, and treats failed samples like any check', () => {
  const whole = suite();
  const items = whole.items.map((item, place): GradedItem => {
    if (place === 0) return { ...item, old: item.old.slice(0, 5) };
    if (place === 1) {
      return { ...item, old: item.old.map((sample) => ({ ...sample, outcome: 'failed', text: '' })) };
    }
    return item;
  });
  const [found] = splitter([{ ...whole, items }], 1)();
  expect(found?.suite.dropped.map(({ id }) => id)).toEqual(['q00', 'q01']);
  expect(found?.suite.items).toHaveLength(38);
});

test('also splits open suites', () => {
  const [found] = splitter([suite({ role: 'open', grader: undefined })], 1)();
  expect(found?.accuracy).toBeUndefined();
  expect(found?.syntactic?.measurement.kind).toBe('measured');
});

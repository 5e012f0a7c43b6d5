import { describe, expect, it } from 'vitest';
import { withDroppedItems } from '../../src/measures/dropped-items.ts';
import type { Measure } from '../../src/measures/measurement.ts';
import type { SuiteMeasures } from '../../src/measures/measure-suite.ts';
import { measureSuite } from '../../src/measures/measure-suite.ts';
import type { Written } from '../support/samples.ts';
import { itemOf, suiteOf } from '../support/samples.ts';

const told = (...texts: readonly string[]): Written[] => texts.map((text) => ({ outcome: 'correct', text }));
const inWays = (of: string): Written[] =>
  told(`${of}p 1 + 2 = 3`, `${of}q ${of}q 4 - 1 = 3`, `so ${of}r 3 * 1 = 3`, `${of}s is 6 / 2 = 3 now`);
const failed: Written[] = Array.from({ length: 4 }, () => 'failed');

const items = [
  itemOf('a', inWays('a'), inWays('a'), { group: 'easy' }),
  itemOf('b', inWays('b'), inWays('b'), { group: 'hard' }),
  itemOf('gone', failed, inWays('c'), { cluster: 'c', group: 'hard' }),
  itemOf('lost', inWays('d'), failed, { group: 'easy' }),
];

const embeddingOf = (text: string): Float32Array =>
  Float32Array.of(Math.cos(text.length), Math.sin(text.length));

const measured = (): SuiteMeasures => measureSuite(suiteOf(items, { hardestGroup: 'hard', embeddingOf }));

function valuesOf(measure: Measure | undefined): [id: string, old: number, candidate: number][] {
  if (measure?.measurement.kind !== 'measured') throw new Error('it was not measured');
  return measure.measurement.items.map(({ id, old, new: candidate }) => [id, old, candidate]);
}

function largestOf(measure: Measure | undefined): number {
  if (measure?.measurement.kind !== 'measured') throw new Error('it was not measured');
  return measure.measurement.largestValue;
}

const KINDS = ['accuracy', 'coverage', 'syntactic', 'logical', 'semantic', 'reach'] as const;

describe('measures as if dropped items had moved as far as possible', () => {
  it.each(KINDS)('%s: appends the items all up or all down, after the measured ones', (kind) => {
    const measures = measured();
    const before = valuesOf(measures[kind]);
    const most = largestOf(measures[kind]);
    expect(most).toBeGreaterThan(0);
    expect(valuesOf(withDroppedItems(measures, 1)[kind])).toEqual([
      ...before,
      ['gone', 0, most],
      ['lost', 0, most],
    ]);
    expect(valuesOf(withDroppedItems(measures, -1)[kind])).toEqual([
      ...before,
      ['gone', most, 0],
      ['lost', most, 0],
    ]);
  });

  it('keeps their clusters', () => {
    const { measurement } = withDroppedItems(measured(), 1).reach;
    expect(measurement.kind === 'measured' && measurement.items.map(({ cluster }) => cluster)).toEqual([
      'a',
      'b',
      'c',
      'lost',
    ]);
  });

  it('adds them to the hardest group only if they belong to it', () => {
    expect(valuesOf(withDroppedItems(measured(), -1).hardestGroup)).toEqual([
      ['b', 1, 1],
      ['gone', 1, 0],
    ]);
  });

  it('leaves measures that were not measured or do not apply unchanged', () => {
    const wrong: Written[] = Array.from({ length: 4 }, () => 'incorrect');
    const unsolved = measureSuite(suiteOf([itemOf('a', wrong, wrong), itemOf('gone', failed, wrong)]));
    const extended: SuiteMeasures = withDroppedItems(unsolved, 1);
    expect(extended.syntactic).toEqual(unsolved.syntactic);
    expect(extended.logical).toEqual(unsolved.logical);
    expect([extended.semantic, extended.hardestGroup]).toEqual([undefined, undefined]);
    const open = withDroppedItems(measureSuite(suiteOf(items, { role: 'open', grader: undefined })), 1);
    expect([open.accuracy, open.coverage]).toEqual([undefined, undefined]);
  });
});

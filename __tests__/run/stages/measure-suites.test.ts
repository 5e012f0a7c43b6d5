import { expect, it } from 'vitest';
import { beginSuite, type MeasuredSuite, measureSuites } from '../../../src/run/stages/measure-suites.ts';
import { openMeasurer } from '../../../src/run/stages/measurer.ts';
import { describeSuite } from '../../../src/measures/describe-suite.ts';
import { measureSuite } from '../../../src/measures/measure-suite.ts';
import type { SuiteSamples } from '../../../src/measures/samples.ts';
import { itemOf, suiteOf, type Written } from '../../support/samples.ts';

const N = 8;

/** Some right and some wrong, each worded and calculated in one of a few ways. */
const written = (place: number, side: number, key?: string): Written[] =>
  Array.from({ length: N }, (_, index) => ({
    outcome: (place + index * side) % 3 === 0 ? 'incorrect' : 'correct',
    text: `${index % 2 === 0 ? 'We add' : 'Then one adds'} ${place} + ${(index % side) + 1} = ${place + (index % side) + 1}.`,
    answer: String(place),
    ...(key !== undefined && index % 2 === 0 && { key }),
  }));

const items = (key?: string) =>
  Array.from({ length: 12 }, (_, place) =>
    itemOf(`q${place}`, written(place, 3, key), written(place, 2, key), { group: `g${place % 2}` }),
  );

const suites: readonly SuiteSamples[] = [
  suiteOf(items(), { name: 'worded' }),
  suiteOf(items('induction'), { name: 'ways that a grader names', role: 'ood' }),
  suiteOf(items(), { name: 'choices', grader: 'choice', role: 'ood' }),
  suiteOf(items(), { name: 'open', grader: undefined, role: 'open' }),
];

async function measureAll(all: readonly SuiteSamples[]): Promise<readonly MeasuredSuite[]> {
  const measurer = openMeasurer();
  try {
    const begun = all.map((samples) => {
      for (const item of samples.items.toReversed()) measurer.read(item);
      return beginSuite(samples, measurer);
    });
    return await measureSuites(begun);
  } finally {
    await measurer.close();
  }
}

it('measures the same on two threads as on one, suite by suite', async () => {
  const measured = await measureAll(suites);
  expect(measured.map(({ samples }) => samples)).toEqual(suites);
  for (const { samples, measures, description } of measured) {
    const { texts: _, ...alone } = measureSuite(samples);
    expect(measures).toMatchObject(alone);
    expect(description).toEqual(describeSuite(measureSuite(samples)));
  }
  expect(measured.map(({ description }) => description.forecast.length)).toEqual([2, 2, 2, 0]);
});

it('measures nothing without suites', async () => {
  expect(await measureAll([])).toEqual([]);
});

it('reports an item that was not read, and keeps failing', async () => {
  const measurer = openMeasurer();
  const [samples] = suites;
  if (samples === undefined) throw new Error('no suite');
  try {
    await expect(beginSuite(samples, measurer).apart).rejects.toThrow('item q0 was not read');
    await expect(beginSuite(samples, measurer).apart).rejects.toThrow('item q0 was not read');
  } finally {
    await measurer.close();
  }
});

import { describe, expect, it } from 'vitest';
import { clusteredMean } from '../../src/statistics/clustered-mean.ts';
import { intervalOf } from '../../src/statistics/interval.ts';
import { seededRandom } from '../../src/statistics/random.ts';
import { studentsTQuantile } from '../../src/statistics/students-t.ts';
import { drawMeasures } from './draw.ts';
import * as truth from './truth.ts';

/**
 * One item in fifty collapses, chosen anew in every run; compares a plain t interval with ours. The plain one fails, which shows
 * that the simulation detects failures.
 */
describe('a sparse collapse', () => {
  const ITEMS = 50;
  const RUNS = 1000;
  const RATE = 0.02;
  let plainAbove = 0;
  let oursAbove = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const random = seededRandom(run);
    const suite = truth.suiteTruth({
      name: 'target',
      role: 'target',
      random,
      clusters: truth.clusterNames(ITEMS, 1),
      difficulty: truth.ceiling,
      change: (old) => (random.uniform() < RATE ? { ...old, solves: 0 } : old),
    });
    const meanSolved = 0.985;
    const trueChange = -RATE * meanSolved;
    const { accuracy } = drawMeasures(suite, 4, random);
    if (accuracy?.measurement.kind !== 'measured') throw new Error('not measured');
    const differences = accuracy.measurement.items.map((item) => ({
      cluster: item.cluster,
      value: item.new - item.old,
    }));
    const ours = clusteredMean(differences, 4 / 3);
    const t = studentsTQuantile(0.975, ITEMS - 1);
    const plainLower = ours.estimate - t * (ours.plainStandardError ?? Number.NaN);
    if (plainLower > trueChange) plainAbove += 1;
    if (intervalOf(ours, { range: [-1, 1] })[0] > trueChange) oursAbove += 1;
  }

  it('makes a plain t interval claim far too often that little was lost', () => {
    expect(plainAbove / RUNS).toBeGreaterThan(0.08);
  });

  it('keeps our interval within its promise', () => {
    expect(oursAbove / RUNS).toBeLessThanOrEqual(0.025);
  });
});

import { describeSuite, type SuiteDescription } from '../../measures/describe-suite.ts';
import { measureSuite, type SuiteMeasures } from '../../measures/measure-suite.ts';
import type { SuiteSamples } from '../../measures/samples.ts';
import type { OnStage } from './stage-progress.ts';

/** A graded suite with all its measures, gating and reported. */
export interface MeasuredSuite {
  readonly samples: SuiteSamples;
  readonly measures: SuiteMeasures;
  readonly description: SuiteDescription;
}

/** The share of the work spent on measures that may gate. The rest is spent on measures that are only reported. */
const GATING_SHARE = 0.8;

/** Measures and describes graded suites. `onStage` counts completions. */
export function measureSuites(suites: readonly SuiteSamples[], onStage: OnStage): readonly MeasuredSuite[] {
  const total = suites.reduce((sum, suite) => sum + sizeOf(suite), 0);
  let before = 0;
  return suites.map((samples) => {
    const size = sizeOf(samples);
    const tell = (share: number): void => onStage({ stage: 'measuring', done: before + share * size, total });
    const measures = measureSuite(samples, (share) => tell(share * GATING_SHARE));
    const description = describeSuite(measures);
    tell(1);
    before += size;
    return { samples, measures, description };
  });
}

const sizeOf = ({ items, samplesPerItem }: SuiteSamples): number => items.length * samplesPerItem;

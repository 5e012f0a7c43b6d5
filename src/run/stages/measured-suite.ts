import { describeSuite, type SuiteDescription } from '../../measures/describe-suite.ts';
import { measureSuite, type SuiteMeasures } from '../../measures/measure-suite.ts';
import type { SuiteSamples } from '../../measures/samples.ts';

/** A graded suite with all its measures, gating and reported. */
export interface MeasuredSuite {
  readonly samples: SuiteSamples;
  readonly measures: SuiteMeasures;
  readonly description: SuiteDescription;
}

/** Measures and describes a graded suite. */
export function measuredSuite(samples: SuiteSamples): MeasuredSuite {
  const measures = measureSuite(samples);
  return { samples, measures, description: describeSuite(measures) };
}

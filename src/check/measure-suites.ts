import { describeAtOnce, type SuiteDescription } from '../measures/describe-suite.ts';
import { readTexts } from '../measures/encoded-texts.ts';
import { measureRead, type SuiteMeasures } from '../measures/measure-suite.ts';
import type { SuiteSamples } from '../measures/samples.ts';
import { eligibleSuite } from '../measures/samples.ts';
import { openMeasurer } from './measurer.ts';

/** A graded suite with all that is measured and reported of it. */
export interface MeasuredSuite {
  readonly samples: SuiteSamples;
  readonly measures: SuiteMeasures;
  readonly description: SuiteDescription;
}

/** Measures and describes suites, in their order, on two threads: this one reads how solutions are worded, a worker does the rest. */
export async function measureSuites(suites: readonly SuiteSamples[]): Promise<readonly MeasuredSuite[]> {
  const measurer = openMeasurer();
  try {
    const begun = suites.map((samples) => {
      const suite = eligibleSuite(samples);
      return { samples, suite, apart: measurer.measure(suite) };
    });
    const read = begun.map((one) => ({ ...one, texts: readTexts(one.suite) }));
    return await Promise.all(
      read.map(async ({ samples, suite, apart, texts }) => {
        const { ways, ...resampled } = await apart;
        const measures = measureRead(suite, { texts, ways });
        return { samples, measures, description: { ...describeAtOnce(measures), ...resampled } };
      }),
    );
  } finally {
    await measurer.close();
  }
}

import { describeAtOnce, type SuiteDescription } from '../../measures/describe-suite.ts';
import { readTexts } from '../../measures/text/encoded-texts.ts';
import { measureRead, type SuiteMeasures } from '../../measures/measure-suite.ts';
import type { MeasuredApart } from '../../measures/measure-apart.ts';
import type { EligibleSuite, SuiteSamples } from '../../measures/samples.ts';
import { eligibleSuite } from '../../measures/samples.ts';
import type { Measurer } from './measurer.ts';

/** A graded suite with all its measures, gating and reported. */
export interface MeasuredSuite {
  readonly samples: SuiteSamples;
  readonly measures: SuiteMeasures;
  readonly description: SuiteDescription;
}

/** A graded suite whose measurement the worker has started. */
export interface BegunSuite {
  readonly samples: SuiteSamples;
  readonly suite: EligibleSuite;
  readonly apart: Promise<MeasuredApart>;
}

/** Starts the worker's measurement; it must have read every item of the suite. */
export function beginSuite(samples: SuiteSamples, measurer: Measurer): BegunSuite {
  const suite = eligibleSuite(samples);
  return { samples, suite, apart: measurer.measure(suite) };
}

/** The same suite with embeddings, which the worker's part does not need. */
export function withEmbeddings(
  { samples, suite, apart }: BegunSuite,
  embeddingOf: SuiteSamples['embeddingOf'],
): BegunSuite {
  const added = embeddingOf && { embeddingOf };
  return { samples: { ...samples, ...added }, suite: { ...suite, ...added }, apart };
}

/**
 * Measures and describes suites, in their order: this thread does the measures of wording, the worker does
 * the rest.
 */
export async function measureSuites(begun: readonly BegunSuite[]): Promise<readonly MeasuredSuite[]> {
  const read = begun.map((one) => ({ ...one, texts: readTexts(one.suite) }));
  return Promise.all(
    read.map(async ({ samples, suite, apart, texts }) => {
      const { ways, ...resampled } = await apart;
      const measures = measureRead(suite, { texts, ways });
      return { samples, measures, description: { ...describeAtOnce(measures), ...resampled } };
    }),
  );
}

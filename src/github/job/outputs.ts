import type { MeasureResult, Result } from '../../result/result.ts';

/** The step's outputs by name, for later steps of the job. An empty string means that there is no value. */
export type Outputs = Readonly<
  Record<
    | 'verdict'
    | 'passed'
    | 'accuracy-delta'
    | 'diversity-delta'
    | 'ood-delta'
    | 'result'
    | 'report'
    | 'shard'
    | 'comment-url',
    string
  >
>;

/** The outputs about the result itself, without the paths and addresses of its reports. */
export type FoundOutputs = Omit<Outputs, 'result' | 'report' | 'shard' | 'comment-url'>;

/** The outputs of a run without a verdict. */
export const NO_OUTPUTS: FoundOutputs = {
  verdict: '',
  passed: '',
  'accuracy-delta': '',
  'diversity-delta': '',
  'ood-delta': '',
};

/** A result's outputs, without rounding. */
export function outputsOf({ verdict, measures }: Result): FoundOutputs {
  const gating = measures.filter(({ gates }) => gates);
  return {
    verdict: verdict.status,
    passed: String(verdict.passed),
    'accuracy-delta': shown(pooledTarget(measures)?.change?.estimate),
    'diversity-delta': shown(
      least(gating.filter(({ dimension }) => dimension === 'diversity').map(relativeDelta)),
    ),
    'ood-delta': shown(
      least(
        measures
          .filter(
            ({ role, dimension, name }) =>
              role === 'ood' && dimension === 'generalization' && name === 'pass@1',
          )
          .map(({ change }) => change?.estimate),
      ),
    ),
  };
}

/** The accuracy over all target suites or, if there is only one, the accuracy on that suite. */
function pooledTarget(measures: readonly MeasureResult[]): MeasureResult | undefined {
  const accuracies = measures.filter(
    ({ role, dimension, name }) => role === 'target' && dimension === 'accuracy' && name === 'pass@1',
  );
  return accuracies.find(({ suite }) => suite === null) ?? accuracies[0];
}

function relativeDelta({ old, change }: MeasureResult): number | undefined {
  return old === null || change === null || old <= 0 ? undefined : change.estimate / old;
}

function least(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function shown(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

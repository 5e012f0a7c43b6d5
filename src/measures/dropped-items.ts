import type { GradedItem } from '../grading/outcome.ts';
import type { Measure } from './measurement.ts';
import type { SuiteMeasures } from './measure-suite.ts';

/**
 * Recomputes the measures as if the value of every dropped item had moved as far as possible: all up (`+1`) or all down
 * (`-1`). The two directions bound the effect that the dropped items could have had (method.md, section "Validity").
 */
export function withDroppedItems(measures: SuiteMeasures, direction: 1 | -1): SuiteMeasures {
  const { dropped } = measures.suite;
  const extend = (measure: Measure): Measure => extended(measure, dropped, direction);
  const extendIfAny = (measure: Measure | undefined): Measure | undefined => measure && extend(measure);
  return {
    ...measures,
    accuracy: extendIfAny(measures.accuracy),
    coverage: extendIfAny(measures.coverage),
    syntactic: extendIfAny(measures.syntactic),
    logical: extend(measures.logical),
    semantic: extendIfAny(measures.semantic),
    reach: extend(measures.reach),
    hardestGroup: extendIfAny(measures.hardestGroup),
  };
}

function extended(measure: Measure, dropped: readonly GradedItem[], direction: 1 | -1): Measure {
  const { measurement, group } = measure;
  if (measurement.kind !== 'measured') return measure;
  const value = measurement.largestValue;
  const added = dropped
    .filter((item) => group === undefined || item.group === group)
    .map(({ id, cluster }) => ({
      id,
      cluster,
      old: direction === 1 ? 0 : value,
      new: direction === 1 ? value : 0,
    }));
  return { ...measure, measurement: { ...measurement, items: [...measurement.items, ...added] } };
}

import type { PairedItem } from '../measures/measurement.ts';
import type { SuiteMeasures } from '../measures/measure-suite.ts';
import type { Part } from './estimate.ts';

/**
 * The pooled target's pass@1, in which every target suite has equal weight. Suites that share an item or a cluster are
 * not independent, so they are joined into one clustered sample that carries their combined weight. Undefined if there
 * are no target suites or if one of them could not be measured (method.md, section "The verdict").
 */
export function pooledTarget(targets: readonly SuiteMeasures[]): readonly Part[] | undefined {
  const measured = targets.map(({ accuracy }) =>
    accuracy?.measurement.kind === 'measured' ? accuracy.measurement : undefined,
  );
  if (measured.length === 0 || measured.includes(undefined)) return undefined;
  const samples: JoinedSample[] = [];
  for (const measurement of measured) {
    if (measurement === undefined) continue;
    const clusters = new Set(measurement.items.map(({ cluster }) => cluster));
    const joined: JoinedSample = { items: [...measurement.items], clusters, suites: 1 };
    for (const sample of samples.filter((other) => !other.clusters.isDisjointFrom(clusters))) {
      samples.splice(samples.indexOf(sample), 1);
      joined.items = [...sample.items, ...joined.items];
      joined.clusters = joined.clusters.union(sample.clusters);
      joined.suites += sample.suites;
    }
    samples.push(joined);
  }
  return samples.map(({ items, suites }) => ({
    measurement: { kind: 'measured', items, largestValue: 1, reach: 1 },
    weight: suites / targets.length,
  }));
}

interface JoinedSample {
  items: PairedItem[];
  clusters: Set<string>;
  suites: number;
}

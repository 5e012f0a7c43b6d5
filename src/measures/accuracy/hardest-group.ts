import { accuracy, shareCorrect } from './accuracy.ts';
import { CLUSTERS_TO_GATE, effectiveClusters } from '../../statistics/clustered-mean.ts';
import type { Measurement } from '../measurement.ts';
import type { EligibleItem, EligibleSuite, ItemSamples } from '../samples.ts';

/** Smallest n at which the hardest group can be chosen using some samples and compared using others. */
export const SAMPLES_FOR_HARDEST_GROUP = 4;

/** A group and its pass@1. */
export interface HardestGroup {
  readonly group: string | undefined;
  readonly measurement: Measurement;
}

/** Groups the items by group name. Items without a group are left out. */
export function byGroup(items: readonly EligibleItem[]): Map<string, EligibleItem[]> {
  const groups = new Map<string, EligibleItem[]>();
  for (const item of items) {
    if (item.group === undefined) continue;
    const members = groups.get(item.group);
    if (members === undefined) groups.set(item.group, [item]);
    else members.push(item);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Accuracy on the suite's hardest group. A configured group is compared on all its samples. Otherwise, the baseline's
 * even-indexed samples determine the group with the lowest accuracy, and both sides' odd-indexed samples are compared.
 * A group that was chosen and compared on the same samples would regress to the mean. Only groups with a C_eff of at
 * least 30 clusters are considered; ties are broken by name. Undefined if the items have no groups.
 */
export function hardestGroup(suite: EligibleSuite): HardestGroup | undefined {
  const groups = byGroup(suite.items);
  const configured = suite.hardestGroup;
  if (configured !== undefined) return { group: configured, measurement: accuracyOnGroup(suite, configured) };
  if (groups.size === 0) return undefined;
  if (suite.samplesPerItem < SAMPLES_FOR_HARDEST_GROUP) {
    return {
      group: undefined,
      measurement: {
        kind: 'unmeasurable',
        reason: `choosing and comparing the hardest group needs at least ${SAMPLES_FOR_HARDEST_GROUP} samples per item`,
      },
    };
  }
  const worst = [...groups]
    .filter(([, items]) => effectiveClusters(items) >= CLUSTERS_TO_GATE)
    .flatMap(([name, items]) => {
      const value = meanOfShares(items.map(({ old }) => half(old, 0)));
      return value === undefined ? [] : [{ name, value }];
    })
    .reduce<{ name: string; value: number } | undefined>(
      (best, group) => (best === undefined || group.value < best.value ? group : best),
      undefined,
    );
  if (worst === undefined) {
    return {
      group: undefined,
      measurement: {
        kind: 'not-applicable',
        reason: `no group is equivalent to at least ${CLUSTERS_TO_GATE} independent items`,
      },
    };
  }
  return { group: worst.name, measurement: accuracyOnGroup(suite, worst.name) };
}

/**
 * Accuracy on a group, measured as for the hardest group: on all samples if the group is configured, otherwise on the
 * odd-indexed samples.
 */
export function accuracyOnGroup(suite: EligibleSuite, group: string): Measurement {
  const items = byGroup(suite.items).get(group) ?? [];
  return accuracy(suite.hardestGroup === undefined ? oddHalves(items) : items);
}

function oddHalves(items: readonly EligibleItem[]): EligibleItem[] {
  return items
    .map((item) => ({ ...item, old: half(item.old, 1), new: half(item.new, 1) }))
    .filter((item) => item.old.samples.length > 0 && item.new.samples.length > 0);
}

function half({ samples }: ItemSamples, parity: 0 | 1): ItemSamples {
  const chosen = samples.filter(({ index }) => index % 2 === parity);
  return { samples: chosen, correct: chosen.filter(({ outcome }) => outcome === 'correct').length };
}

/** The mean pass@1 of the items that have samples; undefined if there are none. */
function meanOfShares(items: readonly ItemSamples[]): number | undefined {
  const shares = items.filter(({ samples }) => samples.length > 0).map(shareCorrect);
  if (shares.length === 0) return undefined;
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

import { pairBy, shareCorrect } from './accuracy.ts';
import type { Measurement } from '../measurement.ts';
import type { EligibleItem } from '../samples.ts';

/**
 * Accuracy corrected for guessing: (c/n − g)/(1 − g) on every item, where g is the probability that a guess is right. The
 * value is 1 if all samples are correct, 0 at chance level, and negative below chance level. Not applicable unless g is
 * known for every item. Source: Cohen's kappa with a fixed chance agreement (Bennett, Alpert and Goldstein's S).
 */
export function chanceCorrected(items: readonly EligibleItem[]): Measurement {
  const known = items.flatMap((item) => (item.chance === undefined ? [] : [{ item, chance: item.chance }]));
  if (known.length < items.length) {
    return { kind: 'not-applicable', reason: 'some items do not specify how many options they have' };
  }
  if (known.length === 0) {
    return { kind: 'unmeasurable', reason: 'no item has enough graded samples on both sides' };
  }
  const moves = known.map(({ chance }) => 1 / (1 - chance));
  return {
    kind: 'measured',
    items: known.map(({ item, chance }) =>
      pairBy(item, (side) => (shareCorrect(side) - chance) / (1 - chance)),
    ),
    largestValue: moves.reduce((most, move) => Math.max(most, move), 0),
    reach: moves.reduce((sum, move) => sum + move, 0) / moves.length,
  };
}

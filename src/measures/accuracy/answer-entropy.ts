import type { Measurement, PairedItem } from '../measurement.ts';
import { measuredAmounts } from '../measurement.ts';
import type { EligibleItem, ItemSamples } from '../samples.ts';

/**
 * Answer entropy: the Shannon entropy, in bits, of the answers to an item, whether right or wrong. Samples without an answer
 * are ignored. The entropy is 0 if all answers agree and log₂ of the number of answers if no two agree. Only items with at
 * least two answers on both sides count. With few samples the estimate is biased low, equally on both sides.
 */
export function answerEntropy(items: readonly EligibleItem[]): Measurement {
  const paired = items.flatMap(({ id, cluster, old, new: candidate }): PairedItem[] => {
    const [ofOld, ofNew] = [entropyOf(old), entropyOf(candidate)];
    return ofOld === undefined || ofNew === undefined ? [] : [{ id, cluster, old: ofOld, new: ofNew }];
  });
  const most = items.reduce(
    (samples, { old, new: candidate }) => Math.max(samples, old.samples.length, candidate.samples.length),
    1,
  );
  return measuredAmounts(paired, {
    reach: Math.log2(most),
    reason: 'no item has at least two answers on both sides',
  });
}

function entropyOf({ samples }: ItemSamples): number | undefined {
  const counts = new Map<string, number>();
  let answers = 0;
  for (const { answer } of samples) {
    if (answer === undefined) continue;
    answers += 1;
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
  }
  if (answers < 2) return undefined;
  // Summing the counts in ascending order makes the result independent of the order of samples, to the last bit.
  return [...counts.values()]
    .sort((a, b) => a - b)
    .reduce((sum, count) => sum + (count / answers) * Math.log2(answers / count), 0);
}

import type { Measurement, PairedItem } from './measurement.ts';
import { measuredAmounts } from './measurement.ts';
import type { EligibleItem, ItemSamples } from './samples.ts';

/**
 * Answer entropy: Shannon's entropy in bits of the answers to an item, right and wrong, among the samples that give one. 0
 * where all agree, log₂ of their number where no two do. Items with at least two answers on both sides. From few samples
 * it is too low, on both sides alike.
 */
export function answerEntropy(items: readonly EligibleItem[]): Measurement {
  const paired = items.flatMap(({ id, cluster, old, new: fresh }): PairedItem[] => {
    const [ofOld, ofNew] = [entropyOf(old), entropyOf(fresh)];
    return ofOld === undefined || ofNew === undefined ? [] : [{ id, cluster, old: ofOld, new: ofNew }];
  });
  const most = items.reduce(
    (samples, { old, new: fresh }) => Math.max(samples, old.samples.length, fresh.samples.length),
    1,
  );
  return measuredAmounts(paired, {
    reach: Math.log2(most),
    reason: 'no item has two answers on both sides',
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
  // Summed in order of count, so that the order of samples moves not one bit.
  return [...counts.values()]
    .sort((a, b) => a - b)
    .reduce((sum, count) => sum + (count / answers) * Math.log2(answers / count), 0);
}

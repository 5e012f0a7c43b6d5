import type { EncodedTexts } from './encoded-texts.ts';
import type { Measurement } from './measurement.ts';
import { measuredAmounts } from './measurement.ts';
import type { EligibleItem } from './samples.ts';

/**
 * Mean length of an item's graded samples, right or wrong, in words and marks (tokens.ts; a model's own tokens are
 * others). 0 for empty texts.
 */
export function meanLength(items: readonly EligibleItem[], encoded: EncodedTexts): Measurement {
  return measuredAmounts(
    items.map(({ id, cluster }, place) => ({
      id,
      cluster,
      old: meanOf(encoded.old[place]),
      new: meanOf(encoded.new[place]),
    })),
    {
      reach: Number.POSITIVE_INFINITY,
      reason: 'no item has enough graded samples on both sides',
    },
  );
}

function meanOf(texts: readonly Int32Array[] = []): number {
  return texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
}

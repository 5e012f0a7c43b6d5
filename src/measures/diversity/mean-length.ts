import type { EncodedTexts } from '../text/encoded-texts.ts';
import type { Measurement } from '../measurement.ts';
import { measuredAmounts } from '../measurement.ts';
import type { EligibleItem } from '../samples.ts';

/**
 * Mean length of an item's graded samples, whether right or wrong, in words and marks (as in tokens.ts, not a model's own
 * tokens). An empty string has length 0. Unmeasurable if all texts are empty, which happens if options were scored by their
 * likelihood and no text was generated.
 */
export function meanLength(items: readonly EligibleItem[], encoded: EncodedTexts): Measurement {
  const lengths = items.map(({ id, cluster }, place) => ({
    id,
    cluster,
    old: meanOf(encoded.old[place]),
    new: meanOf(encoded.new[place]),
  }));
  if (lengths.length > 0 && lengths.every(({ old, new: candidate }) => old + candidate === 0))
    return { kind: 'unmeasurable', reason: 'no completion contains any text' };
  return measuredAmounts(lengths, {
    reach: Number.POSITIVE_INFINITY,
    reason: 'no item has enough graded samples on both sides',
  });
}

function meanOf(texts: readonly Int32Array[] = []): number {
  return texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
}

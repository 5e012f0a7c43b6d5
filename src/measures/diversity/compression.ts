import type { EncodedTexts } from '../text/encoded-texts.ts';
import type { Measurement, PairedItem } from '../measurement.ts';
import { measuredAmounts } from '../measurement.ts';
import type { EligibleItem } from '../samples.ts';

/**
 * Compression ratio of an item's graded samples, whether right or wrong: compressed size divided by original size. The
 * ratio is low if samples repeat one another or themselves, and 1 or slightly more if nothing is repeated. Only items
 * with at least one word on both sides count.
 *
 * The compressor is LZ78 (Ziv and Lempel, 1978) over words and marks, with one dictionary for all samples of an item. A
 * phrase is the longest known phrase plus the token after it; the j-th phrase costs log₂ j bits plus the size of a token
 * in bits. The compressor is implemented here because general-purpose compressors give different sizes on different
 * processors, and a result must not depend on the processor.
 */
export function compressionRatio(items: readonly EligibleItem[], encoded: EncodedTexts): Measurement {
  const { old, new: candidate } = encoded.compressed;
  const paired = items.flatMap(({ id, cluster }, place): PairedItem[] => {
    const [ofOld, ofNew] = [old[place], candidate[place]];
    return ofOld === undefined || ofNew === undefined ? [] : [{ id, cluster, old: ofOld, new: ofNew }];
  });
  return measuredAmounts(paired, {
    reach: Number.POSITIVE_INFINITY,
    reason: 'no item has any words on both sides',
  });
}

import type { EncodedSide } from './boilerplate.ts';
import { Boilerplate } from './boilerplate.ts';
import { samplesThatCount } from './counting-samples.ts';
import { measuredDissimilarity } from './dissimilarity-measurement.ts';
import type { Measurement, PairedItem } from './measurement.ts';
import { dissimilarityByLength } from './ngram-diversity.ts';
import type { EligibleItem } from './samples.ts';
import { Vocabulary } from './tokens.ts';

/**
 * Syntactic diversity: D over sets of word n-grams for n = 1 … 4, then the mean over the n at which both sides have at
 * least two texts. Boilerplate is looked for in all graded samples, right or wrong (method.md, section 2).
 */
export function syntacticDiversity(items: readonly EligibleItem[]): Measurement {
  const vocabulary = new Vocabulary();
  const encoded = new Map<string, Int32Array>();
  const encode = (text: string): Int32Array => {
    let tokens = encoded.get(text);
    if (tokens === undefined) {
      tokens = vocabulary.encode(text);
      encoded.set(text, tokens);
    }
    return tokens;
  };
  const sides = (['old', 'new'] as const).map((side): EncodedSide =>
    items.map((item) => item[side].samples.map(({ text }) => encode(text))),
  );
  const boilerplate = new Boilerplate(sides, vocabulary.size);

  const paired: PairedItem[] = [];
  for (const { id, cluster, old, new: fresh } of samplesThatCount(items)) {
    const ofOld = dissimilarityByLength(
      old.map(({ text }) => encode(text)),
      boilerplate,
    );
    const ofNew = dissimilarityByLength(
      fresh.map(({ text }) => encode(text)),
      boilerplate,
    );
    const both = ofOld.flatMap((value, place) => {
      const other = ofNew[place];
      return value === undefined || other === undefined ? [] : [{ old: value, new: other }];
    });
    if (both.length === 0) continue;
    paired.push({
      id,
      cluster,
      old: both.reduce((sum, value) => sum + value.old, 0) / both.length,
      new: both.reduce((sum, value) => sum + value.new, 0) / both.length,
    });
  }
  return measuredDissimilarity(paired);
}

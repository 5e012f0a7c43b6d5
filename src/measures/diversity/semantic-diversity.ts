import type { GradedItem, GradedSample } from '../../grading/outcome.ts';
import { samplesThatCount } from './counting-samples.ts';
import { meanPairwiseDissimilarity, mostDissimilar } from './dissimilarity.ts';
import { measuredDissimilarity } from './dissimilarity-measurement.ts';
import type { Measurement, PairedItem } from '../measurement.ts';
import type { EligibleItem, EmbeddingOf } from '../samples.ts';

/** Maximum share of items that may lack an embedding. Beyond this share, the remaining items are not representative. */
const MOST_LEFT_OUT = 0.1;

/**
 * Semantic diversity: D over sentence embeddings of length 1, on items with at least two samples that count on both sides.
 * Cosines may be negative, so the D of m samples can be as large as 1 + 1/(m − 1) (method.md, section "Diversity").
 *
 * A blank text has no meaning to embed and therefore counts as the single feature ∅: equal to other blank texts and
 * different from every other text. An item is left out if any of its samples that count has no embedding. If more than a
 * tenth of the items are left out, the measure is unmeasurable.
 */
export function semanticDiversity(items: readonly EligibleItem[], embeddingOf: EmbeddingOf): Measurement {
  const counted = samplesThatCount(items);
  const paired: PairedItem[] = [];
  const most = { old: 0, new: 0 };
  for (const { id, cluster, old, new: candidate } of counted) {
    const ofOld = dissimilarityOfMeanings(old, embeddingOf);
    const ofNew = dissimilarityOfMeanings(candidate, embeddingOf);
    if (ofOld === undefined || ofNew === undefined) continue;
    paired.push({ id, cluster, old: ofOld, new: ofNew });
    most.old += mostDissimilar(old.length);
    most.new += mostDissimilar(candidate.length);
  }
  const leftOut = counted.length - paired.length;
  if (leftOut > MOST_LEFT_OUT * counted.length) {
    return {
      kind: 'unmeasurable',
      reason: `${leftOut} of ${counted.length} items have a solution that could not be embedded`,
    };
  }
  return measuredDissimilarity(paired, Math.max(most.old, most.new) / paired.length);
}

/**
 * The texts that semantic diversity may need embeddings for: those of correct samples on items with at least two correct
 * samples on both sides. Ineligible items are included, so that the embeddings suffice when a verdict is recomputed without
 * suspect samples.
 */
export function textsToEmbed(items: readonly GradedItem[]): string[] {
  return items.flatMap((item) => {
    const old = correctTexts(item.old);
    const candidate = correctTexts(item.new);
    return old.length < 2 || candidate.length < 2
      ? []
      : [...old, ...candidate].filter((text) => !isBlank(text));
  });
}

function correctTexts(samples: readonly GradedSample[]): string[] {
  return samples.filter(({ outcome }) => outcome === 'correct').map(({ text }) => text);
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** D of the samples' embeddings; undefined for fewer than two samples, or if an embedding is missing. */
function dissimilarityOfMeanings(
  samples: readonly GradedSample[],
  embeddingOf: EmbeddingOf,
): number | undefined {
  let sum: Float64Array | undefined;
  let blank = 0;
  for (const { text } of samples) {
    if (isBlank(text)) {
      blank += 1;
      continue;
    }
    const embedding = embeddingOf(text);
    if (embedding === undefined) return undefined;
    sum ??= new Float64Array(embedding.length);
    addUnit(sum, embedding);
  }
  const squares = blank ** 2 + (sum?.reduce((total, value) => total + value ** 2, 0) ?? 0);
  return meanPairwiseDissimilarity(squares, samples.length, mostDissimilar(samples.length));
}

/** Adds `vector`, scaled to length 1, to `sum`. */
function addUnit(sum: Float64Array, vector: Float32Array): void {
  const length = Math.sqrt(vector.reduce((total, value) => total + value ** 2, 0));
  vector.forEach((value, place) => {
    sum[place] = (sum[place] ?? 0) + value / length;
  });
}

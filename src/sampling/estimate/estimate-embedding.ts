import type { EmbeddingModel } from '../../servers/embedding-model.ts';
import { CHARACTERS_PER_TOKEN, type SideEstimate } from './estimate.ts';

/**
 * An upper bound on the requests and tokens for embedding solutions. Assumes that every sample is correct, unique and
 * not stored.
 */
export interface EmbeddingEstimate {
  readonly model: string;
  readonly texts: number;
  /** Number of requests, without retries. */
  readonly requests: number;
  /** Based on the actual or maximum length of completions, capped at the maximum length of an embedded text. */
  readonly promptTokens: number;
}

export type EmbeddingEstimator = (
  sides: readonly SideEstimate[],
  model: Pick<EmbeddingModel, 'model' | 'batch' | 'maxCharacters'>,
) => EmbeddingEstimate;

/** Computes an upper bound on the cost of embedding these sides' completions. */
export const estimateEmbedding: EmbeddingEstimator = (sides, { model, batch, maxCharacters }) => {
  const longest = Math.ceil(maxCharacters / CHARACTERS_PER_TOKEN);
  const texts = sides.reduce((sum, { samples }) => sum + samples, 0);
  return {
    model,
    texts,
    requests: Math.ceil(texts / batch),
    promptTokens: Math.round(
      sides.reduce(
        (sum, { samples, tokensPerCompletion = longest }) =>
          sum + samples * Math.min(longest, tokensPerCompletion),
        0,
      ),
    ),
  };
};

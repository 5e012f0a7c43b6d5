import type { EmbeddingModel } from '../../servers/embedding-model.ts';
import { CHARACTERS_PER_TOKEN, type SideEstimate } from './estimate.ts';

/** What embedding solutions will ask for at most: of every sample, none of them wrong, repeated or stored. */
export interface EmbeddingEstimate {
  readonly model: string;
  readonly texts: number;
  /** Requests, if none has to be repeated. */
  readonly requests: number;
  /** From how long completions are, or may become, cut at the longest text that is embedded. */
  readonly promptTokens: number;
}

export type EmbeddingEstimator = (
  sides: readonly SideEstimate[],
  model: Pick<EmbeddingModel, 'model' | 'batch' | 'maxCharacters'>,
) => EmbeddingEstimate;

/** Bounds what embedding the completions of these sides will ask for. */
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

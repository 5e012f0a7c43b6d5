import { resolveEmbeddingModel } from '../../servers/embedding-model.ts';
import type { Config } from '../../config/schema/config.ts';
import type { SuiteSamples } from '../../measures/samples.ts';
import { textsToEmbed } from '../../measures/diversity/semantic-diversity.ts';
import type { EmbeddingOf } from '../../measures/samples.ts';
import type { Result } from '../../result/result.ts';
import type { Embedded, EmbeddingRequest } from '../../sampling/embeddings/embedding-request.ts';

/** The external dependencies of embedding, provided by the entry points. `embed` already has the run's abort signal. */
export interface EmbeddingEdges extends Pick<
  EmbeddingRequest,
  'storeDir' | 'env' | 'onEmbedding' | 'onWarning'
> {
  readonly embed: (request: Omit<EmbeddingRequest, 'signal'>) => Promise<Embedded>;
}

/** The embeddings of all compared solutions, and the part of the report about them. */
export interface EmbeddedSolutions {
  readonly embeddingOf: EmbeddingOf;
  /** Complete sentences for the report: one if any text could not be embedded, otherwise none. */
  readonly notes: readonly string[];
  readonly cost: NonNullable<Result['cost']['embeddings']>;
  readonly provenance: NonNullable<Result['provenance']['embeddings']>;
}

export type EmbedSolutions = (suites: readonly SuiteSamples[]) => Promise<EmbeddedSolutions>;

/**
 * Prepares to embed the solutions after grading. Called before anything is spent. Returns undefined if the
 * configuration has no embeddings.
 *
 * @throws {ConfigError} if the environment variable for the embedding server's address is not set
 */
export function solutionEmbedder(
  { embeddings, sampling }: Config,
  { embed, storeDir, env, onEmbedding, onWarning }: EmbeddingEdges,
): EmbedSolutions | undefined {
  if (embeddings === undefined) return undefined;
  const model = resolveEmbeddingModel(embeddings, env);
  return async (suites) => {
    const { embeddingOf, texts, failed, cost } = await embed({
      storeDir,
      env,
      ...(onEmbedding && { onEmbedding }),
      ...(onWarning && { onWarning }),
      model,
      texts: suites.flatMap(({ items }) => textsToEmbed(items)),
      concurrency: sampling.concurrency,
      timeoutMs: sampling.timeoutMs,
    });
    return {
      embeddingOf,
      notes:
        failed === undefined
          ? []
          : [
              `${failed.texts} of ${texts} different solutions could not be embedded (${failed.reason}); items with such a solution are excluded from semantic diversity.`,
            ],
      cost: { requests: cost.requests, prompt_tokens: cost.prompt_tokens, reused: cost.cached },
      provenance: {
        model: model.model,
        max_characters: model.maxCharacters,
        ...(model.digest === undefined ? {} : { digest: model.digest }),
      },
    };
  };
}

import { resolveEmbeddingModel } from '../checkpoints/embedding-model.ts';
import type { Config } from '../config/schema.ts';
import type { SuiteSamples } from '../measures/samples.ts';
import { type EmbeddingOf, textsToEmbed } from '../measures/semantic-diversity.ts';
import type { Result } from '../report/result.ts';
import type { Embedded, EmbeddingRequest } from '../sampling/embeddings.ts';

/** What embedding needs of the world, handed in by the entries; `embed` knows when it must stop. */
export interface EmbeddingEdges extends Pick<
  EmbeddingRequest,
  'storeDir' | 'env' | 'onEmbedding' | 'onWarning'
> {
  readonly embed: (request: Omit<EmbeddingRequest, 'signal'>) => Promise<Embedded>;
}

/** The embeddings of all solutions that are compared, and what a report says of them. */
export interface EmbeddedSolutions {
  readonly embeddingOf: EmbeddingOf;
  /** Whole sentences; one where some text could not be embedded. */
  readonly notes: readonly string[];
  readonly cost: NonNullable<Result['cost']['embeddings']>;
  readonly provenance: NonNullable<Result['provenance']['embeddings']>;
}

export type EmbedSolutions = (suites: readonly SuiteSamples[]) => Promise<EmbeddedSolutions>;

/**
 * How solutions will be embedded once they are graded; undefined where the configuration has no embeddings. Made before
 * anything is spent.
 *
 * @throws ConfigError where the address of the embeddings' server is to come from the environment and does not.
 */
export function solutionEmbedder(
  { embeddings, sampling }: Config,
  { embed, ...edges }: EmbeddingEdges,
): EmbedSolutions | undefined {
  if (embeddings === undefined) return undefined;
  const model = resolveEmbeddingModel(embeddings, edges.env);
  return async (suites) => {
    const { embeddingOf, texts, failed, cost } = await embed({
      ...edges,
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
              `${failed.texts} of ${texts} different solutions could not be embedded (${failed.reason}); items that have one are left out of semantic diversity.`,
            ],
      cost,
      provenance: {
        model: model.model,
        max_characters: model.maxCharacters,
        ...(model.digest === undefined ? {} : { digest: model.digest }),
      },
    };
  };
}

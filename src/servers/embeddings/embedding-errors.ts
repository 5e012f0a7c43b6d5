import type { EmbeddingModel } from '../embedding-model.ts';
import { SamplingError } from '../../errors.ts';
import { gaveUpAdvice } from '../http/busy-server.ts';
import { shownAddress } from '../http/endpoint.ts';
import type { RequestFailure } from '../http/request-failure.ts';

const RESUMES = 'Embeddings received so far are stored. Run the same command again to request only the rest.';

/** The error for a server that responds but no longer returns embeddings. */
export function embeddingGaveUp(options: {
  readonly failure: RequestFailure;
  readonly model: EmbeddingModel;
  readonly failedInARow: number;
}): SamplingError {
  const { failure, model, failedInARow } = options;
  return new SamplingError({
    what: `The embedding server (${model.model}) returns no embeddings: the last ${failedInARow} requests failed after all retries, most recently with: ${failure.message}.`,
    where: shownAddress(model),
    fix: `${gaveUpAdvice(failure, { ...model, side: 'embeddings' })} ${RESUMES}`,
    cause: failure,
  });
}

/** The error for a run in which no text could be embedded. `texts` must be at least 1. */
export function noTextEmbedded(options: {
  readonly model: EmbeddingModel;
  readonly texts: number;
  readonly reason: string;
}): SamplingError {
  const { model, texts, reason } = options;
  return new SamplingError({
    what: `${model.model} could not embed any of the ${texts} texts: ${reason}.`,
    where: shownAddress(model),
    fix: 'Fix the server, or change the settings under embeddings that it refuses. Then run the same command again.',
  });
}

/**
 * The error for embeddings of different lengths from one model, either within the store or between the store and the
 * server.
 */
export function otherDimensions(options: {
  readonly model: EmbeddingModel;
  readonly path: string;
  readonly stored: number;
  readonly given: number;
}): SamplingError {
  const { model, path, stored, given } = options;
  return new SamplingError({
    what: `Found embeddings of lengths ${stored} and ${given} from ${model.model}, but all embeddings from a model must have the same length.`,
    where: path,
    fix: 'Delete this file to request all embeddings again. To avoid mixing models, set embeddings.digest to a string that changes when the weights change.',
  });
}

/**
 * The error for an interrupted run. If the reason is a SamplingError (because the budget is spent), that error is
 * returned unchanged.
 */
export function embeddingInterrupted(options: {
  readonly reason: unknown;
  readonly storeDir: string;
}): SamplingError {
  const { reason, storeDir } = options;
  if (reason instanceof SamplingError) return reason;
  return new SamplingError({
    what: 'Embedding was interrupted.',
    where: storeDir,
    fix: RESUMES,
    cause: reason,
  });
}

import type { EmbeddingModel } from '../embedding-model.ts';
import { SamplingError } from '../../errors.ts';
import { shownAddress } from '../http/endpoint.ts';
import type { RequestFailure } from '../http/request-failure.ts';

const RESUMES = 'Embeddings that have arrived are kept: the same command asks only for the rest.';

/** The error for a server that answers and gives no embeddings any more. */
export function embeddingGaveUp(options: {
  readonly failure: RequestFailure;
  readonly model: EmbeddingModel;
  readonly failedInARow: number;
}): SamplingError {
  const { failure, model, failedInARow } = options;
  return new SamplingError({
    what: `The server of embeddings (${model.model}) gives none: the last ${failedInARow} requests failed after all attempts, the latest with ${failure.message}.`,
    where: shownAddress(model),
    fix: `Look into the server's log. ${RESUMES}`,
    cause: failure,
  });
}

/** The error where not one text could be embedded. `texts` is at least 1. */
export function noTextEmbedded(options: {
  readonly model: EmbeddingModel;
  readonly texts: number;
  readonly reason: string;
}): SamplingError {
  const { model, texts, reason } = options;
  return new SamplingError({
    what: `Not one of ${texts} texts could be embedded by ${model.model}: ${reason}.`,
    where: shownAddress(model),
    fix: 'Fix that at the server, or change the settings under embeddings that it refuses, then run the same command again.',
  });
}

/** The error where embeddings of one model are of several lengths: in the store, or in the store and newly given. */
export function otherDimensions(options: {
  readonly model: EmbeddingModel;
  readonly path: string;
  readonly stored: number;
  readonly given: number;
}): SamplingError {
  const { model, path, stored, given } = options;
  return new SamplingError({
    what: `Embeddings of ${model.model} have ${stored} numbers and ${given} numbers, so they are not of one model.`,
    where: path,
    fix: 'Delete that file, and all are asked anew; set embeddings.digest to a text that changes when the weights do, so that they never mix.',
  });
}

/** The error of a run that was stopped. A SamplingError given as the reason (a spent budget) stands for itself. */
export function embeddingInterrupted(options: {
  readonly reason: unknown;
  readonly storeDir: string;
}): SamplingError {
  const { reason, storeDir } = options;
  if (reason instanceof SamplingError) return reason;
  return new SamplingError({
    what: 'Embedding the solutions was interrupted.',
    where: storeDir,
    fix: RESUMES,
    cause: reason,
  });
}

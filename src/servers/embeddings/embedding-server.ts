import type { EmbeddingModel } from '../embedding-model.ts';
import { openServerSession } from '../http/server-session.ts';
import { openConnection } from '../http/connection.ts';
import { pathOf } from '../http/endpoint.ts';
import { type EmbeddingAnswer, readEmbeddings } from './embedding-answer.ts';
import { embeddingGaveUp } from './embedding-errors.ts';
import { RequestFailure } from '../http/request-failure.ts';
import { type ConcurrencySetting, mostOf, openThrottle } from '../http/pace/throttle.ts';
import type { Timing } from '../../timing.ts';

/**
 * The run ends if the number of consecutive failures exceeds this number plus the concurrency limit. A failure is a
 * text or batch that failed after all retries. The concurrency limit is added because each concurrent request may
 * contain text that the server refuses.
 */
const MOST_FAILURES_IN_A_ROW = 20;

/** The result for a group of texts: their embeddings, or the reason for the failure. */
export type Embedding =
  | { readonly texts: readonly string[]; readonly answer: EmbeddingAnswer }
  | { readonly texts: readonly string[]; readonly failure: RequestFailure };

/** A run's connection to the embedding model's server. */
export interface EmbeddingServer {
  /**
   * Embeds a batch with retries, at the rate the server allows. A refused batch is split in half repeatedly, down to
   * single texts, so that one overlong text does not prevent the others from being embedded. Yields each part as soon
   * as its result is known. All vectors in a run must have the same length; a response with vectors of another length
   * counts as malformed.
   *
   * @throws {SamplingError} if further requests would be pointless
   */
  readonly embed: (texts: readonly string[], signal: AbortSignal) => AsyncGenerator<Embedding>;
  /** Returns the number of requests sent so far, including retries. */
  readonly requests: () => number;
  readonly close: () => void;
}

/** @throws {SamplingError} if an environment variable that the model needs is missing or unusable */
export function openEmbeddingServer(options: {
  readonly model: EmbeddingModel;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timing: Timing;
  readonly concurrency: ConcurrencySetting;
  readonly timeoutMs: number;
  /** Called with one sentence about an anomaly that does not stop the run. */
  readonly onWarning?: (message: string) => void;
}): EmbeddingServer {
  const { model, timing, concurrency, onWarning = () => {} } = options;
  const { limits = {} } = model;
  const endpoint = { ...model, side: 'embeddings' } as const;
  const throttle = openThrottle({ concurrency, limits, timing });
  const { post, models, redact, close } = openConnection({ ...options, endpoint, heard: throttle.heard });
  const session = openServerSession({
    endpoint,
    models,
    timing,
    throttle,
    mostInARow: MOST_FAILURES_IN_A_ROW + mostOf(concurrency),
    mostAtFirst: MOST_FAILURES_IN_A_ROW + mostOf(concurrency),
    gaveUp: (failure, failedInARow) => embeddingGaveUp({ failure, model, failedInARow }),
    onPause: onWarning,
  });
  let dimensions: number | undefined;
  const read = (body: unknown, texts: number): EmbeddingAnswer => {
    const answer = readEmbeddings(body, { texts, dimensions, redact });
    dimensions ??= answer.vectors[0]?.length;
    return answer;
  };
  async function* embed(texts: readonly string[], signal: AbortSignal): AsyncGenerator<Embedding> {
    const send = (): Promise<EmbeddingAnswer> =>
      post({
        path: pathOf(endpoint),
        body: { model: model.model, input: texts, encoding_format: 'float' },
        signal,
        read: (body) => read(body, texts.length),
      });
    const isDivisible = (failure: RequestFailure): boolean =>
      texts.length > 1 && failure.isAnswer && !failure.isBusy;
    const isForgiven = (failure: RequestFailure): boolean => isDivisible(failure) && !failure.isTransient;
    const answer = await session.ask(send, signal, isForgiven);
    if (!(answer instanceof RequestFailure)) {
      yield { texts, answer };
    } else if (isDivisible(answer)) {
      const half = Math.ceil(texts.length / 2);
      yield* embed(texts.slice(0, half), signal);
      yield* embed(texts.slice(half), signal);
    } else {
      yield { texts, failure: answer };
    }
  }
  return { embed, requests: session.requests, close };
}

import type { EmbeddingModel } from '../embedding-model.ts';
import { openServerSession } from '../http/server-session.ts';
import { openConnection } from '../http/connection.ts';
import { type EmbeddingAnswer, readEmbeddings } from './embedding-answer.ts';
import { embeddingGaveUp } from './embedding-errors.ts';
import { RequestFailure } from '../http/request-failure.ts';
import { type ConcurrencySetting, mostOf, openThrottle } from '../http/throttle.ts';
import type { Timing } from '../../timing.ts';

/**
 * After more texts or batches than these that failed in a row, all attempts made, the server is given up. As many more as
 * are asked at one time may meet a text that the server refuses.
 */
const MOST_FAILURES_IN_A_ROW = 20;

/** What became of some texts: embedded, or why not. */
export type Embedding =
  | { readonly texts: readonly string[]; readonly answer: EmbeddingAnswer }
  | { readonly texts: readonly string[]; readonly failure: RequestFailure };

/** The server of an embedding model during a run. */
export interface EmbeddingServer {
  /**
   * Embeds a batch: asked at the server's pace, with retries. A batch that the server refuses is halved, down to single
   * texts, so that one text too long for it costs no other its embedding. Yields each part as it is settled. All vectors
   * of a run are of one length: an answer with others counts as malformed.
   *
   * @throws {SamplingError} where asking on makes no sense.
   */
  readonly embed: (texts: readonly string[], signal: AbortSignal) => AsyncGenerator<Embedding>;
  /** Requests sent so far, repeated ones too. */
  readonly requests: () => number;
  readonly close: () => void;
}

/** @throws {SamplingError} where an environment variable that the model needs is missing or unusable. */
export function openEmbeddingServer(options: {
  readonly model: EmbeddingModel;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timing: Timing;
  readonly concurrency: ConcurrencySetting;
  readonly timeoutMs: number;
}): EmbeddingServer {
  const { model, timing, concurrency } = options;
  const endpoint = { ...model, side: 'embeddings' } as const;
  const throttle = openThrottle({ concurrency, timing });
  const { post, models, close } = openConnection({ ...options, endpoint, heard: throttle.heard });
  const session = openServerSession({
    endpoint,
    models,
    timing,
    throttle,
    mostInARow: MOST_FAILURES_IN_A_ROW + mostOf(concurrency),
    mostAtFirst: MOST_FAILURES_IN_A_ROW + mostOf(concurrency),
    gaveUp: (failure, failedInARow) => embeddingGaveUp({ failure, model, failedInARow }),
  });
  let dimensions: number | undefined;
  const read = (body: unknown, texts: number): EmbeddingAnswer => {
    const answer = readEmbeddings(body, { texts, dimensions });
    dimensions ??= answer.vectors[0]?.length;
    return answer;
  };
  async function* embed(texts: readonly string[], signal: AbortSignal): AsyncGenerator<Embedding> {
    const send = (): Promise<EmbeddingAnswer> =>
      post({
        path: '/embeddings',
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

import type { SamplingError } from '../errors.ts';
import type { Endpoint } from './endpoint.ts';
import { RequestFailure } from './failure.ts';
import { namesTheModel, serverUnusable } from './fatal.ts';
import { openPace } from './pace.ts';
import { withRetry } from './retry.ts';
import type { Timing } from './timing.ts';

const MODELS_TO_NAME = 5;

/** One server during a run: asked at its pace, with retries, until it turns out to be of no use. */
export interface Asking {
  /**
   * Resolves with what `send` gave, or with why there is nothing after all attempts. A failure that `isForgiven` does not
   * count towards giving the server up.
   *
   * @throws {SamplingError} where asking on makes no sense: credentials, model, quota, a server that is not there or
   *   no longer answers.
   */
  readonly ask: <T>(
    send: () => Promise<T>,
    signal: AbortSignal,
    isForgiven?: (failure: RequestFailure) => boolean,
  ) => Promise<T | RequestFailure>;
  /** Requests sent so far, repeated ones too. */
  readonly requests: () => number;
}

export function openAsking(options: {
  readonly endpoint: Endpoint;
  readonly models: (most: number) => Promise<readonly string[]>;
  readonly timing: Timing;
  /** Most requests under way at one time. */
  readonly concurrency: number;
  /** After more failures in a row than these, `gaveUp` ends the run. */
  readonly mostInARow: number;
  /** The same while nothing was had yet. */
  readonly mostAtFirst: number;
  readonly gaveUp: (failure: RequestFailure, failedInARow: number) => SamplingError;
}): Asking {
  const { endpoint, models, timing, mostInARow, mostAtFirst, gaveUp } = options;
  const pace = openPace({ most: options.concurrency, timing });
  let requests = 0;
  let answeredEver = false;
  let failedInARow = 0;
  let most = mostAtFirst;
  let verdict: Promise<SamplingError | undefined> | undefined;

  const once = async <T>(send: () => Promise<T>, signal: AbortSignal): Promise<T> => {
    await pace.enter(signal);
    try {
      requests += 1;
      const answer = await send();
      answeredEver = true;
      pace.answered();
      return answer;
    } catch (error) {
      if (error instanceof RequestFailure && error.isAnswer) answeredEver = true;
      throw error;
    } finally {
      pace.leave();
    }
  };
  const judge = async (failure: RequestFailure): Promise<SamplingError | undefined> => {
    const offered = namesTheModel(failure) ? await models(MODELS_TO_NAME) : [];
    const unusable = serverUnusable({ failure, endpoint, answeredEver, models: offered });
    return unusable ?? (failedInARow > most ? gaveUp(failure, failedInARow) : undefined);
  };

  return {
    requests: () => requests,
    ask: async (send, signal, isForgiven = () => false) => {
      try {
        const answer = await withRetry({
          ask: () => once(send, signal),
          timing,
          signal,
          onRetry: (failure, waitMs) => {
            if (failure.isBusy) pace.busy(waitMs);
          },
        });
        failedInARow = 0;
        most = mostInARow;
        return answer;
      } catch (error) {
        if (!(error instanceof RequestFailure)) throw error;
        if (!isForgiven(error)) failedInARow += 1;
        verdict = Promise.resolve(verdict).then((fatal) => fatal ?? judge(error));
        const fatal = await verdict;
        if (fatal !== undefined) throw fatal;
        return error;
      }
    },
  };
}

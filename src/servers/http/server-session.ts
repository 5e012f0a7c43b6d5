import type { SamplingError } from '../../errors.ts';
import type { Endpoint } from './endpoint.ts';
import { RequestFailure } from './request-failure.ts';
import { namesTheModel, serverUnusable } from './unusable-server.ts';
import type { Usage } from '../chat/completion.ts';
import type { Outcome, Throttle } from './throttle.ts';
import { MODEL_SERVER, withRetry } from '../../retry.ts';
import type { Timing } from '../../timing.ts';

const MODELS_TO_NAME = 5;

/** A response with its token usage, which is absent if the server does not count tokens. */
interface Answer {
  readonly usage?: Usage;
}

/**
 * A session with one server during a run. It sends requests with retries, at the rate that the server allows, until the
 * server proves unusable.
 */
export interface ServerSession {
  /**
   * Resolves with the result of `send`, or with the failure after all retries. Failures for which `isForgiven` returns
   * true do not count towards giving up on the server.
   *
   * @throws {SamplingError} if further requests would be pointless: wrong credentials or model, no quota left, or a
   * server that is unreachable or has stopped responding
   */
  readonly ask: <T extends Answer>(
    send: () => Promise<T>,
    signal: AbortSignal,
    isForgiven?: (failure: RequestFailure) => boolean,
  ) => Promise<T | RequestFailure>;
  /** Returns the number of requests sent so far, including retries. */
  readonly requests: () => number;
}

export function openServerSession(options: {
  readonly endpoint: Endpoint;
  readonly models: (most: number) => Promise<readonly string[]>;
  readonly timing: Timing;
  /** The server's throttle, which may be shared with other sessions. */
  readonly throttle: Throttle;
  /** After more than this many consecutive failures, `gaveUp` ends the run. */
  readonly mostInARow: number;
  /** The limit on consecutive failures before the first success. */
  readonly mostAtFirst: number;
  readonly gaveUp: (failure: RequestFailure, failedInARow: number) => SamplingError;
}): ServerSession {
  const { endpoint, models, timing, throttle, mostInARow, mostAtFirst, gaveUp } = options;
  let requests = 0;
  let answeredEver = false;
  let failedInARow = 0;
  let most = mostAtFirst;
  let verdict: Promise<SamplingError | undefined> | undefined;

  const once = async <T extends Answer>(
    send: () => Promise<T>,
    signal: AbortSignal,
  ): Promise<T | RequestFailure> => {
    const pass = await throttle.enter(signal);
    let outcome: Outcome = { kind: 'other' };
    try {
      requests += 1;
      const answer = await send();
      answeredEver = true;
      outcome = { kind: 'answered', usage: answer.usage };
      return answer;
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      if (error.isAnswer) answeredEver = true;
      outcome = outcomeOf(error);
      return error;
    } finally {
      pass.leave(outcome);
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
      const answer = await withRetry(MODEL_SERVER, {
        send: () => once(send, signal),
        faultIn: (result) => (result instanceof RequestFailure ? result : undefined),
        timing,
        signal,
      });
      if (!(answer instanceof RequestFailure)) {
        failedInARow = 0;
        most = mostInARow;
        return answer;
      }
      if (answer.kind !== 'moderated' && !isForgiven(answer)) failedInARow += 1;
      verdict = Promise.resolve(verdict).then((fatal) => fatal ?? judge(answer));
      const fatal = await verdict;
      if (fatal !== undefined) throw fatal;
      return answer;
    },
  };
}

function outcomeOf(failure: RequestFailure): Outcome {
  if (failure.isBusy) return { kind: 'refused', waitMs: failure.retryAfterMs ?? 0 };
  return failure.isFault ? { kind: 'faltered' } : { kind: 'other' };
}

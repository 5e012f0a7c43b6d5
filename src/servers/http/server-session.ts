import type { SamplingError } from '../../errors.ts';
import type { Endpoint } from './endpoint.ts';
import { RequestFailure } from './request-failure.ts';
import type { Refusal } from './pace/pauses.ts';
import { asksTooMuch, pauseMessage, staysBusy } from './busy-server.ts';
import { hidesTheReason, namesTheModel, serverUnusable } from './unusable-server.ts';
import type { Usage } from '../chat/completion.ts';
import type { Outcome, Throttle } from './pace/throttle.ts';
import { MODEL_SERVER, withRetry } from '../../retry.ts';
import type { Timing } from '../../timing.ts';

/** Maximum number of listed models to read. This is enough to find the configured model. */
const MODELS_TO_LIST = 1_000;
/** The run ends if a server refuses every request for this long because it is busy. */
const LONGEST_SILENCE_MS = 15 * 60_000;
/**
 * How many times a request may go first and be refused before it lets others go first, and how many times it may be to
 * blame before it is given up.
 */
const MOST_FIRST = 4;
const MOST_BLAMED = 3;

/** A response with its token usage. The usage is absent if the server does not count tokens. */
interface Answer {
  readonly usage?: Usage;
}

/**
 * A session with one server during a run. It sends requests with retries, at the rate that the server allows, until the
 * server proves unusable. A request that is refused because the server is busy is sent again after a pause, and this
 * does not count as a retry.
 */
export interface ServerSession {
  /**
   * Resolves with the result of `send`, or with the failure after all retries. Failures for which `isForgiven` returns
   * true do not count toward giving up on the server.
   *
   * @throws {SamplingError} if further requests would be pointless: wrong credentials or model, no quota left, or a
   * server that is unreachable, has stopped responding, has been busy for 15 minutes, or asks clients to wait for more
   * than 10 minutes
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
  /** Called with one sentence about a pause: once, then once per minute while the server accepts nothing. */
  readonly onPause: (message: string) => void;
}): ServerSession {
  const { endpoint, models, timing, throttle, mostInARow, mostAtFirst, gaveUp, onPause } = options;
  let requests = 0;
  let answeredEver = false;
  let succeededEver = false;
  let failedInARow = 0;
  let most = mostAtFirst;
  let verdict: Promise<SamplingError | undefined> | undefined;

  /**
   * Sends a request again and again until the server is no longer too busy to accept it. The request is given up only
   * if the server repeatedly refuses it when it goes first but then accepts others. This shows that the server cannot
   * serve this particular request.
   */
  const untilAccepted = async <T extends Answer>(
    send: () => Promise<T>,
    signal: AbortSignal,
  ): Promise<T | RequestFailure> => {
    const priority = openPriority();
    let pass = await throttle.enter(signal);
    let outcome: Outcome = { kind: 'other' };
    try {
      for (;;) {
        requests += 1;
        const result = await resultOf(send);
        outcome = outcomeOf(result);
        if (!(result instanceof RequestFailure) || result.isAnswer) answeredEver = true;
        if (!(result instanceof RequestFailure) || !result.isBusy) return result;
        const refusal = pass.refused(result);
        if (refusal === undefined) throw asksTooMuch(result, endpoint);
        if (refusal.silentMs >= LONGEST_SILENCE_MS) throw staysBusy(result, endpoint, refusal.silentMs);
        if (refusal.isNews) onPause(pauseMessage(result, endpoint, refusal));
        const next = priority.refused(refusal);
        if (next === 'none') return result;
        pass = await pass.again(signal, next === 'yields');
      }
    } finally {
      pass.leave(outcome);
    }
  };
  const judge = async (failure: RequestFailure): Promise<SamplingError | undefined> => {
    const mayBeTheModel =
      namesTheModel(failure) ||
      failure.wrong !== undefined ||
      (!succeededEver && hidesTheReason(failure, failedInARow > most));
    const offered = mayBeTheModel ? await models(MODELS_TO_LIST) : [];
    const unusable = serverUnusable({ failure, endpoint, answeredEver, succeededEver, models: offered });
    return unusable ?? (failedInARow > most ? gaveUp(failure, failedInARow) : undefined);
  };

  /**
   * Returns the failure if the request should be retried; otherwise undefined. A wrong path is retried only if a
   * request has already succeeded, because the server may be restarting.
   */
  const faultIn = (result: Answer | RequestFailure): RequestFailure | undefined => {
    if (!(result instanceof RequestFailure) || result.isBusy) return undefined;
    return result.wrong !== undefined && !succeededEver ? undefined : result;
  };

  return {
    requests: () => requests,
    ask: async (send, signal, isForgiven = () => false) => {
      const answer = await withRetry(MODEL_SERVER, {
        send: () => untilAccepted(send, signal),
        faultIn,
        timing,
        signal,
      });
      if (!(answer instanceof RequestFailure)) {
        failedInARow = 0;
        most = mostInARow;
        succeededEver = true;
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

/** Returns the result of `send`, or the `RequestFailure` that it throws. */
async function resultOf<T>(send: () => Promise<T>): Promise<T | RequestFailure> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof RequestFailure) return error;
    throw error;
  }
}

/**
 * Decides whether a refused request goes first again, lets others go first, or is given up. If a request goes first and
 * is refused too often, it yields. If the server then accepts others but refuses this request again, the request is to
 * blame.
 */
function openPriority(): { readonly refused: (refusal: Refusal) => 'first' | 'yields' | 'none' } {
  let wentFirst = 0;
  let blamed = 0;
  let answersAtYield = Number.POSITIVE_INFINITY;
  return {
    refused: (refusal) => {
      if (refusal.answers > answersAtYield) blamed += 1;
      answersAtYield = Number.POSITIVE_INFINITY;
      if (blamed >= MOST_BLAMED) return 'none';
      if (refusal.wentFirst) wentFirst += 1;
      if (wentFirst < MOST_FIRST) return 'first';
      wentFirst = 0;
      answersAtYield = refusal.answers;
      return 'yields';
    },
  };
}

function outcomeOf(result: Answer | RequestFailure): Outcome {
  if (!(result instanceof RequestFailure)) return { kind: 'answered', usage: result.usage };
  return { kind: result.isFault ? 'faltered' : 'other' };
}

/** Estimates how many concurrent requests a server can handle. */
export interface Concurrency {
  /** The current maximum of requests in flight, at least 1. */
  readonly limit: () => number;
  /** Records a request being sent; `inFlight` includes it. */
  readonly send: (now: number, inFlight: number) => Sent;
  /**
   * Records a response. `size` is the quantity that its duration grows with, such as completion tokens; undefined if unknown.
   */
  readonly answered: (request: Sent, now: number, size: number | undefined) => void;
  /** Records a refusal because of too many requests; the server asks for a pause of `waitMs`, possibly 0. */
  readonly refused: (request: Sent, now: number, waitMs: number) => void;
  /** Records a server failure. */
  readonly faltered: () => void;
}

/** The state when a request was sent. */
export interface Sent {
  /** Its sequence number among all requests. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly inFlight: number;
}

/** After a limit proved too high, the next attempt waits this many times as long as that attempt cost. */
const REST = 40;
/** A step is kept if at least this share of the increase becomes throughput. */
const WORTHWHILE = 0.2;
/** A step is decided once the standard error of the throughput is at most this share of the step. */
const PRECISION = 0.07;
const SMALLEST_STEP = 1 / 8;
const FEWEST_ANSWERS = 16;
/** A limit that was used to a smaller share than this says nothing about the server's capacity. */
const USED = 0.9;

/**
 * Searches for the best limit between 1 and `most`, from `start`, in steps. Each step is tried for one round of responses.
 * It is kept if at least a fifth of the increase became throughput, as shown by the time per response (or per unit of size);
 * the next step is then twice as large. Otherwise it is undone and smaller steps are tried, down to an eighth; after the
 * smallest there is a pause. This uses a server fully without flooding it when its responses slow down under load. Latency
 * alone never lowers the limit below what was found, so noise cannot make it collapse.
 *
 * A refusal halves the limit, once for all requests sent before it. Every response then raises it by one, up to just below
 * the refused limit, where it pauses. After a server failure it does not grow until as many responses as the limit have
 * arrived.
 */
export function openConcurrency({
  start,
  most,
}: {
  readonly start: number;
  readonly most: number;
}): Concurrency {
  /** The estimated capacity of the server. */
  let carried = start;
  let step = start;
  let trial: number | undefined;
  /** The current limit during recovery from a refusal; undefined otherwise. */
  let recovery: number | undefined;
  let sent = 0;
  /** Number of requests sent when the limit was last halved. */
  let sentBeforeCut = 0;
  let restUntil = Number.NEGATIVE_INFINITY;
  /** Responses to wait for before the limit may grow. */
  let quiet = 0;
  let round = openRound(0);
  let throughput = 0;
  let typicalMs = 0;

  const limit = (): number => Math.max(1, Math.floor(Math.min(trial ?? carried, recovery ?? most)));
  const smallestStep = (): number => Math.ceil(carried * SMALLEST_STEP);
  const restFor = (costMs: number, now: number): void => {
    step = smallestStep();
    restUntil = now + REST * costMs;
  };
  const begin = (next: number | undefined): void => {
    trial = next;
    round = openRound(sent);
  };
  const decide = (now: number): void => {
    const measured = limit() / round.msPerSize();
    if (trial === undefined) {
      throughput = measured;
    } else if (measured / throughput - 1 >= WORTHWHILE * (trial / carried - 1)) {
      carried = trial;
      throughput = measured;
      step *= 2;
    } else if (step > smallestStep()) {
      step = Math.max(smallestStep(), Math.floor(step / 4));
    } else {
      restFor(typicalMs, now);
    }
    const grows = now >= restUntil && carried < most;
    begin(grows ? Math.min(most, carried + step) : undefined);
  };

  return {
    limit,
    send: (at, inFlight) => {
      sent += 1;
      return { number: sent, at, inFlight };
    },
    answered: (request, now, size) => {
      typicalMs += (now - request.at - typicalMs) / (typicalMs === 0 ? 1 : FEWEST_ANSWERS);
      if (quiet > 0) {
        quiet -= 1;
        return;
      }
      if (recovery !== undefined) {
        recovery = recovery + 1 < carried ? recovery + 1 : undefined;
        if (recovery === undefined) begin(undefined);
        return;
      }
      round.add(request, now, size);
      if (round.answers() < Math.max(FEWEST_ANSWERS, 2 * limit())) return;
      if (round.relativeError() > (PRECISION * step) / carried) return;
      if (round.mostInFlight() < USED * limit()) begin(trial);
      else decide(now);
    },
    refused: ({ number, at, inFlight }, now, waitMs) => {
      if (number <= sentBeforeCut) {
        carried = Math.max(1, Math.min(carried, inFlight - 1));
        return;
      }
      const refusedAt = limit();
      carried = Math.max(1, Math.min(refusedAt, inFlight - 1));
      recovery = Math.max(1, refusedAt / 2);
      sentBeforeCut = sent;
      restFor(waitMs + Math.max(typicalMs, now - at), now);
      begin(undefined);
    },
    faltered: () => {
      quiet = limit();
      begin(undefined);
    },
  };
}

/** Statistics of the requests sent after a given number of others. */
interface Round {
  readonly add: (request: Sent, now: number, size: number | undefined) => void;
  readonly answers: () => number;
  readonly mostInFlight: () => number;
  /** Mean time per unit of size, or per response if sizes are unknown. */
  readonly msPerSize: () => number;
  /** Relative standard error of that mean. */
  readonly relativeError: () => number;
}

function openRound(sentBefore: number): Round {
  let answers = 0;
  let most = 0;
  let sized = true;
  const sum = { ms: 0, size: 0, msSquared: 0, sizeSquared: 0, product: 0 };
  const isSized = (): boolean => sized && sum.size > 0;
  const msPerSize = (): number => Math.max(sum.ms, 1) / (isSized() ? sum.size : answers);
  return {
    add: ({ number, at, inFlight }, now, size = 0) => {
      if (number <= sentBefore) return;
      const ms = now - at;
      answers += 1;
      most = Math.max(most, inFlight);
      sized &&= size > 0;
      sum.ms += ms;
      sum.size += size;
      sum.msSquared += ms * ms;
      sum.sizeSquared += size * size;
      sum.product += ms * size;
    },
    answers: () => answers,
    mostInFlight: () => most,
    msPerSize,
    relativeError: () => {
      const each = msPerSize();
      const [product, sizeSquared] = isSized() ? [sum.product, sum.sizeSquared] : [sum.ms, answers];
      const residual = sum.msSquared - 2 * each * product + each * each * sizeSquared;
      return Math.sqrt(Math.max(residual, 0)) / Math.max(sum.ms, 1);
    },
  };
}

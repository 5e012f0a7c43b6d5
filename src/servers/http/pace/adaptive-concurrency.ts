/** Estimates how many concurrent requests a server can handle. */
export interface Concurrency {
  /** Returns the current maximum number of requests in flight, at least 1. */
  readonly limit: () => number;
  /** Records that a request is being sent. `inFlight` includes this request. */
  readonly send: (now: number, inFlight: number) => Sent;
  /**
   * Records a response. `size` is a quantity to which the response time is proportional, such as completion tokens;
   * undefined if unknown.
   */
  readonly answered: (request: Sent, now: number, size: number | undefined) => void;
  /**
   * Records that the server refused a request because it had received too many requests, either concurrently or within
   * a period of time. A pause of `waitMs`, possibly 0, follows.
   */
  readonly refused: (request: Sent, now: number, waitMs: number) => void;
  /** Records a server failure. */
  readonly faltered: () => void;
}

/** The state when a request was sent. */
export interface Sent {
  /** The request's sequence number. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly inFlight: number;
}

/**
 * How long to wait, after a limit has proved too high, before the next attempt. A multiple of the failed attempt's
 * duration.
 */
const REST = 40;
/** A step is kept if throughput grows by at least this share of the relative increase in the limit. */
const WORTHWHILE = 0.2;
/** A step is kept or undone once the standard error of the throughput is at most this share of the step. */
const PRECISION = 0.07;
const SMALLEST_STEP = 1 / 8;
const FEWEST_ANSWERS = 16;
/**
 * A trial counts only if at least this share of the limit was used. Otherwise, it shows nothing about the server's
 * capacity.
 */
const USED = 0.9;
/**
 * Once the server has responded to this many requests while a given number were in flight, it is assumed to be able to
 * handle that number. If it then refuses a request at that number, it must be limiting the rate.
 */
const ENOUGH_ANSWERED = 8;

/**
 * Searches for the best limit between 1 and `most` in steps, beginning at `start`. Each step is tried for one round of
 * responses. It is kept if throughput grew by at least a fifth of the relative increase in the limit: for example, if a
 * limit that is 50% higher gives at least 10% more throughput. Throughput is computed from the time per response (or
 * per unit of size). The next step is then twice as large. Otherwise, the step is undone and smaller steps are tried,
 * down to an eighth. After the smallest step, the search pauses. This method uses a server's full capacity without
 * overloading a server that slows down under load. Latency alone never lowers the limit below a value that has proved
 * good, so noise cannot make it collapse.
 *
 * A refusal halves the limit. If requests sent before this refusal are refused too, they do not halve it again. Each
 * response then raises the limit by one, up to just below the limit at which the refusal occurred, where the search
 * pauses. The limit stays unchanged if the refusal cannot be due to the number of requests in flight. This is the case
 * if there was only one request, or if the server has answered enough requests at that number since the last refusal.
 * After a server failure, the limit does not grow until as many responses have arrived as the limit allows requests.
 */
export function openConcurrency({
  start,
  most,
}: {
  readonly start: number;
  readonly most: number;
}): Concurrency {
  /** The server's estimated capacity. */
  let carried = start;
  let step = start;
  let trial: number | undefined;
  /** The current limit during recovery from a refusal; undefined otherwise. */
  let recovery: number | undefined;
  let sent = 0;
  /** Number of requests that had been sent by the time of the last refusal. */
  let sentBeforeRefusal = 0;
  let wasCut = false;
  /**
   * Number of responses since the last refusal, by the number of requests that were in flight when the request was
   * sent.
   */
  const answeredAt = new Map<number, number>();
  let restUntil = Number.NEGATIVE_INFINITY;
  /** Number of responses that must arrive before the limit may grow. */
  let quiet = 0;
  let round = openRound(0);
  let throughput = 0;
  let typicalMs = 0;

  const limit = (): number => Math.max(1, Math.floor(Math.min(trial ?? carried, recovery ?? most)));
  const isRateLimit = (inFlight: number): boolean => {
    const enough = [...answeredAt].reduce((sum, [at, answers]) => sum + (at >= inFlight ? answers : 0), 0);
    return inFlight <= 1 || enough >= ENOUGH_ANSWERED;
  };
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
      answeredAt.set(request.inFlight, (answeredAt.get(request.inFlight) ?? 0) + 1);
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
      if (number <= sentBeforeRefusal) {
        if (wasCut) carried = Math.max(1, Math.min(carried, inFlight - 1));
        return;
      }
      sentBeforeRefusal = sent;
      wasCut = !isRateLimit(inFlight);
      answeredAt.clear();
      if (!wasCut) return;
      const refusedAt = limit();
      carried = Math.max(1, Math.min(refusedAt, inFlight - 1));
      recovery = Math.max(1, refusedAt / 2);
      restFor(waitMs + Math.max(typicalMs, now - at), now);
      begin(undefined);
    },
    faltered: () => {
      quiet = limit();
      begin(undefined);
    },
  };
}

/** Statistics about the requests sent after a given request number. */
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

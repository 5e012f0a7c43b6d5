/** How many requests at a time a server carries, as its answers show it. */
export interface Concurrency {
  /** Requests that may be under way now, at least 1. */
  readonly limit: () => number;
  /** A request is sent; `inFlight` are under way, this one included. */
  readonly send: (now: number, inFlight: number) => Sent;
  /** A request was answered. `size` is what its duration grows with, such as completion tokens; undefined where unknown. */
  readonly answered: (request: Sent, now: number, size: number | undefined) => void;
  /** A request was refused because there are too many; the server asks for a pause of `waitMs`, or of 0. */
  readonly refused: (request: Sent, now: number, waitMs: number) => void;
  /** The server failed on a request. */
  readonly faltered: () => void;
}

/** A request as it was when it was sent. */
export interface Sent {
  /** Its place among all requests. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly inFlight: number;
}

/** After a higher limit turned out to be too high, the next is tried when so many times what that costs has passed. */
const REST = 40;
/** Of what a limit is raised by, so much at least must become throughput. */
const WORTHWHILE = 0.2;
/** A step is judged once throughput is known, with one standard error, to such a share of the step. */
const PRECISION = 0.07;
const SMALLEST_STEP = 1 / 8;
const FEWEST_ANSWERS = 16;
/** A limit that was not used to such a share says nothing of what the server carries. */
const USED = 0.9;

/**
 * Finds the limit between 1 and `most` from `start`, in steps. A step is tried for a round of answers. It stays where time per
 * answer (or per unit of size) holds so far that at least a fifth of what was added became throughput. Then the next step is
 * twice as large. A step that is not worth it is taken back, and smaller ones are tried, down to an eighth; after the smallest
 * there is a rest. So a server whose answers slow down as it is asked for more at a time is filled and not flooded. As latency
 * alone never lowers the limit below what was found, noise cannot make it collapse.
 *
 * A refusal halves the limit, once for all requests that were sent before; every answer then raises it by one, back to just
 * below what was refused, where it rests. After a failure of the server it grows no further before a limit's worth of answers.
 */
export function openConcurrency({
  start,
  most,
}: {
  readonly start: number;
  readonly most: number;
}): Concurrency {
  /** What the server is taken to carry. */
  let carried = start;
  let step = start;
  let trial: number | undefined;
  /** Where the way back after a refusal has come to, while there is one. */
  let recovery: number | undefined;
  let sent = 0;
  /** Requests that had been sent when the limit was halved last. */
  let sentBeforeCut = 0;
  let restUntil = Number.NEGATIVE_INFINITY;
  /** Answers before anything grows. */
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

/** What is seen of the requests that were sent after so many others. */
interface Round {
  readonly add: (request: Sent, now: number, size: number | undefined) => void;
  readonly answers: () => number;
  readonly mostInFlight: () => number;
  /** Mean time of a unit of size; of an answer, where the size of one is not known. */
  readonly msPerSize: () => number;
  /** Its standard error, relative to it. */
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

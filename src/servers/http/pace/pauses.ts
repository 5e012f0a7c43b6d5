import { backoffMs, MODEL_SERVER } from '../../../retry.ts';
import type { Timing } from '../../../timing.ts';
import { sleepUnless } from './sleep-unless.ts';

/**
 * The length of the first pauses, used if the server does not say how long to wait. Most limits are per minute, so if
 * no attempt has succeeded within a minute, further attempts at this rate would not help.
 */
const FIRST_PAUSE_MS = 15_000;
const SHORT_PAUSES = 4;
const LATER_PAUSE_MS = 60_000;
/**
 * How long other requests wait for the one that goes first. A refusal arrives within this time, whereas a completion
 * can take minutes.
 */
const HEAD_START_MS = 3_000;
/** After a pause, each lower rank waits this much longer than the rank above it. */
const RANK_MS = 100;
/** How long to wait before reporting a pause again. */
const REPORT_EVERY_MS = 60_000;

/**
 * The rank of a request after a pause. Refused requests go first, then new ones, then those that let others go first.
 */
export type Rank = 'refused' | 'new' | 'yields';

const RANKS: readonly Rank[] = ['refused', 'new', 'yields'];

/** A request that may be sent now. */
export interface Turn {
  /** The number of pauses that began before the request was sent. */
  readonly pauses: number;
  /** Whether the request goes first after a pause, while others wait. */
  readonly isFirst: boolean;
}

/** A refusal, in the context of the server's other responses. */
export interface Refusal {
  /** Whether the refused request went first after a pause. If so, the refusal is not due to concurrent requests. */
  readonly wentFirst: boolean;
  /**
   * The total length of all pauses since the last response that was not a refusal. Excludes the pause that begins now.
   */
  readonly silentMs: number;
  /** The pause that begins now. */
  readonly pauseMs: number;
  /** Number of responses so far that were not refusals. */
  readonly answers: number;
  /**
   * Whether the user should be told about the pause: once at first, then once per minute while every response is a
   * refusal.
   */
  readonly isNews: boolean;
}

/**
 * One server's pauses. A pause begins when the server refuses a request because it is busy: it is limiting the rate, is
 * overloaded, or is still loading its model. During a pause, no requests are sent. After it, one request goes first,
 * and the others follow once that request is accepted.
 */
export interface Pauses {
  /** Returns a promise to wait for before asking again; undefined if a request may be sent now. */
  readonly wait: (signal: AbortSignal, rank: Rank) => Promise<void> | undefined;
  /** Starts a request. Call this only if there is nothing to wait for. */
  readonly begin: () => Turn;
  /** Pauses until this time, in milliseconds since 1970, because the server reports that the quota is used up. */
  readonly until: (time: number) => void;
  /**
   * Begins a pause, or prolongs the current one if the request was sent before it began. `askedMs` is the wait that the
   * server asks for, if any.
   */
  readonly refused: (turn: Turn, askedMs: number | undefined) => Refusal;
  /**
   * Records a response that is not a refusal. If it is the first response after one or more pauses, returns their total
   * length; otherwise undefined.
   */
  readonly answered: (turn: Turn) => number | undefined;
  /** Records that a request got no response. */
  readonly lost: (turn: Turn) => void;
}

/** The request that goes first. */
interface First {
  /** Aborts when the request's outcome is known. */
  readonly left: AbortController;
  isAwaited: boolean;
}

export function openPauses(timing: Timing): Pauses {
  let pausedUntil = 0;
  let pauses = 0;
  /** Number of pauses since the last response that was not a refusal. */
  let inARow = 0;
  let silentMs = 0;
  let answers = 0;
  /** How long the server had been silent at the last report; undefined before the first report. */
  let reportedAtMs: number | undefined;
  let isOneFirst = false;
  let first: First | undefined;
  /** The index of the first rank that waits in the current pause. */
  let firstPlace = RANKS.length;

  const sleepUntilOver = async (signal: AbortSignal, rank: Rank): Promise<void> => {
    const until = pausedUntil;
    const ms = until - timing.now();
    const place = RANKS.indexOf(rank);
    firstPlace = Math.min(firstPlace, place);
    if (ms > 0) await timing.sleep(ms, signal);
    if (place > firstPlace) await timing.sleep(RANK_MS * (place - firstPlace), signal);
    // The pause is over unless it was prolonged in the meantime. The clock is not consulted, because a timer may fire
    // slightly early.
    if (pausedUntil === until) pausedUntil = 0;
  };
  const sleepUntilAccepted = async (first: First, signal: AbortSignal): Promise<void> => {
    if (await sleepUnless(first.left.signal, { ms: HEAD_START_MS, timing, signal })) first.isAwaited = false;
  };
  const release = (): void => {
    first?.left.abort();
    first = undefined;
    isOneFirst = false;
  };
  const lengthOf = (askedMs: number | undefined): number => {
    if (askedMs === undefined) return inARow < SHORT_PAUSES ? FIRST_PAUSE_MS : LATER_PAUSE_MS;
    return Math.max(askedMs, backoffMs(MODEL_SERVER, inARow + 1, timing.random));
  };
  const isNews = (): boolean => {
    if (reportedAtMs !== undefined && silentMs < reportedAtMs + REPORT_EVERY_MS) return false;
    reportedAtMs = silentMs;
    return true;
  };

  return {
    wait: (signal, rank) => {
      if (pausedUntil > 0) return sleepUntilOver(signal, rank);
      return first?.isAwaited === true ? sleepUntilAccepted(first, signal) : undefined;
    },
    begin: () => {
      const isFirst = isOneFirst && first === undefined;
      if (isFirst) first = { left: new AbortController(), isAwaited: true };
      return { pauses, isFirst };
    },
    until: (time) => {
      pausedUntil = Math.max(pausedUntil, time);
    },
    refused: (turn, askedMs) => {
      const now = timing.now();
      const refusal = { wentFirst: turn.isFirst, answers, silentMs };
      if (turn.pauses < pauses) {
        if (askedMs !== undefined) pausedUntil = Math.max(pausedUntil, now + askedMs);
        return { ...refusal, pauseMs: Math.max(0, pausedUntil - now), isNews: false };
      }
      const pauseMs = lengthOf(askedMs ?? (pausedUntil > now ? pausedUntil - now : undefined));
      const news = isNews();
      pauses += 1;
      inARow += 1;
      silentMs += pauseMs;
      pausedUntil = Math.max(pausedUntil, now + pauseMs);
      firstPlace = RANKS.length;
      release();
      isOneFirst = true;
      return { ...refusal, pauseMs, isNews: news };
    },
    answered: (turn) => {
      answers += 1;
      if (turn.pauses < pauses) return undefined;
      const pausedMs = silentMs;
      inARow = 0;
      silentMs = 0;
      if (reportedAtMs !== undefined) reportedAtMs = 0;
      firstPlace = RANKS.length;
      release();
      return pausedMs === 0 ? undefined : pausedMs;
    },
    lost: (turn) => {
      if (turn.isFirst && turn.pauses === pauses) release();
    },
  };
}

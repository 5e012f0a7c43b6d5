import type { JudgeModel } from '../../servers/judge-model.ts';
import { type Budget, BudgetSpent } from '../budget.ts';
import type { CompletionChoice } from '../../servers/chat/completion-response.ts';
import { judgingInterrupted, judgingUnpaid } from '../../servers/judge/judge-errors.ts';
import {
  type Answered,
  type JudgeServer,
  openJudgeServer,
  type Purse,
  type Question,
} from '../../servers/judge/judge-server.ts';
import {
  judgeFile,
  judgeKeys,
  type JudgeStore,
  openJudgeStore,
  type StoredAnswer,
} from '../../store/judge-store.ts';
import { judgeDrift } from './judge-drift.ts';
import { ServedByTally } from '../../store/served-by.ts';
import { systemTiming, type Timing } from '../../timing.ts';

/** A judge in one run. Stored answers are reused. If all answers are stored, no server is needed. */
export interface Judge {
  /**
   * Returns the stored verdict; undefined if there is none.
   *
   * @throws {SamplingError} if the store cannot be read
   */
  readonly stored: <Verdict>(question: Question<Verdict>) => Promise<Verdict | undefined>;
  /**
   * Returns the answer from the store or, if it is missing, requests it once and stores it.
   *
   * @throws {SamplingError} if further requests would be pointless (credentials, model, quota, unreachable server,
   * spent budget), if the store cannot be written, or if the run was interrupted
   */
  readonly ask: <Verdict>(question: Question<Verdict>) => Promise<Answered<Verdict>>;
}

/** The cost of judging in a run, summed over all judges. */
export interface JudgingCost {
  /** Number of requests sent, including retries. */
  readonly requests: number;
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  /** Number of distinct verdicts taken from the store. */
  readonly cached: number;
}

/** Progress of judging, counted in distinct questions asked so far. */
export interface JudgingProgress {
  readonly done: number;
  readonly failed: number;
  readonly cached: number;
  readonly total: number;
}

/** A run's judges. */
export interface Judges {
  /** Returns the judge for this model. Equal models share a judge. Nothing is opened before the first question. */
  readonly of: (judge: JudgeModel) => Judge;
  /** Sets the budget for all further requests. If this is never called, spending is unlimited. */
  readonly spendFrom: (budget: Budget | undefined) => void;
  readonly cost: () => JudgingCost;
  /** Returns informational notes about the verdicts, as complete sentences. */
  readonly notes: () => readonly string[];
  /** Stops requests in flight. May be called twice. @throws {SamplingError} if a store cannot be written */
  readonly close: () => Promise<void>;
}

export interface JudgingRequest {
  /** The completion store's folder. Created if it does not exist. */
  readonly storeDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Called whenever a question is asked or answered. */
  readonly onJudging?: ((progress: JudgingProgress) => void) | undefined;
  /** Called with one sentence about an anomaly that does not stop the run. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

export type OpenJudges = (request: JudgingRequest) => Judges;

/** Opens a run's judges without sending requests. */
export const openJudges: OpenJudges = judgesWith(systemTiming);

/** Creates `openJudges` with a given clock. */
export function judgesWith(timing: Timing): OpenJudges {
  return (request) => {
    const end = { closed: new AbortController(), over: new AbortController() };
    const judges = new Map<string, OpenJudge>();
    const counts = { done: 0, failed: 0, cached: 0, total: 0 };
    const purseOf = (budget: Budget | undefined): Purse => {
      const over = AbortSignal.any([
        request.signal,
        end.over.signal,
        ...(budget === undefined ? [] : [budget.over]),
      ]);
      return { budget, over, closed: AbortSignal.any([over, end.closed.signal]) };
    };
    let purse = purseOf(undefined);
    let closing: Promise<void> | undefined;
    const closeAll = async (): Promise<void> => {
      if (!end.closed.signal.aborted) end.over.abort();
      const closed = await Promise.allSettled([...judges.values()].map(({ close }) => close()));
      for (const one of closed) if (one.status === 'rejected') throw one.reason;
    };
    const count = (what: keyof typeof counts): void => {
      counts[what] += 1;
      request.onJudging?.({ ...counts });
    };
    const open = (judge: JudgeModel, path: string): OpenJudge => {
      const opened = openJudge(judge, { ...request, path, timing, end, purse: () => purse, count });
      judges.set(path, opened);
      return opened;
    };
    return {
      of: (judge) => {
        const path = judgeFile(request.storeDir, judge);
        return judges.get(path) ?? open(judge, path);
      },
      spendFrom: (budget) => {
        purse = purseOf(budget);
      },
      cost: () => {
        const all = [...judges.values()].map(({ spent }) => spent());
        const sum = (key: keyof typeof NOTHING): number => all.reduce((total, one) => total + one[key], 0);
        return {
          requests: sum('requests'),
          prompt_tokens: sum('prompt_tokens'),
          completion_tokens: sum('completion_tokens'),
          cached: counts.cached,
        };
      },
      notes: () => [...judges.values()].map(({ drift }) => drift()).filter((note) => note !== undefined),
      close: () => (closing ??= closeAll()),
    };
  };
}

interface OpenJudge extends Judge {
  readonly spent: JudgeServer['spent'];
  readonly drift: () => string | undefined;
  readonly close: () => Promise<void>;
}

const NOTHING = { requests: 0, prompt_tokens: 0, completion_tokens: 0 };

function openJudge(
  judge: JudgeModel,
  options: JudgingRequest & {
    readonly path: string;
    readonly timing: Timing;
    /**
     * Signals that end all judges. `closed` aborts with the error that ended one of them. `over` aborts if requests in
     * flight must stop too.
     */
    readonly end: { readonly closed: AbortController; readonly over: AbortController };
    readonly purse: () => Purse;
    readonly count: (what: keyof JudgingProgress) => void;
  },
): OpenJudge {
  const { path, timing, env, end, purse, count } = options;
  const keyOf = judgeKeys(judge);
  /** The questions asked in this run, by key. */
  const asked = new Map<string, Promise<Answered<unknown>>>();
  const reused = new Set<string>();
  const servedBy = new ServedByTally();
  let store: Promise<JudgeStore> | undefined;
  let server: JudgeServer | undefined;

  const open = async (): Promise<JudgeStore> => {
    const file = await openJudgeStore(path);
    if (file.damagedLines > 0) options.onWarning?.(damaged(path, file.damagedLines));
    return file;
  };
  const opened = (): Promise<JudgeStore> => (store ??= open());

  const put = async (key: string, question: Question<unknown>): Promise<Answered<unknown>> => {
    count('total');
    const { lines, append } = await opened();
    server ??= openJudgeServer({ judge, env, timing, onWarning: options.onWarning });
    const answered = await server.ask(question, purse());
    if ('failure' in answered) {
      count('failed');
      return answered;
    }
    const line = lineOf(key, answered.completion, timing.now());
    if (!lines.has(key)) await append([line]);
    servedBy.see(line, Date.parse(line.time));
    count('done');
    return answered;
  };
  const putOrStop = async (key: string, question: Question<unknown>): Promise<Answered<unknown>> => {
    try {
      return await put(key, question);
    } catch (error) {
      const { closed, over } = end;
      if (!closed.signal.aborted) {
        closed.abort(ending(error, { judge, ...options }));
        if (!(error instanceof BudgetSpent)) over.abort();
      }
      throw closed.signal.reason;
    }
  };
  const askOnce = (key: string, question: Question<unknown>): Promise<Answered<unknown>> => {
    const known = asked.get(key) ?? putOrStop(key, question);
    asked.set(key, known);
    return known;
  };
  return {
    stored: async (question) => {
      const key = keyOf(question.messages);
      const now = await asked.get(key);
      if (now !== undefined) return 'failure' in now ? undefined : question.read(now.completion.text);
      const line = (await opened()).lines.get(key);
      const verdict = line && question.read(line.content);
      if (line !== undefined && verdict !== undefined && !reused.has(key)) {
        reused.add(key);
        servedBy.see(line, Date.parse(line.time));
        for (const what of ['total', 'cached', 'done'] as const) count(what);
      }
      return verdict;
    },
    ask: async (question) => {
      const answered = await askOnce(keyOf(question.messages), question);
      if ('failure' in answered) return answered;
      const verdict = question.read(answered.completion.text);
      if (verdict === undefined) throw new Error('one answer was read in two ways');
      return { ...answered, verdict };
    },
    spent: () => server?.spent() ?? NOTHING,
    drift: () => judgeDrift(judge.model, servedBy.found()),
    close: async () => {
      await Promise.allSettled(asked.values());
      server?.close();
      await (await store?.catch(() => undefined))?.close();
    },
  };
}

/** The error to report for the run: the interruption, the spent budget, or the original error. */
function ending(
  error: unknown,
  {
    judge,
    signal,
    storeDir,
    purse,
  }: { readonly judge: JudgeModel; readonly purse: () => Purse } & Pick<
    JudgingRequest,
    'signal' | 'storeDir'
  >,
): unknown {
  const { budget } = purse();
  if (signal.aborted) return judgingInterrupted({ reason: signal.reason, storeDir });
  const isSpent = error instanceof BudgetSpent || budget?.over.aborted === true;
  return isSpent ? judgingUnpaid(judge, budget?.reached()) : error;
}

function lineOf(
  key: string,
  { text, model, system_fingerprint }: CompletionChoice,
  now: number,
): StoredAnswer {
  return {
    key,
    content: text,
    ...(model !== undefined && { model }),
    ...(system_fingerprint !== undefined && { system_fingerprint }),
    time: new Date(now).toISOString(),
  };
}

function damaged(path: string, count: number): string {
  return `${path}: skipped ${count === 1 ? '1 damaged line' : `${count} damaged lines`}; the missing verdicts will be requested again.`;
}

import type { Checkpoint } from '../servers/checkpoint.ts';
import type { Suite } from '../evalset/suite.ts';
import { askingAll } from './ask-all.ts';
import { askFirst } from './ask-first.ts';
import { type Budget, openBudget, type Reached } from './budget.ts';
import { budgeted, type BudgetedTurn } from './budgeted-turns.ts';
import { interrupted, refuseWholeFailure } from '../servers/http/fatal.ts';
import type { Generation, ReadGenerations } from '../servers/chat/generation.ts';
import { pairIdentities } from '../store/identity.ts';
import { collect, cutBy, total } from './collect.ts';
import { isWorthALook, lookAt, type Preflight, stagesOf } from './preflight.ts';
import type { Reused } from './reused.ts';
import { type ServedBy, ServedByTally } from '../store/served-by.ts';
import { type ConcurrencySetting, mostOf, openPace, type Pace } from '../servers/http/pace.ts';
import type { RunningServer, Servers } from '../servers/serve/running-server.ts';
import { type PerRequestSetting, perRequestOf } from './several.ts';
import { openSide, type Side } from './side.ts';
import { openSuiteRun, type SuiteRun } from './suite-run.ts';
import { systemTiming, type Timing } from '../servers/http/timing.ts';
import { type Order, turnsOf } from './turns.ts';

/** How completions are drawn; the same for both sides. */
export interface SamplingSettings {
  /** Samples per item and side, at least 1. */
  readonly n: number;
  readonly temperature: number;
  readonly topP: number;
  readonly maxTokens?: number;
  readonly maxCompletionTokens?: number;
  readonly stop?: readonly string[];
  /** What every sample's own seed follows from; the server's own randomness where absent. */
  readonly seed?: number;
  /** Most requests under way at one time, both sides together. */
  readonly concurrency: ConcurrencySetting;
  /** Samples of an item that one request asks for, where the server takes several; one where absent. */
  readonly nPerRequest?: PerRequestSetting;
  /** Longest wait for one whole answer, headers and body. */
  readonly timeoutMs: number;
  /** Stored completions older than this are asked again; any age is used where absent. */
  readonly maxAgeMs?: number;
}

/** Where one side of one suite stands. At the end `done + failed = total`. */
export interface Progress {
  readonly suite: string;
  readonly side: 'old' | 'new';
  /** Samples in hand, from the store or asked now. */
  readonly done: number;
  readonly failed: number;
  /** Those of `done` that were in the store when the run began. */
  readonly cached: number;
  readonly total: number;
  /** Spent by this run; the store's completions cost nothing again. */
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** What these cost; undefined where there are no prices. */
  readonly costUsd?: number;
}

export interface SamplingRequest {
  readonly checkpoints: { readonly old: Checkpoint; readonly new: Checkpoint };
  readonly suites: readonly Suite[];
  readonly settings: SamplingSettings;
  /** Whether both sides are asked in turn; so where absent. */
  readonly order?: Order;
  /** Whether this is a part of a run, which may lack every sample of a side and still be worth something to the whole. */
  readonly isPart?: boolean;
  /** Serves the checkpoints that have a `serve`; needed where one has. Whoever opened it stops what runs in the end. */
  readonly servers?: Servers;
  /** What is done with the samples that a run begins with; nothing where absent. */
  readonly preflight?: Preflight;
  /** What may be spent; anything where absent. */
  readonly budget?: Budget;
  /** Folder of the completion store; made where it does not exist. */
  readonly storeDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Told where each side of each suite stands: at the start, and whenever a sample was had or failed. */
  readonly onProgress: (progress: Progress) => void;
  /** Told how long each block of samples took, with all attempts and waits. */
  readonly onBlock?: (block: {
    readonly side: 'old' | 'new';
    readonly suite: string;
    readonly ms: number;
  }) => void;
  /** Told in one sentence of what is odd but stops nothing. */
  readonly onWarning?: (message: string) => void;
}

/** Sampling that a budget ended before all was asked. */
export interface Cut extends Reached {
  /** Samples that were not asked, or broken off. */
  readonly unasked: { readonly old: number; readonly new: number };
}

export interface Sampled {
  /**
   * Of a suite one generation for every item and index, in that order, whatever the order of arrival. They are read from the store
   * each time, so that sampling needs no memory for them.
   */
  readonly generations: ReadGenerations;
  /** The samples that could not be had, of all suites. */
  readonly failed: { readonly old: readonly Generation[]; readonly new: readonly Generation[] };
  /** The serving stacks that gave the completions of each side, those from the store too. */
  readonly servedBy: { readonly old: readonly ServedBy[]; readonly new: readonly ServedBy[] };
  /** Present where a budget ended sampling: then generations lack what was not asked. */
  readonly cut?: Cut;
  readonly cost: {
    /** Requests sent, repeated ones too. */
    readonly requests: number;
    readonly prompt_tokens: number;
    readonly completion_tokens: number;
    /** Samples taken from the store. */
    readonly cached: number;
    /** The same by side, and when they were drawn. */
    readonly reused: { readonly old: Reused; readonly new: Reused };
  };
}

export type Sampler = (request: SamplingRequest) => Promise<Sampled>;

/**
 * Asks both checkpoints for n samples of every item of every suite, and stores each completion as it arrives. What the
 * store has is not asked again. A sample that cannot be had becomes a generation with `error`: never a wrong answer.
 *
 * @throws {SamplingError} where asking on makes no sense (credentials, model, quota, unreachable server), where no
 *   sample of a side could be had, where the store cannot be written, or where `signal` aborted. What had arrived is kept.
 */
export const sample: Sampler = samplerWith(systemTiming);

/** The sampler on another clock. */
export function samplerWith(timing: Timing): Sampler {
  return async (request) => {
    const { checkpoints, settings, storeDir, env, signal, onProgress, onWarning = () => {} } = request;
    const runs: SuiteRun[] = [];
    const paceAt = pacesOfServers(checkpoints, () => openPace({ ...settings, timing }));
    const sides: { old?: Side; new?: Side } = {};
    const servedBy = { old: new ServedByTally(), new: new ServedByTally() };
    const whole = request.budget ?? openBudget({ limits: {}, prices: undefined, timing });
    let turns: readonly BudgetedTurn[] = [];
    let closing: readonly PromiseSettledResult<void>[] = [];
    try {
      signal.throwIfAborted();
      for await (const run of openRuns(request, timing.now(), servedBy)) runs.push(run);
      for (const run of runs) if (run.damagedLines > 0) onWarning(damaged(run));
      const open = (checkpoint: Checkpoint, env: SamplingRequest['env']): void => {
        const own = runs.filter(({ side }) => side === checkpoint.side);
        const samples = total(own, ({ progress }) => progress().total);
        const pace = paceAt(checkpoint);
        sides[checkpoint.side] = openSide({ checkpoint, settings, env, timing, pace, onWarning, samples });
      };
      for (const checkpoint of [checkpoints.old, checkpoints.new]) {
        const isAsked = runs.some(({ side, missing }) => side === checkpoint.side && missing.length > 0);
        if (isAsked && checkpoint.serve === undefined) open(checkpoint, env);
      }
      for (const run of runs) onProgress(run.progress());
      const perRequest = perRequestOf(settings);
      const inTurn = turnsOf(runs, {
        order: orderOf(request),
        first: request.servers?.running(),
        perRequest,
      });
      turns = budgeted(inTurn, runs, { whole, perRequest });
      const { preflight } = request;
      const concurrency = mostOf(settings.concurrency);
      for (const { sides: asked, budget, missing, requests } of turns) {
        try {
          const ended: AbortSignal[] = [];
          for (const side of asked) {
            if (checkpoints[side].serve === undefined) continue;
            const server = await startFor(request, side);
            ended.push(server.ended);
            // Nothing of the environment: no key, and no proxy between this machine and itself.
            open({ ...checkpoints[side], baseUrl: server.baseUrl }, {});
          }
          if (request.budget !== undefined) budget.expect(requests, concurrency);
          const ask = askingAll({
            budget,
            concurrency,
            signal: AbortSignal.any([signal, ...ended, budget.over]),
            sideOf: (side) => sides[side],
            now: timing.now,
            onProgress: (run) => onProgress(run.progress()),
            onBlock: request.onBlock,
          });
          const stages = stagesOf(missing, { look: preflight?.look !== undefined });
          await askFirst(stages, { ask, runs, onFirst: preflight?.onFirst });
          const worth = runs.filter((run) => asked.includes(run.side) && isWorthALook(run));
          await ask(stages.lead);
          if (preflight?.look !== undefined) await lookAt(worth, preflight.look);
          await ask(stages.rest);
        } finally {
          if (budget !== whole) budget.end();
        }
      }
    } catch (error) {
      if (!signal.aborted || error !== signal.reason) throw error;
      throw interrupted({ reason: error, kept: total(runs, ({ progress }) => progress().done), storeDir });
    } finally {
      sides.old?.close();
      sides.new?.close();
      closing = await Promise.allSettled(runs.map((run) => run.close()));
    }
    for (const closed of closing) if (closed.status === 'rejected') throw closed.reason;
    const sampled = {
      ...collect(runs, sides),
      ...cutBy(turns, runs),
      servedBy: { old: servedBy.old.found(), new: servedBy.new.found() },
    };
    if (request.isPart !== true) {
      const inHand = (side: 'old' | 'new'): number =>
        total(runs, (run) => (run.side === side ? run.progress().done : 0));
      refuseWholeFailure(checkpoints, sampled.failed, { old: inHand('old'), new: inHand('new') });
    }
    return sampled;
  };
}

/** Both sides share the pace of a server that both are asked at; what is served here is another server for each. */
function pacesOfServers(
  { old, new: fresh }: SamplingRequest['checkpoints'],
  open: () => Pace,
): (checkpoint: Checkpoint) => Pace {
  const ofOld = open();
  const isShared = fresh.baseUrl === old.baseUrl && old.serve === undefined && fresh.serve === undefined;
  const ofNew = isShared ? ofOld : open();
  return ({ side }) => (side === 'old' ? ofOld : ofNew);
}

/** What can only run one at a time is asked one side after the other. */
function orderOf({ checkpoints, order }: SamplingRequest): Order {
  const bothServed = checkpoints.old.serve !== undefined && checkpoints.new.serve !== undefined;
  return bothServed ? 'one-side-after-the-other' : (order ?? 'interleaved');
}

async function startFor(
  { checkpoints, servers }: SamplingRequest,
  side: 'old' | 'new',
): Promise<RunningServer> {
  if (servers === undefined) throw new Error(`nothing was given that serves ${side}`);
  return servers.start(checkpoints[side]);
}

/** Suite by suite, old before new. */
async function* openRuns(
  request: SamplingRequest,
  now: number,
  servedBy: { readonly old: ServedByTally; readonly new: ServedByTally },
): AsyncGenerator<SuiteRun> {
  const { checkpoints, suites, settings, storeDir } = request;
  const identities = pairIdentities(checkpoints);
  for (const suite of suites) {
    for (const side of ['old', 'new'] as const) {
      yield openSuiteRun({
        suite,
        side,
        identity: identities[side],
        settings,
        storeDir,
        now,
        servedBy: servedBy[side],
      });
    }
  }
}

function damaged({ path, damagedLines }: SuiteRun): string {
  const lines = damagedLines === 1 ? '1 line is' : `${damagedLines} lines are`;
  return `${path}: ${lines} damaged and passed over; what is missing is asked again.`;
}

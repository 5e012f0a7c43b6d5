import { isDeepStrictEqual } from 'node:util';
import { interrupted, refuseWholeFailure } from '../servers/http/unusable-server.ts';
import { mostOf, openThrottle, type Throttle } from '../servers/http/pace/throttle.ts';
import { systemTiming, type Timing } from '../timing.ts';
import type { Checkpoint } from '../servers/checkpoint.ts';
import type { RunningServer } from '../servers/serve/running-server.ts';
import { pairIdentities } from '../store/identity.ts';
import { ServedByTally } from '../store/served-by.ts';
import { blockRequester } from './request-blocks.ts';
import { requestFirstBlocks } from './request-first-blocks.ts';
import { type Budget, openBudget } from './budget.ts';
import { budgeted } from './budgeted-turns.ts';
import { collect, cutBy, total } from './collect.ts';
import { isWorthALook, lookAt, stagesOf } from './preflight.ts';
import type { Sampler, SamplingRequest } from './sampling-request.ts';
import { perRequestOf } from './samples-per-request.ts';
import { openSideServer, type SideServer } from './side-server.ts';
import { openSuiteRun, type SuiteRun } from './suite-run.ts';
import { type Order, turnsOf } from './turns.ts';

/**
 * Requests n samples of every item of every suite from both checkpoints, and stores each completion as it arrives.
 * Stored completions are reused. A failed sample becomes a completion with `error`, never an incorrect answer.
 *
 * @throws {SamplingError} if further requests would be pointless (credentials, model, quota, unreachable server), if a
 * side has no samples at all, if the store cannot be written, or if `signal` aborted. Completions received before the
 * error remain stored.
 */
export const sample: Sampler = samplerWith(systemTiming);

/** Creates the sampler with a given clock. */
export function samplerWith(timing: Timing): Sampler {
  return async (request) => {
    const { checkpoints, settings, storeDir, env, signal, onProgress, onWarning = () => {} } = request;
    const runs: SuiteRun[] = [];
    const throttleAt = pacesOfServers(checkpoints, ({ limits = {} }) =>
      openThrottle({ ...settings, limits, timing }),
    );
    const sides: { old?: SideServer; new?: SideServer } = {};
    const servedBy = { old: new ServedByTally(), new: new ServedByTally() };
    const whole = request.budget ?? openBudget({ limits: {}, prices: undefined, timing });
    const budgets: Budget[] = [];
    let closing: readonly PromiseSettledResult<void>[] = [];
    try {
      signal.throwIfAborted();
      for await (const run of openRuns(request, timing.now(), servedBy)) runs.push(run);
      for (const run of runs) if (run.damagedLines > 0) onWarning(damaged(run));
      const open = (checkpoint: Checkpoint, env: SamplingRequest['env']): void => {
        const own = runs.filter(({ side }) => side === checkpoint.side);
        const samples = total(own, ({ progress }) => progress().total);
        const throttle = throttleAt(checkpoint);
        sides[checkpoint.side] = openSideServer({
          checkpoint,
          settings,
          env,
          timing,
          throttle,
          onWarning,
          samples,
        });
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
      const turns = budgeted(inTurn, runs, { whole, perRequest });
      const { preflight } = request;
      const concurrency = mostOf(settings.concurrency);
      for (const { sides: asked, openBudget: openOwn, missing, requests } of turns) {
        const budget = openOwn();
        budgets.push(budget);
        try {
          const ended: AbortSignal[] = [];
          for (const side of asked) {
            if (checkpoints[side].serve === undefined) continue;
            const server = await startFor(request, side);
            ended.push(server.ended);
            // The environment is empty because a server on this machine needs no key and no proxy.
            open({ ...checkpoints[side], baseUrl: server.baseUrl }, {});
          }
          if (request.budget !== undefined) budget.expect(requests, concurrency);
          const ask = blockRequester({
            budget,
            concurrency,
            signal: AbortSignal.any([signal, ...ended, budget.over]),
            sideOf: (side) => sides[side],
            now: timing.now,
            onProgress: (run) => onProgress(run.progress()),
            onBlock: request.onBlock,
          });
          const stages = stagesOf(missing, { look: preflight?.look !== undefined });
          await requestFirstBlocks(stages, { ask, runs, onFirst: preflight?.onFirst });
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
      ...cutBy(budgets, runs),
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

/**
 * If both sides use the same server with the same limits, they share its throttle. Servers started here are separate
 * for each side.
 */
function pacesOfServers(
  { old, new: candidate }: SamplingRequest['checkpoints'],
  open: (checkpoint: Checkpoint) => Throttle,
): (checkpoint: Checkpoint) => Throttle {
  const ofOld = open(old);
  const isShared =
    candidate.baseUrl === old.baseUrl &&
    old.serve === undefined &&
    candidate.serve === undefined &&
    isDeepStrictEqual(old.limits, candidate.limits);
  const ofNew = isShared ? ofOld : open(candidate);
  return ({ side }) => (side === 'old' ? ofOld : ofNew);
}

/** The sampling order. Checkpoints that can only be served one at a time are sampled one after the other. */
function orderOf({ checkpoints, order }: SamplingRequest): Order {
  const bothServed = checkpoints.old.serve !== undefined && checkpoints.new.serve !== undefined;
  return bothServed ? 'one-side-after-the-other' : (order ?? 'interleaved');
}

async function startFor(
  { checkpoints, servers }: SamplingRequest,
  side: 'old' | 'new',
): Promise<RunningServer> {
  if (servers === undefined) throw new Error(`found no server for ${side}`);
  return servers.start(checkpoints[side]);
}

/** Opens the runs suite by suite, `old` before `new`. */
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
  const lines = damagedLines === 1 ? '1 damaged line' : `${damagedLines} damaged lines`;
  return `${path}: skipped ${lines}; the missing completions will be requested again.`;
}

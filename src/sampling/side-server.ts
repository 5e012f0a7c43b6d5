import type { Checkpoint } from '../servers/checkpoint.ts';
import { openServerSession } from '../servers/http/server-session.ts';
import type { Block } from './blocks.ts';
import { type Budget, BudgetSpent } from './budget.ts';
import { openClient } from '../servers/chat/client.ts';
import type { CompletionResponse } from '../servers/chat/completion-response.ts';
import { isBusyFailure } from '../servers/http/request-failure.ts';
import { serverGaveUp } from '../servers/http/unusable-server.ts';
import type { Throttle } from '../servers/http/pace/throttle.ts';
import type { SamplingSettings } from '../servers/chat/sampling-settings.ts';
import { openStopwatch } from './stopwatch.ts';
import { type Drawn, isDivisible, openBlockRequests, perRequestOf } from './samples-per-request.ts';
import { openUsageCheck, type UsageFix } from './usage-check.ts';
import type { Timing } from '../timing.ts';

/**
 * The run ends after this many consecutive failures if more than 1% of the run's samples have failed, because the
 * result could only be `invalid`.
 */
const FEWEST_FAILURES_IN_A_ROW = 20;
const INVALID_SHARE = 0.01;
/**
 * Maximum number of failures, each after all retries, before a server's first completion. One more failure ends the
 * run.
 */
const MOST_WITHOUT_ANY = 3;

/**
 * One side's server during a run. Sends requests with retries, at the rate that the server allows, until the server
 * proves unusable.
 */
export interface SideServer {
  /**
   * Yields results for groups of samples: one completion each, or the failure after all retries.
   *
   * @throws {SamplingError} if further requests would be pointless: wrong credentials or model, no quota left, or a
   * server that is unreachable or has stopped responding
   * @throws {BudgetSpent} or an abort error, if the budget does not allow the request or ended while it waited
   */
  readonly ask: (block: Block, signal: AbortSignal, budget: Budget) => AsyncGenerator<Drawn>;
  /** Returns the number of requests sent so far, including retries. */
  readonly requests: () => number;
  /** Returns how many of these requests were retries after a failure. */
  readonly retries: () => number;
  /** Returns the seconds during which at least one request was in progress. */
  readonly seconds: () => number;
  readonly close: () => void;
}

/**
 * Maximum number of tokens that a chat template is assumed to add. Apart from these, the number of tokens is at most
 * the number of bytes, because each token has at least one byte.
 */
const TEMPLATE_TOKENS = 64;

function mostTokensOf(messages: Block[0]['item']['messages']): number {
  return messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), TEMPLATE_TOKENS);
}

/** @throws {SamplingError} if an environment variable that the checkpoint needs is missing or unusable */
export function openSideServer(options: {
  readonly checkpoint: Checkpoint;
  readonly settings: SamplingSettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timing: Timing;
  readonly throttle: Throttle;
  readonly onWarning: (message: string) => void;
  /** Number of this side's samples in the whole run, including stored ones. */
  readonly samples: number;
}): SideServer {
  const { checkpoint, settings, timing, throttle, onWarning, samples } = options;
  const client = openClient({ ...options, heard: throttle.heard });
  const session = openServerSession({
    endpoint: checkpoint,
    models: client.models,
    timing,
    throttle,
    mostInARow: Math.max(FEWEST_FAILURES_IN_A_ROW, INVALID_SHARE * samples),
    mostAtFirst: MOST_WITHOUT_ANY,
    gaveUp: (failure, failedInARow) => serverGaveUp({ failure, checkpoint, failedInARow }),
    onPause: onWarning,
  });
  const limit = settings.maxTokens ?? settings.maxCompletionTokens;
  const fixes = new Set<UsageFix>();
  const withPlausibleUsage = openUsageCheck({
    limit,
    onFix: (fix) => {
      if (!fixes.has(fix)) onWarning(usageReplaced(checkpoint, fix));
      fixes.add(fix);
    },
  });
  let refused = 0;
  const several = openBlockRequests({
    perRequest: perRequestOf(settings),
    isGreedy: settings.temperature === 0,
    onRepetition: () => onWarning(repeatsItself(checkpoint)),
  });
  let retries = 0;
  const busy = openStopwatch(timing.now);
  const within = async (
    samples: Block,
    attempt: number,
    signal: AbortSignal,
    budget: Budget,
  ): Promise<CompletionResponse> => {
    const [{ item, index }] = samples;
    const count = samples.length;
    try {
      return await budget.spend({
        side: checkpoint.side,
        most: { prompt: mostTokensOf(item.messages), completion: count * (limit ?? 0) },
        send: async () => {
          if (attempt > 1) retries += 1;
          return withPlausibleUsage(await busy.during(client.ask({ item, index, count, signal })));
        },
        isFree: isBusyFailure,
        usage: ({ usage }) => usage && { prompt: usage.prompt_tokens, completion: usage.completion_tokens },
      });
    } catch (error) {
      if (error instanceof BudgetSpent) refused += 1;
      throw error;
    }
  };
  const waits = new WeakMap<AbortSignal, AbortSignal>();
  const untilClosed = (signal: AbortSignal, budget: Budget): AbortSignal => {
    const known = waits.get(signal) ?? AbortSignal.any([signal, budget.closed]);
    waits.set(signal, known);
    return known;
  };
  return {
    requests: () => session.requests() - refused,
    retries: () => retries,
    seconds: busy.seconds,
    close: client.close,
    ask: (block, signal, budget) => {
      let sent = 0;
      return several(block, (samples) => {
        // The budget expected one request per block. A server that does not support this block size needs more
        // requests.
        if (sent > 0) budget.expectOneMore();
        sent += 1;
        let attempt = 0;
        return session.ask(
          () => within(samples, (attempt += 1), signal, budget),
          untilClosed(signal, budget),
          (failure) => samples.length > 1 && isDivisible(failure),
        );
      });
    },
  };
}

function repeatsItself({ side, model }: Checkpoint): string {
  return `The server for ${side} (${model}) returns identical completions when a request asks for several. From now on, each request asks for one completion.`;
}

function usageReplaced({ side, model }: Checkpoint, fix: UsageFix): string {
  return fix === 'others-estimated'
    ? `The server for ${side} (${model}) counts only the tokens of the first completion if a request asks for several. The tokens of the others are estimated from their lengths, for the budget and in the report.`
    : `The server for ${side} (${model}) reports fewer tokens than its completions have. The budget and the report use the maximum that these completions can have.`;
}

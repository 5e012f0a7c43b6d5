import type { Checkpoint } from '../checkpoints/checkpoint.ts';
import { openAsking } from './asking.ts';
import { type Budget, BudgetSpent } from './budget.ts';
import { openClient } from './client.ts';
import type { Completion } from './completion.ts';
import type { RequestFailure } from './failure.ts';
import { serverGaveUp } from './fatal.ts';
import type { Pace } from './pace.ts';
import type { SamplingSettings } from './sampler.ts';
import type { Sample } from './suite-run.ts';
import type { Timing } from './timing.ts';

/** A run in which so many samples failed in a row, and over 1 % of them, could only end as `invalid`. */
const FEWEST_FAILURES_IN_A_ROW = 20;
const INVALID_SHARE = 0.01;
/** A server that has given no completion at all is given up after more failures than these, all attempts made. */
const MOST_WITHOUT_ANY = 3;

/** One side's server during a run: asked at its pace, with retries, until it turns out to be of no use. */
export interface Side {
  /**
   * Resolves with a completion, or with why there is none after all attempts.
   *
   * @throws {SamplingError} where asking on makes no sense: credentials, model, quota, a server that is not there or
   *   no longer answers.
   * @throws {BudgetSpent} or an abort error, where the budget does not allow it or ended while it waited.
   */
  readonly ask: (sample: Sample, signal: AbortSignal, budget: Budget) => Promise<Completion | RequestFailure>;
  /** Requests sent so far, repeated ones too. */
  readonly requests: () => number;
  readonly close: () => void;
}

/** A token has at least one byte; what a template puts around the messages is taken to be no more than this. */
const TEMPLATE_TOKENS = 64;

function mostTokensOf(messages: Sample['item']['messages']): number {
  return messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), TEMPLATE_TOKENS);
}

/** @throws {SamplingError} where an environment variable that the checkpoint needs is missing or unusable. */
export function openSide(options: {
  readonly checkpoint: Checkpoint;
  readonly settings: SamplingSettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timing: Timing;
  readonly pace: Pace;
  /** Samples of this side in the whole run, stored ones included. */
  readonly samples: number;
}): Side {
  const { checkpoint, timing, pace, samples } = options;
  const client = openClient({ ...options, heard: pace.heard });
  const asking = openAsking({
    endpoint: checkpoint,
    models: client.models,
    timing,
    pace,
    mostInARow: Math.max(FEWEST_FAILURES_IN_A_ROW, INVALID_SHARE * samples),
    mostAtFirst: MOST_WITHOUT_ANY,
    gaveUp: (failure, failedInARow) => serverGaveUp({ failure, checkpoint, failedInARow }),
  });
  const mostCompletion = options.settings.maxTokens ?? options.settings.maxCompletionTokens ?? 0;
  let refused = 0;
  const within = async (
    { item, index }: Sample,
    signal: AbortSignal,
    budget: Budget,
  ): Promise<Completion> => {
    try {
      return await budget.spend({
        side: checkpoint.side,
        most: { prompt: mostTokensOf(item.messages), completion: mostCompletion },
        send: () => client.ask(item.messages, index, signal),
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
    requests: () => asking.requests() - refused,
    close: client.close,
    ask: (sample, signal, budget) =>
      asking.ask(() => within(sample, signal, budget), untilClosed(signal, budget)),
  };
}

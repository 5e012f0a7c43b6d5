import type { Checkpoint } from '../checkpoints/checkpoint.ts';
import type { SamplingError } from '../errors.ts';
import { openClient } from './client.ts';
import type { Completion } from './completion.ts';
import { RequestFailure } from './failure.ts';
import { namesTheModel, serverGaveUp, serverUnusable } from './fatal.ts';
import { openPace } from './pace.ts';
import { withRetry } from './retry.ts';
import type { SamplingSettings } from './sampler.ts';
import type { Sample } from './suite-run.ts';
import type { Timing } from './timing.ts';

/** A run in which so many samples failed in a row, and over 1 % of them, could only end as `invalid`. */
const FEWEST_FAILURES_IN_A_ROW = 20;
const INVALID_SHARE = 0.01;
const MODELS_TO_NAME = 5;

/** One side's server during a run: asked at its pace, with retries, until it turns out to be of no use. */
export interface Side {
  /**
   * Resolves with a completion, or with why there is none after all attempts.
   *
   * @throws {SamplingError} where asking on makes no sense: credentials, model, quota, a server that is not there or
   *   no longer answers.
   */
  readonly ask: (sample: Sample, signal: AbortSignal) => Promise<Completion | RequestFailure>;
  /** Requests sent so far, repeated ones too. */
  readonly requests: () => number;
  readonly close: () => void;
}

/** @throws {SamplingError} where an environment variable that the checkpoint needs is missing or unusable. */
export function openSide(options: {
  readonly checkpoint: Checkpoint;
  readonly settings: SamplingSettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timing: Timing;
  /** Samples of this side in the whole run, stored ones included. */
  readonly samples: number;
}): Side {
  const { checkpoint, settings, timing, samples } = options;
  const client = openClient(options);
  const pace = openPace({ most: settings.concurrency, timing });
  const mostInARow = Math.max(FEWEST_FAILURES_IN_A_ROW, INVALID_SHARE * samples);
  let requests = 0;
  let answeredEver = false;
  let failedInARow = 0;
  let verdict: Promise<SamplingError | undefined> | undefined;

  const askOnce = async ({ item, index }: Sample, signal: AbortSignal): Promise<Completion> => {
    await pace.enter(signal);
    try {
      requests += 1;
      const completion = await client.ask(item.messages, index, signal);
      answeredEver = true;
      pace.answered();
      return completion;
    } catch (error) {
      if (error instanceof RequestFailure && error.isAnswer) answeredEver = true;
      throw error;
    } finally {
      pace.leave();
    }
  };
  const judge = async (failure: RequestFailure): Promise<SamplingError | undefined> => {
    const models = namesTheModel(failure) ? await client.models(MODELS_TO_NAME) : [];
    const unusable = serverUnusable({ failure, checkpoint, answeredEver, models });
    return (
      unusable ??
      (failedInARow > mostInARow ? serverGaveUp({ failure, checkpoint, failedInARow }) : undefined)
    );
  };

  return {
    requests: () => requests,
    close: client.close,
    ask: async (sample, signal) => {
      try {
        const completion = await withRetry({
          ask: () => askOnce(sample, signal),
          timing,
          signal,
          onRetry: (failure, waitMs) => {
            if (failure.isBusy) pace.busy(waitMs);
          },
        });
        failedInARow = 0;
        return completion;
      } catch (error) {
        if (!(error instanceof RequestFailure)) throw error;
        failedInARow += 1;
        verdict = Promise.resolve(verdict).then((fatal) => fatal ?? judge(error));
        const fatal = await verdict;
        if (fatal !== undefined) throw fatal;
        return error;
      }
    },
  };
}

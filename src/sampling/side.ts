import type { Checkpoint } from '../checkpoints/checkpoint.ts';
import { openAsking } from './asking.ts';
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
  return {
    requests: asking.requests,
    close: client.close,
    ask: ({ item, index }, signal) => asking.ask(() => client.ask(item.messages, index, signal), signal),
  };
}

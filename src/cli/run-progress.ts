import { openStatusFile } from '../run/check/status-file.ts';
import { type ProgressDisplay, progressDisplay, type ProgressStream } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** A progress display that also stores the progress in the run's folder. */
export interface RunProgress extends ProgressDisplay {
  /** Marks the run as done. Until then, the run counts as `failed`. */
  readonly finish: () => void;
  /** Stops the display and writes the final state. */
  readonly end: () => Promise<void>;
}

/** Shows the progress of a run, and stores it in `status.json` in the run's folder. */
export function runProgress({
  err,
  env,
  folder,
}: {
  readonly err: ProgressStream;
  readonly env: Terminal['env'];
  readonly folder: string;
}): RunProgress {
  const display = progressDisplay({ err, env }, () => performance.now());
  const file = openStatusFile({ folder, now: Date.now, onWarning: display.onWarning });
  let state: 'done' | 'failed' = 'failed';
  return {
    ...display,
    onProgress: (progress) => {
      display.onProgress(progress);
      file.onProgress(progress);
    },
    onEmbedding: (progress) => {
      display.onEmbedding(progress);
      file.onEmbedding(progress);
    },
    finish: () => {
      state = 'done';
    },
    end: async () => {
      display.stop();
      await file.end(state);
    },
  };
}

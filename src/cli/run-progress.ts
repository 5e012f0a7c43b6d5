import { openStatusFile } from '../check/status-file.ts';
import { type ProgressDisplay, progressDisplay, type ProgressStream } from './progress.ts';

/** Progress that is shown, and kept in the run's folder. */
export interface RunProgress extends ProgressDisplay {
  /** Whether the run is done, or `failed`, as it is until somebody says otherwise. */
  readonly finish: () => void;
  /** Stops showing and writes the last state. */
  readonly end: () => Promise<void>;
}

/** Shows how far a run is, and keeps it in `status.json` in its folder. */
export function runProgress({
  err,
  folder,
  logEveryMs,
}: {
  readonly err: ProgressStream;
  readonly folder: string;
  readonly logEveryMs?: number;
}): RunProgress {
  const display = progressDisplay({ err }, () => performance.now(), logEveryMs);
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

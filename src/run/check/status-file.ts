import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../files/write-whole.ts';
import { type Status, statusOf, type StatusPart, statusSchema } from '../../result/status.ts';
import type { EmbeddingProgress } from '../../sampling/embeddings/embedding-request.ts';
import type { Progress } from '../../sampling/progress.ts';

const WRITTEN_EVERY_MS = 1000;

/** Maintains `status.json` in a run's folder. */
export interface StatusFile {
  readonly onProgress: (progress: Progress) => void;
  readonly onEmbedding: (progress: EmbeddingProgress) => void;
  /** Writes the final state. Resolves when it has been written or writing has failed. */
  readonly end: (state: 'done' | 'failed') => Promise<void>;
}

/**
 * Opens a run's status file. The file is replaced atomically, at most once a second while the run makes progress, and
 * once at the end. A run that never starts sampling has no status. A failure to write the file is reported once and
 * does not end the run.
 */
export function openStatusFile({
  folder,
  now,
  onWarning,
}: {
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onWarning: (message: string) => void;
}): StatusFile {
  const startedMs = now();
  const parts = new Map<string, StatusPart>();
  let embeddings: Status['embeddings'] = null;
  let hasNews = false;
  let isBroken = false;
  let writing = Promise.resolve();

  const write = async (state: Status['state']): Promise<void> => {
    if (isBroken || (parts.size === 0 && embeddings === null)) return;
    const nowMs = now();
    const status = statusOf({
      state,
      parts: [...parts.values()],
      embeddings,
      started: new Date(startedMs).toISOString(),
      updated: new Date(nowMs).toISOString(),
      seconds: (nowMs - startedMs) / 1000,
    });
    try {
      await mkdir(folder, { recursive: true });
      await writeWhole(
        join(folder, 'status.json'),
        `${JSON.stringify(statusSchema.parse(status), null, 2)}\n`,
      );
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      isBroken = true;
      onWarning(`Could not write status.json in ${folder}: ${error.message}.`);
    }
  };
  const timer = setInterval(() => {
    if (!hasNews) return;
    hasNews = false;
    writing = writing.then(() => write('running'));
  }, WRITTEN_EVERY_MS);
  timer.unref();

  return {
    onProgress: ({ suite, side, done, failed, cached, total, ...spent }) => {
      hasNews = true;
      parts.set(`${suite}\n${side}`, {
        suite,
        side,
        done,
        failed,
        reused: cached,
        total,
        prompt_tokens: spent.promptTokens,
        completion_tokens: spent.completionTokens,
        cost_usd: spent.costUsd ?? null,
      });
    },
    onEmbedding: ({ done, failed, cached, total }) => {
      hasNews = true;
      embeddings = { done, failed, reused: cached, total };
    },
    end: async (state) => {
      clearInterval(timer);
      await writing;
      await write(state);
    },
  };
}

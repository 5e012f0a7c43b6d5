import { type BaseFiles, filesAtBase } from '../run/stages/base-files.ts';
import type { OpenBudget, PreparingEdges } from '../run/stages/prepare.ts';
import type { Comparison } from '../versions/comparison.ts';
import { type RunProgress, runProgress } from '../cli/run-progress.ts';
import type { Files } from '../run/stages/plan.ts';
import type { JobLog } from '../github/job/log.ts';
import type { GradingEdges } from '../grading/grader.ts';
import { openBudget } from '../sampling/budget.ts';
import { openJudges } from '../sampling/judges/judges.ts';
import { systemTiming } from '../timing.ts';
import { openServers, type ServedLog } from '../servers/serve/open-servers.ts';
import type { JobContext } from './job-context.ts';

type Moved = Extract<Comparison, { readonly kind: 'moved' }>;

/** The dependencies of sampling a comparison or one shard of it. */
type Asking = PreparingEdges & {
  readonly configPath: string;
  readonly versions: { readonly old: string; readonly new: string };
  readonly files: Files;
  readonly openBudget: OpenBudget;
  readonly grading: GradingEdges;
};

/**
 * Runs `work` inside a log group that also shows its progress. Logs from any servers started for `work` follow, each in
 * its own group.
 */
export async function runWithProgress<T>(
  title: string,
  { comparison, by }: { readonly comparison: Moved; readonly by: BaseFiles },
  { env, inputs, log, signal, stream }: JobContext,
  work: (edges: Asking, progress: RunProgress) => Promise<T>,
): Promise<T> {
  const { old, new: candidate, base, head, headIsTrusted } = comparison;
  const logs: ServedLog[] = [];
  try {
    return await log.group(title, async () => {
      const judged = base === head ? {} : { judgedFolder: by.root };
      // The Action always runs in a CI job, even if the runner does not set `CI`.
      const progress = runProgress({ err: stream, env: { ...env, CI: 'true' }, folder: inputs.out });
      try {
        const done = await work(
          {
            configPath: inputs.config,
            versions: { old, new: candidate },
            files: filesAtBase(by),
            openBudget: (budget) => openBudget({ ...budget, timing: systemTiming }),
            grading: {
              env,
              signal,
              headIsTrusted,
              ...judged,
              openJudges: () => openJudges({ storeDir: inputs.store, env, signal, ...progress }),
            },
            serving: {
              headIsTrusted,
              ...judged,
              openServers: (options) =>
                openServers({
                  ...options,
                  logDir: inputs.out,
                  env,
                  signal,
                  ...progress,
                  onLog: (each) => logs.push(each),
                }),
            },
            storeDir: inputs.store,
            env,
            signal,
            onProgress: progress.onProgress,
            onWarning: progress.onWarning,
          },
          progress,
        );
        progress.finish();
        return done;
      } finally {
        await progress.end();
      }
    });
  } finally {
    await showLogs(logs, log);
  }
}

/** Prints each server's log in its own group. */
async function showLogs(logs: readonly ServedLog[], log: JobLog): Promise<void> {
  for (const { side, path, lines } of logs) {
    await log.group(`Log of the server for ${side} (last lines; complete log: ${path})`, () => {
      log.info(lines.join('\n'));
      return Promise.resolve();
    });
  }
}

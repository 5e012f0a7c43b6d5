import { check } from '../check/check.ts';
import type { Checked } from '../check/conclude.ts';
import { type JudgedBy, judgedFiles } from '../check/judged-files.ts';
import type { Comparison } from '../checkpoints/comparison.ts';
import type { Draws } from '../checkpoints/resolve.ts';
import { runProgress } from '../cli/run-progress.ts';
import type { JobLog } from '../github/log.ts';
import { openBudget } from '../sampling/budget.ts';
import { embed } from '../sampling/embeddings.ts';
import { openLooks } from '../sampling/look-file.ts';
import { sample } from '../sampling/sampler.ts';
import { systemTiming } from '../sampling/timing.ts';
import { openServers, type ServedLog } from '../serving/open-servers.ts';
import type { Place } from './place.ts';

type Moved = Extract<Comparison, { readonly kind: 'moved' }>;

/** How often a job's log tells how far sampling is. */
const LOG_EVERY_MS = 30_000;

/** One check of a comparison, in a fold of the log; the logs of servers that it started follow in folds of their own. */
export async function lookAt(
  { old, new: fresh, judge, head, headIsTrusted }: Moved,
  {
    by,
    notes,
    draws,
  }: { readonly by: JudgedBy; readonly notes: readonly string[]; readonly draws?: Draws | undefined },
  { env, inputs, log, signal, stream }: Place,
): Promise<Checked> {
  const logs: ServedLog[] = [];
  const afresh = draws?.old === undefined ? '' : ', both afresh';
  try {
    return await log.group(`Measuring ${old} against ${fresh}${afresh}`, async () => {
      const progress = runProgress({ err: stream, folder: inputs.out, logEveryMs: LOG_EVERY_MS });
      try {
        const checked = await check({
          configPath: inputs.config,
          versions: { old, new: fresh },
          draws,
          files: judgedFiles(by),
          notes,
          sampler: sample,
          openBudget: (budget) => openBudget({ ...budget, timing: systemTiming }),
          grading: { env, signal, headIsTrusted },
          openLooks: (at) => openLooks({ ...at, now: Date.now }),
          nowMs: Date.now(),
          serving: {
            headIsTrusted,
            ...(judge === head ? {} : { judgedFolder: by.root }),
            openServers: ({ secrets }) =>
              openServers({
                logDir: inputs.out,
                env,
                secrets,
                signal,
                ...progress,
                onLog: (each) => logs.push(each),
              }),
          },
          embed: (request) => embed({ ...request, signal }),
          storeDir: inputs.store,
          env,
          signal,
          onProgress: progress.onProgress,
          onEmbedding: progress.onEmbedding,
          onWarning: progress.onWarning,
        });
        progress.finish();
        return checked;
      } finally {
        await progress.end();
      }
    });
  } finally {
    await showLogs(logs, log);
  }
}

/** Each server's log as a fold of its own. */
async function showLogs(logs: readonly ServedLog[], log: JobLog): Promise<void> {
  for (const { side, path, lines } of logs) {
    await log.group(`Log of the server of ${side} (its end; all of it is in ${path})`, () => {
      log.info(lines.join('\n'));
      return Promise.resolve();
    });
  }
}

import { isAbsolute, relative, resolve, sep } from 'node:path';
import { check } from '../check/check.ts';
import type { Checked } from '../check/conclude.ts';
import type { Comparison } from '../checkpoints/comparison.ts';
import { ConfigError } from '../errors.ts';
import { progressDisplay } from '../cli/progress.ts';
import { changesToJudge, judgedFiles } from '../check/judged-files.ts';
import type { JobLog } from '../github/log.ts';
import { renderTerminal } from '../report/terminal.ts';
import { openBudget } from '../sampling/budget.ts';
import { embed } from '../sampling/embeddings.ts';
import { openLooks } from '../sampling/look-file.ts';
import { sample } from '../sampling/sampler.ts';
import { systemTiming } from '../sampling/timing.ts';
import { openServers, type ServedLog } from '../serving/open-servers.ts';
import { type Finding, findingOf } from './finding.ts';
import { type Checkout, judgedBy, type Place } from './place.ts';

type Moved = Extract<Comparison, { readonly kind: 'moved' }>;

/** Columns of a log. */
const LOG_COLUMNS = 100;

/** Samples both versions and judges them by the files of the judge's commit. */
export async function measure(comparison: Moved, place: Place, checkout: Checkout): Promise<Finding> {
  const { env, inputs, job, log, signal, stream } = place;
  const { judge, head, old, new: fresh } = comparison;
  const by = judgedBy(judge, place, checkout);
  if (judge !== head) {
    await refusePlanted('store', comparison, place, checkout);
    await refusePlanted('out', comparison, place, checkout);
  }
  const notes = judge === head ? [] : await changesToJudge(by, head);
  const logs: ServedLog[] = [];
  const measuring = async (): Promise<Checked> =>
    log.group(`Measuring ${old} against ${fresh}`, async () => {
      const progress = progressDisplay({ err: stream }, () => performance.now());
      try {
        return await check({
          configPath: inputs.config,
          versions: { old, new: fresh },
          files: judgedFiles(by),
          notes,
          sampler: sample,
          openBudget: (budget) => openBudget({ ...budget, timing: systemTiming }),
          grading: { env, signal, headIsTrusted: comparison.headIsTrusted },
          openLooks: (at) => openLooks({ ...at, now: Date.now }),
          nowMs: Date.now(),
          serving: {
            headIsTrusted: comparison.headIsTrusted,
            ...(judge === head ? {} : { judgedFolder: checkout.root }),
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
      } finally {
        progress.stop();
      }
    });
  let checked: Checked;
  try {
    checked = await measuring();
  } finally {
    await showLogs(logs, log);
  }
  log.info(renderTerminal(checked.result, { colour: false, columns: LOG_COLUMNS, unicode: true }));
  return findingOf(checked, { runUrl: job.runUrl, mayCreateComment: true });
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

/**
 * A store or folder that the pull request brought along would answer in place of the models, or lead out of the workspace.
 *
 * @throws ConfigError where the commit that is judged has anything at its path.
 */
async function refusePlanted(
  input: 'store' | 'out',
  { head }: Moved,
  { folder, inputs }: Place,
  { repository, root }: Checkout,
): Promise<void> {
  const inside = relative(root, resolve(folder, inputs[input]));
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return;
  const path = inside.split(sep).join('/');
  const isThere = await repository.stampAt(head, path).then(
    (stamp) => stamp !== undefined,
    (error: unknown) => {
      // A folder, or a symbolic link on the way.
      if (error instanceof ConfigError) return true;
      throw error;
    },
  );
  if (!isThere) return;
  throw new ConfigError({
    what: `the pull request has ${path}, where completions and results of this run belong`,
    where: `input ${input}`,
    mend: 'Remove it from the branch (and add it to .gitignore), or name another folder: what a pull request brings must not answer for the models.',
  });
}

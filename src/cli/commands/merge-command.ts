import { merge } from '../../run/shards/merge.ts';
import { openBudget } from '../../sampling/budget.ts';
import { embed } from '../../sampling/embeddings/embeddings.ts';
import { gatherStored } from '../../store/gather-stored.ts';
import { joinStores } from '../../store/join-stores.ts';
import { openLooks } from '../../store/look-file.ts';
import { systemTiming } from '../../timing.ts';
import { concludeRun } from '../conclude.ts';
import { localFiles } from '../files.ts';
import { localGrading } from '../grading.ts';
import { progressDisplay } from '../progress.ts';
import { withReadingStage } from '../reading-stage.ts';
import { claimRunFolder } from '../../run/stages/claim-run-folder.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `reversal-check merge`: merges the shards of a check and decides the verdict. Calls no models except those that judge
 * or embed solutions.
 */
export async function mergeCommand(
  folders: readonly string[],
  options: {
    readonly config: string;
    readonly out: string;
    readonly store: string;
    readonly json: boolean;
  },
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const release = await claimRunFolder(options.out);
  const progress = progressDisplay(terminal, () => performance.now());
  try {
    const checked = await merge({
      folders,
      configPath: options.config,
      files: withReadingStage(localFiles, progress.onStage),
      join: joinStores,
      gather: gatherStored,
      openBudget: (budget) => openBudget({ ...budget, timing: systemTiming }),
      grading: localGrading(terminal, () => signal, { storeDir: options.store, ...progress }),
      openLooks: (at) => openLooks({ ...at, now: Date.now }),
      embed: (request) => embed({ ...request, signal }),
      nowMs: Date.now(),
      storeDir: options.store,
      env: terminal.env,
      signal,
      onEmbedding: progress.onEmbedding,
      onStage: progress.onStage,
      onWarning: progress.onWarning,
    });
    progress.stop();
    return await concludeRun(checked, options, terminal);
  } finally {
    progress.stop();
    await release();
  }
}

import { check } from '../../run/check/check.ts';
import { openBudget } from '../../sampling/budget.ts';
import { embed } from '../../sampling/embeddings/embeddings.ts';
import { openLooks } from '../../store/look-file.ts';
import { sample } from '../../sampling/sampler.ts';
import { systemTiming } from '../../timing.ts';
import { concludeRun } from '../conclude.ts';
import { localFiles } from '../files.ts';
import { localGrading } from '../grading.ts';
import { servingEdges } from '../serving.ts';
import { runProgress } from '../run-progress.ts';
import { withReadingStage } from '../reading-stage.ts';
import { claimRunFolder } from '../../run/stages/claim-run-folder.ts';
import type { Terminal } from '../terminal.ts';

/** `reversal-check check`: samples and compares both checkpoints. */
export async function checkCommand(
  options: {
    readonly config: string;
    readonly old: string;
    readonly new: string;
    readonly fresh?: string | undefined;
    readonly out: string;
    readonly store: string;
    readonly json: boolean;
    readonly preflight: boolean;
  },
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const release = await claimRunFolder(options.out);
  const progress = runProgress({ ...terminal, folder: options.out });
  try {
    const checked = await check({
      configPath: options.config,
      versions: { old: options.old, new: options.new },
      draws: { new: options.fresh },
      files: withReadingStage(localFiles, progress.onStage),
      sampler: sample,
      serving: servingEdges(options, terminal, { signal, progress }),
      openBudget: (budget) => openBudget({ ...budget, timing: systemTiming }),
      grading: localGrading(terminal, () => signal, { storeDir: options.store, ...progress }),
      openLooks: (at) => openLooks({ ...at, now: Date.now }),
      nowMs: Date.now(),
      preflight: options.preflight,
      onNote: progress.onNote,
      embed: (request) => embed({ ...request, signal }),
      storeDir: options.store,
      env: terminal.env,
      signal,
      onProgress: progress.onProgress,
      onEmbedding: progress.onEmbedding,
      onStage: progress.onStage,
      onWarning: progress.onWarning,
    });
    progress.stop();
    const exitCode = await concludeRun(checked, options, terminal);
    progress.finish();
    return exitCode;
  } finally {
    await progress.end();
    await release();
  }
}

import { probe } from '../../run/probe/probe.ts';
import { renderProbeTerminal, serialiseProbe } from '../../report/probe.ts';
import { estimateSampling } from '../../sampling/estimate/estimate.ts';
import { sample } from '../../sampling/sampler.ts';
import { localFiles } from '../files.ts';
import { localGrading } from '../grading.ts';
import { progressDisplay } from '../progress.ts';
import { servingEdges } from '../serving.ts';
import type { Terminal } from '../terminal.ts';
import { renderingFor } from '../terminal.ts';

/**
 * `reversal-check probe`: shows a few samples of each suite and side, with their grades. Exits with 0 if both sides
 * respond.
 */
export async function probeCommand(
  options: {
    readonly config: string;
    readonly old: string;
    readonly new: string;
    readonly items: number;
    readonly out: string;
    readonly store: string;
    readonly json: boolean;
  },
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const progress = progressDisplay(terminal, () => performance.now());
  try {
    const probed = await probe({
      configPath: options.config,
      versions: { old: options.old, new: options.new },
      files: localFiles,
      itemsOfSuite: options.items,
      sampler: sample,
      estimator: estimateSampling,
      serving: servingEdges(options, terminal, { signal, progress }),
      grading: localGrading(terminal, () => signal, { storeDir: options.store, ...progress }),
      storeDir: options.store,
      env: terminal.env,
      signal,
      onProgress: progress.onProgress,
      onWarning: progress.onWarning,
    });
    progress.stop();
    terminal.out.write(
      options.json
        ? serialiseProbe(probed)
        : renderProbeTerminal(probed, renderingFor(terminal.out, terminal.env)),
    );
    return 0;
  } finally {
    progress.stop();
  }
}

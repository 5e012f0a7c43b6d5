import { join } from 'node:path';
import { compare } from '../check/compare.ts';
import { embed } from '../sampling/embeddings.ts';
import { concludeRun } from './conclude.ts';
import { localFiles } from './files.ts';
import { localGrading } from './grading.ts';
import { progressDisplay } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** `reversal-check compare`: judges completions that files hold. Only a model that embeds solutions is asked. */
export async function compareCommand(
  paths: { readonly old: string; readonly new: string },
  options: {
    readonly config: string;
    readonly old?: string | undefined;
    readonly new?: string | undefined;
    readonly out: string;
    readonly store?: string | undefined;
    readonly json: boolean;
  },
  terminal: Terminal,
  interruptible: () => AbortSignal,
): Promise<number> {
  const progress = progressDisplay(terminal, () => performance.now());
  try {
    const checked = await compare({
      configPath: options.config,
      paths,
      names: options,
      files: localFiles,
      grading: localGrading(terminal, interruptible),
      nowMs: Date.now(),
      embed: (request) => embed({ ...request, signal: interruptible() }),
      storeDir: options.store ?? join(options.out, 'completions'),
      env: terminal.env,
      onEmbedding: progress.onEmbedding,
      onWarning: progress.onWarning,
    });
    progress.stop();
    return await concludeRun(checked, options, terminal);
  } finally {
    progress.stop();
  }
}

import { sampleShard } from '../../run/shards/sample-shard.ts';
import { parseShard } from '../../run/shards/shard.ts';
import { sentencesOf, shardText } from '../../run/shards/shard-file.ts';
import { writeShard } from '../../run/shards/shard-folder.ts';
import { openBudget } from '../../sampling/budget.ts';
import { copyStored } from '../../store/copy-stored.ts';
import { sample } from '../../sampling/sampler.ts';
import { systemTiming } from '../../timing.ts';
import { localFiles } from '../files.ts';
import { servingEdges } from '../serving.ts';
import { runProgress } from '../run-progress.ts';
import { claimRunFolder } from '../../run/stages/claim-run-folder.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `reversal-check check --shard i/n`: samples one shard of a check without deciding a verdict. Exits with 0 if the
 * shard was sampled.
 */
export async function shardCommand(
  options: {
    readonly config: string;
    readonly old: string;
    readonly new: string;
    readonly out: string;
    readonly store: string;
    readonly shard: string;
    readonly json: boolean;
  },
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const shard = parseShard(options.shard, '--shard');
  const release = await claimRunFolder(options.out);
  const progress = runProgress({ ...terminal, folder: options.out });
  try {
    const sampled = await sampleShard({
      configPath: options.config,
      versions: { old: options.old, new: options.new },
      files: localFiles,
      shard,
      sampler: sample,
      serving: servingEdges(options, terminal, { signal, progress }),
      openBudget: (budget) => openBudget({ ...budget, timing: systemTiming }),
      grading: { env: terminal.env, signal, headIsTrusted: true },
      now: Date.now,
      storeDir: options.store,
      env: terminal.env,
      signal,
      onProgress: progress.onProgress,
      onWarning: progress.onWarning,
    });
    progress.stop();
    const { record } = sampled;
    const path = await writeShard(options.out, sampled, copyStored);
    progress.finish();
    (options.json ? terminal.err : terminal.out).write(`${sentencesOf(record)}\nShard: ${path}\n`);
    if (options.json) terminal.out.write(shardText(record));
    return 0;
  } finally {
    await progress.end();
    await release();
  }
}

import { join } from 'node:path';
import { sampleShard } from '../run/shards/sample-shard.ts';
import type { Shard } from '../run/shards/shard.ts';
import { sentencesOf } from '../run/shards/shard-file.ts';
import { writeShard } from '../run/shards/shard-folder.ts';
import type { Comparison } from '../versions/comparison.ts';
import { NO_OUTPUTS } from '../github/job/outputs.ts';
import { markdownText, SENTENCE_LIMIT } from '../result/text/neutralise.ts';
import { copyStored } from '../store/copy-stored.ts';
import { sample } from '../sampling/sampler.ts';
import { runWithProgress } from './run-with-progress.ts';
import { bringCompletions } from './keep-completions.ts';
import type { JobOutcome } from './job-outcome.ts';
import { type Checkout, baseFilesOf, type JobContext } from './job-context.ts';
import { refusePlanted } from './refuse-planted-results.ts';

type Moved = Extract<Comparison, { readonly kind: 'moved' }>;

/**
 * Samples one shard of a comparison without deciding a verdict. The files for the merge are put in a separate folder,
 * so that the job passes on neither logs nor the completions of earlier runs.
 */
export async function sampleShare(
  comparison: Moved,
  shard: Shard,
  place: JobContext,
  checkout: Checkout,
): Promise<JobOutcome> {
  const { old, new: candidate, base } = comparison;
  const { inputs } = place;
  await refusePlanted(comparison, place, checkout);
  await bringCompletions(place);
  const by = baseFilesOf(base, place, checkout);
  const title = `Sampling shard ${shard.number} of ${shard.of} for ${old} and ${candidate}`;
  const sampled = await runWithProgress(title, { comparison, by }, place, (edges) =>
    sampleShard({ ...edges, shard, sampler: sample, now: Date.now }),
  );
  const folder = join(inputs.out, 'shard');
  await writeShard(folder, sampled, copyStored);
  return sampledOnly(sentencesOf(sampled.record), folder);
}

/** The outcome of a shard if there is nothing to measure. The job that merges the shards reports the reason. */
export function nothingToSample(): JobOutcome {
  return sampledOnly('This job has nothing to sample. For the reason, see the job that merges the shards.');
}

function sampledOnly(text: string, shard?: string): JobOutcome {
  const whole = `${markdownText(text, SENTENCE_LIMIT)}\n`;
  return {
    showing: { whole, atMost: (most) => whole.slice(0, most), outcome: 'sampled', passed: true },
    logText: text,
    outputs: NO_OUTPUTS,
    exitCode: 0,
    mayCreateComment: false,
    annotations: [],
    ...(shard === undefined ? {} : { shard }),
  };
}

import { check } from '../run/check/check.ts';
import type { Checked } from '../run/stages/conclude.ts';
import type { BaseFiles } from '../run/stages/base-files.ts';
import { merge } from '../run/shards/merge.ts';
import type { Comparison } from '../versions/comparison.ts';
import type { Draws } from '../servers/resolve-checkpoints.ts';
import { embed } from '../sampling/embeddings/embeddings.ts';
import { gatherStored } from '../store/gather-stored.ts';
import { joinStores } from '../store/join-stores.ts';
import { openLooks } from '../store/look-file.ts';
import { sample } from '../sampling/sampler.ts';
import { runWithProgress } from './run-with-progress.ts';
import type { JobContext } from './job-context.ts';

type Moved = Extract<Comparison, { readonly kind: 'moved' }>;

/** Runs one check of a comparison. Samples the checkpoints, or merges the shards that other jobs sampled. */
export async function checkComparison(
  comparison: Moved,
  {
    by,
    notes,
    draws,
  }: { readonly by: BaseFiles; readonly notes: readonly string[]; readonly draws?: Draws | undefined },
  place: JobContext,
): Promise<Checked> {
  const { inputs, signal } = place;
  const afresh = draws?.old === undefined ? '' : ' on fresh samples';
  const title = `Comparing ${comparison.old} with ${comparison.new}${afresh}`;
  return runWithProgress(title, { comparison, by }, place, (edges, progress) => {
    const judging: Omit<Parameters<typeof check>[0], 'sampler'> = {
      ...edges,
      notes,
      openLooks: (at) => openLooks({ ...at, now: Date.now }),
      nowMs: Date.now(),
      embed: (request) => embed({ ...request, signal }),
      onEmbedding: progress.onEmbedding,
      onStage: progress.onStage,
    };
    return inputs.merge === undefined
      ? check({
          ...judging,
          draws,
          sampler: sample,
          preflight: inputs.preflight,
          onNote: progress.onNote,
        })
      : merge({ ...judging, folders: [inputs.merge], join: joinStores, gather: gatherStored });
  });
}

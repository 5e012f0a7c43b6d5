import { join } from 'node:path';
import type { SuiteSamples } from '../../measures/samples.ts';
import { greedyAccuracy } from '../../measures/accuracy/greedy-accuracy.ts';
import { reusedTogether } from '../../sampling/reused.ts';
import type { Sampled } from '../../sampling/sampled.ts';
import { sideSpentTogether, spentTogether } from '../../sampling/spent.ts';
import type { Sampler, SamplingRequest } from '../../sampling/sampling-request.ts';

/** The name of a suite's greedy completions in reports, plans and progress. */
export function greedyName(suite: string): string {
  return `${suite}, greedy`;
}

/**
 * The request for a run's greedy completions: one at temperature 0 for each item that has a correct answer. The greedy
 * completions have their own folder in the store, so that no file has two completions with the same index.
 */
export function greedyRequest<Request extends Pick<SamplingRequest, 'suites' | 'settings' | 'storeDir'>>(
  request: Request,
): Request {
  return {
    ...request,
    suites: request.suites.filter(({ role }) => role !== 'open'),
    settings: { ...request.settings, n: 1, temperature: 0 },
    storeDir: join(request.storeDir, 'greedy'),
  };
}

/** The combined cost of two runs. */
export function costOfBoth(one: Sampled['cost'], other: Sampled['cost']): Sampled['cost'] {
  return {
    ...spentTogether(one, other),
    cached: one.cached + other.cached,
    reused: {
      old: reusedTogether(one.reused.old, other.reused.old),
      new: reusedTogether(one.reused.new, other.reused.new),
    },
    ...(one.bySide &&
      other.bySide && {
        bySide: {
          old: sideSpentTogether(one.bySide.old, other.bySide.old),
          new: sideSpentTogether(one.bySide.new, other.bySide.new),
        },
      }),
  };
}

/** One sentence for each suite with items that are excluded from greedy accuracy. */
export function greedyNotes(suites: readonly SuiteSamples[]): string[] {
  return suites.flatMap(({ name, greedy }) => {
    if (greedy === undefined) return [];
    const measurement = greedyAccuracy(greedy);
    const leftOut = greedy.length - (measurement.kind === 'measured' ? measurement.items.length : 0);
    return leftOut === 0
      ? []
      : [
          `Greedy accuracy on ${name} excludes ${leftOut} of ${greedy.length} items, because their greedy completions failed.`,
        ];
  });
}

/**
 * Samples all completions of a check: first the greedy ones, if requested, then n samples of every item. The servers
 * have stopped when it returns.
 */
export async function sampleAll(
  request: SamplingRequest,
  { sampler, greedy }: { readonly sampler: Sampler; readonly greedy: boolean },
): Promise<Sampled & { readonly greedy: Pick<Sampled, 'generations' | 'failed'> | undefined }> {
  try {
    const ofGreedy = greedy
      ? await sampler({
          ...greedyRequest(request),
          onProgress: (progress) => request.onProgress({ ...progress, suite: greedyName(progress.suite) }),
        })
      : undefined;
    const sampled = await sampler(request);
    return {
      ...sampled,
      greedy: ofGreedy,
      cost: ofGreedy === undefined ? sampled.cost : costOfBoth(sampled.cost, ofGreedy.cost),
    };
  } finally {
    await request.servers?.stop();
  }
}

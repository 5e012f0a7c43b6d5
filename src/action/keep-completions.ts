import { restoreCompletions } from '../github/completion-cache.ts';
import type { Place } from './place.ts';

/** The name under which the main step leaves its note for the post step. */
export const CACHE_STATE = 'completions';

/** The cache of GitHub; loaded only where something is to be sampled. */
export const loadCache = () => import('@actions/cache');

/**
 * Brings completions of earlier runs into the store, and leaves word for the end of the job, which keeps them: a job that is cancelled
 * keeps what it paid for.
 */
export async function bringCompletions({ env, inputs, log, saveState, shard }: Place): Promise<void> {
  if (!inputs.cache) return;
  const note = await restoreCompletions({
    folder: inputs.store,
    inputs,
    shard: shard === undefined ? undefined : `${shard.number}-${shard.of}`,
    env,
    load: loadCache,
    onWarning: (message) => log.warning(message),
  });
  if (note !== undefined) saveState(CACHE_STATE, JSON.stringify(note));
}

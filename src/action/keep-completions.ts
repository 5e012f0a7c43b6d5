import { restoreCompletions } from '../github/job/completion-cache.ts';
import { isGitHubs } from '../github/job/job.ts';
import { isOfFork, type JobContext } from './job-context.ts';

/** The key under which the main step saves its note for the post step. */
export const CACHE_STATE = 'completions';

/** GitHub's cache client. Loaded only if something will be sampled. */
export const loadCache = () => import('@actions/cache');

const NOT_USED_HERE =
  'Completions are kept only for this run, because on this server any workflow can write a cache that other branches restore. To reuse completions, set the `store` input to a persistent folder.';
const ANYBODY_WRITES =
  "cache: true is not safe on this server: anyone who can run a workflow here, even from a fork, can replace the completions and any of this job's files. Set the `store` input to a persistent folder instead.";
const NOT_FOR_FORKS = "Completions from earlier runs are not restored in a job for a fork's pull request.";

/**
 * Restores completions from earlier runs to the store, and leaves a note that tells the post step to save the store. As
 * a result, even a cancelled job keeps the completions that it paid for.
 *
 * Unpacking a cache can overwrite any of the job's files before its contents can be checked. A cache is therefore
 * restored only on servers with GitHub's rules, under which a branch cannot read a cache that an unrelated branch
 * wrote, or if the workflow explicitly enables it.
 */
export async function bringCompletions(place: JobContext): Promise<void> {
  const { env, event, inputs, log, saveState, shard } = place;
  if (inputs.cache === 'never') return;
  if (event.name === 'pull_request' && isOfFork(event)) return log.info(NOT_FOR_FORKS);
  if (!isGitHubs(env)) {
    log.warning(inputs.cache === 'always' ? ANYBODY_WRITES : NOT_USED_HERE);
    if (inputs.cache !== 'always') return;
  }
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

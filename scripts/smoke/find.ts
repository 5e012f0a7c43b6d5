import { artifactName } from '../../src/github/artifact/artifact.ts';
import { cacheKeys } from '../../src/github/job/completion-cache.ts';
import { hasMarker, markerOf } from '../../src/github/publish/comment-text.ts';
import { CONFIG, type SmokeJob } from './job.ts';

/* What a smoke test left on the server, by the API. */

export async function openPulls({ github, repository, branch }: SmokeJob) {
  const { data } = await github.pulls.list({
    ...repository,
    head: `${repository.owner}:${branch}`,
    state: 'open',
  });
  return data;
}

export async function comments({ github, repository, key }: SmokeJob, pull: number) {
  const { data } = await github.issues.listComments({ ...repository, issue_number: pull, per_page: 100 });
  return data.filter(({ body }) => hasMarker(body ?? '', markerOf(key)));
}

export async function openIssues({ github, repository, key }: SmokeJob) {
  const { data } = await github.issues.listForRepo({ ...repository, state: 'open', per_page: 100 });
  return data.filter(({ body }) => hasMarker(body ?? '', markerOf(key)));
}

export async function artifacts({ github, repository, run, key }: SmokeJob) {
  const { data } = await github.actions.listWorkflowRunArtifacts({
    ...repository,
    run_id: run,
    name: artifactName(key),
  });
  return data.artifacts;
}

/** The caches of completions that the jobs of this run saved. */
export async function caches({ github, repository, key }: SmokeJob) {
  const [prefix = ''] = cacheKeys({ commentKey: key, config: CONFIG }, {}).prefixes;
  const { data } = await github.actions.getActionsCacheList({ ...repository, key: prefix, per_page: 100 });
  return data.actions_caches;
}

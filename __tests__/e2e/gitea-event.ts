import type { GitRepository } from './git-repository.ts';
import type { Job } from './run-action.ts';

/*
 * A pull request as Gitea and Forgejo describe it to a job (Forgejo's documentation has an example, docs/user/actions-contexts):
 * there is no trial merge, so the commit of the event is the head, `merge_commit_sha` is null, and the ref is that of the head.
 */

const repo = (fullName: string) => ({
  id: 23,
  full_name: fullName,
  name: 'models',
  default_branch: 'main',
  fork: false,
  private: false,
  object_format_name: 'sha1',
});

/** What a job is told about a pull request. Repositories are written as `owner/name`. */
export function pullRequestPayload({
  number,
  head,
  base,
  mergeBase,
  action = 'opened',
}: {
  readonly number: number;
  readonly head: { readonly sha: string; readonly ref: string; readonly repository: string };
  readonly base: { readonly sha: string; readonly ref: string; readonly repository: string };
  readonly mergeBase: string;
  readonly action?: 'opened' | 'synchronize' | 'edited';
}): object {
  const side = ({ sha, ref, repository }: typeof head) => ({
    label: ref,
    ref,
    sha,
    repo_id: 23,
    repo: repo(repository),
  });
  return {
    // The workflow's type is `synchronize`.
    action: action === 'synchronize' ? 'synchronized' : action,
    // Both names are those of the new base.
    ...(action === 'edited'
      ? { changes: { ref: { from: base.ref }, added_labels: null, removed_labels: null } }
      : {}),
    commit_id: '',
    number,
    pull_request: {
      id: 1,
      number,
      state: 'open',
      draft: false,
      base: side(base),
      head: side(head),
      merge_base: mergeBase,
      merge_commit_sha: null,
      mergeable: true,
      merged: false,
    },
    repository: repo(base.repository),
    requested_reviewer: null,
    review: null,
  };
}

/** The event of a pull request of `topic` into `main`. */
export function giteaPullRequest(repository: GitRepository, from = 'acme/models'): Job['event'] {
  const head = repository.head('topic');
  return {
    name: 'pull_request',
    commit: head,
    payload: pullRequestPayload({
      number: 7,
      head: { sha: head, ref: 'topic', repository: from },
      base: { sha: repository.head('main'), ref: 'main', repository: 'acme/models' },
      mergeBase: repository.data.mergeBase?.('main', 'topic')?.common ?? '',
    }),
  };
}

/** The additional environment of their jobs. */
export const giteaEnvironment = (apiUrl: string): Readonly<Record<string, string>> => ({
  GITEA_ACTIONS: 'true',
  GITHUB_REF: 'refs/pull/7/head',
  GITHUB_API_URL: `${apiUrl}/api/v1`,
  GITHUB_SERVER_URL: 'https://git.acme.test',
});

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

/** The event of a pull request of `topic` into `main`. */
export function giteaPullRequest(repository: GitRepository, from = 'acme/models'): Job['event'] {
  const head = repository.head('topic');
  const base = repository.head('main');
  return {
    name: 'pull_request',
    commit: head,
    payload: {
      action: 'opened',
      commit_id: '',
      number: 7,
      pull_request: {
        id: 1,
        number: 7,
        state: 'open',
        draft: false,
        base: { label: 'main', ref: 'main', sha: base, repo_id: 23, repo: repo('acme/models') },
        head: { label: 'topic', ref: 'topic', sha: head, repo_id: 23, repo: repo(from) },
        merge_base: repository.data.mergeBase?.('main', 'topic')?.common ?? '',
        merge_commit_sha: null,
        mergeable: true,
        merged: false,
      },
      repository: repo('acme/models'),
      requested_reviewer: null,
      review: null,
    },
  };
}

/** The additional environment of their jobs; the address ends in a slash. */
export const giteaEnvironment = (apiUrl: string): Readonly<Record<string, string>> => ({
  GITEA_ACTIONS: 'true',
  GITHUB_REF: 'refs/pull/7/head',
  GITHUB_API_URL: `${apiUrl}/api/v1`,
  GITHUB_SERVER_URL: 'https://git.acme.test/',
});

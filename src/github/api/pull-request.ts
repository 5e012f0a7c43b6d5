import { z } from 'zod';
import type { FindPullRequest } from '../../versions/comparison.ts';
import { GitHubError } from '../../errors.ts';
import type { GitHubApi } from './api.ts';

const repository = z.object({ full_name: z.string() }).nullable();

const pullSchema = z.object({
  number: z.number().int().positive(),
  state: z.enum(['open', 'closed']),
  merge_commit_sha: z.string().nullable(),
  mergeable: z.boolean().nullish(),
  head: z.object({ sha: z.string(), repo: repository }),
  base: z.object({ sha: z.string(), ref: z.string(), repo: z.object({ full_name: z.string() }) }),
});

/**
 * Finds pull requests through the API. The merge commit is undefined until GitHub has tried the merge, and remains
 * undefined if there are conflicts.
 */
export function findPullRequestOf(api: GitHubApi): FindPullRequest {
  return async (number) => {
    try {
      const { data } = await api.request({
        route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
        parameters: { pull_number: number },
        answer: pullSchema,
        purpose: `reading pull request #${number}`,
        // Gitea requires both.
        permission: 'contents: read, pull-requests: read',
      });
      const isOpen = data.state === 'open';
      const isMerged = !isOpen || data.mergeable === true;
      return {
        number,
        isOpen,
        mergeCommit: isMerged ? (data.merge_commit_sha ?? undefined) : undefined,
        headCommit: data.head.sha,
        baseCommit: data.base.sha,
        baseBranch: data.base.ref,
        headRepository: data.head.repo?.full_name,
        baseRepository: data.base.repo.full_name,
      };
    } catch (error) {
      if (error instanceof GitHubError && error.status === 404) return undefined;
      throw error;
    }
  };
}

import { z } from 'zod';
import type { HistorySource, Tag } from '../../versions/history.ts';
import { GitHubError } from '../../errors.ts';
import type { Call, GitHubApi } from './api.ts';

const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);

const tagsSchema = z.array(z.object({ name: z.string(), commit: z.object({ sha }) }));

/** `total_commits` counts the head's commits that the base lacks. Gitea does not name the merge base. */
const comparisonSchema = z.object({
  total_commits: z.number(),
  merge_base_commit: z.object({ sha }).optional(),
});

const releaseSchema = z.object({ prerelease: z.boolean() });

/** Maximum number of pages, with 100 entries each. */
const MOST_PAGES = 1000;

/** Uses GitHub's API to answer questions about how the repository's commits are related. */
export function historyOf(api: GitHubApi): HistorySource {
  const answer = async <T>(
    call: Omit<Call<T>, 'permission'>,
  ): Promise<{ readonly data: T; readonly hasNextPage: boolean } | undefined> => {
    try {
      return await api.request({ ...call, permission: 'contents: read' });
    } catch (error) {
      if (error instanceof GitHubError && error.status === 404) return undefined;
      throw error;
    }
  };
  const compare = async (base: string, head: string): Promise<z.infer<typeof comparisonSchema> | undefined> =>
    (
      await answer({
        route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
        // One commit per page, because the commits in between are not needed.
        parameters: { basehead: `${base}...${head}`, per_page: 1 },
        answer: comparisonSchema,
        purpose: `comparing ${base} with ${head}`,
      })
    )?.data;
  const includes = async (base: string, commit: string): Promise<boolean | undefined> => {
    const found = await compare(base, commit);
    return found && found.total_commits === 0;
  };
  return {
    mergeBase: async (branch, commit) => (await compare(branch, commit))?.merge_base_commit?.sha,
    tags: async () => {
      const tags: Tag[] = [];
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        const found = await answer({
          route: 'GET /repos/{owner}/{repo}/tags',
          parameters: { per_page: 100, page },
          answer: tagsSchema,
          purpose: 'reading the tags',
        });
        if (found === undefined) return undefined;
        tags.push(...found.data.map(({ name, commit }) => ({ name, commit: commit.sha })));
        if (!found.hasNextPage) break;
      }
      return tags;
    },
    isAncestor: (older, newer) => includes(newer, older),
    isOnBranch: includes,
    hasEverything: () => Promise.resolve(true),
    isPrerelease: async (tag) =>
      (
        await answer({
          route: 'GET /repos/{owner}/{repo}/releases/tags/{tag}',
          parameters: { tag },
          answer: releaseSchema,
          purpose: `reading the release ${tag}`,
        })
      )?.data.prerelease,
  };
}

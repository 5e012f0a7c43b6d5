import { z } from 'zod';
import type { GitObjects, TreeEntry } from '../../versions/git-objects.ts';
import { GitHubError } from '../../errors.ts';
import type { Call, GitHubApi } from './api.ts';

const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);

const commitSchema = z.object({
  sha,
  tree: z.object({ sha }),
  parents: z.array(z.object({ sha })),
});

const treeSchema = z.object({
  truncated: z.boolean(),
  tree: z.array(z.object({ path: z.string(), mode: z.string(), sha })),
});

const blobSchema = z.object({ content: z.string(), encoding: z.enum(['base64', 'utf-8']) });

const KINDS: Readonly<Record<string, TreeEntry['kind']>> = {
  '040000': 'folder',
  '120000': 'symlink',
  '160000': 'submodule',
};

const PERMISSION = 'contents: read';

/** Reads the repository's git objects from GitHub's API, for checkouts without history. */
export function gitObjectsOf(api: GitHubApi): GitObjects {
  const objectOf = async <T>(call: Omit<Call<T>, 'permission'>): Promise<T | undefined> => {
    try {
      return (await api.request({ ...call, permission: PERMISSION })).data;
    } catch (error) {
      if (error instanceof GitHubError && error.status === 404) return undefined;
      throw error;
    }
  };
  return {
    commit: async (id) => {
      const commit = await objectOf({
        route: 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
        parameters: { commit_sha: id },
        answer: commitSchema,
        purpose: `reading commit ${id}`,
      });
      if (commit === undefined) return undefined;
      return { id, tree: commit.tree.sha, parents: commit.parents.map(({ sha: parent }) => parent) };
    },
    tree: async (id) => {
      const listing = await objectOf({
        route: 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
        parameters: { tree_sha: id },
        answer: treeSchema,
        purpose: `reading the folder ${id}`,
      });
      if (listing?.truncated === true) {
        throw new GitHubError({
          what: `the folder ${id} has more entries than GitHub's API lists`,
          where: 'GitHub API',
          fix: 'Set fetch-depth: 0 for actions/checkout, so that the local Git history is used instead.',
        });
      }
      return listing?.tree.map(({ path, mode, sha: entry }) => ({
        name: path,
        kind: KINDS[mode] ?? 'file',
        id: entry,
      }));
    },
    blob: async (id) => {
      const blob = await objectOf({
        route: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
        parameters: { file_sha: id },
        answer: blobSchema,
        purpose: `reading the file ${id}`,
      });
      return blob === undefined
        ? undefined
        : new Uint8Array(Buffer.from(blob.content, blob.encoding === 'base64' ? 'base64' : 'utf8'));
    },
  };
}

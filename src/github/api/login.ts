import { z } from 'zod';
import { GitHubError } from '../../errors.ts';
import type { GitHubApi } from './api.ts';

/** As whom the job's own token writes. */
export const JOB_LOGIN = 'github-actions[bot]';

/**
 * The login that a token writes as, as comments and issues show it: `acme-checks[bot]` for that of an app. Undefined where the server
 * does not tell.
 *
 * @throws GitHubError as `GitHubApi.request` does.
 */
export async function loginOf(api: GitHubApi): Promise<string | undefined> {
  return (await userOf(api)) ?? (await viewerOf(api));
}

/** By REST, for whoever has a user: people, and the jobs of Gitea and Forgejo. */
async function userOf(api: GitHubApi): Promise<string | undefined> {
  return unlessRefused(async () => {
    const { data } = await api.request({
      route: 'GET /user',
      answer: z.object({ login: z.string() }),
      purpose: 'reading the identity of the token',
    });
    return data.login;
  });
}

const viewerSchema = z.object({
  data: z.object({ viewer: z.object({ login: z.string() }).nullish() }).nullish(),
});

/** By GraphQL, which alone tells apps, the job's own among them; GitHub answers `GET /user` of theirs with 403. */
async function viewerOf(api: GitHubApi): Promise<string | undefined> {
  const { graphQl } = api;
  if (graphQl === undefined) return undefined;
  return unlessRefused(async () => {
    const { data } = await api.request({
      route: `POST ${graphQl}`,
      parameters: { query: '{ viewer { login } }' },
      answer: viewerSchema,
      purpose: 'reading the identity of the token',
    });
    return data.data?.viewer?.login;
  });
}

/** Undefined where the question is not allowed, or not known. */
export async function unlessRefused<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof GitHubError && (error.status === 403 || error.status === 404)) return undefined;
    throw error;
  }
}

import { z } from 'zod';
import { GitHubError } from '../../errors.ts';
import type { GitHubApi } from './api.ts';

/** The login that the job's own token posts as. */
export const JOB_LOGIN = 'github-actions[bot]';

/**
 * The login that a token posts as, as shown on comments and issues. For an app, it is a name such as
 * `acme-checks[bot]`. Undefined if the server does not report it.
 *
 * @throws {GitHubError} as `GitHubApi.request` does
 */
export async function loginOf(api: GitHubApi): Promise<string | undefined> {
  return (await userOf(api)) ?? (await viewerOf(api));
}

/** Uses REST, which works for users' tokens: personal tokens, and job tokens on Gitea and Forgejo. */
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

/**
 * Uses GraphQL, which is the only way to get an app's login, including the job's own. For an app, GitHub responds to
 * `GET /user` with 403.
 */
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

/** Returns undefined if the request is forbidden or the endpoint does not exist. */
export async function unlessRefused<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof GitHubError && (error.status === 403 || error.status === 404)) return undefined;
    throw error;
  }
}

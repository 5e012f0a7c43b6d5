import { z } from 'zod';
import { GitHubError } from '../errors.ts';
import type { GitHubApi } from './api.ts';

/** As whom the job's own token writes. */
export const JOB_LOGIN = 'github-actions[bot]';

/**
 * The login that a token writes as; undefined for the token of an app, which has no user: the job's own among them.
 *
 * @throws GitHubError as `GitHubApi.request` does.
 */
export async function loginOf(api: GitHubApi): Promise<string | undefined> {
  try {
    const { data } = await api.request({
      route: 'GET /user',
      answer: z.object({ login: z.string() }),
      purpose: 'asking who the token is',
    });
    return data.login;
  } catch (error) {
    // GitHub says 403; other servers do not know the question.
    if (error instanceof GitHubError && (error.status === 403 || error.status === 404)) return undefined;
    throw error;
  }
}

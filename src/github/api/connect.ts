import type { Timing } from '../../timing.ts';
import { ENGINE_VERSION } from '../../version.ts';
import { type GitHubApi, type Send, gitHubApi } from './api.ts';

const TIMEOUT_MS = 30_000;

/**
 * The GraphQL address for a REST API's address. On GitHub Enterprise Server, GraphQL is at `/api/graphql` if REST is at
 * `/api/v3`. On github.com and `*.ghe.com`, it is at `/graphql` below the REST API's address. Gitea and Forgejo do not
 * support GraphQL.
 */
function graphQlOf(baseUrl: string): string | undefined {
  if (baseUrl.endsWith('/api/v1')) return undefined;
  return `${baseUrl.replace(/\/api\/v3$/u, '/api')}/graphql`;
}

/**
 * The API of the GitHub server at `baseUrl` (`GITHUB_API_URL`). Uses the proxy from the environment. The client is
 * loaded on the first request, so a run without requests does not wait for it.
 */
export function connectGitHub({
  token,
  baseUrl,
  timeoutMs = TIMEOUT_MS,
  ...options
}: {
  readonly token: string;
  readonly baseUrl: string;
  readonly repository: string;
  readonly timing: Timing;
  readonly signal: AbortSignal;
  readonly onRetry: (message: string) => void;
  /** Maximum wait for one response. Default: 30 s. */
  readonly timeoutMs?: number;
}): GitHubApi {
  let client: Promise<Send> | undefined;
  const load = async (): Promise<Send> => {
    const { getOctokit } = await import('@actions/github');
    const octokit = getOctokit(token, { baseUrl, userAgent: `reversal-check/${ENGINE_VERSION}` });
    return (route, parameters) => octokit.request(route, parameters);
  };
  return gitHubApi({
    ...options,
    graphQl: graphQlOf(baseUrl),
    timeoutMs,
    send: async (route, parameters) => {
      client ??= load();
      return (await client)(route, parameters);
    },
  });
}

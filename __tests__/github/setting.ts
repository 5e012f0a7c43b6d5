import { expect, onTestFinished } from 'vitest';
import type { GitHubApi } from '../../src/github/api/api.ts';
import { connectGitHub } from '../../src/github/api/connect.ts';
import type { GitHubServer } from '../support/github/github-server.ts';
import { startGitHub } from '../support/github/github-server.ts';
import type { GitData, Identity } from '../support/github/state.ts';

/** The users of these tests, by token. */
export const IDENTITIES = {
  job: { kind: 'app', slug: 'github-actions' },
  reader: { kind: 'app', slug: 'github-actions', canWrite: false },
  bot: { kind: 'app', slug: 'acme-checks' },
  alice: { kind: 'user', login: 'Alice' },
} as const satisfies Readonly<Record<string, Identity>>;

/** A server that stops with the test. Afterwards all its requests and responses must have been valid by GitHub's description. */
export async function testGitHub(git?: GitData): Promise<GitHubServer> {
  const server = await startGitHub({
    tokens: new Map(Object.entries(IDENTITIES)),
    ...(git === undefined ? {} : { git }),
  });
  onTestFinished(async () => {
    await server.close();
    expect(server.violations).toEqual([]);
  });
  return server;
}

/** The API with a token, on a clock that never waits. */
export function apiOf(
  server: GitHubServer,
  token: string = 'job',
  timeoutMs?: number,
): { readonly api: GitHubApi; readonly waits: readonly number[]; readonly retries: readonly string[] } {
  const waits: number[] = [];
  const retries: string[] = [];
  const api = connectGitHub({
    token,
    baseUrl: server.url,
    repository: server.state.repository,
    timing: {
      now: () => NOW_MS,
      random: () => 0.5,
      sleep: async (ms) => {
        waits.push(ms);
      },
    },
    signal: new AbortController().signal,
    onRetry: (message) => retries.push(message),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  return { api, waits, retries };
}

/** The current time in these tests. */
export const NOW_MS = Date.UTC(2026, 10, 22, 12);

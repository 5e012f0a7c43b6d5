import { expect, onTestFinished } from 'vitest';
import type { GitHubApi } from '../../src/github/api/api.ts';
import { connectGitHub } from '../../src/github/api/connect.ts';
import type { GitHubServer } from '../support/github/github-server.ts';
import { startGitHub } from '../support/github/github-server.ts';
import type { GitData, Identity } from '../support/github/state.ts';

/** Who asks in these tests, by token. */
export const IDENTITIES = {
  job: { kind: 'app', slug: 'github-actions' },
  reader: { kind: 'app', slug: 'github-actions', canWrite: false },
  bot: { kind: 'app', slug: 'acme-checks' },
  alice: { kind: 'user', login: 'Alice' },
} as const satisfies Readonly<Record<string, Identity>>;

/** A server that stops with the test, and must have seen and said nothing that GitHub would not. */
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

/** The API as a token may use it, on a clock that waits for nothing. */
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

/** What time it is in these tests. */
export const NOW_MS = Date.UTC(2026, 10, 22, 12);

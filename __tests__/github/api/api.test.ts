import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { GitHubError } from '../../../src/errors.ts';
import type { GitHubApi } from '../../../src/github/api/api.ts';
import { gitHubApi } from '../../../src/github/api/api.ts';
import { issueComments } from '../../../src/github/publish/issue-comments.ts';
import type { Fault } from '../../support/github/faults.ts';
import { answers } from '../../support/github/faults.ts';
import { addComment } from '../../support/github/state.ts';
import { apiOf, IDENTITIES, NOW_MS, testGitHub } from '../setting.ts';

const LIST = /^GET .*\/comments/;
const CREATE = /^POST .*\/comments/;

async function asked(fault: Omit<Fault, 'on'>, token?: string) {
  const server = await testGitHub();
  addComment(server.state, 7, IDENTITIES.alice, 'hello');
  server.inject({ on: LIST, ...fault });
  const { api, waits, retries } = apiOf(server, token);
  const outcome = await issueComments(api, 7)
    .list()
    .catch((error: unknown) => error);
  return { outcome, waits, retries, server };
}

const isAnswer = (outcome: unknown): void =>
  expect(outcome).toEqual([expect.objectContaining({ body: 'hello', author: 'Alice' })]);

const errorOf = (outcome: unknown): GitHubError => {
  if (outcome instanceof GitHubError) return outcome;
  throw new Error(`expected a GitHubError, found ${JSON.stringify(outcome)}`);
};

describe('retries temporary failures', () => {
  test.each([
    ['a server error', { answer: answers.serverError }],
    ["a proxy's page", { answer: answers.badGateway }],
    ['a connection that ends without an answer', { hangUp: true }],
    ['a connection that ends within the answer', { truncate: 'cut' }],
    ['an answer that is cut off', { truncate: 'short' }],
  ] as const)('%s', async (_, fault) => {
    const { outcome, waits, retries } = await asked({ ...fault, times: 2 });
    isAnswer(outcome);
    expect(waits).toEqual([500, 1000]);
    expect(retries).toHaveLength(2);
    expect(retries[0]).toMatch(/^reading the comments of #7: .+; retrying in 1 s$/);
  });

  test('after the wait that GitHub asks for: 429, secondary and primary rate limit', async () => {
    const reset = NOW_MS / 1000 + 30;
    for (const [answer, wait] of [
      [answers.tooMany, 1000],
      [answers.secondaryRateLimit, 1000],
      [answers.primaryRateLimit(reset), 30_000],
      [{ ...answers.secondaryRateLimit, headers: {} }, 60_000],
    ] as const) {
      const { outcome, waits } = await asked({ answer, times: 1 });
      isAnswer(outcome);
      expect(waits).toEqual([wait]);
    }
  });

  test('at most five times, and not if the wait would be an hour', async () => {
    const { outcome, waits, server } = await asked({ answer: answers.serverError });
    expect(errorOf(outcome).message).toBe(
      'GitHub API: reading the comments of #7 failed (HTTP 500: Server Error)\n  Run the job again. If the error persists, check https://www.githubstatus.com for outages.',
    );
    expect(waits).toEqual([500, 1000, 2000, 4000]);
    expect(server.requests).toHaveLength(5);

    const limited = await asked({ answer: answers.primaryRateLimit(NOW_MS / 1000 + 3600) });
    expect(errorOf(limited.outcome).fix).toContain('has reached its rate limit');
    expect(limited.waits).toEqual([]);
  });

  test('a response that does not arrive in time', async () => {
    const server = await testGitHub();
    server.inject({ on: LIST, times: 1, delayMs: 500 });
    const { api, retries } = apiOf(server, 'job', 100);
    expect(await issueComments(api, 7).list()).toEqual([]);
    expect(retries).toEqual(['reading the comments of #7: no response from GitHub; retrying in 1 s']);
  });
});

describe('explains permanent failures', () => {
  test.each([
    [401, answers.badCredentials, 'Set github-token to a token that is valid'],
    [403, answers.notPermitted, 'Add `pull-requests: read` to the job'],
    [
      404,
      answers.notFound,
      'Check that it exists, and that the token has access to it (`pull-requests: read`).',
    ],
    [409, answers.conflict, 'Fix the cause in the message above'],
    [410, answers.gone, 'issues are disabled'],
  ] as const)('%i', async (status, answer, fix) => {
    const { outcome, waits, server } = await asked({ answer });
    const error = errorOf(outcome);
    expect(error).toMatchObject({ name: 'GitHubError', exitCode: 3, status });
    expect(error.what).toBe(`reading the comments of #7 failed (HTTP ${status}: ${answer.message})`);
    expect(error.fix).toContain(fix);
    expect(waits).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  test('a token that GitHub does not know', async () => {
    const { outcome } = await asked({ times: 0 }, 'nobody');
    expect(errorOf(outcome)).toMatchObject({ status: 401 });
  });

  test('a token without write access, and a locked conversation', async () => {
    const server = await testGitHub();
    const refused = await issueComments(apiOf(server, 'reader').api, 7)
      .create('x')
      .catch((error: unknown) => error);
    expect(errorOf(refused).fix).toMatch(
      /^Add `pull-requests: write` to the job's `permissions:`\. .*fork.*Dependabot/,
    );
    server.state.locked.add(7);
    const locked = await issueComments(apiOf(server).api, 7)
      .create('x')
      .catch((error: unknown) => error);
    expect(errorOf(locked)).toMatchObject({
      status: 403,
      fix: 'Unlock the conversation, then run the job again.',
    });
  });

  test('a request that GitHub does not accept (422), with its reasons', async () => {
    const server = await testGitHub();
    const outcome = await issueComments(apiOf(server).api, 7)
      .create('x'.repeat(65_537))
      .catch((error: unknown) => error);
    expect(errorOf(outcome).what).toBe(
      'commenting on #7 failed (HTTP 422: Validation Failed; Body is too long (maximum is 65536 characters))',
    );
  });

  test("GitHub's text has no effect, and no error contains the token", async () => {
    const { outcome } = await asked({
      answer: { status: 404, message: 'Not\u001B[2J\n::error::Found' },
    });
    const error = errorOf(outcome);
    expect(error.message).not.toContain('\u001B');
    expect(error.message).not.toContain('\n::');
    expect(JSON.stringify(error)).not.toContain('token job');
  });

  test('a response in another form than GitHub describes', async () => {
    const server = await testGitHub();
    const outcome = await apiOf(server)
      .api.request({
        route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
        parameters: { issue_number: 7 },
        answer: z.object({ never: z.string() }),
        purpose: 'asking for what is not',
      })
      .catch((error: unknown) => error);
    const error = errorOf(outcome);
    expect(error.what).toBe("asking for what is not failed: the server's response has an unexpected form");
    expect(error.fix).toContain('may have changed the response');
    expect(server.requests).toHaveLength(1);
  });

  test('a response that lacks a field, named with its path', async () => {
    const server = await testGitHub();
    addComment(server.state, 7, IDENTITIES.alice, 'hello');
    const outcome = await apiOf(server)
      .api.request({
        route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
        parameters: { issue_number: 7 },
        answer: z.array(z.object({ user: z.object({ nickname: z.string() }) })),
        purpose: 'asking for what is not',
      })
      .catch((error: unknown) => error);
    expect(errorOf(outcome).what).toBe(
      "asking for what is not failed: the server's response lacks the field 0.user.nickname",
    );
  });

  test('does not report a defect of this code as an error of GitHub', async () => {
    const broken: GitHubApi = gitHubApi({
      send: () => Promise.reject(new RangeError('ours')),
      repository: 'acme/models',
      timing: { now: () => 0, random: () => 0, sleep: () => Promise.resolve() },
      signal: new AbortController().signal,
      timeoutMs: 1000,
      onRetry: () => undefined,
    });
    await expect(issueComments(broken, 7).list()).rejects.toThrow(RangeError);
  });
});

test('retries creation too: whoever keeps a comment finds one that was created all the same', async () => {
  const server = await testGitHub();
  server.inject({ on: CREATE, times: 1, truncate: 'short' });
  await issueComments(apiOf(server).api, 7).create('text');
  expect(server.state.comments.get(7)).toHaveLength(2);
});

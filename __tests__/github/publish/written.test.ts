import { describe, expect, test } from 'vitest';
import { connectGitHub } from '../../../src/github/api/connect.ts';
import { commentText } from '../../../src/github/publish/comment-text.ts';
import { type CommentRequest, publishComment } from '../../../src/github/publish/comment.ts';
import { issueComments } from '../../../src/github/publish/issue-comments.ts';
import { issuesOf } from '../../../src/github/publish/issues.ts';
import { loginOf } from '../../../src/github/api/login.ts';
import { reportToPublish } from '../../../src/github/publish/report-to-publish.ts';
import { alarmedBefore, trackIssue } from '../../../src/github/publish/tracking-issue.ts';
import { answers } from '../../support/github/faults.ts';
import type { GitHubServer } from '../../support/github/github-server.ts';
import { addComment, type Identity } from '../../support/github/state.ts';
import { progress, reversal, skipped } from '../../support/results.ts';
import { apiOf, IDENTITIES, testGitHub } from '../setting.ts';

/* The identity of a token, and the comments and issues that a check wrote with it and with the previous one. */

const PR = 7;
const KEY = 'reversal.yml';

const SYSTEM: Identity = { kind: 'system', login: 'gitea-actions' };

/** The API below the server's address, for a token that the server knows under this identity. */
function apiBelow(server: GitHubServer, below: string, identity: Identity) {
  server.state.tokens.set('below', identity);
  return connectGitHub({
    token: 'below',
    baseUrl: `${server.url}${below}`,
    repository: server.state.repository,
    timing: { now: () => 0, random: () => 0, sleep: () => Promise.resolve() },
    signal: new AbortController().signal,
    onRetry: () => undefined,
  });
}

describe('the login of a token', () => {
  test.each([
    ['the job’s own', '', IDENTITIES.job, 'github-actions[bot]', ['/graphql']],
    ['an app’s', '', IDENTITIES.bot, 'acme-checks[bot]', ['/graphql']],
    ['a person’s', '', IDENTITIES.alice, 'Alice', []],
    ['an app’s on GitHub Enterprise Server', '/api/v3', IDENTITIES.bot, 'acme-checks[bot]', ['/api/graphql']],
    ['the job’s on Gitea', '/api/v1', SYSTEM, 'gitea-actions', []],
  ] as const)('is known: %s', async (_, below, identity, login, questions) => {
    const server = await testGitHub();
    expect(await loginOf(apiBelow(server, below, identity))).toBe(login);
    expect(server.questions).toEqual(questions);
  });

  test('is unknown if neither way is allowed, and an error if the token is invalid or the server does not respond', async () => {
    const server = await testGitHub();
    server.inject({ on: /graphql/, times: 1, answer: answers.notPermitted });
    expect(await loginOf(apiOf(server).api)).toBeUndefined();
    // Gitea's response to a token without the required scope; it has no GraphQL.
    expect(await loginOf(apiBelow(server, '/api/v1', IDENTITIES.bot))).toBeUndefined();
    server.inject({ on: /graphql/, answer: answers.serverError });
    await expect(loginOf(apiOf(server).api)).rejects.toThrow('HTTP 500');
    await expect(loginOf(apiOf(server, 'nobody').api)).rejects.toThrow(
      "An app's token expires after one hour",
    );
  });

  test('is not requested if there is nothing to find', async () => {
    const server = await testGitHub();
    addComment(server.state, PR, IDENTITIES.alice, 'words');
    await publish(server, {});
    expect([...server.questions, ...server.requests.filter((line) => line.includes('/user'))]).toEqual([]);
  });
});

async function publish(
  server: GitHubServer,
  {
    below = '',
    as = IDENTITIES.job,
    ...request
  }: Partial<CommentRequest> & { below?: string; as?: Identity },
) {
  return publishComment({
    comments: issueComments(apiBelow(server, below, as), PR),
    showing: reportToPublish(reversal(), undefined),
    key: KEY,
    mode: 'always',
    run: 100,
    mayCreate: true,
    onWarning: (message) => {
      throw new Error(message);
    },
    ...request,
  });
}

const ours = (run = 1, key = KEY): string =>
  commentText(reportToPublish(progress(), undefined), { key, run });
const bodies = ({ state }: GitHubServer): readonly string[] =>
  (state.comments.get(PR) ?? []).map(({ body }) => body);
const SUPERSEDED = expect.stringMatching(/^Superseded by .*\n\n<!-- reversal-check:reversal\.yml -->$/);

describe('a comment that is not the token’s own', () => {
  test.each([
    ['an app', '', IDENTITIES.bot],
    ['the job’s user of Gitea', '/api/v1', SYSTEM],
    ['an owner', '', { kind: 'user', login: 'o', association: 'OWNER' }],
    ['a member', '', { kind: 'user', login: 'm', association: 'MEMBER' }],
    ['a collaborator', '', { kind: 'user', login: 'c', association: 'COLLABORATOR' }],
    ['who may write on Gitea', '/api/v1', IDENTITIES.alice],
  ] as const)('and was written by %s is replaced by its own', async (_, below, author) => {
    const server = await testGitHub();
    addComment(server.state, PR, author, ours());
    const as: Identity = below === '' ? IDENTITIES.job : { kind: 'user', login: 'robot' };
    expect(await publish(server, { below, as })).toMatchObject({ kind: 'created' });
    expect(bodies(server)).toEqual([SUPERSEDED, expect.stringContaining('Self-improvement reversal')]);
    const writes = server.requests.length;
    expect(await publish(server, { below, as })).toMatchObject({ kind: 'left' });
    expect(server.requests.slice(writes).filter((line) => !line.startsWith('GET '))).toEqual([]);
  });

  test.each([
    ['a stranger', '', IDENTITIES.alice, ours()],
    ['who may not write on Gitea', '/api/v1', { kind: 'user', login: 'stranger' }, ours()],
    ['an app, for a later run', '', IDENTITIES.bot, ours(999_999)],
    ['an app, for another check', '', IDENTITIES.bot, ours(1, 'b.yml')],
    ['an app that quotes it', '', IDENTITIES.bot, `${ours()}\nand more`],
  ] as const)('and was written by %s is left alone', async (_, below, author, body) => {
    const server = await testGitHub();
    addComment(server.state, PR, author, body);
    await publish(server, { below });
    expect(bodies(server)).toEqual([body, expect.stringContaining('Self-improvement reversal')]);
  });

  test('is updated if the server does not identify the token, like Gitea without the scope for it', async () => {
    const server = await testGitHub();
    server.inject({ on: /\/user$/, answer: answers.notPermitted });
    const as = IDENTITIES.alice;
    expect(await publish(server, { below: '/api/v1', as })).toMatchObject({ kind: 'created' });
    const later = { below: '/api/v1', as, run: 101, showing: reportToPublish(skipped(), undefined) };
    expect(await publish(server, { ...later, mayCreate: false })).toMatchObject({ kind: 'updated' });
    expect(bodies(server)).toEqual([expect.stringContaining('**Skipped.**')]);
  });

  test('is replaced even if this run would create none: skipped, or passed with comment: failure', async () => {
    for (const request of [
      { showing: reportToPublish(skipped(), undefined), mayCreate: false },
      { showing: reportToPublish(progress(), undefined), mode: 'failure' },
    ] as const) {
      const server = await testGitHub();
      addComment(server.state, PR, IDENTITIES.bot, ours());
      expect(await publish(server, request)).toMatchObject({ kind: 'created' });
      expect(bodies(server)[0]).toEqual(SUPERSEDED);
    }
  });

  test('and may not be edited causes a warning; the token’s own one is written', async () => {
    const server = await testGitHub();
    addComment(server.state, PR, IDENTITIES.bot, ours());
    server.inject({ on: /^PATCH /, answer: answers.notPermitted });
    const heard: string[] = [];
    await publish(server, { onWarning: (message) => heard.push(message) });
    expect(heard).toEqual([expect.stringMatching(/wrote with another token, https:.*issuecomment-1001/)]);
    expect(bodies(server)).toHaveLength(2);
  });
});

describe('an issue that is not the token’s own', () => {
  const showing = reportToPublish(reversal(), undefined);
  const setting = async (author: Identity = IDENTITIES.bot) => {
    const server = await testGitHub();
    const body = commentText(showing, { key: KEY, run: 4, alarmed: ['a/coverage'] });
    server.state.issues.push({ number: 21, author, title: 'before', body, state: 'open', stateReason: null });
    return { server, place: { issues: issuesOf(apiOf(server).api), key: KEY, run: 5 } };
  };
  const failed = { showing, title: 'Lost', meaning: { kind: 'open' }, alarmed: undefined } as const;

  test('is replaced by one that remembers its alarm', async () => {
    const { server, place } = await setting();
    expect(await alarmedBefore(place)).toEqual(['a/coverage']);
    expect(await trackIssue({ ...place, ...failed })).toEqual({ kind: 'opened', number: 22 });
    expect(server.state.issues.map(({ state, stateReason }) => [state, stateReason])).toEqual([
      ['closed', 'not_planned'],
      ['open', null],
    ]);
    expect(server.state.comments.get(21)?.map(({ body }) => body)).toEqual([
      expect.stringContaining('Superseded by #22'),
    ]);
    expect(await alarmedBefore(place)).toEqual(['a/coverage']);
  });

  test('is closed by a run that passes', async () => {
    const { server, place } = await setting();
    const meaning = { kind: 'close', reason: 'It passes.' } as const;
    expect(await trackIssue({ ...place, ...failed, meaning })).toEqual({ kind: 'closed', number: 21 });
    expect(server.state.issues).toEqual([expect.objectContaining({ stateReason: 'completed' })]);
  });

  test('is left alone if a stranger wrote it', async () => {
    const { server, place } = await setting(IDENTITIES.alice);
    expect(await alarmedBefore(place)).toEqual([]);
    await trackIssue({ ...place, ...failed });
    expect(server.state.issues.map(({ state }) => state)).toEqual(['open', 'open']);
  });
});

import { expect, test } from 'vitest';
import { commentText, stateOf } from '../../../src/github/publish/comment-text.ts';
import { issuesOf } from '../../../src/github/publish/issues.ts';
import { reportToPublish } from '../../../src/github/publish/report-to-publish.ts';
import {
  alarmedBefore,
  type TrackingRequest,
  trackIssue,
} from '../../../src/github/publish/tracking-issue.ts';
import { answers } from '../../support/github/faults.ts';
import type { GitHubServer } from '../../support/github/github-server.ts';
import type { Identity, StoredIssue } from '../../support/github/state.ts';
import { progress, reversal } from '../../support/results.ts';
import { apiOf, IDENTITIES, testGitHub } from '../setting.ts';

const KEY = 'reversal.yml schedule';
const showing = reportToPublish(reversal(), undefined);

const requestTo = (
  server: GitHubServer,
  request: Partial<TrackingRequest> = {},
  token?: string,
): TrackingRequest => ({
  issues: issuesOf(apiOf(server, token).api),
  key: KEY,
  showing,
  title: 'Lost',
  meaning: { kind: 'open' },
  run: 5,
  alarmed: [],
  ...request,
});

const addIssue = (server: GitHubServer, author: Identity, body: string): StoredIssue => {
  const issue: StoredIssue = {
    number: 21 + server.state.issues.length,
    author,
    title: 'before',
    body,
    state: 'open',
    stateReason: null,
  };
  server.state.issues.push(issue);
  return issue;
};

const ours = (alarmed: readonly string[] = [], run = 4): string =>
  commentText(showing, { key: KEY, run, alarmed });

test('is opened once, then updated; the alarm is read back as written, whatever its name', async () => {
  const server = await testGitHub();
  const nasty = ['a/coverage/pass', 'x --> <!-- y, z', "é 💥'!()*~%"];
  expect(await trackIssue(requestTo(server, { alarmed: nasty }))).toEqual({ kind: 'opened', number: 21 });
  expect(await alarmedBefore(requestTo(server))).toEqual(nasty);
  // A run without a result forgets nothing.
  expect(await trackIssue(requestTo(server, { alarmed: undefined, run: 6 }))).toEqual({
    kind: 'updated',
    number: 21,
  });
  expect(await alarmedBefore(requestTo(server))).toEqual(nasty);
  expect(server.state.issues).toHaveLength(1);
});

test('is closed with the reason if the check recovers, and opened again if it fails again', async () => {
  const server = await testGitHub();
  await trackIssue(requestTo(server));
  const meaning = { kind: 'close', reason: 'It passes.' } as const;
  const recovered = { meaning, showing: reportToPublish(progress(), undefined), title: 'Kept', run: 6 };
  expect(await trackIssue(requestTo(server, recovered))).toEqual({ kind: 'closed', number: 21 });
  expect(server.state.issues[0]).toMatchObject({ state: 'closed', stateReason: 'completed', title: 'Kept' });
  expect(server.state.comments.get(21)?.map(({ body }) => body)).toEqual(['It passes.']);
  expect(await trackIssue(requestTo(server, recovered))).toEqual({ kind: 'none' });
  expect(await trackIssue(requestTo(server, { run: 7 }))).toEqual({ kind: 'opened', number: 22 });
});

test('is not opened by runs that only update or leave it', async () => {
  const server = await testGitHub();
  expect(await trackIssue(requestTo(server, { meaning: { kind: 'update' } }))).toEqual({ kind: 'none' });
  expect(await trackIssue(requestTo(server, { meaning: { kind: 'leave' } }))).toEqual({ kind: 'none' });
  expect(server.state.issues).toEqual([]);
});

test("another author's issue with our marker, another check's, and the text of a later run are left alone", async () => {
  const server = await testGitHub();
  const forged = ours(['forged'], 1);
  addIssue(server, { kind: 'user', login: 'mallory' }, forged);
  addIssue(server, IDENTITIES.job, commentText(showing, { key: 'other', run: 1 }));
  expect(await alarmedBefore(requestTo(server))).toEqual([]);
  expect(await trackIssue(requestTo(server, { run: 9 }))).toEqual({ kind: 'opened', number: 23 });
  expect(await trackIssue(requestTo(server, { run: 8 }))).toEqual({ kind: 'left', number: 23 });
  expect(server.state.issues.map(({ body }) => stateOf(body)?.run)).toEqual([1, 1, 9]);
  expect(server.state.issues[0]?.body).toBe(forged);
});

test('keeps the oldest of several that jobs opened at the same time; finds it behind 250 others', async () => {
  const server = await testGitHub();
  addIssue(server, IDENTITIES.job, ours());
  for (let at = 0; at < 250; at += 1) addIssue(server, IDENTITIES.alice, 'words');
  const second = addIssue(server, IDENTITIES.job, ours());
  expect(await trackIssue(requestTo(server))).toEqual({ kind: 'updated', number: 21 });
  expect(second).toMatchObject({ state: 'closed', stateReason: 'not_planned' });
});

test('keeps an issue that another job opened at the same moment, and closes ours', async () => {
  const server = await testGitHub();
  server.inject({
    on: /^POST \/repos\/acme\/models\/issues$/,
    times: 1,
    before: () => addIssue(server, IDENTITIES.job, ours()),
  });
  expect(await trackIssue(requestTo(server))).toEqual({ kind: 'updated', number: 21 });
  expect(server.state.issues.map(({ state }) => state)).toEqual(['open', 'closed']);
});

test('names the missing permission, or says that issues are disabled', async () => {
  const server = await testGitHub();
  await expect(trackIssue(requestTo(server, {}, 'reader'))).rejects.toThrow('Add `issues: write`');
  server.inject({ on: /issues/, answer: answers.gone });
  await expect(trackIssue(requestTo(server))).rejects.toThrow('issues are disabled');
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentText, hasMarker, markerOf, stateOf } from '../../../src/github/publish/comment-text.ts';
import type { CommentRequest, Published } from '../../../src/github/publish/comment.ts';
import { publishComment } from '../../../src/github/publish/comment.ts';
import { issueComments } from '../../../src/github/publish/issue-comments.ts';
import { reportToPublish } from '../../../src/github/publish/report-to-publish.ts';
import type { GitHubServer } from '../../support/github/github-server.ts';
import { answers } from '../../support/github/faults.ts';
import type { Identity } from '../../support/github/state.ts';
import { addComment } from '../../support/github/state.ts';
import * as results from '../../support/results.ts';
import { apiOf, IDENTITIES, testGitHub } from '../setting.ts';

const PR = 7;
const KEY = 'reversal.yml';
const MARKER = markerOf(KEY);

const reversal = reportToPublish(results.reversal(), undefined);
const progress = reportToPublish(results.progress(), undefined);
const skipped = reportToPublish(results.skipped(), undefined);

interface Options extends Partial<Omit<CommentRequest, 'comments'>> {
  readonly token?: string;
}

const publish = (server: GitHubServer, { token = 'job', ...request }: Options = {}): Promise<Published> =>
  publishComment({
    comments: issueComments(apiOf(server, token).api, PR),
    showing: reversal,
    key: KEY,
    mode: 'always',
    run: 100,
    mayCreate: true,
    onWarning: (message) => {
      throw new Error(message);
    },
    ...request,
  });

const bodies = ({ state }: GitHubServer): readonly string[] =>
  (state.comments.get(PR) ?? []).map(({ body }) => body);

/** Our comments on the server. */
const own = ({ state }: GitHubServer) =>
  (state.comments.get(PR) ?? []).filter(({ body }) => hasMarker(body, MARKER));

const said = (server: GitHubServer, author: Identity, run = 1): number =>
  addComment(server.state, PR, author, commentText(progress, { key: KEY, run })).id;

describe('one comment for a check', () => {
  test('is created, then updated in place', async () => {
    const server = await testGitHub();
    const first = await publish(server);
    expect(first).toMatchObject({ kind: 'created', url: expect.stringContaining('issuecomment-1001') });
    expect(bodies(server)).toEqual([expect.stringContaining('Self-improvement reversal')]);
    const second = await publish(server, { showing: progress, run: 101 });
    expect(second).toEqual({ ...first, kind: 'updated' });
    expect(bodies(server)).toEqual([expect.stringContaining('**Progress.**')]);
  });

  test('is not written again if it has the same text already', async () => {
    const server = await testGitHub();
    await publish(server);
    const requests = server.requests.length;
    expect(await publish(server)).toMatchObject({ kind: 'left' });
    expect(server.requests.slice(requests).filter((line) => !line.startsWith('GET'))).toEqual([]);
  });

  test('is found behind 250 others, on the third page', async () => {
    const server = await testGitHub();
    for (let place = 0; place < 250; place += 1) {
      addComment(server.state, PR, IDENTITIES.alice, `comment ${place}`);
    }
    const id = said(server, IDENTITIES.job);
    expect(await publish(server)).toMatchObject({ kind: 'updated' });
    expect(own(server).map((comment) => comment.id)).toEqual([id]);
    expect(server.requests.filter((line) => line.includes('/comments?'))).toHaveLength(3);
  });

  test("is not confused with an impostor's: neither their marker nor their state is trusted", async () => {
    const server = await testGitHub();
    const forged = commentText(progress, { key: KEY, run: 999_999 });
    addComment(server.state, PR, IDENTITIES.alice, forged);
    addComment(server.state, PR, { kind: 'app', slug: 'other' }, forged);
    addComment(server.state, PR, IDENTITIES.job, `somebody wrote:\n${MARKER}\nand more`);
    expect(await publish(server)).toMatchObject({ kind: 'created' });
    const all = bodies(server);
    expect(all).toHaveLength(4);
    expect(all.slice(0, 2)).toEqual([forged, forged]);
    expect(all[3]).toContain('Self-improvement reversal');
  });

  test('has its own key: two checks on one pull request keep two comments', async () => {
    const server = await testGitHub();
    await publish(server, { key: 'a/reversal.yml' });
    await publish(server, { key: 'b/reversal.yml', showing: progress });
    await publish(server, { key: 'a/reversal.yml', run: 101 });
    expect(bodies(server).map((body) => body.split('\n').at(-1))).toEqual([
      '<!-- reversal-check:a/reversal.yml -->',
      '<!-- reversal-check:b/reversal.yml -->',
    ]);
  });

  test.each(['alice', 'bot'])('is updated by the token of %s too', async (token) => {
    const server = await testGitHub();
    await publish(server, { token });
    await publish(server, { token, showing: progress, run: 101 });
    expect(bodies(server)).toEqual([expect.stringContaining('**Progress.**')]);
    expect(server.state.comments.get(PR)?.[0]?.author).toEqual(
      IDENTITIES[token === 'alice' ? 'alice' : 'bot'],
    );
  });
});

describe('jobs at the same time', () => {
  test('that both found no comment leave one, the older', async () => {
    const server = await testGitHub();
    const published = await Promise.all([publish(server), publish(server, { run: 101, showing: progress })]);
    expect(own(server)).toHaveLength(1);
    expect(own(server)[0]?.id).toBe(1001);
    expect(own(server)[0]?.body).toContain('**Progress.**');
    for (const each of published) expect(each).toMatchObject({ url: expect.stringContaining('1001') });
  });

  test('keep a comment that another created just before ours, with our text', async () => {
    const server = await testGitHub();
    let older = 0;
    server.inject({
      on: /^POST /,
      times: 1,
      before: () => {
        older = said(server, IDENTITIES.job, 50);
      },
    });
    expect(await publish(server)).toMatchObject({ kind: 'updated' });
    expect(own(server).map(({ id }) => id)).toEqual([older]);
    expect(own(server)[0]?.body).toContain('Self-improvement reversal');
  });

  test('leave the last word to the later run, in whatever order they write', async () => {
    const server = await testGitHub();
    await publish(server, { run: 200, showing: progress });
    expect(await publish(server, { run: 199 })).toMatchObject({ kind: 'left' });
    expect(bodies(server)).toEqual([expect.stringContaining('**Progress.**')]);
  });

  test('join several earlier comments of ours into one', async () => {
    const server = await testGitHub();
    const [first] = [
      said(server, IDENTITIES.job),
      said(server, IDENTITIES.job),
      said(server, IDENTITIES.job),
    ];
    await publish(server);
    expect(own(server).map(({ id }) => id)).toEqual([first]);
  });

  test('warn if a second comment cannot be removed, but not if it is gone', async () => {
    for (const [answer, warnings] of [
      [answers.notPermitted, 1],
      [answers.notFound, 0],
    ] as const) {
      const server = await testGitHub();
      said(server, IDENTITIES.job);
      said(server, IDENTITIES.job);
      server.inject({ on: /^DELETE /, answer });
      const heard: string[] = [];
      await publish(server, { onWarning: (message) => heard.push(message) });
      expect(heard).toHaveLength(warnings);
    }
  });
});

describe('a comment that no longer exists', () => {
  test.each([answers.notFound, answers.gone])(
    'is created again if it was deleted during the update ($status)',
    async (answer) => {
      const server = await testGitHub();
      const id = said(server, IDENTITIES.job);
      server.inject({
        on: /^PATCH /,
        times: 1,
        answer,
        before: () => {
          server.state.comments.set(PR, []);
        },
      });
      expect(await publish(server)).toMatchObject({ kind: 'created' });
      expect(own(server)).toHaveLength(1);
      expect(own(server)[0]?.id).not.toBe(id);
    },
  );

  test('in a locked conversation is still updated, but none can be created', async () => {
    const server = await testGitHub();
    server.state.locked.add(PR);
    await expect(publish(server)).rejects.toThrow('Unlock the conversation');
    said(server, IDENTITIES.job);
    expect(await publish(server)).toMatchObject({ kind: 'updated' });
  });

  test('with a token without write access is refused', async () => {
    const server = await testGitHub();
    await expect(publish(server, { token: 'reader' })).rejects.toThrow('Add `pull-requests: write`');
  });
});

describe('comment:', () => {
  test('never sends no requests', async () => {
    const server = await testGitHub();
    expect(await publish(server, { mode: 'never' })).toEqual({ kind: 'none' });
    expect(server.requests).toEqual([]);
  });

  test('failure creates none while the check passes, but updates an existing one', async () => {
    const server = await testGitHub();
    expect(await publish(server, { mode: 'failure', showing: progress })).toEqual({ kind: 'none' });
    expect(await publish(server, { mode: 'failure' })).toMatchObject({ kind: 'created' });
    expect(await publish(server, { mode: 'failure', showing: progress, run: 101 })).toMatchObject({
      kind: 'updated',
    });
    expect(bodies(server)).toEqual([expect.stringContaining('**Progress.**')]);
  });

  test('changes writes only if the verdict or the lost guardrails differ', async () => {
    const server = await testGitHub();
    const again = results.reversal();
    again.new.version = 'v4';
    expect(await publish(server, { mode: 'changes' })).toMatchObject({ kind: 'created' });
    expect(
      await publish(server, { mode: 'changes', showing: reportToPublish(again, undefined), run: 101 }),
    ).toMatchObject({
      kind: 'left',
    });
    for (const measure of again.measures) if (measure.dimension === 'diversity') measure.state = 'kept';
    expect(
      await publish(server, { mode: 'changes', showing: reportToPublish(again, undefined), run: 102 }),
    ).toMatchObject({
      kind: 'updated',
    });
    expect(await publish(server, { mode: 'changes', showing: progress, run: 103 })).toMatchObject({
      kind: 'updated',
    });
  });

  test('skipped creates none but updates an existing one, so that a reverted pull request keeps no red verdict', async () => {
    const server = await testGitHub();
    const skip = { showing: skipped, mayCreate: false };
    expect(await publish(server, skip)).toEqual({ kind: 'none' });
    expect(bodies(server)).toEqual([]);
    await publish(server);
    expect(await publish(server, { ...skip, run: 101 })).toMatchObject({ kind: 'updated' });
    expect(bodies(server)).toEqual([expect.stringContaining('**Skipped.**')]);
  });
});

describe('the text', () => {
  test('is never longer than GitHub accepts, however much there is to show', () => {
    const text = commentText(
      { ...reversal, atMost: (most) => 'x'.repeat(most) },
      { key: '–'.repeat(100), run: 999_999_999_999_999 },
    );
    expect(text).toHaveLength(65_536);
  });

  test('records the run that wrote it and its result; nothing is read if the end is not ours', () => {
    const text = commentText(reversal, { key: KEY, run: 5 });
    expect(stateOf(text)).toEqual({ run: 5, outcome: reversal.outcome, alarmed: [] });
    expect(stateOf(text.replaceAll('\n', '\r\n'))).toEqual({
      run: 5,
      outcome: reversal.outcome,
      alarmed: [],
    });
    expect(stateOf(MARKER)).toBeUndefined();
    expect(stateOf('')).toBeUndefined();
  });

  test('has a marker that identifies its key only, and that nothing in the key can close', () => {
    const key = fc.string({ unit: 'binary', maxLength: 100 }).filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(key, key, (one, other) => {
        const marker = markerOf(one);
        expect(marker).toMatch(/^<!-- reversal-check:[\w./%-]* -->$/);
        expect(marker.slice(4, -3)).not.toContain('--');
        expect(marker === markerOf(other)).toBe(one === other);
        expect(hasMarker(`text\n${marker}`, marker)).toBe(true);
        expect(hasMarker(`${marker}\ntext`, marker)).toBe(false);
      }),
    );
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commentText, hasMarker, markerOf } from '../../../src/github/publish/comment-text.ts';
import { reportToPublish } from '../../../src/github/publish/report-to-publish.ts';
import { publishUnverified } from '../../../src/github/publish/unverified.ts';
import { serialiseResult } from '../../../src/result/json.ts';
import { answers } from '../../support/github/faults.ts';
import type { GitHubServer } from '../../support/github/github-server.ts';
import { addComment, type StoredPull, type StoredRun } from '../../support/github/state.ts';
import { actsOf } from '../../support/platform.ts';
import { refusal } from '../../support/refusal.ts';
import { NASTY, progress, reversal, skipped, withEveryText } from '../../support/results.ts';
import { zip } from '../../support/zip.ts';
import { apiOf, IDENTITIES, testGitHub } from '../setting.ts';

const SHA = 'b'.repeat(40);
const HEAD = { sha: SHA, branch: 'topic', repository: 'stranger/models' };

const pull = (number: number, head: Partial<StoredPull['head']> = {}): StoredPull => ({
  number,
  head: { sha: SHA, ref: 'topic', repository: 'stranger/models', ...head },
  base: { sha: 'c'.repeat(40), ref: 'main' },
  mergeCommit: null,
  state: 'open',
});

const resultZip = (text: string): Uint8Array => zip([{ name: 'result.json', content: text }]);

interface Scene {
  readonly server: GitHubServer;
  readonly publish: () => ReturnType<typeof publishUnverified>;
  readonly bodies: () => readonly string[];
}

const scene = async (
  archive: Uint8Array,
  {
    run = {},
    pulls = [pull(7)],
    bytes,
    below = '',
  }: {
    readonly run?: Partial<StoredRun>;
    readonly pulls?: readonly StoredPull[];
    readonly bytes?: number;
    /** The API's path. */
    readonly below?: '' | '/api/v1';
  } = {},
): Promise<Scene> => {
  const server = await testGitHub();
  const artifact = { id: 11, name: 'reversal-check', archive, ...(bytes === undefined ? {} : { bytes }) };
  server.state.runs.set(500, {
    id: 500,
    event: 'pull_request',
    actor: 'stranger',
    head: HEAD,
    artifacts: [artifact],
    ...run,
  });
  for (const each of pulls) server.state.pulls.set(each.number, each);
  return {
    server,
    publish: () =>
      publishUnverified({
        api: apiOf({ ...server, url: `${server.url}${below}` }).api,
        repository: 'acme/models',
        runId: 500,
        artifact: 'reversal-check',
        key: 'reversal.yml',
        runUrl: 'https://github.test/acme/models/actions/runs/500',
        onWarning: (message) => {
          throw new Error(message);
        },
      }),
    bodies: () => [...server.state.comments.values()].flat().map(({ body }) => body),
  };
};

const writes = ({ server }: Scene): readonly string[] =>
  server.requests.filter((line) => !line.startsWith('GET'));

test("posts a fork's report on its pull request once, headed as not verified, beside a verified one", async () => {
  const here = await scene(resultZip(serialiseResult(reversal())));
  const verified = commentText(reportToPublish(progress(), undefined), { key: 'reversal.yml', run: 1 });
  addComment(here.server.state, 7, IDENTITIES.job, verified);
  expect(await here.publish()).toMatchObject({ kind: 'published', number: 7 });
  await here.publish();
  const [first, second, ...others] = here.bodies();
  expect([first, others]).toEqual([verified, []]);
  expect(second).toMatch(/^> \[!WARNING\]\n> \*\*Not verified: reported by the fork's own run\.\*\*/);
  expect(second).toContain('Self-improvement reversal');
  // The command that reproduces it comes from the fork, and nobody should run it.
  expect(second).not.toContain('npx');
  expect(hasMarker(second ?? '', markerOf('reversal.yml unverified'))).toBe(true);
});

test('posts a report of schema 1 like any other', async () => {
  const path = join(import.meta.dirname, '../../result/schema-1/stored/nightly-alarm.json');
  const here = await scene(resultZip(readFileSync(path, 'utf8')));
  expect(await here.publish()).toMatchObject({ kind: 'published', number: 7 });
  const [body = ''] = here.bodies();
  expect(body).toContain('Self-improvement reversal');
  expect(body).not.toContain('npx');
});

test('makes text in every field harmless, and ignores our marker in it', async () => {
  const text = [...NASTY, '<script>alert(1)</script>', markerOf('reversal.yml')].join(' ');
  const here = await scene(resultZip(serialiseResult(withEveryText(reversal(), text))));
  await here.publish();
  const [body = ''] = here.bodies();
  const lines = body.split('\n');
  expect(hasMarker(body, markerOf('reversal.yml'))).toBe(false);
  expect(body.split('<!--').length - 1).toBe(2);
  expect(
    actsOf(lines.slice(0, -2).join('\n').replaceAll('https://github.test/acme/models/actions/runs/500', '')),
  ).toEqual([]);
});

test('updates the comment of a run that measured nothing, and creates none', async () => {
  const here = await scene(resultZip(serialiseResult(skipped())));
  expect(await here.publish()).toEqual({
    kind: 'nothing',
    reason: 'the run measured nothing, and there is no comment to update',
  });
  const before = commentText(reportToPublish(reversal(), undefined), {
    key: 'reversal.yml unverified',
    run: 1,
  });
  addComment(here.server.state, 7, IDENTITIES.job, before);
  expect(await here.publish()).toMatchObject({ kind: 'published', number: 7 });
  expect(here.bodies()).toEqual([expect.stringContaining('the model version did not change (v2)')]);
});

describe('posts nothing', () => {
  const good = resultZip(serialiseResult(reversal()));

  test.each<[string, Parameters<typeof scene>[1], string]>([
    ['for a run that a push started', { run: { event: 'push' } }, 'started by push'],
    [
      'for a branch of this repository',
      { run: { head: { ...HEAD, repository: 'Acme/Models' } } },
      'posts its own comment',
    ],
    ['where the fork is gone', { run: { head: { ...HEAD, repository: null } } }, 'no open pull request'],
    [
      'where the pull request moved on',
      { pulls: [pull(7, { sha: 'd'.repeat(40) })] },
      'no open pull request',
    ],
    [
      'on a pull request of another fork',
      { pulls: [pull(7, { repository: 'stranger/other' })] },
      'no open pull request',
    ],
    ['on a pull request of another branch', { pulls: [pull(7, { ref: 'other' })] }, 'no open pull request'],
    ['on a closed one', { pulls: [{ ...pull(7), state: 'closed' }] }, 'no open pull request'],
    ['where two have the same head', { pulls: [pull(7), pull(8)] }, 'more than one'],
    ['without an artifact', { run: { artifacts: [] } }, 'has no artifact'],
  ])('%s', async (_, options, reason) => {
    const here = await scene(good, options);
    expect(await here.publish()).toEqual({ kind: 'nothing', reason: expect.stringContaining(reason) });
    expect(writes(here)).toEqual([]);
  });

  test.each<[string, () => Uint8Array, string]>([
    ['no archive', () => Buffer.from('<html>'), 'is not a readable ZIP archive'],
    ['a path that leads out', () => zip([{ name: '../result.json', content: '{}' }]), 'found no result.json'],
    [
      'a bomb',
      () => zip([{ name: 'result.json', content: Buffer.alloc(50_000_000), size: 5 }]),
      'is larger than',
    ],
    ['100 MB of JSON', () => resultZip(`[${' '.repeat(100_000_000)}]`), 'is larger than'],
    [
      'what is no text',
      () => zip([{ name: 'result.json', content: Uint8Array.of(0xff, 0xfe) }]),
      'or it is not UTF-8',
    ],
    ['what is no JSON', () => resultZip('{'), 'is not valid JSON'],
    ['what is no result', () => resultZip('{"schema": 1, "pr": 8}'), 'is not a valid result'],
    ['deep nesting', () => resultZip('['.repeat(900_000)), 'JSON'],
    [
      'a hundred thousand wrong members',
      () => resultZip(`{"schema":1,"measures":[${'0,'.repeat(100_000)}0]}`),
      'is not a valid result',
    ],
  ])('by %s', async (_, archive, what) => {
    const here = await scene(archive());
    expect(await refusal(here.publish)).toContain(what);
    expect(writes(here)).toEqual([]);
  });

  test('by an archive that is too large, without downloading it', async () => {
    const here = await scene(good, { bytes: 9_000_000 });
    expect(await refusal(here.publish)).toContain('found 9000000 bytes');
    expect(here.server.requests.filter((line) => line.includes('/zip'))).toEqual([]);
    expect(writes(here)).toEqual([]);
  });
});

describe('on Gitea, whose runs name their pull request and not their branch', () => {
  const good = resultZip(serialiseResult(reversal()));
  const gitea = { below: '/api/v1', run: { pullRequests: [7] } } as const;

  test('posts the report on this pull request', async () => {
    const here = await scene(good, { ...gitea, pulls: [pull(7), pull(8)] });
    expect(await here.publish()).toMatchObject({ kind: 'published', number: 7 });
    expect(here.bodies()).toEqual([expect.stringContaining('**Not verified:')]);
  });

  test('names both permissions that reading a pull request requires there', async () => {
    const here = await scene(good, gitea);
    here.server.inject({ on: /\/pulls\/7$/, times: 1, answer: answers.notPermitted });
    await expect(here.publish()).rejects.toMatchObject({
      fix: expect.stringContaining('Add `contents: read, pull-requests: read` to the job'),
    });
  });

  test.each<[string, Parameters<typeof scene>[1], string]>([
    [
      'of a branch of this repository',
      { pulls: [pull(7, { repository: 'acme/models' })] },
      'its own comment',
    ],
    ['that moved on', { pulls: [pull(7, { sha: 'd'.repeat(40) })] }, 'no open pull request'],
    ['that is closed', { pulls: [{ ...pull(7), state: 'closed' }] }, 'no open pull request'],
    ['that does not exist', { pulls: [pull(8)] }, 'no open pull request'],
    [
      'if there are several',
      { run: { pullRequests: [7, 8] }, pulls: [pull(7), pull(8)] },
      'more than one open pull request',
    ],
    ['of a run that a push started', { run: { event: 'push', pullRequests: [7] } }, 'started by push'],
  ])('posts nothing on a pull request %s', async (_, options, reason) => {
    const here = await scene(good, { ...gitea, ...options });
    expect(await here.publish()).toEqual({ kind: 'nothing', reason: expect.stringContaining(reason) });
    expect(writes(here)).toEqual([]);
  });
});

test("reports Dependabot's run, which may not comment either, like a fork's", async () => {
  const repository = 'acme/models';
  const here = await scene(resultZip(serialiseResult(reversal())), {
    run: { actor: 'dependabot[bot]', head: { ...HEAD, repository } },
    pulls: [pull(7, { repository })],
  });
  expect(await here.publish()).toMatchObject({ kind: 'published', number: 7 });
});

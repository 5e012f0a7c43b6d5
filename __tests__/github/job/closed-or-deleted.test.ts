import { expect, test } from 'vitest';
import { readEvent } from '../../../src/github/job/event.ts';

const COMMIT = 'a'.repeat(40);
const ZERO = '0'.repeat(40);

const read = (name: string, payload: object, commit = COMMIT) =>
  readEvent({ name, path: '/event.json', commit }, () =>
    Promise.resolve(Buffer.from(JSON.stringify(payload))),
  );

const push = { ref: 'refs/heads/a/b', before: COMMIT, after: COMMIT, repository: { default_branch: 'main' } };
const side = { sha: COMMIT, ref: 'main', repo: { full_name: 'acme/models' } };
const pull = { number: 7, state: 'open', merged: false, head: side, base: side };
const release = { tag_name: 'v1', draft: false };
const group = { head_sha: COMMIT, base_sha: COMMIT };

test.each([
  ['push', { ...push, deleted: true }, 'The branch a/b was deleted.'],
  ['push', { ...push, after: ZERO }, 'The branch a/b was deleted.'],
  ['push', { ...push, after: '0'.repeat(64) }, 'The branch a/b was deleted.'],
  ['push', { ...push, ref: 'refs/tags/v1', after: ZERO, deleted: true }, 'The tag v1 was deleted.'],
  ['delete', { ref: 'v1', ref_type: 'tag' }, 'The tag v1 was deleted.'],
  ['delete', { ref: 'refs/tags/v1', ref_type: 'tag' }, 'The tag v1 was deleted.'],
  ['delete', { ref: 'refs/heads/a/b', ref_type: 'branch' }, 'The branch a/b was deleted.'],
  ['delete', { ref: 'a/b' }, 'The ref a/b was deleted.'],
  ['pull_request', { action: 'closed', pull_request: pull }, 'Pull request 7 is closed.'],
  [
    'pull_request',
    { action: 'labeled', pull_request: { ...pull, state: 'closed' } },
    'Pull request 7 is closed.',
  ],
  [
    'pull_request',
    { action: 'edited', pull_request: { number: 7, merged: true } },
    'Pull request 7 is closed.',
  ],
  ['release', { action: 'deleted', release }, 'The release v1 is not published.'],
  ['release', { action: 'unpublished', release }, 'The release v1 is not published.'],
  ['release', { action: 'edited', release: { ...release, draft: true } }, 'The release v1 is not published.'],
  ['merge_group', { action: 'destroyed', merge_group: group }, 'The merge group left the queue.'],
])('%s %j leaves nothing to compare', async (name, payload, reason) => {
  expect(await read(name, payload)).toEqual({ name: 'gone', event: name, reason });
});

test('a push whose commit is all zeros leaves nothing to compare', async () => {
  expect(await read('push', push, ZERO)).toMatchObject({ name: 'gone' });
});

test.each([
  ['push', { ...push, deleted: false }, 'push'],
  ['push', { ...push, before: ZERO }, 'push'],
  ['pull_request', { action: 'reopened', pull_request: pull }, 'pull_request'],
  ['release', { action: 'published', release }, 'tag'],
  ['merge_group', { action: 'checks_requested', merge_group: group }, 'merge_group'],
  ['create', { ref: 'v1', ref_type: 'tag' }, 'other'],
])('%s %j still leaves something to compare', async (name, payload, found) => {
  expect(await read(name, payload)).toMatchObject({ name: found });
});

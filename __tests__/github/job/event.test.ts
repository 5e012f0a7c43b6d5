import { describe, expect, test } from 'vitest';
import { readEvent } from '../../../src/github/job/event.ts';
import { readJob } from '../../../src/github/job/job.ts';

const sha = (digit: string): string => digit.repeat(40);

const read = (name: string, payload: unknown, commit = sha('a'), actor = 'octocat') =>
  readEvent({ name, path: '/event.json', commit, actor }, () =>
    Promise.resolve(
      new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload)),
    ),
  );

const pullRequest = {
  action: 'synchronize',
  number: 7,
  pull_request: {
    number: 7,
    head: { sha: sha('b'), ref: 'topic', repo: { full_name: 'acme/models', private: true } },
    base: { sha: sha('c'), ref: 'main', repo: { full_name: 'acme/models' } },
  },
};

test('pull_request: the trial merge, the head and both repositories', async () => {
  expect(await read('pull_request', pullRequest)).toEqual({
    name: 'pull_request',
    commit: sha('a'),
    number: 7,
    headCommit: sha('b'),
    baseCommit: sha('c'),
    baseBranch: 'main',
    headRepository: 'acme/models',
    baseRepository: 'acme/models',
    isDependabots: false,
  });
});

test('pull_request that Dependabot caused; the author of the pull request makes no difference', async () => {
  const event = await read('pull_request', pullRequest, sha('a'), 'dependabot[bot]');
  expect(event).toMatchObject({ isDependabots: true });
});

test('pull_request of a deleted fork', async () => {
  const { pull_request: pull } = pullRequest;
  const orphan = { ...pullRequest, pull_request: { ...pull, head: { ...pull.head, repo: null } } };
  expect(await read('pull_request', orphan)).toMatchObject({ headRepository: undefined });
});

test('merge_group, workflow_dispatch, pull_request_target and events without details', async () => {
  const group = { merge_group: { head_sha: sha('d'), base_sha: sha('e'), head_ref: 'x' } };
  expect(await read('merge_group', group)).toEqual({
    name: 'merge_group',
    commit: sha('d'),
    baseCommit: sha('e'),
  });
  expect(await read('workflow_dispatch', {})).toEqual({ name: 'workflow_dispatch', commit: sha('a') });
  expect(await read('pull_request_target', pullRequest)).toEqual({ name: 'pull_request_target' });
  expect(await read('issues', {})).toEqual({ name: 'other', event: 'issues', commit: sha('a') });
});

test('push of a branch, new or not, and of a tag; release and schedule', async () => {
  const push = { ref: 'refs/heads/a/b', before: sha('b'), repository: { default_branch: 'main' } };
  const branch = { name: 'push', commit: sha('a'), branch: 'a/b', defaultBranch: 'main' };
  expect(await read('push', push)).toEqual({ ...branch, before: sha('b') });
  expect(await read('push', { ...push, before: sha('0') })).toEqual({ ...branch, before: undefined });
  const tag = { name: 'tag', commit: sha('a'), tag: 'math/v1.0.0' };
  // For an annotated tag, `after` is the tag object, so the commit comes from the runner.
  expect(await read('push', { ...push, ref: 'refs/tags/math/v1.0.0', after: sha('c') })).toEqual({
    ...tag,
    event: 'push',
  });
  const release = { action: 'published', release: { tag_name: 'math/v1.0.0' } };
  expect(await read('release', release)).toEqual({ ...tag, event: 'release' });
  expect(await read('schedule', { schedule: '0 3 * * *' })).toEqual({ name: 'schedule', commit: sha('a') });
});

describe('reports a file that does not describe the event', () => {
  test.each([
    ['not JSON', '{'],
    ['no pull request', {}],
    [
      'a head that is no commit',
      { pull_request: { ...pullRequest.pull_request, head: { sha: '--upload-pack=x', repo: null } } },
    ],
  ])('%s', async (_, payload) => {
    await expect(read('pull_request', payload)).rejects.toThrow('the event file is invalid');
  });

  test('a value that is not a commit', async () => {
    await expect(read('workflow_dispatch', {}, 'main')).rejects.toThrow('GITHUB_SHA');
  });
});

describe('the job', () => {
  const env = {
    GITHUB_REPOSITORY: 'acme/models',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: '/event.json',
    GITHUB_SHA: sha('a'),
  };

  test("is read from the runner's variables", () => {
    expect(
      readJob({
        ...env,
        GITHUB_API_URL: 'https://ghe.test/api/v3',
        GITHUB_SERVER_URL: 'https://ghe.test',
        GITHUB_RUN_ID: '42',
        GITHUB_STEP_SUMMARY: '/summary',
        GITHUB_OUTPUT: '/output',
        GITHUB_ACTOR: 'octocat',
      }),
    ).toEqual({
      repository: 'acme/models',
      apiUrl: 'https://ghe.test/api/v3',
      run: 42,
      runUrl: 'https://ghe.test/acme/models/actions/runs/42',
      event: { name: 'pull_request', path: '/event.json', commit: sha('a'), actor: 'octocat' },
      summaryPath: '/summary',
      outputPath: '/output',
    });
  });

  test('has one slash in the address of its page if the address of the server ends with a slash', () => {
    const { runUrl } = readJob({ ...env, GITHUB_SERVER_URL: 'https://git.acme.test/', GITHUB_RUN_ID: '42' });
    expect(runUrl).toBe('https://git.acme.test/acme/models/actions/runs/42');
  });

  test('has no summary, outputs and run on other runners', () => {
    expect(readJob(env)).toMatchObject({ apiUrl: 'https://api.github.com', run: 0 });
    expect(Object.keys(readJob(env))).not.toContain('summaryPath');
  });

  test.each(Object.keys(env))('is undefined without %s', (name) => {
    expect(() => readJob({ ...env, [name]: '' })).toThrow(
      'use the command line: reversal-check check --help',
    );
  });
});

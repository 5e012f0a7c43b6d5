import { describe, expect, test } from 'vitest';
import { gitObjectsOf } from '../../../src/github/api/git-objects.ts';
import { findPullRequestOf } from '../../../src/github/api/pull-request.ts';
import { answers } from '../../support/github/faults.ts';
import type { GitData, StoredPull } from '../../support/github/state.ts';
import { apiOf, testGitHub } from '../setting.ts';

const sha = (digit: string): string => digit.repeat(40);

const bytes = Uint8Array.from({ length: 1000 }, (_, place) => place % 256);

const git: GitData = {
  commit: (id) => (id === sha('a') ? { tree: sha('b'), parents: [sha('c'), sha('d')] } : undefined),
  tree: (id) =>
    id === sha('b')
      ? [
          { mode: '100755', type: 'blob', sha: sha('e'), path: 'run.sh' },
          { mode: '040000', type: 'tree', sha: sha('1'), path: 'evals' },
          { mode: '120000', type: 'blob', sha: sha('2'), path: 'link' },
          { mode: '160000', type: 'commit', sha: sha('3'), path: 'module' },
        ]
      : undefined,
  blob: (id) => (id === sha('e') ? bytes : undefined),
};

describe('git objects over the API', () => {
  test('commits with their parents in order, folders with the kinds of their entries, files byte for byte', async () => {
    const objects = gitObjectsOf(apiOf(await testGitHub(git)).api);
    expect(await objects.commit(sha('a'))).toEqual({
      id: sha('a'),
      tree: sha('b'),
      parents: [sha('c'), sha('d')],
    });
    expect(await objects.tree(sha('b'))).toEqual([
      { name: 'run.sh', kind: 'file', id: sha('e') },
      { name: 'evals', kind: 'folder', id: sha('1') },
      { name: 'link', kind: 'symlink', id: sha('2') },
      { name: 'module', kind: 'submodule', id: sha('3') },
    ]);
    expect(await objects.blob(sha('e'))).toEqual(bytes);
  });

  test('returns undefined for objects that the server does not have, and throws for refusals', async () => {
    const server = await testGitHub(git);
    const objects = gitObjectsOf(apiOf(server).api);
    expect(await objects.commit(sha('f'))).toBeUndefined();
    expect(await objects.tree(sha('f'))).toBeUndefined();
    expect(await objects.blob(sha('f'))).toBeUndefined();
    server.inject({ on: /git\/blobs/, answer: answers.notPermitted });
    await expect(objects.blob(sha('e'))).rejects.toThrow('Add `contents: read`');
  });
});

describe('pull requests', () => {
  const pull: StoredPull = {
    number: 17,
    head: { sha: sha('b'), ref: 'topic', repository: 'stranger/models' },
    base: { sha: sha('c'), ref: 'main' },
    mergeCommit: sha('d'),
    state: 'open',
  };

  const found = async (stored: Partial<StoredPull>) => {
    const server = await testGitHub();
    server.state.pulls.set(17, { ...pull, ...stored });
    return findPullRequestOf(apiOf(server).api)(17);
  };

  test('are read with their trial merge and the tip of their branch', async () => {
    expect(await found({})).toEqual({
      number: 17,
      isOpen: true,
      mergeCommit: sha('d'),
      baseCommit: 'c'.repeat(40),
      baseBranch: 'main',
      headCommit: sha('b'),
      headRepository: 'stranger/models',
      baseRepository: 'acme/models',
    });
  });

  test('are read if closed, without a trial merge, or if the fork was deleted', async () => {
    expect(await found({ state: 'closed' })).toMatchObject({ isOpen: false });
    expect(await found({ mergeCommit: null })).toMatchObject({ mergeCommit: undefined });
    expect(await found({ head: { ...pull.head, repository: null } })).toMatchObject({
      headRepository: undefined,
    });
  });

  test('are undefined if they do not exist', async () => {
    expect(await findPullRequestOf(apiOf(await testGitHub()).api)(18)).toBeUndefined();
  });
});

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findClone } from '../../src/versions/clone-root.ts';
import { localGit } from '../../src/versions/local-git.ts';
import { git, temporaryFolder, temporaryRepository } from '../support/temporary-repository.ts';

const gitIn = (folder: string) => localGit({ folder, env: { PATH: process.env['PATH'] } });

const find = async (workspace: string, configPath: string, commit: string) => {
  const { root, objects } = await findClone({ workspace, configPath, commit, gitIn });
  return { root, isClone: objects !== undefined };
};

test('is the workspace itself, as a checkout makes it', async () => {
  const { folder } = temporaryRepository({ 'gates/reversal.yml': '' });
  const commit = git(folder, 'rev-parse', 'main');
  for (const path of ['reversal.yml', 'gates/reversal.yml', join(folder, 'gates/reversal.yml')])
    expect(await find(folder, path, commit), path).toEqual({ root: folder, isClone: true });
});

test('is a folder of the workspace if the checkout has its own path', async () => {
  const workspace = temporaryFolder();
  const { folder } = temporaryRepository({ 'reversal.yml': '' });
  git(workspace, 'clone', '--quiet', folder, 'code');
  const commit = git(folder, 'rev-parse', 'main');
  expect(await find(workspace, 'code/reversal.yml', commit)).toEqual({
    root: join(workspace, 'code'),
    isClone: true,
  });
});

test('is never a submodule or a clone beside it, but the one with the commit', async () => {
  const inner = temporaryRepository({ 'reversal.yml': '' });
  const { folder, commit } = temporaryRepository({});
  git(folder, 'submodule', '--quiet', 'add', inner.folder, 'sub');
  const id = commit('main', {});
  expect(await find(folder, 'sub/reversal.yml', id)).toEqual({ root: folder, isClone: true });
  const innerId = git(inner.folder, 'rev-parse', 'main');
  expect(await find(folder, 'sub/reversal.yml', innerId)).toEqual({
    root: join(folder, 'sub'),
    isClone: true,
  });
});

test('is the workspace without a clone if no folder has the commit', async () => {
  const { folder } = temporaryRepository({});
  const empty = temporaryFolder();
  mkdirSync(join(empty, 'a'));
  expect(await find(empty, 'a/reversal.yml', 'f'.repeat(40))).toEqual({ root: empty, isClone: false });
  expect(await find(folder, 'reversal.yml', 'f'.repeat(40))).toEqual({ root: folder, isClone: false });
  expect(await find(folder, '/elsewhere/reversal.yml', 'f'.repeat(40))).toEqual({
    root: folder,
    isClone: false,
  });
});

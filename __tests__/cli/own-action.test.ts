import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ignoresRuns, ownAction } from '../../src/cli/own-action.ts';
import { temporaryFolder } from '../e2e/project.ts';

const { env } = process;

function clone(remote?: string): string {
  const folder = temporaryFolder();
  const git = (...parameters: readonly string[]) => execFileSync('git', ['-C', folder, ...parameters]);
  git('init', '--quiet');
  if (remote !== undefined) git('remote', 'add', 'origin', remote);
  return folder;
}

describe('the Action of the installed copy', () => {
  test.each([
    ['https://github.com/acme/reversal-check.git', 'github.com', 'acme/reversal-check'],
    ['https://user:token@github.com/acme/checks', 'github.com', 'acme/checks'],
    ['git@github.com:acme/reversal-check.git', 'github.com', 'acme/reversal-check'],
    ['ssh://git@git.example.com:2222/acme/reversal-check.git', 'git.example.com', 'acme/reversal-check'],
  ])('%s', async (remote, host, path) => {
    expect(await ownAction(clone(remote), env)).toEqual({ host, path, isTagged: false });
  });

  test('knows whether the copy has the tag of the Action', async () => {
    const folder = clone('git@github.com:acme/reversal-check.git');
    const author = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
    execFileSync('git', ['-C', folder, ...author, 'commit', '--quiet', '--allow-empty', '-m', 'a']);
    execFileSync('git', ['-C', folder, 'tag', 'v1']);
    expect(await ownAction(folder, env)).toMatchObject({ isTagged: true });
  });

  test.each([
    ['a clone without a remote', undefined],
    ['a clone of a folder', '/srv/git/acme/reversal-check.git'],
    ['a deeper path, which no Action can have', 'https://git.example.com/a/b/c.git'],
  ])('is unknown in %s', async (_, remote) => {
    expect(await ownAction(clone(remote), env)).toBeUndefined();
  });

  test("is unknown in a folder inside another project's clone", async () => {
    const folder = join(clone('git@github.com:acme/project.git'), 'node_modules', 'reversal-check');
    mkdirSync(folder, { recursive: true });
    expect(await ownAction(folder, env)).toBeUndefined();
  });
});

test('asks git whether it ignores the folder of a run', async () => {
  const folder = clone();
  expect(await ignoresRuns(folder, env)).toBe(false);
  writeFileSync(join(folder, '.gitignore'), '.reversal-check/\n');
  expect(await ignoresRuns(folder, env)).toBe(true);
  expect(await ignoresRuns(temporaryFolder(), env)).toBe(false);
});

import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './gitea.ts';

/** A local repository whose branches and tags are pushed to a server. */
export interface Clone {
  readonly folder: string;
  /**
   * Commits files on a branch, which is created from `from` if it does not exist yet, and pushes it. Null removes a file.
   * Returns the commit.
   */
  readonly push: (
    branch: string,
    files: Readonly<Record<string, string | null>>,
    options?: { readonly from?: string; readonly to?: string },
  ) => Promise<string>;
  /** Tags the tip of a branch and pushes the tag. */
  readonly tag: (name: string, branch: string) => Promise<void>;
}

const run = promisify(execFile);

/** Creates one in an empty folder. `address` is the repository's own address on the server. */
export async function createClone(
  folder: string,
  address: string,
  { token }: Account,
  signal: AbortSignal,
): Promise<Clone> {
  const env = {
    PATH: process.env['PATH'],
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: 'author',
    GIT_AUTHOR_EMAIL: 'author@example.com',
    GIT_COMMITTER_NAME: 'author',
    GIT_COMMITTER_EMAIL: 'author@example.com',
    // The token is passed in the environment, because other users can read a process's arguments.
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.extraHeader',
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${Buffer.from(`token:${token}`).toString('base64')}`,
  };
  const git = async (...args: readonly string[]): Promise<string> =>
    (await run('git', ['-C', folder, ...args], { env, signal })).stdout.trim();
  const exists = (branch: string): Promise<boolean> =>
    git('rev-parse', '--verify', '-q', `refs/heads/${branch}`).then(
      () => true,
      () => false,
    );

  await git('init', '-q', '-b', 'main');
  await git('commit', '-q', '--allow-empty', '-m', 'start');
  return {
    folder,
    push: async (branch, files, { from = 'main', to = address } = {}) => {
      await (!(await exists(branch))
        ? git('checkout', '-q', '-b', branch, from)
        : git('checkout', '-q', branch));
      for (const [path, content] of Object.entries(files)) {
        const file = join(folder, path);
        if (content === null) rmSync(file, { recursive: true });
        else {
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
      }
      await git('add', '--all', '--force');
      await git('commit', '-q', '--allow-empty', '-m', 'change');
      await git('push', '-q', to, `HEAD:refs/heads/${branch}`);
      return git('rev-parse', 'HEAD');
    },
    tag: async (name, branch) => {
      await git('tag', '-a', '-m', name, name, branch);
      await git('push', '-q', address, `refs/tags/${name}`);
    },
  };
}

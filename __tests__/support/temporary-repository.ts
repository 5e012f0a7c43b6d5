import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A change in a commit: text, bytes, a symbolic link, or `null` to delete a file. */
export type Change = string | Uint8Array | { readonly link: string } | null;

/** A folder that is deleted after the test. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'reversal-check-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Runs git as a user without settings. */
export const git = (folder: string, ...parameters: readonly string[]): string =>
  execFileSync(
    'git',
    ['-c', 'protocol.file.allow=always', '-c', 'core.fsync=none', '-c', 'gc.auto=0', ...parameters],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_AUTHOR_NAME: 'a',
        GIT_AUTHOR_EMAIL: 'a@example.com',
        GIT_COMMITTER_NAME: 'a',
        GIT_COMMITTER_EMAIL: 'a@example.com',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  ).trim();

export const writeTo = (folder: string, files: Readonly<Record<string, Change>>): void => {
  for (const [path, change] of Object.entries(files)) {
    const file = join(folder, path);
    rmSync(file, { recursive: true, force: true });
    if (change === null) continue;
    mkdirSync(dirname(file), { recursive: true });
    if (typeof change === 'string' || change instanceof Uint8Array) writeFileSync(file, change);
    else symlinkSync(change.link, file);
  }
};

/** A real git repository with a branch `main`, and the operations of a pull request. */
export interface TemporaryRepository {
  readonly folder: string;
  /** Commits changes to a branch, created from `main` if new; the workspace then has that commit checked out. */
  readonly commit: (branch: string, files: Readonly<Record<string, Change>>) => string;
  /** The trial merge of a branch into the current `main`; the workspace then has it checked out, as in a job. */
  readonly trialMerge: (branch: string) => {
    readonly merge: string;
    readonly base: string;
    readonly head: string;
  };
}

export const temporaryRepository = (
  files: Readonly<Record<string, Change>>,
  { format = 'sha1' }: { readonly format?: 'sha1' | 'sha256' } = {},
): TemporaryRepository => {
  const folder = temporaryFolder();
  git(folder, 'init', '--quiet', '--initial-branch=main', '--template=', `--object-format=${format}`);
  git(folder, 'config', 'uploadpack.allowFilter', 'true');
  const record = (changes: Readonly<Record<string, Change>>): string => {
    writeTo(folder, changes);
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--allow-empty', '--message=change');
    return git(folder, 'rev-parse', 'HEAD');
  };
  record(files);
  return {
    folder,
    commit: (branch, changes) => {
      const isThere = git(folder, 'branch', '--list', branch) !== '';
      git(folder, 'checkout', '--quiet', ...(isThere ? [branch] : ['-b', branch, 'main']));
      return record(changes);
    },
    trialMerge: (branch) => {
      git(folder, 'checkout', '--quiet', '--detach', 'main');
      git(folder, 'merge', '--quiet', '--no-ff', '--message=merge', branch);
      const [merge = '', base = '', head = ''] = git(folder, 'rev-parse', 'HEAD', 'main', branch).split('\n');
      return { merge, base, head };
    },
  };
};

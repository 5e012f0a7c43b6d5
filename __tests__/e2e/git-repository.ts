import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { GitData, StoredTreeEntry } from '../support/github/state.ts';
import { temporaryFolder, writeFiles } from './project.ts';

/** A real repository in a temporary folder, with the branches that a pull request has. */
export interface GitRepository {
  readonly folder: string;
  /** Commits files on a branch; null removes a file. Returns the commit. */
  readonly commit: (branch: string, files: Readonly<Record<string, Files[string] | null>>) => string;
  /** Creates a branch from the tip of another. */
  readonly branch: (name: string, from: string) => void;
  /** GitHub's trial merge: `branch` merged into another, `main` if absent, checked out. Returns the merge commit. */
  readonly trialMerge: (branch: string, into?: string) => string;
  readonly head: (branch: string) => string;
  /** Checks out a branch in the workspace. */
  readonly checkOut: (branch: string) => void;
  /** Records the tip of a branch on the server, as a clone does. */
  readonly track: (branch: string) => void;
  /** Creates an annotated tag on a commit. */
  readonly tag: (name: string, commit: string) => void;
  /** Creates a lightweight tag on a commit. */
  readonly lightTag: (name: string, commit: string) => void;
  /** The objects, for the server's API. */
  readonly data: GitData;
  /** The workspace that `actions/checkout` makes: a commit with `depth` commits of history, by default only itself; all if 0. */
  readonly shallowClone: (commit: string, depth?: number) => string;
}

type Files = Parameters<typeof writeFiles>[1];

const ENVIRONMENT = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'author',
  GIT_AUTHOR_EMAIL: 'author@example.com',
  GIT_COMMITTER_NAME: 'author',
  GIT_COMMITTER_EMAIL: 'author@example.com',
  GIT_AUTHOR_DATE: '2026-11-22T10:00:00Z',
  GIT_COMMITTER_DATE: '2026-11-22T10:00:00Z',
};

/** A repository whose `main` has these files. */
export function gitRepository(files: Files): GitRepository {
  const folder = temporaryFolder();
  const run = (...parameters: readonly string[]): Buffer =>
    execFileSync('git', ['-C', folder, ...parameters], {
      env: ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const git = (...parameters: readonly string[]): string =>
    run(...parameters)
      .toString()
      .trim();
  const attempt = (...parameters: readonly string[]): Buffer | undefined => {
    try {
      return run(...parameters);
    } catch {
      return undefined;
    }
  };
  const head = (branch: string): string => git('rev-parse', `refs/heads/${branch}`);
  const commit: GitRepository['commit'] = (branch, changes) => {
    git('checkout', '-q', branch);
    for (const [path, content] of Object.entries(changes)) {
      if (content === null) rmSync(join(folder, path), { recursive: true });
      else writeFiles(folder, { [path]: content });
    }
    git('add', '--all', '--force');
    git('commit', '-q', '--allow-empty', '-m', 'change');
    return head(branch);
  };
  git('init', '-q', '-b', 'main');
  git('commit', '-q', '--allow-empty', '-m', 'start');
  commit('main', files);
  return {
    folder,
    commit,
    head,
    checkOut: (branch) => void git('checkout', '-q', '--detach', branch),
    track: (branch) => void git('update-ref', `refs/remotes/origin/${branch}`, branch),
    tag: (name, at) => void git('tag', '-a', '-m', name, name, at),
    lightTag: (name, at) => void git('tag', name, at),
    branch: (name, from) => void git('branch', name, from),
    trialMerge: (branch, into = 'main') => {
      git('checkout', '-q', '--detach', into);
      git('merge', '-q', '--no-ff', '-m', 'merge', branch);
      return git('rev-parse', 'HEAD');
    },
    data: {
      commit: (sha) => {
        const text = attempt('cat-file', 'commit', sha)?.toString();
        if (text === undefined) return undefined;
        const ids = (key: string): string[] =>
          [...(text.split('\n\n')[0] ?? '').matchAll(new RegExp(`^${key} ([0-9a-f]{40})$`, 'gm'))].map(
            ([, id = '']) => id,
          );
        return { tree: ids('tree')[0] ?? '', parents: ids('parent') };
      },
      tree: (sha) =>
        attempt('ls-tree', '-z', sha)
          ?.toString()
          .split('\0')
          .filter(Boolean)
          .map((line): StoredTreeEntry => {
            const {
              mode = '',
              type,
              id = '',
              path = '',
            } = /^(?<mode>\d+) (?<type>\w+) (?<id>\w+)\t(?<path>.*)$/s.exec(line)?.groups ?? {};
            return { mode, type: type === 'tree' || type === 'commit' ? type : 'blob', sha: id, path };
          }),
      blob: (sha) => attempt('cat-file', 'blob', sha),
      tags: () =>
        git('for-each-ref', '--format=%(refname:lstrip=2) %(objectname) %(*objectname)', 'refs/tags')
          .split('\n')
          .filter(Boolean)
          .map((line) => {
            // An annotated tag refers to the commit below its tag object.
            const [name = '', own = '', noted = ''] = line.split(' ');
            return { name, commit: noted || own };
          }),
      mergeBase: (from, to) => {
        const common = attempt('merge-base', from, to)?.toString().trim();
        if (common === undefined) return undefined;
        return { base: git('rev-parse', from), head: git('rev-parse', to), common };
      },
    },
    shallowClone: (sha, depth = 1) => {
      git('branch', '-f', 'shallow', sha);
      const clone = join(temporaryFolder(), 'workspace');
      const parameters = [
        'clone',
        '-q',
        ...(depth === 0 ? [] : [`--depth=${depth}`]),
        '--branch=shallow',
        `file://${folder}`,
        clone,
      ];
      execFileSync('git', parameters, {
        env: ENVIRONMENT,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      return clone;
    },
  };
}

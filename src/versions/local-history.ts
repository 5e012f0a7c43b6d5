import { isObjectId } from './git-objects.ts';
import type { HistorySource, Tag } from './history.ts';
import { gitIn } from './local-git.ts';

/** Git's exit code for "no". */
const NO = 1;

/**
 * Answers questions about how commits are related, using a local clone. Returns `undefined` if the folder is not a
 * clone, if the clone is shallow, or if it lacks the commit.
 */
export const localHistory = (options: {
  /** A folder in the clone. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}): HistorySource => {
  const git = gitIn(options.folder, options.env);
  let whole: Promise<boolean> | undefined;

  const isWhole = async (): Promise<boolean> => {
    const finished = await git(['rev-parse', '--is-shallow-repository'], '');
    return finished?.code === 0 && finished.output.toString().trim() === 'false';
  };

  /** Git's output; `undefined` if the clone is incomplete. */
  const ask = async (
    ...parameters: readonly string[]
  ): Promise<{ readonly code: number | null; readonly text: string } | undefined> => {
    whole ??= isWhole();
    if (!(await whole)) return undefined;
    const finished = await git(parameters, '');
    return finished && { code: finished.code, text: finished.output.toString().trim() };
  };

  const isAncestor = async (older: string, newer: string): Promise<boolean | undefined> => {
    const found = await ask('merge-base', '--is-ancestor', older, newer);
    if (found?.code === 0) return true;
    return found?.code === NO ? false : undefined;
  };

  return {
    mergeBase: async (branch, commit) => {
      const found = await ask('merge-base', `refs/remotes/origin/${branch}`, commit);
      return found?.code === 0 && isObjectId(found.text) ? found.text : undefined;
    },
    tags: async () => {
      const found = await ask(
        'for-each-ref',
        '--format=%(objectname) %(*objectname) %(refname:lstrip=2)',
        'refs/tags',
      );
      if (found?.code !== 0) return undefined;
      return found.text.split('\n').flatMap((line): Tag[] => {
        const [, own = '', peeled = '', name] = /^(\S+) (\S*) (.+)$/u.exec(line) ?? [];
        return name === undefined ? [] : [{ name, commit: peeled || own }];
      });
    },
    isAncestor,
    isOnBranch: (branch, commit) => isAncestor(commit, `refs/remotes/origin/${branch}`),
    hasEverything: async () => {
      whole ??= isWhole();
      return (await whole) ? true : undefined;
    },
    isPrerelease: () => Promise.resolve(undefined),
  };
};

import type { CommitsToCompare, Event } from './comparison.ts';
import { shortId } from './git-objects.ts';
import type { History } from './history.ts';
import type { Repository } from './repository.ts';

type Push = Extract<Event, { name: 'push' }>;

/**
 * The branch's commits before and after a push. For a new branch, the earlier commit is the one where the branch
 * diverged from the default branch. The same applies after a force push if the previous commit no longer exists.
 *
 * @returns `nothingBefore`, a complete sentence, if there is nothing to compare with
 * @throws {ConfigError} if history is missing
 */
export const ofPush = async (
  { before, branch, commit, defaultBranch, isForced }: Push,
  { repository, history }: { readonly repository: Repository; readonly history: History },
): Promise<CommitsToCompare | { readonly nothingBefore: string }> => {
  const isDefault = branch === defaultBranch;
  if (before === undefined) {
    if (isDefault)
      return {
        nothingBefore: `The branch ${branch} is new and is the default branch, so there is no earlier version to compare with.`,
      };
    return { base: await history.mergeBase(defaultBranch, commit), head: commit, headIsTrusted: true };
  }
  const isGone = isForced !== false && !(await repository.has(before)) && (await history.hasEverything());
  if (!isGone) return { base: before, head: commit, headIsTrusted: true };
  const gone = `The branch ${branch} was force-pushed, and its previous commit ${shortId(before)} no longer exists`;
  if (isDefault) return { nothingBefore: `${gone}, so the changes of this push are unknown.` };
  const base = await history.mergeBase(defaultBranch, commit);
  const note = `${gone}. The check compares against ${shortId(base)}, where the branch diverged from ${defaultBranch}.`;
  return { base, head: commit, headIsTrusted: true, note };
};

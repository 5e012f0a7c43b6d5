import type { CommitsToCompare, Event } from './comparison.ts';
import { shortId } from './git-objects.ts';
import type { History } from './history.ts';
import type { Repository } from './repository.ts';

type Push = Extract<Event, { name: 'push' }>;

/**
 * Where a branch stood before a push, and now; a branch that is new is taken to have stood where it left the default branch.
 * So is one that was pushed by force, where nobody has the commit any more that it was moved away from.
 *
 * @returns why there is nothing to compare with, as a whole sentence, where there is nothing.
 * @throws ConfigError where history is missing.
 */
export const ofPush = async (
  { before, branch, commit, defaultBranch, isForced }: Push,
  { repository, history }: { readonly repository: Repository; readonly history: History },
): Promise<CommitsToCompare | { readonly nothingBefore: string }> => {
  const isDefault = branch === defaultBranch;
  if (before === undefined) {
    if (isDefault)
      return {
        nothingBefore: `The branch ${branch} is new and the default branch, so there is no earlier version to compare with.`,
      };
    return { judge: await history.mergeBase(defaultBranch, commit), head: commit, headIsTrusted: true };
  }
  const isGone = isForced !== false && !(await repository.has(before)) && (await history.hasEverything());
  if (!isGone) return { judge: before, head: commit, headIsTrusted: true };
  const gone = `The branch ${branch} was force-pushed, and its previous commit ${shortId(before)} no longer exists`;
  if (isDefault) return { nothingBefore: `${gone}, so the changes of this push are unknown.` };
  const judge = await history.mergeBase(defaultBranch, commit);
  const note = `${gone}. The check compares with ${shortId(judge)}, where the branch left ${defaultBranch}.`;
  return { judge, head: commit, headIsTrusted: true, note };
};

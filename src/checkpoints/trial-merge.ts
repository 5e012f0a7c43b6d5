import { type ObjectId, isObjectId } from './git-objects.ts';
import { gitIn } from './local-git.ts';

/** What a merge of two commits would be; where it cannot be told, why, as part of a sentence. */
export type TrialMerge =
  | { readonly kind: 'merged'; readonly commit: ObjectId }
  | { readonly kind: 'conflicts' }
  | { readonly kind: 'unknown'; readonly why: string };

/** Tries to merge a commit into another. */
export type TryMerge = (base: ObjectId, head: ObjectId) => Promise<TrialMerge>;

/** What git answers where the files conflict. */
const CONFLICTS = 1;

const WHO = 'reversal-check <reversal-check@localhost> 0 +0000';

/**
 * Makes the trial merge that a server leaves out, in a local clone: no branch, index or file of the workspace changes, and no
 * hook or filter runs. The same two commits always give the same commit. A shallow clone is not asked: where the two parted
 * may lie beyond what it has.
 */
export const localTrialMerge = (options: {
  /** A folder in the clone. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}): TryMerge => {
  const git = gitIn(options.folder, options.env);
  const unknown = (why: string): TrialMerge => ({ kind: 'unknown', why });
  return async (base, head) => {
    for (const id of [base, head]) if (!isObjectId(id)) throw new Error(`not the id of a commit: ${id}`);
    const depth = await git(['rev-parse', '--is-shallow-repository'], '');
    if (depth === undefined) return unknown('there is no git on this machine');
    if (depth.code !== 0) return unknown('there is no clone in the workspace');
    if (depth.output.toString().trim() !== 'false') return unknown('the clone is shallow');
    const merged = await git(['merge-tree', '--write-tree', '--no-messages', base, head], '');
    // The names of files that conflict follow; where there is no tree, it was not they that made it fail.
    const [tree = ''] = merged?.output.toString().split('\n') ?? [];
    if (merged?.code === CONFLICTS && isObjectId(tree)) return { kind: 'conflicts' };
    if (merged?.code !== 0 || !isObjectId(tree)) {
      return unknown(`git merge-tree failed: ${merged?.errors.split('\n')[0]?.trim() ?? ''}`);
    }
    const commit = [
      `tree ${tree}`,
      `parent ${base}`,
      `parent ${head}`,
      `author ${WHO}`,
      `committer ${WHO}`,
      '',
      'Trial merge',
      '',
    ].join('\n');
    const written = await git(['hash-object', '-t', 'commit', '-w', '--stdin'], commit);
    const id = written?.output.toString().trim() ?? '';
    return written?.code === 0 && isObjectId(id)
      ? { kind: 'merged', commit: id }
      : unknown(`the clone cannot be written: ${written?.errors.split('\n')[0]?.trim() ?? ''}`);
  };
};

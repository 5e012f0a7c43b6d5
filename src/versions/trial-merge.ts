import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ObjectId, isObjectId } from './git-objects.ts';
import { type Git, gitIn } from './local-git.ts';

/** The result of merging two commits, or the reason why it is unknown. The reason is part of a sentence. */
export type TrialMerge =
  | { readonly kind: 'merged'; readonly commit: ObjectId }
  | { readonly kind: 'conflicts' }
  | { readonly kind: 'unknown'; readonly why: string };

/** Tries to merge one commit into another. */
export type TryMerge = (base: ObjectId, head: ObjectId) => Promise<TrialMerge>;

/** Git's exit code if the files conflict. */
const CONFLICTS = 1;

const WHO = 'reversal-check <reversal-check@localhost> 0 +0000';

/** Number of hexadecimal digits in a SHA-256 id; a SHA-1 id has 40. */
const SHA256_DIGITS = 64;

const unknown = (why: string, errors = ''): TrialMerge => {
  const said = errors.split('\n')[0]?.trim() ?? '';
  return { kind: 'unknown', why: said === '' ? why : `${why}: ${said}` };
};

/**
 * Makes the trial merge from a local clone's objects, for servers that do not make trial merges. No branch, index or
 * file in the workspace changes. The merge is made in a separate empty repository, so that no hook, filter or merge
 * driver from the clone's settings runs: an earlier step may have run the pull request's code, which could have changed
 * those settings. The same two commits always give the same merge commit. Shallow clones are not used, because they may
 * lack the merge base.
 */
export const localTrialMerge = (options: {
  /** A folder in the clone. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}): TryMerge => {
  const { folder, env } = options;
  const git = gitIn(folder, env);
  return async (base, head) => {
    for (const id of [base, head]) if (!isObjectId(id)) throw new Error(`not the id of a commit: ${id}`);
    const clone = await git(
      ['rev-parse', '--is-shallow-repository', '--path-format=absolute', '--git-path', 'objects'],
      '',
    );
    if (clone === undefined) return unknown('Git is not installed on this machine');
    if (clone.code !== 0) return unknown('the workspace contains no clone');
    const [isShallow, objects = ''] = clone.output.toString().split(/\r?\n/u);
    if (isShallow !== 'false') return unknown('the clone is shallow');
    const repository = await mkdtemp(join(tmpdir(), 'reversal-check-'));
    try {
      const format = base.length === SHA256_DIGITS ? 'sha256' : 'sha1';
      const made = await git(
        ['init', '--quiet', '--bare', '--template=', `--object-format=${format}`, repository],
        '',
      );
      if (made?.code !== 0)
        return unknown('cannot create a temporary repository for the merge', made?.errors);
      return await mergeWith(gitIn(folder, env, { repository, objects }), base, head);
    } finally {
      await rm(repository, { recursive: true, force: true });
    }
  };
};

async function mergeWith(git: Git, base: ObjectId, head: ObjectId): Promise<TrialMerge> {
  const merged = await git(['merge-tree', '--write-tree', '--no-messages', base, head], '');
  // The output lists conflicting files after the tree. If there is no tree, the merge failed for a reason other than
  // conflicts.
  const [tree = ''] = merged?.output.toString().split('\n') ?? [];
  if (merged?.code === CONFLICTS && isObjectId(tree)) return { kind: 'conflicts' };
  if (merged?.code !== 0 || !isObjectId(tree)) return unknown('git merge-tree failed', merged?.errors);
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
    : unknown('cannot write to the clone', written?.errors);
}

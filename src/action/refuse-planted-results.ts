import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Comparison } from '../versions/comparison.ts';
import { ConfigError } from '../errors.ts';
import type { Checkout, JobContext } from './job-context.ts';

type Moved = Extract<Comparison, { readonly kind: 'moved' }>;

/**
 * What the pull request brought along would answer in place of the models, or lead out of the workspace: a store, a folder of results,
 * shards.
 *
 * @throws ConfigError where the commit that is judged has anything at the path of an input, or is itself below it.
 */
export async function refusePlanted(
  { head, judge }: Pick<Moved, 'head' | 'judge'>,
  { folder, inputs }: Pick<JobContext, 'folder' | 'inputs'>,
  { repository, root }: Pick<Checkout, 'repository' | 'root'>,
): Promise<void> {
  if (judge === head) return;
  for (const input of ['store', 'out', 'merge'] as const) {
    const path = inputs[input];
    if (path === undefined) continue;
    const place = placeIn(root, resolve(folder, path));
    if (place === 'outside' || (place !== 'around' && !(await hasAnything(repository, head, place.path))))
      continue;
    throw new ConfigError({
      what: `the pull request contains ${place === 'around' ? 'this folder' : place.path}, but only this run may write completions and results there`,
      where: `input ${input}`,
      fix: 'Remove it from the branch and add it to .gitignore, or choose another folder. Files of a pull request must not be used as completions of the models.',
    });
  }
}

/** Where a folder is, seen from a repository: a path in it, parted by `/`; around it, or it itself; or elsewhere. */
function placeIn(root: string, folder: string): { readonly path: string } | 'around' | 'outside' {
  const inside = relative(root, folder);
  if (inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside)) {
    return inside === '' ? 'around' : { path: inside.split(sep).join('/') };
  }
  return inside.split(sep).every((part) => part === '..') ? 'around' : 'outside';
}

async function hasAnything(
  repository: Checkout['repository'],
  commit: string,
  path: string,
): Promise<boolean> {
  try {
    return (await repository.stampAt(commit, path)) !== undefined;
  } catch (error) {
    // A folder, or a symbolic link on the way.
    if (error instanceof ConfigError) return true;
    throw error;
  }
}

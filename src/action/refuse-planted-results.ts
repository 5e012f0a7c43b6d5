import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Comparison } from '../versions/comparison.ts';
import { ConfigError } from '../errors.ts';
import type { Checkout, JobContext } from './job-context.ts';

type Moved = Extract<Comparison, { readonly kind: 'moved' }>;

/**
 * Rejects a pull request that contains a store, a run's folder or shards. Such files could replace the models'
 * completions or point outside the workspace.
 *
 * @throws {ConfigError} if the pull request's commit has anything at the path of one of these inputs, or if that path
 * is the repository's root or above it
 */
export async function refusePlanted(
  { head, base }: Pick<Moved, 'head' | 'base'>,
  { folder, inputs }: Pick<JobContext, 'folder' | 'inputs'>,
  { repository, root }: Pick<Checkout, 'repository' | 'root'>,
): Promise<void> {
  if (base === head) return;
  for (const input of ['store', 'out', 'merge'] as const) {
    const path = inputs[input];
    if (path === undefined) continue;
    const place = placeIn(root, resolve(folder, path));
    if (place === 'outside' || (place !== 'around' && !(await hasAnything(repository, head, place.path))))
      continue;
    throw new ConfigError({
      what: `the pull request contains ${place === 'around' ? 'this folder' : place.path}, but only this run may write completions and results there`,
      where: `input ${input}`,
      fix: "Remove it from the branch and add it to .gitignore, or choose another folder. A pull request's files must not be used as model completions.",
    });
  }
}

/**
 * The location of a folder relative to a repository: its path inside the repository, with `/` as the separator;
 * `around` if the folder is the repository's root or above it; or `outside`.
 */
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
    // The history is incomplete, so the path is assumed to be present.
    if (error instanceof ConfigError) return true;
    throw error;
  }
}

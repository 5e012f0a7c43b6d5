import { access } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { GitObjects, ObjectId } from './git-objects.ts';

/** The local clone that contains a configuration. */
export interface Clone {
  /** The clone's absolute path. Paths in the repository are relative to it. */
  readonly root: string;
  /**
   * The clone's objects; absent if no folder up to the workspace is a clone that has the commit. In that case, objects
   * are read from the server.
   */
  readonly objects?: GitObjects;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** The folders from `from` up to and including `top`; only `top` if `from` is not inside it. */
const upwards = (from: string, top: string): readonly string[] => {
  if (from === top || relative(top, from).startsWith('..') || dirname(from) === from) return [top];
  return [from, ...upwards(dirname(from), top)];
};

/**
 * Finds the clone that contains a configuration: the first folder, going up from the configuration's folder to the
 * workspace, that is a clone and has `commit`. Requiring the commit rules out submodules and other nested repositories.
 * Falls back to the workspace.
 */
export const findClone = async (options: {
  /** An absolute path. */
  readonly workspace: string;
  /** An absolute path, or a path relative to the workspace. */
  readonly configPath: string;
  readonly commit: ObjectId;
  readonly gitIn: (folder: string) => GitObjects;
}): Promise<Clone> => {
  const { configPath, commit, gitIn } = options;
  const workspace = resolve(options.workspace);
  for (const root of upwards(dirname(resolve(workspace, configPath)), workspace)) {
    if (!(await exists(join(root, '.git')))) continue;
    const objects = gitIn(root);
    if ((await objects.commit(commit)) !== undefined) return { root, objects };
  }
  return { root: workspace };
};

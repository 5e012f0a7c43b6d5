import { access } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { GitObjects, ObjectId } from './git-objects.ts';

/** A clone on this machine that holds a commit. */
export interface Clone {
  /** Absolute; repository paths start here. */
  readonly root: string;
  /** Absent where no folder up to the workspace is a clone of it: everything is then asked of the server. */
  readonly objects?: GitObjects;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** The folders from `from` up to `top`, both included; `top` alone where `from` is not in it. */
const upwards = (from: string, top: string): readonly string[] => {
  if (from === top || relative(top, from).startsWith('..') || dirname(from) === from) return [top];
  return [from, ...upwards(dirname(from), top)];
};

/**
 * The clone that a configuration lies in: of the folders from the configuration's up to the workspace the first that is a
 * clone and holds `commit`, so that neither a submodule nor another repository beside it is taken. The workspace where none is.
 */
export const findClone = async (options: {
  /** Absolute. */
  readonly workspace: string;
  /** Absolute, or relative to the workspace. */
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

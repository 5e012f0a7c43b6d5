import type { ObjectId } from './git-objects.ts';

/** The files of commits. Paths are those of the repository: parted by `/`, from its root, without `.` and `..`. */
export interface Repository {
  /**
   * The parents of a commit, first parent first.
   *
   * @throws ConfigError where the commit is nowhere to be had.
   */
  readonly parents: (commit: ObjectId) => Promise<readonly ObjectId[]>;
  /**
   * The id of a file's content, by which two commits are compared without reading it; `undefined` where the commit has no
   * such file.
   *
   * @throws ConfigError where the path is a folder or leads through a symbolic link or a submodule, and where history is missing.
   */
  readonly fileIdAt: (commit: ObjectId, path: string) => Promise<ObjectId | undefined>;
  /** The content of a file, as it stands in the commit; `undefined` and errors as for `fileIdAt`. */
  readonly fileAt: (commit: ObjectId, path: string) => Promise<Uint8Array | undefined>;
}

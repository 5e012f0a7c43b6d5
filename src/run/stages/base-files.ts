import { dirname, isAbsolute, join, resolve } from 'node:path';
import { type ObjectId, shortId } from '../../versions/git-objects.ts';
import type { Repository } from '../../versions/repository.ts';
import { repositoryPath } from '../../versions/repository-path.ts';
import { existingLockPath, readLock } from '../../config/lock/lock.ts';
import { readConfig } from '../../config/read.ts';
import { waiversPathOf } from '../../config/waivers.ts';
import type { SuiteConfig } from '../../config/schema/suites.ts';
import { ConfigError } from '../../errors.ts';
import { readSuite } from '../../evalset/read-suite.ts';
import type { OpenFile } from '../../files/json-lines.ts';
import { isLfsPointer } from '../../files/lfs-pointer.ts';
import { graderFilesOf } from '../../config/graders/graders.ts';
import type { Files } from './plan.ts';
import { workspaceFile } from './workspace-file.ts';

/** The commit whose files apply to a pull request, and their location. */
export interface BaseFiles {
  readonly repository: Repository;
  readonly commit: ObjectId;
  /** The absolute path of the repository's root on this machine. The repository need not be checked out. */
  readonly root: string;
  /** The absolute path of the folder that relative paths refer to. */
  readonly folder: string;
  /** The configuration's path, as passed to `check`. */
  readonly configPath: string;
}

/** An eval set file, as pinned in the base commit's configuration and lock. */
interface Pinned {
  readonly suite: SuiteConfig;
  readonly hash: string;
}

const chunks = (bytes: Uint8Array): ReturnType<OpenFile> =>
  (async function* once() {
    await Promise.resolve();
    yield bytes;
  })();

/**
 * The absolute path of a suite's items file. If the suite has no file, this is the folder's path, which is rejected
 * when the plan is read.
 */
const itemsPath = ({ folder, configPath }: BaseFiles, { items = '' }: SuiteConfig): string =>
  isAbsolute(items) ? items : join(dirname(resolve(folder, configPath)), items);

/** The absolute paths of a suite's grader files. */
const graderPaths = ({ folder, configPath }: BaseFiles, { grader }: SuiteConfig): readonly string[] =>
  grader === undefined
    ? []
    : graderFilesOf(grader).map((file) => join(dirname(resolve(folder, configPath)), file));

/** Returns the hash of the items in these bytes; `undefined` if the bytes are not an eval set. */
const hashOf = async (bytes: Uint8Array, suite: SuiteConfig): Promise<string | undefined> => {
  try {
    return (await readSuite({ suite, folder: '', open: () => chunks(bytes) })).hash;
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
};

const isPinned = async (bytes: Uint8Array, pinned: readonly Pinned[]): Promise<boolean> => {
  for (const { suite, hash } of pinned) if ((await hashOf(bytes, suite)) !== hash) return false;
  return pinned.length > 0;
};

/**
 * The files that a check of a pull request may read. The configuration and the lock come from the base commit. An eval
 * set file comes from the workspace if its items match the lock, so files outside Git can be used too. Otherwise, it
 * comes from the base commit. Each file is read once, so the bytes that were hashed are the bytes that are used.
 *
 * Rejects paths that lead out of the repository or contain a symbolic link, and Git LFS pointers if the workspace does
 * not have the file itself.
 */
export const filesAtBase = (by: BaseFiles): Files => {
  const { repository, commit: judge, root, folder, configPath } = by;
  const inRepository = (path: string): string => repositoryPath(root, resolve(folder, path));
  const commit = `commit ${shortId(judge)}`;

  const readIfThere = async (path: string): Promise<Uint8Array | undefined> => {
    const bytes = await repository.fileAt(judge, inRepository(path));
    if (bytes === undefined || !isLfsPointer(bytes)) return bytes;
    throw new ConfigError({
      what: `found a Git LFS pointer in ${commit}, expected the file itself`,
      where: path,
      fix: 'Keep this file out of Git LFS, because it must be readable at every commit.',
    });
  };

  const readFile = async (path: string): Promise<Uint8Array> => {
    const bytes = await readIfThere(path);
    if (bytes === undefined) {
      throw new ConfigError({
        what: `this file does not exist in ${commit}, whose files this check uses`,
        where: path,
        fix: 'Commit it to the base branch first: a pull request cannot change the files that it is checked with.',
      });
    }
    return bytes;
  };

  /**
   * The files that the base commit pins at this path; empty if its lock cannot be read, which `check` reports
   * separately.
   */
  const pinnedAt = async (path: string): Promise<readonly Pinned[]> => {
    const { config } = await readConfig({ path: configPath, readFile });
    const suites = config.suites.filter((suite) => itemsPath(by, suite) === resolve(folder, path));
    const lockPath = await existingLockPath(configPath, readIfThere);
    const lock = await readLock({ path: lockPath, readFile }).catch((error: unknown) => {
      if (error instanceof ConfigError) return undefined;
      throw error;
    });
    return suites.map((suite) => ({ suite, hash: lock?.suites[suite.name]?.items.hash ?? '' }));
  };

  const evalFile = async (path: string): Promise<Uint8Array> => {
    const place = inRepository(path);
    const own = await workspaceFile(root, place);
    if (own !== undefined && (await isPinned(own, await pinnedAt(path)))) return own;
    const bytes = await repository.fileAt(judge, place);
    if (bytes !== undefined && !isLfsPointer(bytes)) return bytes;
    throw unobtainable({ path, commit, own, isInLfs: bytes !== undefined });
  };

  return {
    readFile,
    readIfThere,
    open: (path) =>
      (async function* read() {
        yield await evalFile(path);
      })(),
  };
};

/** The error to throw if neither the workspace nor the commit has the pinned file. */
const unobtainable = (options: {
  readonly path: string;
  readonly commit: string;
  readonly own: Uint8Array | undefined;
  readonly isInLfs: boolean;
}): ConfigError => {
  const { path, commit, own, isInLfs } = options;
  const isDifferent = own !== undefined && !isLfsPointer(own);
  if (isInLfs && isDifferent) {
    return new ConfigError({
      what: `${commit} stores this file in Git LFS, but the file in the workspace is not the one that its lock pins`,
      where: path,
      fix: 'Change the eval set in a separate pull request, and the version in the next one.',
    });
  }
  if (isInLfs) {
    return new ConfigError({
      what: `${commit} stores this file in Git LFS, but the workspace contains only its pointer`,
      where: path,
      fix: 'Set lfs: true in actions/checkout.',
    });
  }
  return new ConfigError({
    what: isDifferent
      ? `the file in the workspace is not the one that the lock pins, and ${commit} does not contain it`
      : `neither ${commit} nor the workspace contains this file (symbolic links are not followed)`,
    where: path,
    fix: 'Commit it to the base branch, or, in an earlier step, copy the pinned file into the workspace unchanged.',
  });
};

/**
 * Sentences for the report about a pull request's changes to files that the check takes from the base commit; empty if
 * there are none. These changes do not affect the check.
 *
 * @param head the pull request's commit
 * @throws {ConfigError} if the base commit's configuration cannot be read
 */
export const changesToBaseFiles = async (by: BaseFiles, head: ObjectId): Promise<readonly string[]> => {
  const { repository, commit: judge, root, folder, configPath } = by;
  const { readFile, readIfThere } = filesAtBase(by);
  const { config } = await readConfig({ path: configPath, readFile });
  const paths = [
    configPath,
    await existingLockPath(configPath, readIfThere),
    waiversPathOf(configPath),
    ...config.suites.flatMap((suite) => [itemsPath(by, suite), ...graderPaths(by, suite)]),
  ].map((path) => repositoryPath(root, resolve(folder, path)));
  const changed: string[] = [];
  for (const path of new Set(paths)) {
    const [before, after] = [await repository.stampAt(judge, path), await repository.stampAt(head, path)];
    if (before !== after) changed.push(path);
  }
  if (changed.length === 0) return [];
  const files = new Intl.ListFormat('en', { type: 'conjunction' }).format(changed);
  return [
    `This pull request changes ${files}. The check ignored these changes and used the files of the base commit (${shortId(judge)}).`,
  ];
};

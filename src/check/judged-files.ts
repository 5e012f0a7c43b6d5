import { dirname, isAbsolute, join, resolve } from 'node:path';
import { type ObjectId, shortId } from '../checkpoints/git-objects.ts';
import type { Repository } from '../checkpoints/repository.ts';
import { repositoryPath } from '../checkpoints/repository-path.ts';
import { lockPathOf, readLock } from '../config/lock.ts';
import { readConfig } from '../config/read.ts';
import { waiversPathOf } from '../config/waivers.ts';
import type { SuiteConfig } from '../config/suites-schema.ts';
import { ConfigError } from '../errors.ts';
import { readSuite } from '../evalset/read-suite.ts';
import type { OpenFile } from '../files/json-lines.ts';
import { isLfsPointer } from '../files/lfs-pointer.ts';
import { graderFilesOf } from '../grading/registry.ts';
import type { Files } from './plan.ts';
import { workspaceFile } from './workspace-file.ts';

/** Whose files judge, and where they are. */
export interface JudgedBy {
  readonly repository: Repository;
  readonly judge: ObjectId;
  /** The root of the repository on this machine, absolute; it need not hold a checkout. */
  readonly root: string;
  /** Where relative paths start, absolute. */
  readonly folder: string;
  /** As it is given to `check`. */
  readonly configPath: string;
}

/** An eval set's file as the judge's configuration and lock have it. */
interface Pinned {
  readonly suite: SuiteConfig;
  readonly hash: string;
}

const chunks = (bytes: Uint8Array): ReturnType<OpenFile> =>
  (async function* once() {
    await Promise.resolve();
    yield bytes;
  })();

/** A suite's items, as an absolute path; its folder where it names none, which reading the plan refuses. */
const itemsPath = ({ folder, configPath }: JudgedBy, { items = '' }: SuiteConfig): string =>
  isAbsolute(items) ? items : join(dirname(resolve(folder, configPath)), items);

/** The files of a suite's grader, as absolute paths. */
const graderPaths = ({ folder, configPath }: JudgedBy, { grader }: SuiteConfig): readonly string[] =>
  grader === undefined
    ? []
    : graderFilesOf(grader).map((file) => join(dirname(resolve(folder, configPath)), file));

/** The hash of the items that these bytes hold; `undefined` where they hold no eval set. */
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
 * The files that a check of a pull request may read. Configuration and lock are the judge's commit's. A file of the eval set
 * is the workspace's where its items are the ones in that lock, which also serves files that no commit holds, and else the
 * commit's. Each file is read once: what was hashed is what is used.
 *
 * A path that leads out of the repository, and a symbolic link on it, is refused; so is the pointer of Git LFS where the
 * workspace has not the file itself.
 */
export const judgedFiles = (by: JudgedBy): Files => {
  const { repository, judge, root, folder, configPath } = by;
  const inRepository = (path: string): string => repositoryPath(root, resolve(folder, path));
  const commit = `commit ${shortId(judge)}`;

  const readIfThere = async (path: string): Promise<Uint8Array | undefined> => {
    const bytes = await repository.fileAt(judge, inRepository(path));
    if (bytes === undefined || !isLfsPointer(bytes)) return bytes;
    throw new ConfigError({
      what: `found the pointer of Git LFS in ${commit}, expected the file itself`,
      where: path,
      mend: 'Keep this file out of Git LFS: it is small, and it must be readable at every commit.',
    });
  };

  const readFile = async (path: string): Promise<Uint8Array> => {
    const bytes = await readIfThere(path);
    if (bytes === undefined) {
      throw new ConfigError({
        what: `there is no such file in ${commit}, by whose files this is judged`,
        where: path,
        mend: 'Commit it to the base branch first: a pull request cannot bring its own judge.',
      });
    }
    return bytes;
  };

  /** What the judge pins at this path; nothing where its lock cannot be read, which `check` tells by itself. */
  const pinnedAt = async (path: string): Promise<readonly Pinned[]> => {
    const { config } = await readConfig({ path: configPath, readFile });
    const suites = config.suites.filter((suite) => itemsPath(by, suite) === resolve(folder, path));
    const lock = await readLock({ path: lockPathOf(configPath), readFile }).catch((error: unknown) => {
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

/** Why neither the workspace nor the commit has the file that is pinned. */
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
      what: `${commit} keeps this file in Git LFS, and the workspace has not the one that its lock pins`,
      where: path,
      mend: 'Change the eval set in a pull request of its own, and the version in the next.',
    });
  }
  if (isInLfs) {
    return new ConfigError({
      what: `${commit} keeps this file in Git LFS, and the workspace has only its pointer, or nothing`,
      where: path,
      mend: 'Set lfs: true in actions/checkout.',
    });
  }
  return new ConfigError({
    what: isDifferent
      ? `the file in the workspace is not the one that the lock pins, and ${commit} has none`
      : `there is no such file in ${commit}, nor (as a file, not a link) in the workspace`,
    where: path,
    mend: 'Commit it to the base branch, or bring the very file that was pinned into the workspace by an earlier step.',
  });
};

/**
 * Sentences for the report on what a pull request changes of what it is judged by; none where it changes nothing of it. It
 * was judged by the judge's files, whatever these sentences say.
 *
 * @param head the commit that is judged.
 * @throws ConfigError where the judge's configuration cannot be read.
 */
export const changesToJudge = async (by: JudgedBy, head: ObjectId): Promise<readonly string[]> => {
  const { repository, judge, root, folder, configPath } = by;
  const { config } = await readConfig({ path: configPath, readFile: judgedFiles(by).readFile });
  const paths = [
    configPath,
    lockPathOf(configPath),
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
    `This pull request changes ${files}; it was judged by what its base has there (commit ${shortId(judge)}).`,
  ];
};

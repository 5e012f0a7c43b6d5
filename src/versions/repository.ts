import { createHash } from 'node:crypto';
import { ConfigError } from '../errors.ts';
import { printable } from '../files/printable.ts';
import type { Commit, GitObjects, ObjectId, TreeEntry } from './git-objects.ts';
import { shortId } from './git-objects.ts';

/**
 * Provides access to files in commits. Paths are relative to the repository's root, use `/` as separator and contain no
 * `.` or `..`.
 */
export interface Repository {
  /** Whether a commit is available. */
  readonly has: (commit: ObjectId) => Promise<boolean>;
  /**
   * Returns a commit's parents in order.
   *
   * @throws {ConfigError} if the commit is not available
   */
  readonly parents: (commit: ObjectId) => Promise<readonly ObjectId[]>;
  /**
   * Identifies the file, link or folder at a path, or the first entry on the way to it that is not a folder. Two
   * commits have the same stamp if and only if they have the same entry there. `undefined` if there is no entry.
   *
   * @throws {ConfigError} if history is missing
   */
  readonly stampAt: (commit: ObjectId, path: string) => Promise<string | undefined>;
  /**
   * Returns a file's content in the commit; `undefined` if the commit has no such file.
   *
   * @throws {ConfigError} if the path is a folder or leads through a symbolic link or a submodule, or if history is
   * missing
   */
  readonly fileAt: (commit: ObjectId, path: string) => Promise<Uint8Array | undefined>;
}

const REFUSED: Readonly<
  Record<Exclude<TreeEntry['kind'], 'file'>, { readonly what: string; readonly fix: string }>
> = {
  symlink: {
    what: 'a symbolic link',
    fix: 'Replace the link with the file itself. Links are not followed, because they could lead anywhere.',
  },
  submodule: {
    what: 'a submodule',
    fix: 'Move the file into this repository. The contents of a submodule are not part of its commits.',
  },
  folder: { what: 'a folder', fix: 'Specify the path of a file in this folder.' },
};

interface Reached extends TreeEntry {
  /** The entry's path. */
  readonly reached: string;
}

/**
 * Combines sources: takes each object from the first source that has it, and caches it, because an id always identifies
 * the same object.
 */
const objectsOf = (sources: readonly GitObjects[]): GitObjects => {
  const first = <T>(ask: (source: GitObjects, id: ObjectId) => Promise<T | undefined>) => {
    const asked = new Map<ObjectId, Promise<T | undefined>>();
    const find = async (id: ObjectId): Promise<T | undefined> => {
      for (const source of sources) {
        const object = await ask(source, id);
        if (object !== undefined) return object;
      }
      return undefined;
    };
    return (id: ObjectId): Promise<T | undefined> => {
      const known = asked.get(id) ?? find(id);
      asked.set(id, known);
      return known;
    };
  };
  return {
    commit: first((source, id) => source.commit(id)),
    tree: first((source, id) => source.tree(id)),
    blob: first((source, id) => source.blob(id)),
  };
};

/** The id that git assigns to these bytes, computed with the same hash function as `id`. */
const blobId = (bytes: Uint8Array, id: ObjectId): ObjectId =>
  createHash(id.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');

const missing = (where: string): ConfigError =>
  new ConfigError({
    what: 'this part of the history is not in the checkout, and the server could not provide it',
    where,
    fix: 'Set fetch-depth: 2 for actions/checkout, or set the github-token input to a token with contents: read.',
  });

/**
 * A repository whose objects come from `sources`, tried in order: first the local clone, then the server, which has the
 * history that a shallow clone lacks.
 */
export const createRepository = (sources: readonly GitObjects[]): Repository => {
  const objects = objectsOf(sources);

  const commitOf = async (id: ObjectId): Promise<Commit> => {
    const commit = await objects.commit(id);
    if (commit === undefined) throw missing(`commit ${shortId(id)}`);
    return commit;
  };

  /** The entry at a path, or the first entry on the way to it that is not a folder. */
  const walk = async (commit: ObjectId, path: string): Promise<Reached | undefined> => {
    const steps = path.split('/');
    let tree = (await commitOf(commit)).tree;
    for (const [place, name] of steps.entries()) {
      const reached = steps.slice(0, place + 1).join('/');
      const entries = await objects.tree(tree);
      if (entries === undefined) throw missing(`${printable(reached)}, in commit ${shortId(commit)}`);
      const entry = entries.find((candidate) => candidate.name === name);
      if (entry === undefined) return undefined;
      if (entry.kind !== 'folder' || reached === path) return { ...entry, reached };
      tree = entry.id;
    }
    return undefined;
  };

  return {
    has: async (commit) => (await objects.commit(commit)) !== undefined,
    parents: async (commit) => (await commitOf(commit)).parents,
    stampAt: async (commit, path) => {
      const entry = await walk(commit, path);
      return entry && `${entry.kind} ${entry.id} at ${entry.reached}`;
    },
    fileAt: async (commit, path) => {
      const entry = await walk(commit, path);
      if (entry === undefined) return undefined;
      const where = `${printable(entry.reached)}, in commit ${shortId(commit)}`;
      if (entry.kind !== 'file') {
        const { what, fix } = REFUSED[entry.kind];
        throw new ConfigError({ what: `found ${what}, expected a file`, where, fix });
      }
      if (entry.reached !== path) return undefined;
      const bytes = await objects.blob(entry.id);
      if (bytes === undefined) throw missing(where);
      if (blobId(bytes, entry.id) === entry.id) return bytes;
      const what = 'the bytes received do not match the hash in the commit';
      throw new ConfigError({
        what,
        where,
        fix: 'Run the job again. If the error persists, check out the repository again.',
      });
    },
  };
};

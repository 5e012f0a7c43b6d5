/** The id of a git commit, tree or blob: 40 hexadecimal digits (64 in a repository of SHA-256). */
export type ObjectId = string;

/** Whether a text is a whole id: nothing shorter is ever looked up. */
export const isObjectId = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);

/** An id as people read it. */
export const shortId = (id: ObjectId): string => id.slice(0, 10);

export interface Commit {
  readonly id: ObjectId;
  readonly tree: ObjectId;
  /** In the order of the commit, which a shallow clone does not change; empty for a first commit. */
  readonly parents: readonly ObjectId[];
}

export interface TreeEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'symlink' | 'submodule';
  readonly id: ObjectId;
}

/**
 * A place that holds git objects: a local clone, or a server's API. Each method gives the whole object, or `undefined` where
 * this place does not have it; any other failure is thrown.
 */
export interface GitObjects {
  readonly commit: (id: ObjectId) => Promise<Commit | undefined>;
  /** The direct entries of one folder. A listing that the server cut short must be thrown, never given. */
  readonly tree: (id: ObjectId) => Promise<readonly TreeEntry[] | undefined>;
  readonly blob: (id: ObjectId) => Promise<Uint8Array | undefined>;
}

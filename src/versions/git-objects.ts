/** A git commit, tree or blob id: 40 hexadecimal digits (64 in a SHA-256 repository). */
export type ObjectId = string;

/** Whether text is a full id. Abbreviated ids are never looked up. */
export const isObjectId = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);

/** A shortened id for display. */
export const shortId = (id: ObjectId): string => id.slice(0, 10);

export interface Commit {
  readonly id: ObjectId;
  readonly tree: ObjectId;
  /**
   * The parents' ids, in the order in which the commit lists them. Complete even in a shallow clone. Empty for a root
   * commit.
   */
  readonly parents: readonly ObjectId[];
}

export interface TreeEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'symlink' | 'submodule';
  readonly id: ObjectId;
}

/**
 * A source of git objects: a local clone or a server's API. Each method returns the whole object, or `undefined` if
 * this source does not have it. It throws on any other failure.
 */
export interface GitObjects {
  readonly commit: (id: ObjectId) => Promise<Commit | undefined>;
  /** Returns a folder's direct entries. Must throw if the server truncated the listing. */
  readonly tree: (id: ObjectId) => Promise<readonly TreeEntry[] | undefined>;
  readonly blob: (id: ObjectId) => Promise<Uint8Array | undefined>;
}

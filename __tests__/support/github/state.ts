/** The identity of a token. */
export type Identity =
  /** An app is identified by its slug: its comments are by `SLUG[bot]`. */
  | { readonly kind: 'app'; readonly slug: string; readonly canWrite?: boolean }
  | {
      readonly kind: 'user';
      readonly login: string;
      readonly canWrite?: boolean;
      /** The user's association with the repository; none if absent. */
      readonly association?: 'OWNER' | 'MEMBER' | 'COLLABORATOR';
    }
  /** The user that jobs of Gitea and Forgejo write as. */
  | { readonly kind: 'system'; readonly login: string; readonly canWrite?: boolean };

export interface StoredComment {
  readonly id: number;
  readonly author: Identity;
  body: string;
}

export interface StoredPull {
  readonly number: number;
  readonly head: { readonly sha: string; readonly ref: string; readonly repository: string | null };
  readonly base: { readonly sha: string; readonly ref: string };
  readonly mergeCommit: string | null;
  readonly state: 'open' | 'closed';
}

/** A run of a workflow, and its artifacts. */
export interface StoredRun {
  readonly id: number;
  readonly event: string;
  readonly actor: string;
  readonly head: { readonly sha: string; readonly branch: string | null; readonly repository: string | null };
  /** The pull requests that the record names. GitHub names none of a fork's; Gitea does since 1.27. */
  readonly pullRequests?: readonly number[];
  readonly artifacts: readonly {
    readonly id: number;
    readonly name: string;
    readonly archive: Uint8Array;
    /** The size that the server claims, if it differs from the real one. */
    readonly bytes?: number;
    readonly expired?: boolean;
  }[];
}

export interface StoredCache {
  readonly id: number;
  readonly key: string;
}

export interface StoredIssue {
  readonly number: number;
  readonly author: Identity;
  title: string;
  body: string;
  state: 'open' | 'closed';
  stateReason: string | null;
}

/** The server's git data: a temporary repository, or objects made up by a test. */
export interface GitData {
  readonly commit: (
    sha: string,
  ) => { readonly tree: string; readonly parents: readonly string[] } | undefined;
  readonly tree: (sha: string) => readonly StoredTreeEntry[] | undefined;
  readonly blob: (sha: string) => Uint8Array | undefined;
  readonly tags?: () => readonly { readonly name: string; readonly commit: string }[];
  /** The merge base of two revisions; undefined if one of them does not exist. */
  readonly mergeBase?: (
    base: string,
    head: string,
  ) => { base: string; head: string; common: string } | undefined;
  /** Merges a branch into another; undefined if one of them does not exist. */
  readonly merge?: (
    base: string,
    head: string,
  ) => { readonly base: string; readonly head: string; readonly commit: string } | undefined;
}

export interface StoredTreeEntry {
  /** As git writes it: `100644`, `040000`, `120000`, `160000`. */
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  readonly path: string;
}

/** The state of the server; tests read and change it. */
export interface State {
  /** `owner/name`. */
  readonly repository: string;
  readonly tokens: Map<string, Identity>;
  /** By issue or pull request. */
  readonly comments: Map<number, StoredComment[]>;
  readonly pulls: Map<number, StoredPull>;
  readonly issues: StoredIssue[];
  readonly runs: Map<number, StoredRun>;
  readonly caches: Map<number, StoredCache>;
  /** By tag. */
  readonly releases: Map<string, { readonly prerelease: boolean }>;
  readonly locked: Set<number>;
  readonly git: GitData;
  nextCommentId: number;
}

export const loginOf = (identity: Identity): string =>
  identity.kind === 'app' ? `${identity.slug}[bot]` : identity.login;

/** Adds a comment that somebody wrote earlier. */
export const addComment = (state: State, issue: number, author: Identity, body: string): StoredComment => {
  const comment: StoredComment = { id: state.nextCommentId, author, body };
  state.nextCommentId += 1;
  state.comments.set(issue, [...(state.comments.get(issue) ?? []), comment]);
  return comment;
};

import { ConfigError } from '../errors.ts';
import { type ObjectId, shortId } from './git-objects.ts';

/** A tag and the commit that it points to, even if the tag is annotated. */
export interface Tag {
  readonly name: string;
  readonly commit: ObjectId;
}

/**
 * Answers questions about how commits are related. The source is a local clone or a server. Each method returns
 * `undefined` if the source cannot answer, for example because a clone lacks part of the history. It throws on any
 * other failure.
 */
export interface HistorySource {
  /** Returns the newest common ancestor of a branch and a commit. */
  readonly mergeBase: (branch: string, commit: ObjectId) => Promise<ObjectId | undefined>;
  readonly tags: () => Promise<readonly Tag[] | undefined>;
  /** Whether `older` equals `newer` or is an ancestor of it. */
  readonly isAncestor: (older: ObjectId, newer: ObjectId) => Promise<boolean | undefined>;
  /** Whether a commit is on a branch: either the branch's newest commit or an ancestor of it. */
  readonly isOnBranch: (branch: string, commit: ObjectId) => Promise<boolean | undefined>;
  /**
   * Whether this source has every commit of the repository, which means that a commit it lacks does not exist.
   * `undefined` if it may lack some.
   */
  readonly hasEverything: () => Promise<boolean | undefined>;
  /** Whether a tag's release is marked as a pre-release. Only a server knows. */
  readonly isPrerelease: (tag: string) => Promise<boolean | undefined>;
}

/**
 * Answers questions about how commits are related, using any source that can. Methods throw a ConfigError if no source
 * can answer, unless noted otherwise.
 */
export interface History {
  readonly mergeBase: (branch: string, commit: ObjectId) => Promise<ObjectId>;
  readonly tags: () => Promise<readonly Tag[]>;
  readonly isAncestor: (older: ObjectId, newer: ObjectId) => Promise<boolean>;
  /** A clone may be older than the branch, so its "no" is used only if there is no server. */
  readonly isOnBranch: (branch: string, commit: ObjectId) => Promise<boolean>;
  /** False if no source has every commit. Never throws. */
  readonly hasEverything: () => Promise<boolean>;
  /** False if no source knows about pre-releases. */
  readonly isPrerelease: (tag: string) => Promise<boolean>;
}

const unknown = (what: string): ConfigError =>
  new ConfigError({
    what,
    where: 'the Git history',
    fix: 'Set fetch-depth: 0 for actions/checkout, or set the github-token input to a token with contents: read.',
  });

/**
 * Combines the history of a clone and a server, either of which may be absent. The clone is tried first, because it
 * needs no request. For tags, the server is tried first, because a clone that lacks tags still looks complete.
 */
export const createHistory = ({
  clone,
  server,
}: {
  readonly clone?: HistorySource | undefined;
  readonly server?: HistorySource | undefined;
}): History => {
  const first = async <T>(
    sources: readonly (HistorySource | undefined)[],
    ask: (source: HistorySource) => Promise<T | undefined>,
  ): Promise<T | undefined> => {
    for (const source of sources) {
      const answer = source && (await ask(source));
      if (answer !== undefined) return answer;
    }
    return undefined;
  };
  return {
    mergeBase: async (branch, commit) => {
      const found = await first([clone, server], (source) => source.mergeBase(branch, commit));
      if (found !== undefined) return found;
      throw unknown(`cannot find the commit at which ${shortId(commit)} diverged from the branch ${branch}`);
    },
    tags: async () => {
      const found = await first([server, clone], (source) => source.tags());
      if (found !== undefined) return found;
      throw unknown('cannot read the tags of the repository');
    },
    isAncestor: async (older, newer) => {
      const found = await first([clone, server], (source) => source.isAncestor(older, newer));
      if (found !== undefined) return found;
      throw unknown(`cannot determine whether commit ${shortId(newer)} is based on ${shortId(older)}`);
    },
    isOnBranch: async (branch, commit) => {
      const here = await clone?.isOnBranch(branch, commit);
      const found = here === true ? here : ((await server?.isOnBranch(branch, commit)) ?? here);
      if (found !== undefined) return found;
      throw unknown(`cannot determine whether commit ${shortId(commit)} is on the branch ${branch}`);
    },
    hasEverything: async () => (await first([server, clone], (source) => source.hasEverything())) ?? false,
    isPrerelease: async (tag) => (await first([server], (source) => source.isPrerelease(tag))) ?? false,
  };
};

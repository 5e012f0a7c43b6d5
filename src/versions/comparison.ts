import type { ObjectId } from './git-objects.ts';

/** The event that started the run, reduced to what decides the comparison. `commit` is `GITHUB_SHA`. */
export type Event =
  | {
      readonly name: 'pull_request';
      /**
       * The trial merge: the base branch as it would be after merging. On a server without trial merges, the head
       * itself.
       */
      readonly commit: ObjectId;
      readonly number: number;
      /** The newest commit of the pull request's own branch. */
      readonly headCommit: ObjectId;
      /** The base branch at the time of the event: the base of the merge if the server makes no trial merge. */
      readonly baseCommit: ObjectId;
      readonly baseBranch: string;
      /** `owner/name` of the branch's repository; `undefined` if that repository was deleted. */
      readonly headRepository: string | undefined;
      /** `owner/name` of the repository to merge into. */
      readonly baseRepository: string;
      /** Whether Dependabot started the run. It then gets Dependabot's secrets instead of the repository's. */
      readonly isDependabots: boolean;
    }
  | { readonly name: 'pull_request_target' }
  | {
      readonly name: 'merge_group';
      /** The commit that the queue would merge. */
      readonly commit: ObjectId;
      /** The commit to merge into: `base_sha`. */
      readonly baseCommit: ObjectId;
    }
  | {
      readonly name: 'push';
      /** The branch's newest commit. */
      readonly commit: ObjectId;
      /** The branch's previous commit; `undefined` if the branch is new. */
      readonly before: ObjectId | undefined;
      readonly branch: string;
      readonly defaultBranch: string;
      /** Whether it was a force push; `undefined` if the server does not say, as on Gitea and Forgejo. */
      readonly isForced: boolean | undefined;
    }
  | {
      readonly name: 'tag';
      /** `push` of the tag, or `release`. */
      readonly event: string;
      readonly commit: ObjectId;
      readonly tag: string;
    }
  | { readonly name: 'schedule'; readonly commit: ObjectId }
  | { readonly name: 'workflow_dispatch'; readonly commit: ObjectId }
  /** Its subject was deleted or closed, so there is nothing to check. `reason` says so in a whole sentence. */
  | { readonly name: 'gone'; readonly event: string; readonly reason: string }
  /** Any other event. It does not say what to compare, so `old` and `new` must be given. */
  | { readonly name: 'other'; readonly event: string; readonly commit: ObjectId };

/** The workflow's inputs; empty inputs are absent. */
export interface ComparisonInputs {
  readonly old?: string | undefined;
  readonly new?: string | undefined;
  /** The number of a pull request. */
  readonly pr?: number | undefined;
}

/** The current state of a pull request on the server. */
export interface PullRequest {
  readonly number: number;
  readonly isOpen: boolean;
  /**
   * The trial merge into the base; `undefined` while it is unknown, if there are conflicts, and on a server
   * without trial merges.
   */
  readonly mergeCommit: ObjectId | undefined;
  readonly headCommit: ObjectId;
  /** The current commit of its base branch. */
  readonly baseCommit: ObjectId;
  readonly baseBranch: string;
  /** `owner/name`; `undefined` if that repository was deleted. */
  readonly headRepository: string | undefined;
  readonly baseRepository: string;
}

/** Requests a pull request from the server; `undefined` if the number does not exist. */
export type FindPullRequest = (number: number) => Promise<PullRequest | undefined>;

interface Commits {
  /** The base commit: its configuration, lock and pinned files apply. */
  readonly base: ObjectId;
  /** The commit with the new version; the base commit itself if the versions were given by hand. */
  readonly head: ObjectId;
}

/**
 * Why a changed version is not measured. `ways` are a maintainer's options to have it measured, one whole sentence
 * each.
 */
export interface Unmeasured {
  readonly reason: string;
  readonly ways: readonly string[];
}

/** The commits of a change, before it is known whether the version changed. */
export interface CommitsToCompare extends Commits {
  readonly headIsTrusted: boolean;
  /**
   * For pull requests by forks and Dependabot: why the change is not measured without the secrets that they do not get.
   */
  readonly withoutSecrets?: Unmeasured;
  /** What the reader must know about how the commits were found, as a whole sentence. */
  readonly note?: string;
}

/** Which versions to compare and which commit's files apply, or why there is nothing to compare. */
export type Comparison =
  /** The version changed and has to be measured. */
  | (Commits & {
      readonly kind: 'moved';
      readonly old: string;
      readonly new: string;
      /** Whether the head comes from this repository. Code from a fork must never be executed. */
      readonly headIsTrusted: boolean;
      /**
       * Whether new must be sampled again even if its completions are stored, because the serving stack may have
       * changed.
       */
      readonly isScheduled?: true;
      /** Why the change is not measured if a secret that sampling needs is missing. */
      readonly withoutSecrets?: Unmeasured;
      readonly note?: string;
    })
  /** The same version before and after: nothing to measure. */
  | (Commits & { readonly kind: 'unchanged'; readonly version: string; readonly note?: string })
  /** There is no earlier version to compare with. `reason` is a whole sentence. */
  | (Commits & { readonly kind: 'nothing-before'; readonly new: string; readonly reason: string })
  /**
   * The base commit has no usable configuration yet. Nothing is sampled; the configuration at `head` is validated and
   * its plan is shown.
   */
  | (Commits & { readonly kind: 'first-adoption'; readonly reason: string })
  /** The version changed, but cannot be measured here. */
  | (Commits & Unmeasured & { readonly kind: 'not-measurable'; readonly old: string; readonly new: string });

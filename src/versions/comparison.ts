import type { ObjectId } from './git-objects.ts';

/** The event that started the run, as far as it decides what is compared. `commit` is `GITHUB_SHA`. */
export type Event =
  | {
      readonly name: 'pull_request';
      /**
       * The merge commit: the state of the base branch after merging. On a server without trial merges, the
       * head itself.
       */
      readonly commit: ObjectId;
      readonly number: number;
      /** The newest commit of the pull request's own branch. */
      readonly headCommit: ObjectId;
      /** The base branch at the time of the event: the base of the merge if the server makes no trial merge. */
      readonly baseCommit: ObjectId;
      readonly baseBranch: string;
      /** `owner/name` of the repository that the branch is in; `undefined` where that repository was deleted. */
      readonly headRepository: string | undefined;
      /** `owner/name` of the repository to merge into. */
      readonly baseRepository: string;
      /** Whether Dependabot started the run: it then gets Dependabot's own secrets and not the repository's. */
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
      /** Whether the push was one by force; `undefined` where the server does not say, as Gitea and Forgejo. */
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
  /** What it was about is deleted or closed, which `reason` says as a whole sentence: there is nothing to judge. */
  | { readonly name: 'gone'; readonly event: string; readonly reason: string }
  /** An event by which nothing is found out: `old` and `new` must be given. */
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
  /** `owner/name`; `undefined` where that repository was deleted. */
  readonly headRepository: string | undefined;
  readonly baseRepository: string;
}

/** Requests a pull request from the server; `undefined` if the number does not exist. */
export type FindPullRequest = (number: number) => Promise<PullRequest | undefined>;

interface Commits {
  /** The base commit: its configuration, lock and pinned files apply. */
  readonly judge: ObjectId;
  /** The commit with the new version; the base commit itself if versions were given by hand. */
  readonly head: ObjectId;
}

/**
 * Why a changed version is not measured; `ways` are a maintainer's options to have it measured, one whole
 * sentence each.
 */
export interface Unmeasured {
  readonly reason: string;
  readonly ways: readonly string[];
}

/** The commits of a change, before it is known whether the version moved. */
export interface CommitsToCompare extends Commits {
  readonly headIsTrusted: boolean;
  /** Of a fork's pull request, and of Dependabot's: why it is not measured without the secrets that are withheld. */
  readonly withoutSecrets?: Unmeasured;
  /** What the reader must know of how the commits were found, as a whole sentence. */
  readonly note?: string;
}

/** Which versions are compared, who judges, and where there is nothing to compare, why. */
export type Comparison =
  /** The version changed: to be measured. */
  | (Commits & {
      readonly kind: 'moved';
      readonly old: string;
      readonly new: string;
      /** Whether the head comes from this repository: code from a fork must never be executed. */
      readonly headIsTrusted: boolean;
      /** Whether new must be sampled afresh even if it is stored, because the serving stack may have changed. */
      readonly isScheduled?: true;
      /** Why it is not measured here if a secret that sampling needs is missing. */
      readonly withoutSecrets?: Unmeasured;
      readonly note?: string;
    })
  /** The same version before and after: nothing to measure. */
  | (Commits & { readonly kind: 'unchanged'; readonly version: string; readonly note?: string })
  /** There is nothing to compare with: why, as a whole sentence. */
  | (Commits & { readonly kind: 'nothing-before'; readonly new: string; readonly reason: string })
  /**
   * The base commit has no usable configuration yet: nothing is sampled; the configuration at `head` is
   * validated and its plan is shown.
   */
  | (Commits & { readonly kind: 'first-adoption'; readonly reason: string })
  /** The version changed, but cannot be measured here. */
  | (Commits & Unmeasured & { readonly kind: 'not-measurable'; readonly old: string; readonly new: string });

import type { ObjectId } from './git-objects.ts';

/** The event that started the run, with only the fields that determine the comparison. `commit` is `GITHUB_SHA`. */
export type Event =
  | {
      readonly name: 'pull_request';
      /**
       * The trial merge: the base branch as it would be after the merge. If the server makes no trial merges, the head
       * itself.
       */
      readonly commit: ObjectId;
      readonly number: number;
      /** The newest commit on the pull request's own branch. */
      readonly headCommit: ObjectId;
      /**
       * The base branch's commit at the time of the event. If the server makes no trial merges, the merge is made into
       * this commit.
       */
      readonly baseCommit: ObjectId;
      readonly baseBranch: string;
      /** The `owner/name` of the branch's repository; `undefined` if that repository was deleted. */
      readonly headRepository: string | undefined;
      /** The `owner/name` of the repository to merge into. */
      readonly baseRepository: string;
      /** Whether Dependabot started the run. If so, the run gets Dependabot's secrets instead of the repository's. */
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
      /** Whether the push was forced; `undefined` if the server does not report it, as on Gitea and Forgejo. */
      readonly isForced: boolean | undefined;
    }
  | {
      readonly name: 'tag';
      /** The event's name: `push` (of the tag) or `release`. */
      readonly event: string;
      readonly commit: ObjectId;
      readonly tag: string;
    }
  | { readonly name: 'schedule'; readonly commit: ObjectId }
  | { readonly name: 'workflow_dispatch'; readonly commit: ObjectId }
  /**
   * The event's subject was deleted or closed, so there is nothing to check. `reason` is a complete sentence that says
   * so.
   */
  | { readonly name: 'gone'; readonly event: string; readonly reason: string }
  /** Any other event. It does not determine what to compare, so `old` and `new` must be passed explicitly. */
  | { readonly name: 'other'; readonly event: string; readonly commit: ObjectId };

/** The workflow's inputs. Empty inputs are omitted. */
export interface ComparisonInputs {
  readonly old?: string | undefined;
  readonly new?: string | undefined;
  /** A pull request number. */
  readonly pr?: number | undefined;
}

/** A pull request's current state on the server. */
export interface PullRequest {
  readonly number: number;
  readonly isOpen: boolean;
  /**
   * The trial merge into the base. `undefined` while it is unknown, if there are conflicts, or if the server makes no
   * trial merges.
   */
  readonly mergeCommit: ObjectId | undefined;
  readonly headCommit: ObjectId;
  /** The base branch's current commit. */
  readonly baseCommit: ObjectId;
  readonly baseBranch: string;
  /** The head repository as `owner/name`; `undefined` if that repository was deleted. */
  readonly headRepository: string | undefined;
  readonly baseRepository: string;
}

/** Requests a pull request from the server; `undefined` if there is no pull request with that number. */
export type FindPullRequest = (number: number) => Promise<PullRequest | undefined>;

interface Commits {
  /** The base commit, whose configuration, lock and pinned files apply. */
  readonly base: ObjectId;
  /** The commit with the candidate's version; the base commit itself if the versions were passed explicitly. */
  readonly head: ObjectId;
}

/**
 * The reason why a changed version is not measured. `ways` lists what a maintainer can do to have it measured, as
 * complete sentences.
 */
export interface Unmeasured {
  readonly reason: string;
  readonly ways: readonly string[];
}

/** The commits before and after a change. Whether the version changed is not known yet. */
export interface CommitsToCompare extends Commits {
  readonly headIsTrusted: boolean;
  /** For pull requests from forks and Dependabot: the reason why the change is not measured if secrets are missing. */
  readonly withoutSecrets?: Unmeasured;
  /** A complete sentence for the reader about how the commits were found, if that was unusual. */
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
       * Whether the candidate must be sampled again even if its completions are stored, because the serving stack may
       * have changed.
       */
      readonly isScheduled?: true;
      /** The reason why the change is not measured if a secret that sampling needs is missing. */
      readonly withoutSecrets?: Unmeasured;
      readonly note?: string;
    })
  /** The version is the same before and after, so there is nothing to measure. */
  | (Commits & { readonly kind: 'unchanged'; readonly version: string; readonly note?: string })
  /** There is no earlier version to compare with. `reason` is a complete sentence. */
  | (Commits & { readonly kind: 'nothing-before'; readonly new: string; readonly reason: string })
  /**
   * The base commit has no usable configuration yet. Nothing is sampled. The configuration at `head` is validated and
   * its plan is shown.
   */
  | (Commits & { readonly kind: 'first-adoption'; readonly reason: string })
  /** The version changed, but cannot be measured here. */
  | (Commits & Unmeasured & { readonly kind: 'not-measurable'; readonly old: string; readonly new: string });

import type { ObjectId } from './git-objects.ts';

/** What started the run, as far as it decides what is compared. `commit` is `GITHUB_SHA`. */
export type Event =
  | {
      readonly name: 'pull_request';
      /** The merge commit: what the base branch would be after merging. On a server that makes none it is the head itself. */
      readonly commit: ObjectId;
      readonly number: number;
      /** The newest commit of the pull request's own branch. */
      readonly headCommit: ObjectId;
      /** Where the base branch stood when the event was written: what it is merged into where the server makes no trial merge. */
      readonly baseCommit: ObjectId;
      readonly baseBranch: string;
      /** `owner/name` of the repository that the branch is in; `undefined` where that repository was deleted. */
      readonly headRepository: string | undefined;
      /** `owner/name` of the repository that it would be merged into. */
      readonly baseRepository: string;
      /** Whether Dependabot started the run: it then gets secrets of Dependabot's own, and none of the repository's. */
      readonly isDependabots: boolean;
    }
  | { readonly name: 'pull_request_target' }
  | {
      readonly name: 'merge_group';
      /** What the queue would merge. */
      readonly commit: ObjectId;
      /** What it would merge into: `base_sha`. */
      readonly baseCommit: ObjectId;
    }
  | {
      readonly name: 'push';
      /** The branch's newest commit. */
      readonly commit: ObjectId;
      /** Where the branch stood before; `undefined` where it is new. */
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

/** What the workflow asks for by inputs; an input that is empty is absent. */
export interface ComparisonInputs {
  readonly old?: string | undefined;
  readonly new?: string | undefined;
  /** The number of a pull request. */
  readonly pr?: number | undefined;
}

/** A pull request as the server knows it now. */
export interface PullRequest {
  readonly number: number;
  readonly isOpen: boolean;
  /** The trial merge into the base; `undefined` while it is not known, where there are conflicts, and where none is made. */
  readonly mergeCommit: ObjectId | undefined;
  readonly headCommit: ObjectId;
  /** Where its base branch stands. */
  readonly baseCommit: ObjectId;
  readonly baseBranch: string;
  /** `owner/name`; `undefined` where that repository was deleted. */
  readonly headRepository: string | undefined;
  readonly baseRepository: string;
}

/** Asks the server for a pull request; `undefined` where there is none of that number. */
export type FindPullRequest = (number: number) => Promise<PullRequest | undefined>;

interface Commits {
  /** The commit whose configuration, lock and pinned files judge. */
  readonly judge: ObjectId;
  /** The commit that is judged; the judge itself where versions were given by hand. */
  readonly head: ObjectId;
}

/** Why what moved is not measured; `ways` are the maintainer's to have it measured, one whole sentence each. */
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
  /** The version moved: to be measured. */
  | (Commits & {
      readonly kind: 'moved';
      readonly old: string;
      readonly new: string;
      /** Whether what is judged comes from this repository: nothing of a fork's may ever be executed. */
      readonly headIsTrusted: boolean;
      /** Whether new is to be sampled afresh, whatever is stored of it: what serves a model may have changed. */
      readonly isScheduled?: true;
      /** Why it is not measured here, should a secret be missing that asking the models takes. */
      readonly withoutSecrets?: Unmeasured;
      readonly note?: string;
    })
  /** The same version before and after: nothing to measure. */
  | (Commits & { readonly kind: 'unchanged'; readonly version: string; readonly note?: string })
  /** There is nothing to compare with: why, as a whole sentence. */
  | (Commits & { readonly kind: 'nothing-before'; readonly new: string; readonly reason: string })
  /** The base cannot judge yet: nothing is sampled; the configuration at `head` is checked and its plan is shown. */
  | (Commits & { readonly kind: 'first-adoption'; readonly reason: string })
  /** The version moved where it cannot be measured. */
  | (Commits & Unmeasured & { readonly kind: 'not-measurable'; readonly old: string; readonly new: string });

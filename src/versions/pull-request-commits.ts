import { ConfigError } from '../errors.ts';
import type { CommitsToCompare, Event, FindPullRequest, PullRequest, Unmeasured } from './comparison.ts';
import { type ObjectId, shortId } from './git-objects.ts';
import type { History } from './history.ts';
import { refuse } from './refuse.ts';
import type { Repository } from './repository.ts';
import type { TryMerge } from './trial-merge.ts';

interface Sources {
  readonly repository: Repository;
  readonly history: History;
  readonly findPullRequest: FindPullRequest;
  readonly tryMerge: TryMerge;
}

/** A pull request's base and head, from the event or the server. */
type Base = Pick<PullRequest, 'headCommit' | 'baseCommit' | 'baseBranch'>;

/** Explains why a pull request is not measured in a run without secrets, and how a maintainer can measure it. */
const withoutSecrets = (whose: string, number: number): Unmeasured => ({
  reason: `${whose} pull request runs without secrets, so the models cannot be sampled`,
  ways: [
    'Review the change, then add the pull request to the merge queue. If the workflow runs on merge_group, the pull request is measured there before it merges.',
    `Or review the change, then run the workflow manually (workflow_dispatch) with pr: ${number}. The pull request is then measured with the secrets of this repository and the configuration of the base commit.`,
  ],
});

const isFork = ({ headRepository, baseRepository }: Pick<PullRequest, 'headRepository' | 'baseRepository'>) =>
  headRepository?.toLowerCase() !== baseRepository.toLowerCase();

/**
 * Returns a trial merge's first parent: the base commit that the server merged into. This must be a commit on the base
 * branch. After a pull request's base branch is changed, GitHub may still return the trial merge into the previous
 * base. Using it would check the pull request's changes against the wrong base.
 */
const baseOf = async (
  mergeCommit: ObjectId,
  { headCommit, baseCommit, baseBranch }: Base,
  { repository, history }: Pick<Sources, 'repository' | 'history'>,
): Promise<ObjectId> => {
  const [base, merged, ...others] = await repository.parents(mergeCommit);
  // Any other commit could be one of the pull request's own commits, and its author could have chosen any parent for
  // it.
  if (base === undefined || merged !== headCommit || others.length > 0) {
    return refuse(
      `commit ${shortId(mergeCommit)}`,
      `this is not a trial merge of ${shortId(headCommit)} into its base, so the changes of the pull request are unknown`,
      'Run the workflow on pull_request with the types opened, synchronize, reopened and edited. If the branch has just changed, run the job again.',
    );
  }
  // The base branch may have gained commits since the event. An older or newer commit on it is still a valid base.
  if (base === baseCommit || (await history.isOnBranch(baseBranch, base))) return base;
  return refuse(
    `commit ${shortId(mergeCommit)}`,
    `this is a trial merge into ${shortId(base)}, which is not on ${baseBranch}. The base of the pull request was changed or rewritten, and the server has not created a new trial merge yet`,
    'Push to the branch of the pull request, so that the server creates a new trial merge: git commit --allow-empty -m "Check against the new base" && git push. Rerunning this job is not enough, because it would get the same commit.',
  );
};

/** Makes the trial merge that the server did not make, or returns the reason why its result is unknown. */
const mergedHere = async (
  { baseCommit, headCommit }: Pick<PullRequest, 'baseCommit' | 'headCommit'>,
  tryMerge: TryMerge,
): Promise<ObjectId | { readonly unknown: string }> => {
  const merge = await tryMerge(baseCommit, headCommit);
  if (merge.kind === 'merged') return merge.commit;
  if (merge.kind === 'unknown') return { unknown: merge.why };
  const what = `it conflicts with its base, ${shortId(baseCommit)}, so the changes of the pull request are unknown`;
  const fix = 'Resolve the conflicts and push. The check then runs on the new commit.';
  return refuse(`commit ${shortId(headCommit)}`, what, fix);
};

type PullRequestEvent = Extract<Event, { name: 'pull_request' }>;

/**
 * The result of merging a pull request into its base. On Gitea and Forgejo, the event's commit is the head itself, so
 * the merge is made locally.
 */
const trialMergeOf = async (event: PullRequestEvent, tryMerge: TryMerge): Promise<ObjectId> => {
  if (event.commit !== event.headCommit) return event.commit;
  const merge = await mergedHere(event, tryMerge);
  if (typeof merge === 'string') return merge;
  return refuse(
    `commit ${shortId(event.headCommit)}`,
    `the server does not create trial merges, and reversal-check could not create one: ${merge.unknown}`,
    'Set fetch-depth: 0 for actions/checkout, and use a runner with Git 2.38 or newer.',
  );
};

/**
 * Rejects a rerun if the pull request's base has changed. A rerun gets the event of its first run, but its verdict
 * becomes the newest for this commit, so it must be based on the pull request's current base.
 */
const refuseOldBase = async (
  { number, baseBranch }: Pick<PullRequestEvent, 'number' | 'baseBranch'>,
  findPullRequest: FindPullRequest,
): Promise<void> => {
  const now = await findPullRequest(number);
  if (now === undefined || now.baseBranch === baseBranch) return;
  refuse(
    `pull request ${number}`,
    `this run checks a merge into ${baseBranch}, but the base of the pull request is now ${now.baseBranch}`,
    `Use the run that started when the base was changed. If there is no such run, push to the branch of the pull request.`,
  );
};

/** Returns a pull request event's commits. `isRerun` is set if the job was rerun. */
export const ofPullRequest = async (
  event: PullRequestEvent,
  { isRerun, ...sources }: Sources & { readonly isRerun: boolean },
): Promise<CommitsToCompare> => {
  const { number, isDependabots } = event;
  if (isRerun) await refuseOldBase(event, sources.findPullRequest);
  const head = await trialMergeOf(event, sources.tryMerge);
  const base = await baseOf(head, event, sources);
  if (isFork(event))
    return { base, head, headIsTrusted: false, withoutSecrets: withoutSecrets("a fork's", number) };
  const withheld = isDependabots ? { withoutSecrets: withoutSecrets("Dependabot's", number) } : {};
  return { base, head, headIsTrusted: true, ...withheld };
};

/** Returns a pull request's commits if its number was passed explicitly. */
export const ofPullRequestByNumber = async (number: number, sources: Sources): Promise<CommitsToCompare> => {
  const where = 'the input pr';
  if (!Number.isSafeInteger(number) || number < 1)
    return refuse(
      where,
      `found ${number}, expected the number of a pull request`,
      'Write the number of a pull request, for example pr: 17.',
    );
  const pull = await sources.findPullRequest(number);
  if (pull === undefined)
    return refuse(
      where,
      `found no pull request ${number} in this repository`,
      'Check the number. It must be the number of a pull request, not of an issue.',
    );
  if (!pull.isOpen) {
    throw new ConfigError({
      what: `pull request ${number} is closed, so it has no changes to measure`,
      where,
      fix: 'Set the inputs old and new instead.',
      isOfWhatIsGone: true,
    });
  }
  const mergeCommit = pull.mergeCommit ?? (await mergedHere(pull, sources.tryMerge));
  if (typeof mergeCommit !== 'string') {
    return refuse(
      where,
      `pull request ${number} has no trial merge. It may have conflicts, the server may not have created the merge yet, or the server never creates one (Gitea, Forgejo). reversal-check could not create one either: ${mergeCommit.unknown}`,
      `Resolve any conflicts, or run the job again in a minute. On Gitea and Forgejo, set ref: refs/pull/${number}/head and fetch-depth: 0 for actions/checkout.`,
    );
  }
  const base = await baseOf(mergeCommit, pull, sources);
  return { base, head: mergeCommit, headIsTrusted: !isFork(pull) };
};

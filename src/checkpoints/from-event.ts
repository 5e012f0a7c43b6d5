import { ConfigError } from '../errors.ts';
import type {
  Comparison,
  ComparisonInputs,
  Event,
  FindPullRequest,
  PullRequest,
  Unmeasured,
} from './comparison.ts';
import { type ObjectId, shortId } from './git-objects.ts';
import type { History } from './history.ts';
import { nightlyComparison } from './nightly-comparison.ts';
import { releaseComparison } from './release-comparison.ts';
import type { Repository } from './repository.ts';
import type { TryMerge } from './trial-merge.ts';
import { versionChange } from './version-change.ts';
import { versionReader } from './version-reader.ts';

/** The commits of a comparison, and the reason if its pull request has no secrets. */
interface Found {
  readonly judge: ObjectId;
  readonly head: ObjectId;
  readonly headIsTrusted: boolean;
  /** Set for pull requests of forks and of Dependabot. */
  readonly withoutSecrets?: Unmeasured;
}

type Versions = { readonly old: string; readonly new: string };

/** Why a pull request is not measured without secrets, and how a maintainer can measure it. */
const withoutSecrets = (whose: string, number: number): Unmeasured => ({
  reason: `${whose} pull request runs without the secrets that asking the models takes`,
  ways: [
    'Put it into the merge queue of a repository whose workflow runs on merge_group, once you have read the change: the queue measures it before it merges.',
    `Or run the workflow by hand (workflow_dispatch) with pr: ${number}: it is then measured with the secrets of this repository, by the configuration of its base.`,
  ],
});

/** The safe alternative to `pull_request_target`. */
const TARGET_RECIPE =
  "Use on: pull_request, which measures the branches of this repository. For a fork's pull request add workflow_dispatch with an input pr, hand it on (with: pr: ${{ inputs.pr }}), and run it by hand once you have read the change; or run on merge_group.";

const refuse = (where: string, what: string, mend: string): never => {
  throw new ConfigError({ what, where, mend });
};

const isFork = ({ headRepository, baseRepository }: Pick<PullRequest, 'headRepository' | 'baseRepository'>) =>
  headRepository?.toLowerCase() !== baseRepository.toLowerCase();

/** The two versions given by hand; `undefined` if neither was given. */
const givenVersions = ({ old, new: fresh }: ComparisonInputs): Versions | undefined => {
  if (old === undefined && fresh === undefined) return undefined;
  if (old !== undefined && fresh !== undefined) return { old, new: fresh };
  const absent = old === undefined ? 'old' : 'new';
  return refuse(`the input ${absent}`, 'missing, expected both old and new', 'Give both, or none of them.');
};

/** The first parent of a trial merge: the base as the server saw it. */
const baseOf = async (options: {
  readonly repository: Repository;
  readonly mergeCommit: ObjectId;
  readonly headCommit: ObjectId;
}): Promise<ObjectId> => {
  const { repository, mergeCommit, headCommit } = options;
  const [base, merged, ...others] = await repository.parents(mergeCommit);
  // Any other commit could be one of the pull request's own, with a parent of its choice.
  if (base !== undefined && merged === headCommit && others.length === 0) return base;
  return refuse(
    `commit ${shortId(mergeCommit)}`,
    `this is no trial merge of ${shortId(headCommit)} into its base, so it is not known what the pull request would change`,
    'Run on the types opened, synchronize and reopened of pull_request; if the branch has just changed, run again.',
  );
};

/** The trial merge, made here because the server makes none; or the reason why it is impossible. */
const mergedHere = async (
  { baseCommit, headCommit }: Pick<PullRequest, 'baseCommit' | 'headCommit'>,
  tryMerge: TryMerge,
): Promise<ObjectId | { readonly unknown: string }> => {
  const merge = await tryMerge(baseCommit, headCommit);
  if (merge.kind === 'merged') return merge.commit;
  if (merge.kind === 'unknown') return { unknown: merge.why };
  const what = `it conflicts with its base, ${shortId(baseCommit)}, so it is not known what the pull request would change`;
  const mend = 'Resolve its conflicts; the run on the commit that does is the one that judges.';
  return refuse(`commit ${shortId(headCommit)}`, what, mend);
};

/** The merge of a pull request into its base: on Gitea and Forgejo the event's commit is the head itself. */
const trialMergeOf = async (
  event: Extract<Event, { name: 'pull_request' }>,
  tryMerge: TryMerge,
): Promise<ObjectId> => {
  if (event.commit !== event.headCommit) return event.commit;
  const merge = await mergedHere(event, tryMerge);
  if (typeof merge === 'string') return merge;
  return refuse(
    `commit ${shortId(event.headCommit)}`,
    `this server makes no trial merge of a pull request, and none could be made here: ${merge.unknown}`,
    'Give actions/checkout fetch-depth: 0, on a runner with git 2.38 or later.',
  );
};

const ofPullRequestByNumber = async (options: {
  readonly number: number;
  readonly repository: Repository;
  readonly findPullRequest: FindPullRequest;
  readonly tryMerge: TryMerge;
}): Promise<Found> => {
  const { number, repository, findPullRequest, tryMerge } = options;
  const where = 'the input pr';
  if (!Number.isSafeInteger(number) || number < 1)
    return refuse(where, `found ${number}, expected the number of a pull request`, 'As in pr: 17');
  const pull = await findPullRequest(number);
  if (pull === undefined)
    return refuse(where, `there is no pull request ${number} here`, 'Check the number; an issue has none.');
  if (!pull.isOpen) {
    const mend = 'Give the inputs old and new instead.';
    return refuse(where, `pull request ${number} is closed, so there is nothing it would change`, mend);
  }
  const { headCommit } = pull;
  const mergeCommit = pull.mergeCommit ?? (await mergedHere(pull, tryMerge));
  if (typeof mergeCommit !== 'string') {
    return refuse(
      where,
      `pull request ${number} has no trial merge: it has conflicts, the server is still at work on it or, as Gitea and Forgejo, makes none, and none could be made here: ${mergeCommit.unknown}`,
      `Resolve its conflicts, or run again in a minute; where the server makes none, give actions/checkout ref: refs/pull/${number}/head and fetch-depth: 0.`,
    );
  }
  const judge = await baseOf({ repository, mergeCommit, headCommit });
  return { judge, head: mergeCommit, headIsTrusted: !isFork(pull) };
};

type CommitEvent = Exclude<Event, { name: 'pull_request_target' }>;

/** The event's name in workflows. */
const nameOf = (event: CommitEvent): string => ('event' in event ? event.event : event.name);

/** The commits of a change; `undefined` if the event has none, or if versions were given instead. */
const commitsOf = async (
  event: CommitEvent,
  options: {
    readonly given: Versions | undefined;
    readonly inputs: ComparisonInputs;
    readonly repository: Repository;
    readonly history: History;
    readonly findPullRequest: FindPullRequest;
    readonly tryMerge: TryMerge;
  },
): Promise<Found | undefined> => {
  const { given, inputs, repository, history, findPullRequest, tryMerge } = options;
  switch (event.name) {
    case 'pull_request': {
      const { headCommit, number, isDependabots } = event;
      const head = await trialMergeOf(event, tryMerge);
      const judge = await baseOf({ repository, mergeCommit: head, headCommit });
      if (isFork(event))
        return { judge, head, headIsTrusted: false, withoutSecrets: withoutSecrets("a fork's", number) };
      const withheld = isDependabots ? { withoutSecrets: withoutSecrets("Dependabot's", number) } : {};
      return { judge, head, headIsTrusted: true, ...withheld };
    }
    case 'merge_group':
      return { judge: event.baseCommit, head: event.commit, headIsTrusted: true };
    case 'workflow_dispatch':
      return inputs.pr === undefined
        ? undefined
        : ofPullRequestByNumber({ number: inputs.pr, repository, findPullRequest, tryMerge });
    case 'push': {
      if (given !== undefined) return undefined;
      const { before, branch, commit, defaultBranch } = event;
      if (before === undefined && branch === defaultBranch) return undefined;
      const judge = before ?? (await history.mergeBase(defaultBranch, commit));
      return { judge, head: commit, headIsTrusted: true };
    }
    case 'tag':
    case 'schedule':
    case 'other':
      return undefined;
  }
};

/** The comparison for an event without a change. */
const withoutChange = async (
  event: CommitEvent,
  options: {
    readonly configPath: string;
    readonly repository: Repository;
    readonly history: History;
  },
): Promise<Comparison> => {
  if (event.name === 'tag') return releaseComparison({ ...options, ...event });
  if (event.name === 'schedule') return nightlyComparison({ ...options, ...event });
  if (event.name === 'push') {
    const { branch, commit } = event;
    const found = await versionReader(options).foundAt(commit);
    if ('fault' in found) throw found.fault;
    const reason = `The branch ${branch} is new and the default one, so nothing was before it.`;
    return { kind: 'nothing-before', judge: commit, head: commit, new: found.version, reason };
  }
  const what = `missing, and ${nameOf(event)} does not say what to compare`;
  return refuse('the inputs old and new', what, 'Give old and new, or pr on workflow_dispatch.');
};

/**
 * Decides what a run compares, from the event that started it.
 *
 * On a pull request: the version at the first parent of the trial merge, and at the trial merge itself. This
 * way, a branch that was cut before the base moved on changes nothing. If the server makes no trial merge, it
 * is made here. On a push to a branch: its previous commit and its current one. On a tag: the release before
 * it, and the tag. On a schedule: the configured baseline, and today's version. Versions given by hand
 * replace those in the files. Only the configuration keys that locate the version are read; a pull request
 * cannot change that location and the version at once.
 *
 * @throws {ConfigError} if inputs contradict each other or the event, if a version cannot be read at the
 * head, if history is missing, and always on `pull_request_target`
 */
export const comparisonOf = async (options: {
  readonly event: Event;
  readonly inputs: ComparisonInputs;
  /** The configuration's path in the repository. */
  readonly configPath: string;
  readonly repository: Repository;
  readonly history: History;
  readonly findPullRequest: FindPullRequest;
  readonly tryMerge: TryMerge;
}): Promise<Comparison> => {
  const { event, inputs, configPath, repository } = options;
  if (event.name === 'pull_request_target') {
    const what = 'this event hands secrets to a run on what a stranger may have written, so it is refused';
    return refuse('on: pull_request_target', what, TARGET_RECIPE);
  }
  const given = givenVersions(inputs);
  if (given !== undefined && inputs.pr !== undefined)
    return refuse('the input pr', 'found beside old and new, expected one of the two ways', 'Remove one.');
  if (inputs.pr !== undefined && event.name !== 'workflow_dispatch') {
    const what = `found it on ${nameOf(event)}, expected it on workflow_dispatch only`;
    return refuse('the input pr', what, 'Remove it; a pull request knows its own number.');
  }
  const commits = await commitsOf(event, { ...options, given });
  if (commits === undefined) {
    if (given === undefined) return withoutChange(event, options);
    const { commit } = event;
    const scheduled = event.name === 'schedule' ? { isScheduled: true as const } : {};
    // Equal versions given by hand are intentional: sampled twice, they show drift in the serving stack.
    return { kind: 'moved', ...given, judge: commit, head: commit, headIsTrusted: true, ...scheduled };
  }
  const { judge, head, headIsTrusted, withoutSecrets: unmeasured } = commits;
  const change =
    given ??
    (await versionChange({ repository, configPath, judge, head, isProposed: event.name !== 'push' }));
  if ('cannotJudge' in change) return { kind: 'first-adoption', judge, head, reason: change.cannotJudge };
  if (change.old === change.new) return { kind: 'unchanged', judge, head, version: change.new };
  if (given !== undefined && (await repository.stampAt(judge, configPath)) === undefined) {
    const reason = `${configPath}, in commit ${shortId(judge)}: there is no such file`;
    return { kind: 'first-adoption', judge, head, reason };
  }
  if (unmeasured !== undefined && !headIsTrusted)
    return { kind: 'not-measurable', judge, head, ...change, ...unmeasured };
  const ifUnmeasured = unmeasured === undefined ? {} : { withoutSecrets: unmeasured };
  return { kind: 'moved', judge, head, headIsTrusted, ...change, ...ifUnmeasured };
};

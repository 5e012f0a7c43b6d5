import type { CommitsToCompare, Comparison, ComparisonInputs, Event, FindPullRequest } from './comparison.ts';
import { shortId } from './git-objects.ts';
import type { History } from './history.ts';
import { nightlyComparison } from './nightly-comparison.ts';
import { ofPullRequest, ofPullRequestByNumber } from './pull-request-commits.ts';
import { ofPush } from './push-commits.ts';
import { refuse } from './refuse.ts';
import { releaseComparison } from './release-comparison.ts';
import type { Repository } from './repository.ts';
import type { TryMerge } from './trial-merge.ts';
import { versionChange } from './version-change.ts';
import { versionReader } from './version-reader.ts';

type Versions = { readonly old: string; readonly new: string };

/** The safe alternative to `pull_request_target`. */
const TARGET_RECIPE =
  "Use on: pull_request, which measures pull requests from branches of this repository. For a fork's pull request, add workflow_dispatch with an input named pr and pass it to the Action (with: pr: ${{ inputs.pr }}). Review the change, then run the workflow manually. Alternatively, run the workflow on merge_group.";

/** The two versions that were passed explicitly; `undefined` if neither was. */
const givenVersions = ({ old, new: candidate }: ComparisonInputs): Versions | undefined => {
  if (old === undefined && candidate === undefined) return undefined;
  if (old !== undefined && candidate !== undefined) return { old, new: candidate };
  const absent = old === undefined ? 'old' : 'new';
  return refuse(
    `the input ${absent}`,
    'missing, expected both old and new',
    'Set both old and new, or neither.',
  );
};

/** An event for which a comparison is allowed and possible. */
type CommitEvent = Exclude<Event, { name: 'pull_request_target' | 'gone' }>;

/** The event's name as it is spelled in workflows. */
const nameOf = (event: CommitEvent): string => ('event' in event ? event.event : event.name);

/**
 * The commits before and after a change, or why there is nothing to compare with. `undefined` if the event is not a
 * change, or if the versions were passed explicitly.
 */
const commitsOf = async (
  event: CommitEvent,
  options: {
    readonly given: Versions | undefined;
    readonly inputs: ComparisonInputs;
    readonly isRerun: boolean;
    readonly repository: Repository;
    readonly history: History;
    readonly findPullRequest: FindPullRequest;
    readonly tryMerge: TryMerge;
  },
): Promise<CommitsToCompare | { readonly nothingBefore: string } | undefined> => {
  const { given, inputs } = options;
  switch (event.name) {
    case 'pull_request':
      return ofPullRequest(event, options);
    case 'merge_group':
      return { base: event.baseCommit, head: event.commit, headIsTrusted: true };
    case 'workflow_dispatch':
      return inputs.pr === undefined ? undefined : ofPullRequestByNumber(inputs.pr, options);
    case 'push':
      return given === undefined ? ofPush(event, options) : undefined;
    case 'tag':
    case 'schedule':
    case 'other':
      return undefined;
  }
};

const nothingBefore = async (
  reason: string,
  { commit }: CommitEvent,
  options: { readonly configPath: string; readonly repository: Repository },
): Promise<Comparison> => {
  const found = await versionReader(options).foundAt(commit);
  if ('fault' in found) throw found.fault;
  return { kind: 'nothing-before', base: commit, head: commit, new: found.version, reason };
};

/** The comparison for an event that is not a change. */
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
  const what = `missing, but ${nameOf(event)} does not determine which versions to compare`;
  return refuse('the inputs old and new', what, 'Set both old and new or, on workflow_dispatch, set pr.');
};

/**
 * Determines what a run compares, based on the event that started it.
 *
 * - Pull request: the version at the first parent of the trial merge, and at the trial merge itself. This way, commits
 *   that the base branch has gained since the branch was created do not count as the pull request's changes. If the
 *   server makes no trial merge, it is made locally.
 * - Push to a branch: its previous commit and its current commit.
 * - Tag: the previous release and the tag.
 * - Schedule: the configured baseline and today's version.
 *
 * Versions that are passed explicitly replace those in the files. Only the configuration keys that locate the version
 * are read. A pull request cannot change both that location and the version.
 *
 * @throws {ConfigError} if inputs contradict each other or the event, if a version cannot be read at the head, or if
 * history is missing; always on `pull_request_target`
 */
export const comparisonOf = async (options: {
  readonly event: Exclude<Event, { name: 'gone' }>;
  readonly inputs: ComparisonInputs;
  /** Whether the job was rerun with the first run's event, and the server can report what has changed since then. */
  readonly isRerun?: boolean;
  /** The configuration's path in the repository. */
  readonly configPath: string;
  readonly repository: Repository;
  readonly history: History;
  readonly findPullRequest: FindPullRequest;
  readonly tryMerge: TryMerge;
}): Promise<Comparison> => {
  const { event, inputs, configPath, repository } = options;
  if (event.name === 'pull_request_target') {
    const what = 'this event gives code from forks access to secrets, so it is not allowed';
    return refuse('on: pull_request_target', what, TARGET_RECIPE);
  }
  const given = givenVersions(inputs);
  if (given !== undefined && inputs.pr !== undefined)
    return refuse(
      'the input pr',
      'found together with old and new, expected either pr or both old and new',
      'Remove pr, or remove old and new.',
    );
  if (inputs.pr !== undefined && event.name !== 'workflow_dispatch') {
    const what = `it is set on ${nameOf(event)}, but it only works on workflow_dispatch`;
    return refuse('the input pr', what, 'Remove it. On pull_request, the event contains the number.');
  }
  const commits = await commitsOf(event, { ...options, given, isRerun: options.isRerun === true });
  if (commits === undefined) {
    if (given === undefined) return withoutChange(event, options);
    const { commit } = event;
    const scheduled = event.name === 'schedule' ? { isScheduled: true as const } : {};
    // Passing equal versions explicitly is intentional: sampling both shows drift in the serving stack.
    return { kind: 'moved', ...given, base: commit, head: commit, headIsTrusted: true, ...scheduled };
  }
  if ('nothingBefore' in commits) return nothingBefore(commits.nothingBefore, event, options);
  const { base, head, headIsTrusted, withoutSecrets: unmeasured } = commits;
  const note = commits.note === undefined ? {} : { note: commits.note };
  const change =
    given ?? (await versionChange({ repository, configPath, base, head, isProposed: event.name !== 'push' }));
  if ('cannotJudge' in change) return { kind: 'first-adoption', base, head, reason: change.cannotJudge };
  if (change.old === change.new) return { kind: 'unchanged', base, head, version: change.new, ...note };
  if (given !== undefined && (await repository.stampAt(base, configPath)) === undefined) {
    const reason = `${configPath}, in commit ${shortId(base)}: there is no such file`;
    return { kind: 'first-adoption', base, head, reason };
  }
  if (unmeasured !== undefined && !headIsTrusted)
    return { kind: 'not-measurable', base, head, ...change, ...unmeasured };
  const ifUnmeasured = unmeasured === undefined ? {} : { withoutSecrets: unmeasured };
  return { kind: 'moved', base, head, headIsTrusted, ...change, ...ifUnmeasured, ...note };
};

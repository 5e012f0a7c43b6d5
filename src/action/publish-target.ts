import { isOfFork, type JobContext } from './job-context.ts';

/** The place where a run's report is posted, in addition to the job's summary. */
export type PublishTarget =
  | { readonly kind: 'comment'; readonly number: number }
  | { readonly kind: 'issue' }
  | { readonly kind: 'nowhere' };

/**
 * Whether a branch belongs to GitHub's merge queue. Such a branch exists for only one merge group, so no later run
 * would close an issue that a run on it opened.
 */
const isOfQueue = (branch: string): boolean => branch.startsWith('gh-readonly-queue/');

/**
 * Determines where to post a run's report: on its pull request or, for unattended runs without a pull request, in the
 * tracking issue.
 */
export function publishTargetOf({ event, inputs }: Pick<JobContext, 'event' | 'inputs'>): PublishTarget {
  if (inputs.comment === 'never') return { kind: 'nowhere' };
  switch (event.name) {
    case 'pull_request':
      // A fork's run has a read-only token.
      return isOfFork(event) ? { kind: 'nowhere' } : { kind: 'comment', number: event.number };
    case 'push':
      return isOfQueue(event.branch) ? { kind: 'nowhere' } : { kind: 'issue' };
    case 'tag':
    case 'schedule':
      return { kind: 'issue' };
    case 'gone':
      return { kind: 'nowhere' };
    case 'workflow_dispatch':
    case 'merge_group':
    case 'pull_request_target':
    case 'other':
      return inputs.pr === undefined ? { kind: 'nowhere' } : { kind: 'comment', number: inputs.pr };
  }
}

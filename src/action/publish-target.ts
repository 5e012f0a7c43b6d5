import { isOfFork, type JobContext } from './job-context.ts';

/** Where people are told what a run found, besides its summary. */
export type PublishTarget =
  | { readonly kind: 'comment'; readonly number: number }
  | { readonly kind: 'issue' }
  | { readonly kind: 'nowhere' };

/** Branches of GitHub's merge queue, each of one group and gone with it: no later run would close what one of theirs opens. */
const isOfQueue = (branch: string): boolean => branch.startsWith('gh-readonly-queue/');

/** Where a run is shown: on its pull request or, where it has none and nobody watches, in its tracking issue. */
export function publishTargetOf({ event, inputs }: Pick<JobContext, 'event' | 'inputs'>): PublishTarget {
  if (inputs.comment === 'never') return { kind: 'nowhere' };
  switch (event.name) {
    case 'pull_request':
      // A fork's run has a token that may only read.
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

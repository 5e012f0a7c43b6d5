import type { JobContext } from './job-context.ts';

/**
 * What tells this check's comment and tracking issue from those of others: the input, or the path of the configuration with
 * what is checked where that is no pull request. A night, a branch and a release each have an issue of their own.
 */
export function checkKeyOf({
  event,
  inputs: { commentKey, config },
}: Pick<JobContext, 'event' | 'inputs'>): string {
  if (commentKey !== undefined) return commentKey;
  if (event.name === 'schedule') return `${config} schedule`;
  if (event.name === 'push') return `${config} push ${event.branch}`;
  return event.name === 'tag' ? `${config} release` : config;
}

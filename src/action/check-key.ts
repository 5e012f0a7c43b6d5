import type { JobContext } from './job-context.ts';

/**
 * The key of this check's comment and tracking issue: the input if it is set, otherwise the configuration's path.
 * Outside pull requests, the path is followed by the check's subject, so that nightly runs, each branch and releases
 * have their own issues.
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

import type { IncomingMessage } from 'node:http';
import type { State } from './state.ts';

/* Where Gitea and Forgejo respond differently from GitHub. */

export const isGitea = ({ url = '' }: IncomingMessage): boolean => url.startsWith('/api/v1/');

/** The members that they omit from a comment or an issue, and from a user. */
const UNSAID = new Set(['author_association']);
/** From the runs of pull requests; 1.27 never sends the second one, and names the pull request instead. */
const UNSAID_OF_RUNS = new Set(['head_branch', 'head_repository']);
const SAID_OF_COMPARISONS = new Set(['total_commits', 'commits']);
const UNSAID_OF_USERS = new Set(['type', 'user_view_type']);

/** A response without the members that they omit. */
export const asGitea = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asGitea);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([name]) =>
          !UNSAID.has(name) &&
          !('login' in value && UNSAID_OF_USERS.has(name)) &&
          !('head_sha' in value && UNSAID_OF_RUNS.has(name)) &&
          !('merge_base_commit' in value && !SAID_OF_COMPARISONS.has(name)),
      )
      .map(([name, inner]) => [name, asGitea(inner)]),
  );
};

/** The users that can be assigned to issues: all with write access, except users of the system. */
export const assigneesOf = ({ tokens }: Pick<State, 'tokens'>): readonly { readonly login: string }[] =>
  [...tokens.values()].flatMap((identity) =>
    identity.kind === 'user' && identity.canWrite !== false ? [{ login: identity.login }] : [],
  );

import type { IncomingMessage } from 'node:http';
import type { State } from './state.ts';

/* Where Gitea and Forgejo answer otherwise than GitHub does. */

export const isGitea = ({ url = '' }: IncomingMessage): boolean => url.startsWith('/api/v1/');

/** What they do not say of a comment or an issue, and of a user. */
const UNSAID = new Set(['author_association']);
const UNSAID_OF_USERS = new Set(['type', 'user_view_type']);

/** An answer without what they do not say. */
export const asGitea = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asGitea);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !UNSAID.has(name) && !('login' in value && UNSAID_OF_USERS.has(name)))
      .map(([name, inner]) => [name, asGitea(inner)]),
  );
};

/** Who may be assigned issues: all that may write, and no user of the system's. */
export const assigneesOf = ({ tokens }: Pick<State, 'tokens'>): readonly { readonly login: string }[] =>
  [...tokens.values()].flatMap((identity) =>
    identity.kind === 'user' && identity.canWrite !== false ? [{ login: identity.login }] : [],
  );

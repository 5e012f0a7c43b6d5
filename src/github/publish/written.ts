import { z } from 'zod';
import type { GitHubApi } from '../api/api.ts';
import { hasMarker, markerOf, stateOf } from './comment-text.ts';
import { JOB_LOGIN, loginOf, unlessRefused } from '../api/login.ts';

/** The author of a comment or an issue. */
export interface Author {
  readonly login: string;
  /** Whether the author is an app, or the server's own user for jobs. */
  readonly isBot: boolean;
  /** The author's association with the repository, as reported by GitHub; undefined if the server does not report it. */
  readonly association: string | undefined;
}

/** The fields of a response that describe an author. */
export const userSchema = z.object({
  login: z.string(),
  id: z.number().optional(),
  type: z.string().optional(),
});
export const associationSchema = z.string().nullish();

/**
 * The author in a response; undefined if the account was deleted. Gitea and Forgejo give their system users ids below
 * 0.
 */
export function authorOf(
  user: z.infer<typeof userSchema> | null | undefined,
  association: z.infer<typeof associationSchema>,
): Author | undefined {
  if (user === null || user === undefined) return undefined;
  const { login, type, id = 0 } = user;
  return { login, isBot: type === 'Bot' || id < 0, association: association ?? undefined };
}

/**
 * The information about the token and the repository that a check needs to recognize its own texts. Every method throws
 * GitHubError.
 */
export interface Identity {
  /** Returns the login that the token posts as; undefined if the server does not report it. */
  readonly login: () => Promise<string | undefined>;
  /** Returns the users to whom issues can be assigned. On Gitea and Forgejo, these are the users with write access. */
  readonly writers: () => Promise<readonly string[]>;
}

export function identityOf(api: GitHubApi): Identity {
  return {
    login: () => loginOf(api),
    writers: async () => {
      const found = await unlessRefused(() =>
        api.request({
          route: 'GET /repos/{owner}/{repo}/assignees',
          parameters: { per_page: 100 },
          answer: z.array(z.object({ login: z.string() })),
          purpose: 'reading the write permissions',
        }),
      );
      return (found?.data ?? []).map(({ login }) => login);
    },
  };
}

interface Text {
  readonly body: string;
  readonly author: string | undefined;
  readonly by: Author | undefined;
}

/** The texts that a check wrote with its current token (`own`) and with an earlier one (`others`). */
export interface Written<T> {
  readonly own: readonly T[];
  /** Untrusted, because anyone with access to the repository can write such text. */
  readonly others: readonly T[];
}

/** Associations that outsiders do not have. */
const INSIDERS = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * Selects the texts that a check wrote, which end with its marker. `own` contains the texts posted under the token's
 * login. `others` contains texts posted by an app or by someone with access to the repository; such texts exist if the
 * workflow's token has changed. Neither list contains outsiders' texts. `others` also excludes texts from a later run
 * and texts that are already superseded. The login is requested only if the text has the marker. If the server does not
 * report it, `others` are treated as `own`.
 */
export async function writtenBy<T extends Text>(
  texts: readonly T[],
  { key, run, identity }: { readonly key: string; readonly run: number; readonly identity: Identity },
): Promise<Written<T>> {
  const marker = markerOf(key);
  const marked = texts.filter(({ body }) => hasMarker(body, marker));
  if (marked.length === 0) return { own: [], others: [] };
  const login = await identity.login();
  const own = marked.filter(({ author }) => author !== undefined && isSame(author, login ?? JOB_LOGIN));
  const foreign = marked.filter(
    (text) => !own.includes(text) && (stateOf(text.body)?.run ?? Infinity) <= run,
  );
  const isUnsaid = ({ by }: Text): boolean => by !== undefined && !by.isBot && by.association === undefined;
  const writers = foreign.some(isUnsaid) ? await identity.writers() : [];
  const others = foreign.filter((text) => {
    const { by } = text;
    if (by === undefined) return false;
    if (isUnsaid(text)) return writers.some((writer) => isSame(writer, by.login));
    return by.isBot || INSIDERS.has(by.association ?? '');
  });
  if (login !== undefined) return { own, others };
  // Updating text that another token may have written is better than writing new text in every run.
  return { own: marked.filter((text) => own.includes(text) || others.includes(text)), others: [] };
}

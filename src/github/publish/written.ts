import { z } from 'zod';
import type { GitHubApi } from '../api/api.ts';
import { hasMarker, markerOf, stateOf } from './comment-text.ts';
import { JOB_LOGIN, loginOf, unlessRefused } from '../api/login.ts';

/** Who wrote a comment or an issue. */
export interface Author {
  readonly login: string;
  /** Whether it is an app, or the server's own user for jobs. */
  readonly isBot: boolean;
  /** What GitHub says of the author's place in the repository; undefined where the server says nothing. */
  readonly association: string | undefined;
}

/** Schemas of what says so in an answer. */
export const userSchema = z.object({
  login: z.string(),
  id: z.number().optional(),
  type: z.string().optional(),
});
export const associationSchema = z.string().nullish();

/** The author by an answer; undefined where the account is gone. Gitea and Forgejo give their own users ids below 0. */
export function authorOf(
  user: z.infer<typeof userSchema> | null | undefined,
  association: z.infer<typeof associationSchema>,
): Author | undefined {
  if (user === null || user === undefined) return undefined;
  const { login, type, id = 0 } = user;
  return { login, isBot: type === 'Bot' || id < 0, association: association ?? undefined };
}

/** What a check must know of a token and its repository to tell what it wrote. Every method throws GitHubError. */
export interface Identity {
  /** The login that the token writes as; undefined where the server does not tell. */
  readonly login: () => Promise<string | undefined>;
  /** Who may be assigned issues: on Gitea and Forgejo whoever may write. */
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

/** What a check wrote: with this token, and with one that it had before. */
export interface Written<T> {
  readonly own: readonly T[];
  /** Not to be believed: whoever has a place in the repository can write such a text. */
  readonly others: readonly T[];
}

/** Places in a repository that strangers do not have. */
const INSIDERS = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * What of these texts a check wrote: those that end with its marker, by the author that the token is (`own`), and by an app or somebody
 * with a place in the repository (`others`), as it is after the workflow was given another token. What a stranger wrote is neither,
 * nor is what an other wrote for a later run, or that is superseded already. Who the token is, is asked only where it matters; where the
 * server does not tell, what others wrote is taken for its own.
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
  // Better kept up to date by whoever may than written anew by every run.
  return { own: marked.filter((text) => own.includes(text) || others.includes(text)), others: [] };
}

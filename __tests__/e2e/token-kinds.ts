import type { GitHubServer } from '../support/github/github-server.ts';
import type { Identity } from '../support/github/state.ts';
import { JOB_TOKEN } from './run-action.ts';

/** The kinds of tokens that a workflow may use, and the servers. */
export interface TokenKind {
  readonly name: string;
  readonly identity: Identity;
  /** The API's path below the server's address: on GitHub Enterprise Server, and on Gitea and Forgejo. */
  readonly below: '' | '/api/v3' | '/api/v1';
}

const job: Identity = { kind: 'app', slug: 'github-actions' };
const app: Identity = { kind: 'app', slug: 'acme-checks' };
/** GitHub distinguishes a person's fine-grained and classic tokens by permissions, not by identity. */
const person: Identity = { kind: 'user', login: 'Acme-Robot', association: 'MEMBER' };

const KINDS = {
  job: { identity: job, below: '' },
  app: { identity: app, below: '' },
  'fine-grained': { identity: person, below: '' },
  classic: { identity: person, below: '' },
  'GHES job': { identity: job, below: '/api/v3' },
  'GHES app': { identity: app, below: '/api/v3' },
  'Gitea job': { identity: { kind: 'system', login: 'gitea-actions' }, below: '/api/v1' },
  'Gitea person': { identity: { kind: 'user', login: 'acme-robot' }, below: '/api/v1' },
} as const satisfies Record<string, Omit<TokenKind, 'name'>>;

export const TOKEN_KINDS: readonly TokenKind[] = Object.entries(KINDS).map(([name, kind]) => ({
  name,
  ...kind,
}));

export const tokenKind = (name: keyof typeof KINDS): TokenKind => ({ name, ...KINDS[name] });

/** The token of tests that do not choose one: the job's own, or the kind in the variable `TOKEN_KIND`. */
export const TOKEN_KIND: TokenKind = kindNamed(process.env['TOKEN_KIND'] ?? 'job');

function kindNamed(name: string): TokenKind {
  const kind = TOKEN_KINDS.find((known) => known.name === name);
  if (kind !== undefined) return kind;
  throw new Error(`TOKEN_KIND is ${name}, expected ${TOKEN_KINDS.map((known) => known.name).join(', ')}`);
}

/** The identity of the tokens of these tests: the job's is of this kind. */
export const tokensOf = ({ identity }: TokenKind): Map<string, Identity> =>
  new Map<string, Identity>([
    [JOB_TOKEN, identity],
    ['ghs_readOnly', { ...identity, canWrite: false }],
  ]);

/** The value of `GITHUB_API_URL`. */
export const apiUrlOf = ({ url }: Pick<GitHubServer, 'url'>, { below }: TokenKind = TOKEN_KIND): string =>
  `${url}${below}`;

import type { GitHubServer } from '../support/github/github-server.ts';
import type { Identity } from '../support/github/state.ts';
import { JOB_TOKEN } from './run-action.ts';

/** What a workflow may give as its token, and where. */
export interface TokenKind {
  readonly name: string;
  readonly identity: Identity;
  /** Where the API is below the server's address: of GitHub Enterprise Server and of Gitea and Forgejo. */
  readonly below: '' | '/api/v3' | '/api/v1';
}

const job: Identity = { kind: 'app', slug: 'github-actions' };
const app: Identity = { kind: 'app', slug: 'acme-checks' };
/** GitHub tells fine-grained and classic tokens of a person apart by what they may do, not by who they are. */
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

/** The token of the tests that say nothing of it: the job's own, or as the variable `TOKEN_KIND` names it. */
export const TOKEN_KIND: TokenKind = kindNamed(process.env['TOKEN_KIND'] ?? 'job');

function kindNamed(name: string): TokenKind {
  const kind = TOKEN_KINDS.find((known) => known.name === name);
  if (kind !== undefined) return kind;
  throw new Error(`TOKEN_KIND is ${name}, expected ${TOKEN_KINDS.map((known) => known.name).join(', ')}`);
}

/** Who the tokens of these tests are: the job's is of this kind. */
export const tokensOf = ({ identity }: TokenKind): Map<string, Identity> =>
  new Map<string, Identity>([
    [JOB_TOKEN, identity],
    ['ghs_readOnly', { ...identity, canWrite: false }],
  ]);

/** What `GITHUB_API_URL` holds. */
export const apiUrlOf = ({ url }: Pick<GitHubServer, 'url'>, { below }: TokenKind = TOKEN_KIND): string =>
  `${url}${below}`;

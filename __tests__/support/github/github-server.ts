import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, FaultAnswer } from './faults.ts';
import { errorBody } from './faults.ts';
import { asGitea, assigneesOf, isGitea } from './gitea.ts';
import { answerGraphQl, isGraphQl } from './graphql.ts';
import type { Operation } from './operations.ts';
import { answerFaults, operationAt, requestFaults } from './operations.ts';
import type { Answered } from './routes.ts';
import { RefusedRequest, routes } from './routes.ts';
import type { GitData, Identity, State } from './state.ts';

/** The API's path below the address on GitHub Enterprise Server, Gitea and Forgejo. */
const BELOW = /^\/api\/v[13](?=\/)/;

const NO_GIT: GitData = { commit: () => undefined, tree: () => undefined, blob: () => undefined };

export interface GitHubServer {
  /** The value of `GITHUB_API_URL`. */
  readonly url: string;
  readonly state: State;
  /** Every REST request as `METHOD path?query`, in order. */
  readonly requests: readonly string[];
  /** Paths of the GraphQL requests, in order; GraphQL uses POST but writes nothing. */
  readonly questions: readonly string[];
  /** Deviations of requests and responses from GitHub's description; must be empty at the end of every test. */
  readonly violations: readonly string[];
  readonly inject: (fault: Fault) => void;
  readonly close: () => Promise<void>;
}

/**
 * Serves the part of GitHub's REST API that the Action uses on 127.0.0.1: comments and issues in pages, git objects and history,
 * pull requests, the identity of the token. Requests and responses are validated against GitHub's own description. Below
 * `/api/v3` it behaves like GitHub Enterprise Server, below `/api/v1` like Gitea or Forgejo.
 */
export async function startGitHub({
  repository = 'acme/models',
  tokens,
  git = NO_GIT,
}: Partial<Pick<State, 'repository' | 'git'>> & Pick<State, 'tokens'>): Promise<GitHubServer> {
  const state: State = {
    repository,
    tokens,
    git,
    comments: new Map(),
    pulls: new Map(),
    issues: [],
    runs: new Map(),
    caches: new Map(),
    releases: new Map(),
    locked: new Set(),
    nextCommentId: 1001,
  };
  const requests: string[] = [];
  const questions: string[] = [];
  const violations: string[] = [];
  const faults: { readonly fault: Fault; left: number }[] = [];
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      violations.push(`the server failed: ${String(error)}`);
      response.destroy();
    });
  });

  const faultFor = (line: string): Fault | undefined => {
    const found = faults.find(({ fault, left }) => left > 0 && fault.on.test(line));
    if (found !== undefined) found.left -= 1;
    return found?.fault;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const line = `${request.method ?? ''} ${request.url ?? ''}`;
    const body = await text(request);
    if (isGraphQl(request)) questions.push(request.url ?? '');
    else requests.push(line);
    const archive = archiveAt(state, request);
    if (archive !== undefined) {
      response.writeHead(200, { 'content-type': 'application/zip' }).end(archive);
      return;
    }
    const fault = faultFor(line);
    fault?.before?.();
    if (fault?.delayMs !== undefined) await wait(fault.delayMs);
    if (fault?.hangUp === true) {
      response.destroy();
      return;
    }
    const { status, headers, content } = answerTo(request, body, fault?.answer);
    if (fault?.truncate === undefined) {
      response.writeHead(status, headers).end(content);
      return;
    }
    const half = content.slice(0, Math.floor(content.length / 2));
    if (fault.truncate === 'short') {
      response.writeHead(status, headers).end(half);
      return;
    }
    response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(content)) });
    response.write(half, () => response.destroy());
  };

  const answerTo = (
    request: IncomingMessage,
    text: string,
    instead: FaultAnswer | undefined,
  ): { status: number; headers: Record<string, string>; content: string } => {
    const { operation, answered } = handle(request, text, instead);
    const { status, body, headers = {} } = answered;
    if (instead?.html !== undefined) {
      return { status, headers: { 'content-type': 'text/html', ...headers }, content: instead.html };
    }
    if (operation !== undefined) {
      for (const found of answerFaults(operation, status, body)) {
        violations.push(`answer ${status} of ${operation.id}: ${found}`);
      }
    }
    const type = { 'content-type': 'application/json; charset=utf-8' };
    return {
      status,
      headers: { ...(body === undefined ? {} : type), ...headers },
      content: body === undefined ? '' : JSON.stringify(isGitea(request) ? asGitea(body) : body),
    };
  };

  const handle = (
    request: IncomingMessage,
    text: string,
    instead: FaultAnswer | undefined,
  ): { readonly operation?: Operation; readonly answered: Answered } => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://github.test');
    if (isGraphQl(request)) {
      return {
        answered: instead === undefined ? answerGraphQl(identityOf(request), text) : refusal(instead),
      };
    }
    if (isGitea(request) && instead === undefined && pathname.endsWith('/assignees')) {
      return { answered: { status: 200, body: assigneesOf(state) } };
    }
    const found = operationAt(request.method ?? '', pathname.replace(BELOW, ''));
    if (found === undefined) {
      violations.push(`no operation ${request.method ?? ''} ${pathname}`);
      return { answered: refusal({ status: 404, message: 'Not Found' }) };
    }
    const { operation, path } = found;
    const query = Object.fromEntries(searchParams);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    for (const fault of requestFaults({ operation, path, query, body })) {
      violations.push(`request ${operation.id}: ${fault}`);
    }
    if (instead !== undefined) return { operation, answered: refusal(instead) };
    try {
      const identity = identityOf(request);
      if (identity === undefined) throw new RefusedRequest({ status: 401, message: 'Bad credentials' });
      if (path['owner'] !== undefined && `${path['owner']}/${path['repo'] ?? ''}` !== repository) {
        throw new RefusedRequest({ status: 404, message: 'Not Found' });
      }
      const route = routes[operation.id];
      if (route === undefined) throw new Error(`no route for ${operation.id}`);
      return { operation, answered: route({ state, identity, path, query, body, self: origin() }) };
    } catch (error) {
      if (!(error instanceof RefusedRequest)) throw error;
      return { operation, answered: refusal(error.answer) };
    }
  };

  const identityOf = ({ headers }: IncomingMessage): Identity | undefined =>
    state.tokens.get(/^(?:token|bearer) (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '');

  const origin = (): string => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    return `http://127.0.0.1:${address.port}`;
  };

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    url: origin(),
    state,
    requests,
    questions,
    violations,
    inject: (fault) => faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Archives are on another server, which must not receive the token. */
const archiveAt = (
  { runs }: Pick<State, 'runs'>,
  { url = '', headers }: IncomingMessage,
): Uint8Array | undefined => {
  const id = /^\/archives\/(\d+)$/.exec(url)?.[1];
  if (id === undefined || headers.authorization !== undefined) return undefined;
  return [...runs.values()].flatMap(({ artifacts }) => artifacts).find((each) => String(each.id) === id)
    ?.archive;
};

const refusal = (answer: FaultAnswer): Answered => ({
  status: answer.status,
  body: errorBody(answer),
  headers: answer.headers ?? {},
});

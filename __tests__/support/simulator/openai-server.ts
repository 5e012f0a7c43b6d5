import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Answerer } from './openai-api.ts';
import { ApiError, chatCompletion, listModels, textCompletion } from './openai-api.ts';

export interface OpenAiServer {
  /** `http://127.0.0.1:PORT/v1`. */
  readonly baseUrl: string;
  /** Requests received so far, including refused ones. */
  readonly requests: () => number;
  /** Stops listening and ends open connections. */
  readonly close: () => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

export interface OpenAiServerOptions {
  /** Port on 127.0.0.1; 0, the default, takes a free port. */
  readonly port?: number;
  /** The key that every request must have; absent if no key is required. */
  readonly apiKey?: string;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    throw new ApiError({ status: 400, message: 'We could not parse the JSON body of your request.' });
  }
}

function authorize(request: IncomingMessage, apiKey: string | undefined): void {
  if (apiKey === undefined || request.headers.authorization === `Bearer ${apiKey}`) return;
  throw new ApiError({ status: 401, message: 'Incorrect API key provided.', code: 'invalid_api_key' });
}

type Complete = typeof chatCompletion;

const completions: ReadonlyMap<string, Complete> = new Map([
  ['/v1/chat/completions', chatCompletion],
  ['/v1/completions', textCompletion],
]);

async function route(answerer: Answerer, request: IncomingMessage, id: number): Promise<unknown> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const complete = completions.get(pathname);
  const expected = complete === undefined ? 'GET' : 'POST';
  const listed = /^\/v1\/models(?:\/(?<name>.+))?$/.exec(pathname);
  if (complete === undefined && listed === null) {
    throw new ApiError({ status: 404, message: `Invalid URL (${request.method} ${pathname})` });
  }
  if (request.method !== expected) {
    throw new ApiError({
      status: 405,
      message: `Not allowed to ${request.method} on ${pathname} (HINT: ${expected})`,
    });
  }
  if (complete !== undefined) return complete(answerer, await readBody(request), id);
  const name = listed?.groups?.['name'];
  return listModels(answerer, name === undefined ? undefined : decodeURIComponent(name));
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

async function handle(
  { request, response, id }: { request: IncomingMessage; response: ServerResponse; id: number },
  answerer: Answerer,
  apiKey: string | undefined,
): Promise<void> {
  try {
    authorize(request, apiKey);
    send(response, 200, await route(answerer, request, id));
  } catch (error) {
    if (response.destroyed) return;
    if (error instanceof ApiError) send(response, error.status, error.body);
    else
      send(response, 500, {
        error: { message: String(error), type: 'server_error', param: null, code: null },
      });
  }
}

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/**
 * Serves an answerer over the OpenAI-compatible API on 127.0.0.1: `/v1/models`, `/v1/chat/completions` and
 * `/v1/completions`, with errors in that API's wording. Streaming is refused.
 *
 * @throws the system's error if the port is not available
 */
export function serveOpenAi(
  answerer: Answerer,
  { port = 0, apiKey }: OpenAiServerOptions = {},
): Promise<OpenAiServer> {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    void handle({ request, response, id: requests }, answerer, apiKey);
  });
  // A server that closes an idle connection may do so just when a busy machine sends the next request, which is then retried.
  server.keepAliveTimeout = 0;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('the server has no port');
      const close = (): Promise<void> => stop(server);
      resolve({
        baseUrl: `http://127.0.0.1:${address.port}/v1`,
        requests: () => requests,
        close,
        [Symbol.asyncDispose]: close,
      });
    });
  });
}

import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { firstSeedOf } from '../../src/servers/chat/request-seed.ts';

const bodySchema = z.record(z.string(), z.unknown());
const messagesSchema = z.array(
  z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() }),
);

/** A request as it reached the server. */
export interface Asked {
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
  /** Its number among all requests, from 0. */
  readonly number: number;
}

export interface FakeServer {
  readonly baseUrl: string;
  readonly asked: readonly Asked[];
  /** The maximum number of requests in progress at one time. */
  readonly mostAtOnce: () => number;
  readonly stop: () => Promise<void>;
}

/** How a server listens; by default on a port chosen by the system, without TLS. */
export interface Listening {
  readonly port?: number;
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** A real HTTP server on 127.0.0.1 that gives the configured responses, and stops with the test. */
export async function startServer(
  answer: (asked: Asked, response: ServerResponse) => void | Promise<void>,
  { port = 0, tls }: Listening = {},
): Promise<FakeServer> {
  const asked: Asked[] = [];
  let open = 0;
  let most = 0;
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const { url = '', method = '', headers } = request;
      const body = bodySchema.parse(JSON.parse(text === '' ? '{}' : text));
      const one = { path: url, method, headers, body, number: asked.length };
      asked.push(one);
      void answer(one, response);
    });
  };
  const server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
  // A server that closes an idle connection may do so just when a busy machine sends the next request, which is then retried.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(stop);
  const scheme = tls === undefined ? 'http' : 'https';
  return { baseUrl: `${scheme}://127.0.0.1:${address.port}/v1`, asked, mostAtOnce: () => most, stop };
}

export function sendJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A chat completion in the format of servers. */
export function chatAnswer(content: string | null, finish_reason = 'stop'): Record<string, unknown> {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'served-name',
    system_fingerprint: 'fp_7',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason }],
    usage: { prompt_tokens: 11, completion_tokens: 3, total_tokens: 14 },
  };
}

/** A server whose every response has text of its own. */
export function startChatServer(prefix = 'answer'): Promise<FakeServer> {
  return startServer(({ number }, response) => sendJson(response, 200, chatAnswer(`${prefix} ${number}`)));
}

/** The index of the first sample that a request with a seed asks for, of the item with this id. */
export function firstIndexOf({ body }: Asked, { seed, id }: { seed: number; id: string }): number {
  const item = { id, messages: messagesSchema.parse(body['messages']) };
  return Number(body['seed']) - firstSeedOf({ seed, draw: undefined, item });
}

/** The content of a request's only message. */
export function question({ body }: Asked): string {
  return messagesSchema
    .parse(body['messages'])
    .map(({ content }) => content)
    .join('|');
}

import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { RETRY_AFTER_HEADERS } from '../../retry-after.ts';
import { type ChunkStream, openChunkStream } from './chunk-stream.ts';
import { RATE_LIMIT_HEADERS } from './pace/rate-limits.ts';
import { STREAMED_HEADER } from './streaming.ts';

/**
 * Maximum size of a response. A completion is a few kilobytes, so a larger response is not a completion and is aborted.
 */
const LARGEST_ANSWER_BYTES = 64 * 2 ** 20;
/**
 * Maximum size of a streamed response. It is larger because each token takes a few hundred bytes. The chunks are not
 * kept.
 */
const LARGEST_STREAM_BYTES = 2 ** 30;
/** The status codes of responses without a body. */
const BODILESS = new Set([204, 205, 304]);

/** The response headers to read. */
const HEADERS = ['content-type', ...RETRY_AFTER_HEADERS, ...RATE_LIMIT_HEADERS];

export interface Transport {
  /**
   * Behaves like the global `fetch`, except that the promise resolves when the body has arrived, and a stream of chunks
   * becomes the body that the server would have sent in one piece. Rejects if the connection fails, if a stream breaks
   * off, or if the signal aborts.
   */
  readonly fetch: typeof fetch;
  /** Closes idle connections. */
  readonly close: () => void;
}

/**
 * A `fetch` based on Node's HTTP module. The global `fetch` has three drawbacks: it gives up after 300 s without
 * headers, which a long reasoning trace can exceed; it follows redirects with the user's headers; and it has 50% more
 * overhead. Connections are kept alive. Only the headers listed in `headers` (in lower case) are sent, because the SDK
 * adds headers from environment variables of its own. Proxy variables apply if `NODE_USE_ENV_PROXY` is set, as
 * elsewhere in Node.
 */
export function openTransport(options: {
  readonly headers: ReadonlySet<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
}): Transport {
  const useProxy =
    (options.env['NODE_USE_ENV_PROXY'] ?? '') !== '' && options.env['NODE_USE_ENV_PROXY'] !== '0';
  const agentOptions = { keepAlive: true, ...(useProxy && { proxyEnv: { ...options.env } }) };
  const http = new HttpAgent(agentOptions);
  const https = new HttpsAgent(agentOptions);
  return {
    close: () => {
      http.destroy();
      https.destroy();
    },
    fetch: (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const all = [...new Headers(init?.headers)];
      const headers = Object.fromEntries(all.filter(([name]) => options.headers.has(name)));
      const signal = init?.signal ?? undefined;
      const method = init?.method ?? 'GET';
      const body = typeof init?.body === 'string' ? init.body : undefined;
      return new Promise((resolve, reject) => {
        const answer = (message: IncomingMessage): void => {
          readResponse(message).then(resolve, reject);
        };
        const sent =
          url.protocol === 'https:'
            ? requestHttps(url, { method, headers, agent: https, ...(signal && { signal }) }, answer)
            : requestHttp(url, { method, headers, agent: http, ...(signal && { signal }) }, answer);
        sent.on('error', reject);
        sent.end(body);
      });
    },
  };
}

async function readResponse(message: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  const decoder = new TextDecoder();
  let stream: ChunkStream | undefined;
  let size = 0;
  const parts: AsyncIterable<Buffer> = message.iterator({ destroyOnReturn: false });
  for await (const part of parts) {
    if (size === 0 && isStream(message, part)) stream = openChunkStream();
    size += part.length;
    if (size > (stream === undefined ? LARGEST_ANSWER_BYTES : LARGEST_STREAM_BYTES)) {
      message.destroy();
      throw Object.assign(new Error('the response is too large'), { code: 'ANSWER_TOO_LARGE' });
    }
    if (stream === undefined) chunks.push(part);
    else stream.feed(decoder.decode(part, { stream: true }));
    if (stream?.isOver() === true) break;
  }
  if (stream === undefined) return response(message, Buffer.concat(chunks, size));
  // Reads to the end, so that the connection can be reused.
  message.on('error', () => {}).resume();
  const body = stream.body();
  if (body === undefined) {
    throw Object.assign(new Error('the stream broke off'), { code: 'STREAM_BROKE_OFF' });
  }
  const whole = response(message, Buffer.from(body));
  whole.headers.set('content-type', 'application/json');
  whole.headers.set(STREAMED_HEADER, 'true');
  return whole;
}

/**
 * Whether a response is an event stream. Some servers send a stream with another content type, or JSON with a stream's
 * content type.
 */
function isStream({ statusCode, headers }: IncomingMessage, firstPart: Buffer): boolean {
  if (statusCode !== 200) return false;
  const start = firstPart.subarray(0, 10).toString();
  const isNamedSo = /^text\/event-stream\b/i.test(headers['content-type'] ?? '');
  return isNamedSo ? !/^\s*\{/.test(start) : /^\uFEFF?(?:data|event|id|retry)?:/.test(start);
}

function response(message: IncomingMessage, bytes: Buffer): Response {
  const status = message.statusCode ?? 0;
  const headers = new Headers();
  for (const name of HEADERS) {
    const value = message.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  return new Response(BODILESS.has(status) ? null : new Uint8Array(bytes), { status, headers });
}

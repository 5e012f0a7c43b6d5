import type OpenAI from 'openai';
import { z } from 'zod';
import { readCredentials } from './credentials.ts';
import type { Endpoint } from './endpoint.ts';
import { withErrorMember } from './error-body.ts';
import { foreignResponse } from './foreign-response.ts';
import { failureOf } from './request-failure.ts';
import { type RateLimits, readRateLimits } from './pace/rate-limits.ts';
import { type Redaction, redaction } from './redaction.ts';
import { jsonOf } from './response-json.ts';
import type { Timing } from '../../timing.ts';
import { STREAMED_HEADER, Streaming } from './streaming.ts';
import type { Transport } from './transport.ts';

const STANDARD_HEADERS = ['accept', 'authorization', 'content-type', 'user-agent'];
const LISTING_TIMEOUT_MS = 5_000;

const modelsSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

/** A connection to an OpenAI-compatible server. Its errors contain no secrets. */
export interface Connection {
  /**
   * Posts a request body once, without retries, and passes the response body to `read`: parsed JSON, or text if the
   * response has another content type. `read` receives the same body whether or not the response was streamed. If the
   * request body has the member `stream`, its value is replaced to suit the server.
   *
   * @throws {RequestFailure} if there is no response, or if `read` fails. If the signal aborts, throws the SDK's abort
   * error.
   */
  readonly post: <T>(options: {
    readonly path: string;
    readonly body: Record<string, unknown>;
    readonly signal: AbortSignal;
    readonly read: (answer: unknown) => T;
  }) => Promise<T>;
  /**
   * Returns the model names listed by `GET /models`.
   *
   * @throws {RequestFailure} if the server does not list them within 5 seconds
   */
  readonly listModels: () => Promise<readonly string[]>;
  /** Returns up to `most` of these names; empty if the server does not list them. */
  readonly models: (most: number) => Promise<readonly string[]>;
  readonly redact: Redaction;
  /** Closes idle connections. */
  readonly close: () => void;
}

/** @throws {SamplingError} if a configured environment variable is missing or cannot be sent */
export function openConnection(options: {
  readonly endpoint: Endpoint;
  readonly timeoutMs: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timing: Timing;
  /** Called with the rate limits in each response. */
  readonly heard: (limits: RateLimits) => void;
}): Connection {
  const { endpoint, timeoutMs, env, timing, heard } = options;
  const { apiKey, headers, secrets } = readCredentials(endpoint, env);
  const { baseUrl, baseUrlEnv } = endpoint;
  const redact = redaction({ secrets, baseUrl, addressIsSecret: baseUrlEnv !== undefined });
  const names = [...STANDARD_HEADERS, ...Object.keys(headers).map((name) => name.toLowerCase())];
  const streaming = new Streaming();
  let transport: Transport | undefined;
  const load = async (): Promise<OpenAI> => {
    const [{ default: Sdk }, { openTransport }] = await Promise.all([
      import('openai'),
      import('./transport.ts'),
    ]);
    const { fetch } = (transport = openTransport({ headers: new Set(names), env }));
    return new Sdk({
      apiKey,
      baseURL: baseUrl,
      defaultHeaders: headers,
      organization: null,
      project: null,
      adminAPIKey: null,
      webhookSecret: null,
      maxRetries: 0,
      timeout: timeoutMs,
      logLevel: 'off',
      fetch: async (input, init) => {
        const answer = await fetch(input, init);
        heard(readRateLimits(answer.headers, timing.now()));
        if (answer.headers.has(STREAMED_HEADER)) streaming.sawStream();
        return withErrorMember(answer);
      },
    });
  };
  /**
   * Loaded on the first request, because the SDK and Node's HTTP module are large, and a run needs neither if the store
   * has every completion.
   */
  let loaded: Promise<OpenAI> | undefined;
  const sdk = (): Promise<OpenAI> => (loaded ??= load());
  const listModels = async (): Promise<readonly string[]> => {
    try {
      const body = await (await sdk()).get<unknown>('/models', { timeout: LISTING_TIMEOUT_MS });
      const listed = modelsSchema.safeParse(jsonOf(body)).data;
      if (listed === undefined) throw foreignResponse({ body, expected: 'list of models', redact });
      return listed.data.map(({ id }) => redact.message(id));
    } catch (error) {
      throw failureOf(error, { redact, now: timing.now() }) ?? error;
    }
  };
  return {
    redact,
    close: () => transport?.close(),
    post: async ({ path, body, signal, read }) => {
      const { form } = streaming;
      const sent = 'stream' in body ? { ...body, ...streaming.membersOf(form) } : body;
      try {
        return read(await (await sdk()).post<unknown>(path, { body: sent, signal }));
      } catch (error) {
        const failure = failureOf(error, { redact, now: timing.now() });
        if (failure === undefined) throw error;
        throw 'stream' in body && streaming.sawFailure(form, failure) ? failure.inThisForm() : failure;
      }
    },
    listModels,
    models: async (most) => {
      try {
        return (await listModels()).slice(0, most);
      } catch {
        return [];
      }
    },
  };
}

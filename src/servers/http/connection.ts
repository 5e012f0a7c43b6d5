import type OpenAI from 'openai';
import { readCredentials } from './credentials.ts';
import type { Endpoint } from './endpoint.ts';
import { failureOf } from './request-failure.ts';
import { type RateLimits, readRateLimits } from './rate-limits.ts';
import { type Redaction, redaction } from './redaction.ts';
import type { Timing } from '../../timing.ts';
import type { Transport } from './transport.ts';

const STANDARD_HEADERS = ['accept', 'authorization', 'content-type', 'user-agent'];
const LISTING_TIMEOUT_MS = 5_000;

/** An OpenAI-compatible server. Nothing it throws holds a secret. */
export interface Connection {
  /**
   * Posts a body once, without retries, and has the body of the answer read: parsed JSON, or a text where its content
   * type is another.
   *
   * @throws {RequestFailure} where no answer came or it could not be read; the SDK's abort error where the signal aborted.
   */
  readonly post: <T>(options: {
    readonly path: string;
    readonly body: Record<string, unknown>;
    readonly signal: AbortSignal;
    readonly read: (answer: unknown) => T;
  }) => Promise<T>;
  /** The first names under `GET /models`, at most `most`; none where the server does not list them in time. */
  readonly models: (most: number) => Promise<readonly string[]>;
  readonly redact: Redaction;
  /** Closes idle connections. */
  readonly close: () => void;
}

/** @throws {SamplingError} where a configured environment variable is missing or cannot be sent. */
export function openConnection(options: {
  readonly endpoint: Endpoint;
  readonly timeoutMs: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timing: Timing;
  /** Told what every answer says of the server's limits. */
  readonly heard: (limits: RateLimits) => void;
}): Connection {
  const { endpoint, timeoutMs, env, timing, heard } = options;
  const { apiKey, headers, secrets } = readCredentials(endpoint, env);
  const { baseUrl, baseUrlEnv } = endpoint;
  const redact = redaction({ secrets, baseUrl, addressIsSecret: baseUrlEnv !== undefined });
  const names = [...STANDARD_HEADERS, ...Object.keys(headers).map((name) => name.toLowerCase())];
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
        return answer;
      },
    });
  };
  /** The SDK and Node's HTTP are large, and a run that finds all in its store needs neither: loaded with the first request. */
  let loaded: Promise<OpenAI> | undefined;
  const sdk = (): Promise<OpenAI> => (loaded ??= load());
  return {
    redact,
    close: () => transport?.close(),
    post: async ({ path, body, signal, read }) => {
      try {
        return read(await (await sdk()).post<unknown>(path, { body, signal }));
      } catch (error) {
        throw failureOf(error, { redact, now: timing.now() }) ?? error;
      }
    },
    models: async (most) => {
      try {
        const page = await (await sdk()).models.list({ timeout: LISTING_TIMEOUT_MS });
        return page.data.slice(0, most).map(({ id }) => redact.message(id));
      } catch {
        return [];
      }
    },
  };
}

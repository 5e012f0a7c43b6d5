import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import type { Redaction } from './redaction.ts';
import { readRetryAfter } from './retry-after.ts';

/**
 * `connection`: no answer came, or it broke off. `timeout`: it took too long. `malformed`: an answer that is no
 * completion. `status`: an HTTP error. `quota`: the account is spent.
 */
export type FailureKind = 'connection' | 'timeout' | 'malformed' | 'status' | 'quota';

const TRANSIENT_STATUS = new Set([408, 409, 429]);
const BUSY_STATUS = new Set([429, 503, 529]);
const QUOTA_CODES = new Set(['insufficient_quota', 'billing_hard_limit_reached']);

/** One request that brought no completion. Its message names no host and holds no secret. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';
  readonly kind: FailureKind;
  readonly status: number | undefined;
  /** The server's or the socket's own code, such as `model_not_found` or `ECONNREFUSED`. */
  readonly code: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(options: {
    kind: FailureKind;
    message: string;
    status?: number | undefined;
    code?: string | undefined;
    retryAfterMs?: number | undefined;
  }) {
    super(options.message);
    this.kind = options.kind;
    this.status = options.status;
    this.code = options.code;
    this.retryAfterMs = options.retryAfterMs;
  }

  /** Whether asking the same again may bring a completion. */
  get isTransient(): boolean {
    if (this.kind === 'quota') return false;
    const { status } = this;
    return this.kind !== 'status' || status === undefined || status >= 500 || TRANSIENT_STATUS.has(status);
  }

  /** Whether the server answered at all, though with no completion. */
  get isAnswer(): boolean {
    return this.kind !== 'connection' && this.kind !== 'timeout';
  }

  /** Whether the server, or the way to it, failed. */
  get isFault(): boolean {
    return !this.isAnswer || (this.kind === 'status' && this.status !== undefined && this.status >= 500);
  }

  /** Whether the server has more to do than it can: it should be asked less. */
  get isBusy(): boolean {
    return this.kind === 'status' && this.status !== undefined && BUSY_STATUS.has(this.status);
  }
}

/** What an error of the SDK means for the sample, or undefined where the error is none of the network's or server's. */
export function failureOf(
  error: unknown,
  { redact, now }: { redact: Redaction; now: number },
): RequestFailure | undefined {
  if (error instanceof RequestFailure) return error;
  if (error instanceof SyntaxError) {
    return new RequestFailure({ kind: 'malformed', message: 'the answer is not valid JSON' });
  }
  if (error instanceof APIConnectionTimeoutError) {
    return new RequestFailure({ kind: 'timeout', message: 'no answer in time' });
  }
  if (error instanceof APIConnectionError) {
    const code = socketCode(error.cause);
    const message =
      code === undefined ? 'the connection failed' : `the connection failed (${redact.message(code)})`;
    return new RequestFailure({ kind: 'connection', message, code });
  }
  if (!(error instanceof APIError) || error.status === undefined) return undefined;
  return statusFailure(error, error.status, redact, now);
}

function statusFailure(error: APIError, status: number, redact: Redaction, now: number): RequestFailure {
  const code = [error.code, error.type].find((name) => typeof name === 'string');
  const spent = status === 402 || [error.code, error.type].some((name) => QUOTA_CODES.has(name ?? ''));
  const said = redact.message(error.message.replace(/^\d{3} /, '')).replace(/\.+$/, '');
  const retryAfterMs = readRetryAfter(error.headers, now);
  const waits = retryAfterMs === undefined ? '' : `; it asks to wait ${Math.ceil(retryAfterMs / 1_000)} s`;
  return new RequestFailure({
    kind: spent ? 'quota' : 'status',
    message: `HTTP ${status}${said === '' ? '' : `: ${said}`}${waits}`,
    status,
    code: typeof code === 'string' ? redact.message(code) : undefined,
    retryAfterMs,
  });
}

function socketCode(cause: unknown): string | undefined {
  for (let error = cause; error instanceof Error; error = error.cause) {
    if ('code' in error && typeof error.code === 'string') return error.code;
  }
  return undefined;
}

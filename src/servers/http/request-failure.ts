import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai/core/error';
import { z } from 'zod';
import { isModeration } from './moderation.ts';
import type { Redaction } from './redaction.ts';
import { readRetryAfter, retryAfterInText } from '../../retry-after.ts';

/**
 * `connection`: there was no response, or the response was cut off. `timeout`: the response took too long. `malformed`:
 * the response is not a completion. `status`: an HTTP error. `quota`: the account's quota is used up. `moderated`: the
 * prompt was refused because of its content.
 */
export type FailureKind = 'connection' | 'timeout' | 'malformed' | 'status' | 'quota' | 'moderated';

const TRANSIENT_STATUS = new Set([408, 409, 429]);
const BUSY_STATUS = new Set([429, 503, 529]);
const QUOTA_CODES = new Set([
  'insufficient_quota',
  'billing_hard_limit_reached',
  'billing_not_active',
  'credit_balance_exhausted',
  'organization_spend_limit_exceeded',
  'organization_usage_limit_exceeded',
  'project_spend_limit_exceeded',
]);
/** Matches llama.cpp's message, sent with status 500, for an `n` that exceeds its number of slots. */
const TOO_MANY_CHOICES = /\bn_cmpl cannot be greater\b/;
/**
 * Matches OpenAI's message for a request that exceeds a per-minute token limit on its own. The status is 429, as for
 * requests that may be retried.
 */
const TOO_LARGE = /\brequest too large\b/i;
/** The error codes from OpenSSL and Node for an untrusted certificate, and for a server without TLS. */
const UNTRUSTED =
  /^(?:CERT_|ERR_TLS_CERT_|UNABLE_TO_(?:GET|VERIFY)_)|SELF_SIGNED|^(?:EPROTO|HOSTNAME_MISMATCH|INVALID_CA)$/;

/** The error for a request that returned no completion. Its message contains neither hosts nor secrets. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';
  readonly kind: FailureKind;
  readonly status: number | undefined;
  /** The error code from the server or the socket, such as `model_not_found` or `ECONNREFUSED`. */
  readonly code: string | undefined;
  readonly retryAfterMs: number | undefined;
  /**
   * Whether the server refused only the form of the response (whole or streamed). If so, the next attempt requests
   * another form.
   */
  readonly isOfForm: boolean;
  /** The part of the request that the response shows to be wrong: the path, or the API (`chat` or `completions`). */
  readonly wrong: 'path' | 'api' | undefined;

  constructor(options: {
    kind: FailureKind;
    message: string;
    status?: number | undefined;
    code?: string | undefined;
    retryAfterMs?: number | undefined;
    isOfForm?: boolean;
    wrong?: 'path' | 'api' | undefined;
  }) {
    super(options.message);
    this.kind = options.kind;
    this.status = options.status;
    this.code = options.code;
    this.retryAfterMs = options.retryAfterMs;
    this.wrong = options.wrong;
    this.isOfForm = options.isOfForm ?? false;
  }

  /** Returns the same failure with `isOfForm` set. */
  inThisForm(): RequestFailure {
    const { kind, message, status, code, retryAfterMs, wrong } = this;
    return new RequestFailure({ kind, message, status, code, retryAfterMs, wrong, isOfForm: true });
  }

  /** Whether a retry may succeed. */
  get isTransient(): boolean {
    if (this.isOfForm) return true;
    if (this.kind === 'quota' || this.kind === 'moderated' || this.isUntrusted) return false;
    if (this.isTooLarge || TOO_MANY_CHOICES.test(this.message)) return false;
    const { status } = this;
    return this.kind !== 'status' || status === undefined || status >= 500 || TRANSIENT_STATUS.has(status);
  }

  /** Whether the connection failed because of the server's certificate, or because the server does not use TLS. */
  get isUntrusted(): boolean {
    return this.kind === 'connection' && UNTRUSTED.test(this.code ?? '');
  }

  /** Whether the server responded at all. */
  get isAnswer(): boolean {
    return this.kind !== 'connection' && this.kind !== 'timeout';
  }

  /** Whether the failure is the server's or the network's fault. */
  get isFault(): boolean {
    return !this.isAnswer || (this.kind === 'status' && this.status !== undefined && this.status >= 500);
  }

  /**
   * Whether the server accepts no requests at the moment, because it is limiting the rate, is overloaded or is still
   * loading its model. The same request will succeed later.
   */
  get isBusy(): boolean {
    const isStatus = this.kind === 'status' && this.status !== undefined && BUSY_STATUS.has(this.status);
    return isStatus && !this.isTooLarge;
  }

  /** Whether the request can never succeed because it exceeds a per-minute limit on its own. */
  private get isTooLarge(): boolean {
    return this.kind === 'status' && this.status === 429 && TOO_LARGE.test(this.message);
  }
}

/** Whether an error means that the server refused the request because it was busy, and therefore did no work. */
export function isBusyFailure(error: unknown): boolean {
  return error instanceof RequestFailure && error.isBusy;
}

/** Converts an SDK error to a failure; undefined if the error came neither from the network nor from the server. */
export function failureOf(
  error: unknown,
  { redact, now }: { redact: Redaction; now: number },
): RequestFailure | undefined {
  if (error instanceof RequestFailure) return error;
  if (error instanceof SyntaxError) {
    return new RequestFailure({ kind: 'malformed', message: 'the response is not valid JSON' });
  }
  if (error instanceof APIConnectionTimeoutError) {
    return new RequestFailure({ kind: 'timeout', message: 'timed out' });
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
  const body: unknown = error.error;
  const message = typeof body === 'string' ? body : error.message.replace(/^\d{3} /, '');
  const inText = BUSY_STATUS.has(status) ? retryAfterInText(message) : undefined;
  const retryAfterMs = readRetryAfter(error.headers, now) ?? inText;
  return refusal({ status, message, body, retryAfterMs, redact });
}

const refusalSchema = z.object({
  code: z.unknown().optional(),
  type: z.unknown().optional(),
});

/** Converts an HTTP error to a failure. `body` is the error reported by the server and may have any shape. */
export function refusal(options: {
  readonly status: number;
  readonly message: string;
  readonly body: unknown;
  readonly retryAfterMs?: number | undefined;
  readonly redact: Redaction;
}): RequestFailure {
  const { status, body, retryAfterMs, redact } = options;
  const { code, type } = refusalSchema.safeParse(body).data ?? {};
  const codes = [code, type].filter((name) => typeof name === 'string');
  const said = redact.message(options.message).replace(/\.+$/, '');
  const waits =
    retryAfterMs === undefined ? '' : `; it asks clients to wait ${Math.ceil(retryAfterMs / 1_000)} s`;
  const message = `HTTP ${status}${said === '' ? '' : `: ${said}`}${waits}`;
  const isSpent = status === 402 || codes.some((name) => QUOTA_CODES.has(name));
  const about = { status, code: codes[0] === undefined ? undefined : redact.message(codes[0]), retryAfterMs };
  if (isSpent) return new RequestFailure({ kind: 'quota', message, ...about });
  if (!isModeration(options)) return new RequestFailure({ kind: 'status', message, ...about });
  const by = `the server's content policy rejected the prompt (${message})`;
  return new RequestFailure({ kind: 'moderated', message: by, ...about });
}

function socketCode(cause: unknown): string | undefined {
  for (let error = cause; error instanceof Error; error = error.cause) {
    if ('code' in error && typeof error.code === 'string') return error.code;
  }
  return undefined;
}

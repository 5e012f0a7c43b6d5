import type { Explanation } from '../../errors.ts';
import { parseRetryAfter } from '../../retry-after.ts';
import { oneLine, SENTENCE_LIMIT } from '../../result/text/neutralise.ts';

/** The reason why a request got no usable response. */
export interface Failure {
  /**
   * `unreadable`: the response is not JSON. `unexpected`: the response is JSON, but a field is missing or has an
   * unexpected value.
   */
  readonly kind: 'refused' | 'unreachable' | 'unreadable' | 'unexpected';
  /** Whether a retry may succeed. */
  readonly isTransient: boolean;
  /** The server's message, or what is wrong with its response; empty if there is nothing to add. */
  readonly message: string;
  readonly status?: number;
  readonly isRateLimit?: boolean;
  /** How long GitHub asks to wait. */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** How long to wait if GitHub limits requests without giving a time. */
const RATE_LIMIT_WAIT_MS = 60_000;

/** Converts an octokit error. Any other error is a bug and is rethrown. */
export function failureOf(error: unknown, now: number): Failure {
  if (!(error instanceof Error)) throw error;
  const response = responseOf(error);
  if (response === undefined) {
    if (!isNetworkError(error)) throw error;
    return { kind: 'unreachable', isTransient: true, message: error.message, cause: error };
  }
  const { status, headers, data } = response;
  const message = messageOf(data);
  const isRateLimit =
    status === 429 ||
    (status === 403 &&
      (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        /rate limit/i.test(message)));
  const retryAfterMs = isRateLimit || status === 503 ? askedWait(headers, isRateLimit, now) : undefined;
  return {
    kind: 'refused',
    isTransient: isRateLimit || status >= 500,
    message,
    status,
    isRateLimit,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    cause: error,
  };
}

/** The error that the user sees if a request still fails after retries. */
export function explainFailure(
  failure: Failure,
  { purpose, permission }: { readonly purpose: string; readonly permission?: string },
): Explanation & { readonly status?: number } {
  const { status, message, cause } = failure;
  const said = message === '' ? '' : `: ${oneLine(message, SENTENCE_LIMIT)}`;
  const answered = status === undefined ? '' : ` (HTTP ${status}${said})`;
  return {
    what: `${purpose} failed${answered === '' ? said : answered}`,
    where: 'GitHub API',
    fix: mendOf(failure, permission),
    cause,
    ...(status === undefined ? {} : { status }),
  };
}

function mendOf({ kind, status, isRateLimit, message }: Failure, permission: string | undefined): string {
  if (kind === 'unreachable') {
    return 'Check that the runner can reach the API (GITHUB_API_URL, proxy variables), and run the job again.';
  }
  if (kind === 'unreadable') {
    return 'A proxy between the runner and GitHub may have changed the response. Run the job again.';
  }
  if (kind === 'unexpected') {
    return "This server's API differs from GitHub's here, so this step does not work with it. If the server is GitHub, a proxy may have changed the response. Run the job again.";
  }
  if (isRateLimit === true) {
    return 'The token has reached its rate limit. Run the job again later, or set github-token to a separate token.';
  }
  if (/\blocked\b/i.test(message)) return 'Unlock the conversation, then run the job again.';
  switch (status) {
    case 401:
      return "Set github-token to a token that is valid for the whole job. An app's token expires after one hour, and the job's own token expires with the job.";
    case 403:
      return permission === undefined
        ? 'Set github-token to a token with this permission.'
        : `Add \`${permission}\` to the job's \`permissions:\`. Pull requests from forks and from Dependabot always have a read-only token.`;
    case 404:
      return `Check that it exists, and that the token has access to it${permission === undefined ? '' : ` (\`${permission}\`)`}.`;
    case 410:
      return 'The issue was deleted, or issues are disabled in the repository. Enable issues, or run the job again to create a new issue.';
    case 422:
      return 'GitHub rejected the request. Please report this as a bug, with the message above.';
    case undefined:
    default:
      return (status ?? 0) >= 500
        ? 'Run the job again. If the error persists, check https://www.githubstatus.com for outages.'
        : 'Fix the cause in the message above, then run the job again.';
  }
}

interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly data: unknown;
}

function responseOf(error: Error): Response | undefined {
  const response: unknown = 'response' in error ? error.response : undefined;
  if (typeof response !== 'object' || response === null || !('status' in response)) return undefined;
  const { status } = response;
  if (typeof status !== 'number') return undefined;
  const headers: Record<string, string> = {};
  if ('headers' in response && typeof response.headers === 'object' && response.headers !== null) {
    for (const [name, value] of Object.entries(response.headers)) headers[name] = String(value);
  }
  return { status, headers, data: 'data' in response ? response.data : undefined };
}

/** Whether the error comes from octokit, or from a connection that failed or timed out. */
function isNetworkError(error: Error): boolean {
  if (['HttpError', 'AbortError', 'TimeoutError'].includes(error.name)) return true;
  return error instanceof TypeError && /fetch failed|terminated|network/i.test(error.message);
}

function messageOf(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('message' in data)) return '';
  const details =
    'errors' in data && Array.isArray(data.errors) ? data.errors.map(detailOf).filter(Boolean) : [];
  return [String(data.message), ...details].join('; ');
}

function detailOf(detail: unknown): string {
  if (typeof detail === 'string') return detail;
  return typeof detail === 'object' && detail !== null && 'message' in detail ? String(detail.message) : '';
}

function askedWait(headers: Response['headers'], isRateLimit: boolean, now: number): number | undefined {
  const asked = parseRetryAfter(headers['retry-after'], now);
  if (asked !== undefined) return asked;
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
  if (headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset)) {
    return Math.max(0, reset * 1000 - now);
  }
  return isRateLimit ? RATE_LIMIT_WAIT_MS : undefined;
}

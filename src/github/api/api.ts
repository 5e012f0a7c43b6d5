import type { z } from 'zod';
import { GitHubError } from '../../errors.ts';
import { FORGE_API, withRetry } from '../../retry.ts';
import type { Timing } from '../../timing.ts';
import { type Failure, explainFailure, failureOf } from './api-failure.ts';

/** A request: its route, its parameters and the expected form of the response. */
export interface Call<T> {
  /** The method and path, such as `GET /repos/{owner}/{repo}/…`. The owner and the repository are filled in. */
  readonly route: string;
  readonly parameters?: Readonly<Record<string, string | number>>;
  readonly answer: z.ZodType<T>;
  /** What the request does, in words that complete an error message, such as "reading the comments of #7". */
  readonly purpose: string;
  /** The workflow permission that the request needs, such as `pull-requests: write`. */
  readonly permission?: string;
}

export interface Answer<T> {
  readonly data: T;
  /** Whether the list continues after this page. */
  readonly hasNextPage: boolean;
}

/** GitHub's REST API for one repository, with the permissions of one token. */
export interface GitHubApi {
  /** The GraphQL API's address; undefined if the server has none. */
  readonly graphQl: string | undefined;
  /**
   * Sends the request until a response has the expected form. Transient failures (no connection, 429, 5xx, secondary
   * rate limits, a truncated response) are retried, up to 5 attempts in total, after the wait that GitHub asks for or
   * with backoff. A retried request may create something twice.
   *
   * @throws {GitHubError} with instructions for fixing it
   */
  readonly request: <T>(call: Call<T>) => Promise<Answer<T>>;
}

/** Sends one request, in octokit's form. */
export type Send = (
  route: string,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<{ readonly headers: Readonly<Record<string, unknown>>; readonly data: unknown }>;

/**
 * Creates the API from a function that sends requests. `repository` is `owner/name`. `timeoutMs` is the maximum wait
 * for one response.
 */
export function gitHubApi({
  send,
  graphQl,
  repository,
  timing,
  signal,
  timeoutMs,
  onRetry,
}: {
  readonly send: Send;
  readonly graphQl?: string | undefined;
  readonly repository: string;
  readonly timing: Timing;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** Called before each wait, with one sentence. */
  readonly onRetry: (message: string) => void;
}): GitHubApi {
  const [owner = '', repo = ''] = repository.split('/');

  const ask = async <T>({ route, parameters, answer }: Call<T>): Promise<Answer<T> | Failure> => {
    try {
      const { data, headers } = await send(route, {
        ...(route.includes('{owner}') ? { owner, repo } : {}),
        ...parameters,
        headers: { 'x-github-api-version': '2022-11-28' },
        request: { signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) },
      });
      const parsed = answer.safeParse(data);
      if (parsed.success) return { data: parsed.data, hasNextPage: namesNextPage(headers['link']) };
      // A body that is text is not JSON: either it was truncated, or a proxy responded instead of GitHub.
      return typeof data === 'string'
        ? { kind: 'unreadable', isTransient: true, message: '', cause: parsed.error }
        : {
            kind: 'unexpected',
            isTransient: false,
            message: differenceIn(data, parsed.error),
            cause: parsed.error,
          };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      return failureOf(error, timing.now());
    }
  };

  return {
    graphQl,
    request: async (call) => {
      const answer = await withRetry(FORGE_API, {
        send: () => ask(call),
        faultIn: failureIn,
        timing,
        signal,
        onRetry: (result, waitMs) => {
          const failure = failureIn(result);
          const why = failure === undefined ? '' : summaryOf(failure);
          onRetry(`${call.purpose}: ${why}; retrying in ${Math.ceil(waitMs / 1000)} s`);
        },
      });
      if ('kind' in answer) throw new GitHubError(explainFailure(answer, call));
      return answer;
    },
  };
}

function failureIn<T>(answer: Answer<T> | Failure): Failure | undefined {
  return 'kind' in answer ? answer : undefined;
}

/** The first field of a response that is missing or has an unexpected value. */
function differenceIn(data: unknown, { issues }: z.ZodError): string {
  const path = issues[0]?.path ?? [];
  if (path.length === 0) return "the server's response has an unexpected form";
  const field = `the field ${path.map(String).join('.')}`;
  let value: unknown = data;
  for (const key of path) value = Object(value)[key];
  return value === undefined
    ? `the server's response lacks ${field}`
    : `in the server's response, ${field} has an unexpected value`;
}

function summaryOf({ kind, status }: Failure): string {
  if (status !== undefined) return `GitHub responded with ${status}`;
  return kind === 'unreadable' ? "GitHub's response was cut off" : 'no response from GitHub';
}

function namesNextPage(link: unknown): boolean {
  return typeof link === 'string' && /;\s*rel="?next"?/.test(link);
}

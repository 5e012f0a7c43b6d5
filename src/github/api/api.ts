import type { z } from 'zod';
import { GitHubError } from '../../errors.ts';
import { FORGE_API, withRetry } from '../../retry.ts';
import type { Timing } from '../../timing.ts';
import { type Failure, explainFailure, failureOf } from './api-failure.ts';

/** One request: a route with its parameters, and the form of the answer that is relied on. */
export interface Call<T> {
  /** `GET /repos/{owner}/{repo}/…`; owner and repository are filled in. */
  readonly route: string;
  readonly parameters?: Readonly<Record<string, string | number>>;
  readonly answer: z.ZodType<T>;
  /** What the request is for, as in "reading the comments of #7". */
  readonly purpose: string;
  /** The workflow permission that it needs, as in `pull-requests: write`. */
  readonly permission?: string;
}

export interface Answer<T> {
  readonly data: T;
  /** Whether the list goes on after this page. */
  readonly hasNextPage: boolean;
}

/** GitHub's REST API for one repository, as one token may use it. */
export interface GitHubApi {
  /** Where the server answers GraphQL; undefined where it does not. */
  readonly graphQl: string | undefined;
  /**
   * Asks until there is an answer in the expected form: what may pass (no connection, 429, 5xx, secondary rate limits, an
   * answer that was cut off) is asked again, at most 5 times in all, after the wait that GitHub asks for or with backoff.
   * A request that creates something may so create it twice.
   *
   * @throws GitHubError with what to do about it.
   */
  readonly request: <T>(call: Call<T>) => Promise<Answer<T>>;
}

/** Sends one request; octokit's own form. */
export type Send = (
  route: string,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<{ readonly headers: Readonly<Record<string, unknown>>; readonly data: unknown }>;

/** The API over a way to send requests. `repository` is `owner/name`; `timeoutMs` is the longest wait for one answer. */
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
  /** Told in one sentence of every wait before it begins. */
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
      // A body that is no JSON comes as text: it was cut off, or something between us and GitHub answered.
      return { kind: 'unreadable', isTransient: typeof data === 'string', message: '', cause: parsed.error };
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

function summaryOf({ kind, status }: Failure): string {
  if (status !== undefined) return `GitHub answered ${status}`;
  return kind === 'unreadable' ? "GitHub's response was cut off" : 'no response from GitHub';
}

function namesNextPage(link: unknown): boolean {
  return typeof link === 'string' && /;\s*rel="?next"?/.test(link);
}

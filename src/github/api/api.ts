import type { z } from 'zod';
import { GitHubError } from '../../errors.ts';
import type { Timing } from '../../servers/http/timing.ts';
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

const ATTEMPTS = 5;
const LONGEST_BACKOFF_MS = 20_000;
/** A wait that GitHub asks for and that is longer is not waited for. */
const LONGEST_ASKED_WAIT_MS = 120_000;

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
      for (let attempt = 1; ; attempt += 1) {
        const answer = await ask(call);
        if (!('kind' in answer)) return answer;
        const wait = waitFor(answer, attempt, timing);
        if (wait === undefined) throw new GitHubError(explainFailure(answer, call));
        onRetry(`${call.purpose}: ${summaryOf(answer)}; retrying in ${Math.ceil(wait / 1000)} s`);
        await timing.sleep(wait, signal);
      }
    },
  };
}

/** How long to wait before asking again; undefined where asking again makes no sense. */
function waitFor(failure: Failure, attempt: number, timing: Timing): number | undefined {
  const asked = failure.retryAfterMs ?? 0;
  if (!failure.isTransient || attempt >= ATTEMPTS || asked > LONGEST_ASKED_WAIT_MS) return undefined;
  return Math.max(asked, timing.random() * Math.min(LONGEST_BACKOFF_MS, 1000 * 2 ** (attempt - 1)));
}

function summaryOf({ kind, status }: Failure): string {
  if (status !== undefined) return `GitHub answered ${status}`;
  return kind === 'unreadable' ? "GitHub's response was cut off" : 'no response from GitHub';
}

function namesNextPage(link: unknown): boolean {
  return typeof link === 'string' && /;\s*rel="?next"?/.test(link);
}

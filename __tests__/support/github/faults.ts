/** A fault to inject into requests, before or instead of the response. */
export interface Fault {
  /** The requests concerned: `POST /repos/…/comments`, matched as a whole with the query. */
  readonly on: RegExp;
  /** How many of them; all if absent. */
  readonly times?: number;
  /** Responds with this instead, with a message in GitHub's wording. */
  readonly answer?: FaultAnswer;
  /** Waits before it responds. */
  readonly delayMs?: number;
  /** Sends the response's headers and half of its body, then ends the connection (`cut`) or the body (`short`). */
  readonly truncate?: 'cut' | 'short';
  /** Ends the connection without a response. */
  readonly hangUp?: boolean;
  /** Called first, to simulate what another job does at that moment. */
  readonly before?: () => void;
}

export interface FaultAnswer {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Additional members of the body. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** Sent verbatim instead of JSON: the page of a proxy. */
  readonly html?: string;
}

const DOCS = 'https://docs.github.com/rest';

/** Errors in GitHub's format. */
export const answers = {
  badCredentials: { status: 401, message: 'Bad credentials' },
  notPermitted: {
    status: 403,
    message: 'Resource not accessible by integration',
    headers: { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' },
  },
  secondaryRateLimit: {
    status: 403,
    message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    headers: { 'retry-after': '1' },
  },
  primaryRateLimit: (resetSeconds: number): FaultAnswer => ({
    status: 403,
    message: 'API rate limit exceeded for installation.',
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetSeconds) },
  }),
  tooMany: { status: 429, message: 'Too many requests', headers: { 'retry-after': '1' } },
  notFound: { status: 404, message: 'Not Found' },
  conflict: { status: 409, message: 'Git Repository is empty.' },
  gone: { status: 410, message: 'Issues are disabled for this repo' },
  locked: { status: 403, message: 'Unable to create comment because issue is locked.' },
  tooLong: {
    status: 422,
    message: 'Validation Failed',
    members: {
      errors: [
        {
          resource: 'IssueComment',
          code: 'unprocessable',
          field: 'data',
          message: 'Body is too long (maximum is 65536 characters)',
        },
      ],
    },
  },
  serverError: { status: 500, message: 'Server Error' },
  badGateway: { status: 502, message: 'Bad gateway', html: '<html><h1>502 Bad Gateway</h1></html>' },
} as const satisfies Readonly<Record<string, FaultAnswer | ((seconds: number) => FaultAnswer)>>;

/** The body of an error. */
export const errorBody = ({ status, message, members }: FaultAnswer): Record<string, unknown> => ({
  message,
  documentation_url: DOCS,
  ...(status === 422 ? { errors: [] } : { status: String(status) }),
  ...members,
});

/** What goes wrong with requests to the server, before or instead of its answer. */
export interface Fault {
  /** Which requests: `POST /repos/…/comments`, matched as a whole with its query. */
  readonly on: RegExp;
  /** How many of them; all where absent. */
  readonly times?: number;
  /** Answered instead, with a message as GitHub words it. */
  readonly answer?: FaultAnswer;
  /** Waits before it answers. */
  readonly delayMs?: number;
  /** Sends the answer's headers and half of its body, then ends the connection (`cut`) or the body (`short`). */
  readonly truncate?: 'cut' | 'short';
  /** Ends the connection without an answer. */
  readonly hangUp?: boolean;
  /** Done first: what another job does at that moment. */
  readonly before?: () => void;
}

export interface FaultAnswer {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the body. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** Sent as it is in place of JSON: the page of a proxy. */
  readonly html?: string;
}

const DOCS = 'https://docs.github.com/rest';

/** Errors as GitHub answers them. */
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

import { RequestFailure } from './request-failure.ts';
import { parseJson } from './parse-json.ts';

/**
 * The JSON value of a response body, which may already be parsed or, with another content type, still be text.
 * Undefined if it is not JSON.
 */
export function jsonOf(body: unknown): unknown {
  return typeof body === 'string' ? parseJson(body) : body;
}

/** The failure for an unusable response; `what` completes "the answer …". */
export function malformed(what: string): RequestFailure {
  return new RequestFailure({ kind: 'malformed', message: `the response ${what}` });
}

import { RequestFailure } from './request-failure.ts';
import { parseJson } from './parse-json.ts';

/**
 * Returns the JSON value of a response body: an already parsed value, or text that was sent with another content type.
 * Undefined if the body is not JSON.
 */
export function jsonOf(body: unknown): unknown {
  return typeof body === 'string' ? parseJson(body) : body;
}

/** The failure for an unusable response; `what` completes "the response …". */
export function malformed(what: string): RequestFailure {
  return new RequestFailure({ kind: 'malformed', message: `the response ${what}` });
}

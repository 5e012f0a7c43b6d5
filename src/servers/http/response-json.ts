import { RequestFailure } from './request-failure.ts';
import { parseJson } from './parse-json.ts';

/** The JSON of an answer's body: parsed already or, under another content type, still a text. Undefined where it is none. */
export function jsonOf(body: unknown): unknown {
  return typeof body === 'string' ? parseJson(body) : body;
}

/** Why an answer is of no use: completes "the answer …". */
export function malformed(what: string): RequestFailure {
  return new RequestFailure({ kind: 'malformed', message: `the response ${what}` });
}

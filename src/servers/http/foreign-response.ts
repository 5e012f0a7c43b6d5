import { z } from 'zod';
import { jsonOf } from './response-json.ts';
import type { Redaction } from './redaction.ts';
import { RequestFailure } from './request-failure.ts';

/**
 * Matches messages about an unknown path. Most servers send them with HTTP status 404; LM Studio sends them with 200.
 */
const UNKNOWN_PATH =
  /^(?:(?:404 )?(?:page |file )?not found|status code \(no body\))?$|<title>404|unexpected endpoint|\bcannot post\b|\binvalid url\b/i;
const MOST_MEMBERS = 5;

type Wrong = RequestFailure['wrong'];

const errorSchema = z.object({
  error: z.union([
    z.string(),
    z.object({ message: z.string(), code: z.string().optional().catch(undefined) }),
  ]),
});

/** Whether an error message reports that the server does not know the path, rather than the model. */
export function namesThePath(message: string): boolean {
  return UNKNOWN_PATH.test(message.replace(/^HTTP \d+(?:: )?/, '').trim());
}

/**
 * The failure for a response with HTTP status 200 that is not of the expected kind. The failure's message describes
 * what the response is instead.
 *
 * @param options.body the body of the response: parsed JSON, or text
 * @param options.expected completes "the response contains no …"
 */
export function foreignResponse({
  body,
  expected,
  redact,
}: {
  readonly body: unknown;
  readonly expected: string;
  readonly redact: Redaction;
}): RequestFailure {
  const answer = jsonOf(body);
  const malformed = (what: string, more: { wrong?: Wrong; code?: string } = {}): RequestFailure =>
    new RequestFailure({ kind: 'malformed', message: redact.message(`the response ${what}`), ...more });
  const { error } = errorSchema.safeParse(answer).data ?? {};
  if (error !== undefined) {
    const { message, code } = typeof error === 'string' ? { message: error, code: undefined } : error;
    return malformed(`has HTTP status 200 but is an error: ${message.replace(/\.+$/, '')}`, {
      ...(namesThePath(message) && { wrong: 'path' }),
      ...(code !== undefined && { code: redact.message(code) }),
    });
  }
  if (typeof body === 'string' && /^\s*<(?:!doctype|html)\b/i.test(body)) {
    return malformed('is a web page', { wrong: 'path' });
  }
  if (answer === undefined) return malformed('is not valid JSON');
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
    return malformed(`contains no ${expected}`);
  }
  const members = Object.keys(answer);
  if (members.length === 0) return malformed(`contains no ${expected}: it is an empty object`);
  const shown = members.slice(0, MOST_MEMBERS).map((name) => `\`${name}\``);
  const more = members.length > MOST_MEMBERS ? ', …' : '';
  return malformed(`contains no ${expected}, only ${shown.join(', ')}${more}`);
}

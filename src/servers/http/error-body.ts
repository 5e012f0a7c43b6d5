import { z } from 'zod';
import { parseJson } from './parse-json.ts';

/** An error in a request, as reported by FastAPI. The member `input` is not read, because it may repeat the prompt. */
const mistake = z
  .object({ loc: z.array(z.union([z.string(), z.number()])), msg: z.string() })
  .transform(({ loc, msg }) => `${loc.join('.')}: ${msg}`);
const mistakes = z.array(mistake).transform((all) => all.join('; '));
const errorSchema = z.union([
  z
    .object({ detail: z.union([z.string(), mistakes]) })
    .transform(({ detail }): Readonly<Record<string, unknown>> => ({ message: detail })),
  z.object({ message: z.string() }).loose(),
]);

/**
 * Adds the member `error` to an error response's body if it is missing, because the SDK ignores a body without it.
 * Servers built with FastAPI (such as `transformers serve`) send `detail`, and others send only a message. Other
 * responses are returned unchanged.
 */
export async function withErrorMember(answer: Response): Promise<Response> {
  if (answer.status < 400) return answer;
  const text = await answer.text();
  const { status, headers } = answer;
  const body = parseJson(text);
  const isRead = typeof body === 'object' && body !== null && 'error' in body;
  const error = isRead ? undefined : errorSchema.safeParse(body).data;
  return new Response(error === undefined ? text : JSON.stringify({ error }), { status, headers });
}

import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { type Asked, chatAnswer, type FakeServer, sendJson, startServer } from '../sampling/fake-server.ts';

const messagesSchema = z.tuple([
  z.object({ role: z.literal('system'), content: z.string() }),
  z.object({ role: z.literal('user'), content: z.string() }),
]);

const dataSchema = z.strictObject({
  item: z.strictObject({
    prompt: z.string().optional(),
    messages: z.array(z.object({ role: z.string(), content: z.string() })).optional(),
    answer: z.string().optional(),
    meta: z.unknown().optional(),
  }),
  completion: z.string(),
});

/** A judge's input: the system's message, the item and the completion as it reads them. */
export function givenTo({ body }: Asked): { readonly system: string } & z.output<typeof dataSchema> {
  const [{ content: system }, { content }] = messagesSchema.parse(body['messages']);
  return { system, ...dataSchema.parse(JSON.parse(content)) };
}

export const verdictText = (verdict: string, reason = `it is ${verdict}`): string =>
  JSON.stringify({ reason, verdict });

/** The verdict of an incorruptible judge: whether the first line ends in the item's answer. */
export function soundVerdict(asked: Asked): string {
  const { item, completion } = givenTo(asked);
  const [first = ''] = completion.split('\n', 1);
  return first.trimEnd().endsWith(item.answer ?? '\u0000') ? 'correct' : 'incorrect';
}

/** The verdict of a judge that believes any claim to be right. */
export const credulousVerdict = (asked: Asked): string =>
  givenTo(asked).completion.includes('full marks') ? 'correct' : soundVerdict(asked);

/**
 * An OpenAI-compatible judge on 127.0.0.1 that stops with the test. `instead` may answer a request
 * differently, and then returns true.
 */
export function startJudge(
  verdictOf: (asked: Asked) => string = soundVerdict,
  instead: (asked: Asked, response: ServerResponse) => boolean = () => false,
): Promise<FakeServer> {
  return startServer((asked, response) => {
    if (instead(asked, response)) return;
    if (asked.path === '/v1/chat/completions') {
      sendJson(response, 200, chatAnswer(verdictText(verdictOf(asked))));
    } else if (asked.path === '/v1/models') {
      sendJson(response, 200, { object: 'list', data: [{ id: 'judge' }] });
    } else sendJson(response, 404, { error: { message: `no ${asked.path} here` } });
  });
}

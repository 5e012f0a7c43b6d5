import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tinyModels } from '../../../examples/tiny-lm/server/answerer.ts';
import type { OpenAiServer } from '../../support/simulator/openai-server.ts';
import { serveOpenAi } from '../../support/simulator/openai-server.ts';
import { evalItems, example } from './evals.ts';

const completionSchema = z.object({
  object: z.literal('chat.completion'),
  model: z.string(),
  usage: z.object({ prompt_tokens: z.int(), completion_tokens: z.int(), total_tokens: z.int() }),
  choices: z.array(
    z.object({
      index: z.int(),
      message: z.object({ role: z.literal('assistant'), content: z.string() }),
      finish_reason: z.enum(['stop', 'length']),
    }),
  ),
});

let server: OpenAiServer;

beforeAll(async () => {
  server = await serveOpenAi(await tinyModels({ folder: example, checkpoints: ['m0'] }));
});

afterAll(() => server.close());

async function post(body: Record<string, unknown>): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${server.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'tiny-lm-m0', ...body }),
  });
  return { status: response.status, body: await response.json() };
}

async function complete(prompt: string, more: Record<string, unknown> = {}) {
  const { status, body } = await post({ messages: [{ role: 'user', content: prompt }], ...more });
  expect(status, JSON.stringify(body)).toBe(200);
  return completionSchema.parse(body);
}

const textsOf = ({ choices }: z.infer<typeof completionSchema>): string[] =>
  choices.map(({ message }) => message.content);

const [{ prompt } = { prompt: '' }] = evalItems('trained-kind');

describe('the server of the tiny model', () => {
  test('writes without chance what the training program writes, asked one by one or all at once', async () => {
    const expected = z
      .record(z.string(), z.string())
      .parse(JSON.parse(readFileSync(join(example, 'training/greedy.json'), 'utf8')));
    const prompts = Object.keys(expected);
    expect(prompts.length).toBeGreaterThan(30);
    const together = await Promise.all(
      prompts.map((each) => complete(each, { temperature: 0, max_tokens: 80 })),
    );
    expect(together.map((completion) => textsOf(completion)[0])).toEqual(Object.values(expected));
    const alone = await complete(prompts[0] ?? '', { temperature: 0 });
    expect(textsOf(alone)).toEqual([expected[prompts[0] ?? '']]);
  });

  test('gives n solutions that differ, the same again for the same seed, others for another', async () => {
    const asked = { n: 16, temperature: 1, seed: 1 };
    const first = await complete(prompt, asked);
    expect(first.choices.map(({ index }) => index)).toEqual([...Array(16).keys()]);
    expect(new Set(textsOf(first)).size).toBeGreaterThan(8);
    expect(textsOf(await complete(prompt, asked))).toEqual(textsOf(first));
    expect(textsOf(await complete(prompt, { ...asked, seed: 2 }))).not.toEqual(textsOf(first));
  });

  test('asked without a seed it draws afresh', async () => {
    const asked = { n: 16, temperature: 1 };
    expect(textsOf(await complete(prompt, asked))).not.toEqual(textsOf(await complete(prompt, asked)));
  });

  test('counts tokens, and says whether a solution was cut by the limit', async () => {
    const whole = await complete(prompt, { temperature: 0 });
    expect(whole.choices[0]?.finish_reason).toBe('stop');
    const cut = await complete(prompt, { n: 3, max_tokens: 5 });
    expect(cut.choices.map(({ finish_reason: reason }) => reason)).toEqual(['length', 'length', 'length']);
    expect(cut.usage).toMatchObject({
      prompt_tokens: prompt.match(/\w+|[^\w\s]/gu)?.length,
      completion_tokens: 15,
    });
  });

  test('ends a solution before a stop text', async () => {
    const [text = ''] = textsOf(await complete(prompt, { temperature: 0 }));
    const stopped = await complete(prompt, { temperature: 0, stop: ['='] });
    expect(textsOf(stopped)).toEqual([text.slice(0, text.indexOf('='))]);
  });

  test('refuses a word that the model has no token for, and a prompt that is too long', async () => {
    const unknown = await post({ messages: [{ role: 'user', content: 'Ann has 12 zebras.' }] });
    expect(unknown.status).toBe(400);
    expect(JSON.stringify(unknown.body)).toContain('zebras');
    const long = await post({ messages: [{ role: 'user', content: 'Ann has 12 apples. '.repeat(40) }] });
    expect(long).toMatchObject({ status: 400, body: { error: { code: 'context_length_exceeded' } } });
  });

  test('lists what it serves, and answers 404 for what it does not', async () => {
    const models = await (await fetch(`${server.baseUrl}/models`)).json();
    expect(models).toMatchObject({ data: [{ id: 'tiny-lm-m0', owned_by: 'tiny-lm' }] });
    const other = await post({ model: 'tiny-lm-m9', messages: [{ role: 'user', content: prompt }] });
    expect(other).toMatchObject({ status: 404, body: { error: { code: 'model_not_found' } } });
  });
});

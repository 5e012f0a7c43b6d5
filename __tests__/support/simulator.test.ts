import { join } from 'node:path';
import OpenAI, { AuthenticationError, BadRequestError, NotFoundError } from 'openai';
import { afterEach, describe, expect, test } from 'vitest';
import { first } from './simulator/checkpoint.ts';
import { drawSample, drawSamples, greedySample } from './simulator/draw.ts';
import type { OpenAiServer } from './simulator/openai-server.ts';
import { readEvals } from './simulator/read-evals.ts';
import { checkpoints, scenarios } from './simulator/scenarios.ts';
import type { SimulatorOptions } from './simulator/simulator.ts';
import { startSimulator } from './simulator/simulator.ts';

const items = readEvals(join(import.meta.dirname, '../../examples/simulated/evals'));
const [item, otherItem] = items;
if (item === undefined || otherItem === undefined) throw new Error('the example has no items');

const running: OpenAiServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(
  options: Partial<SimulatorOptions> = {},
): Promise<{ server: OpenAiServer; client: OpenAI }> {
  const server = await startSimulator({ checkpoints, items, seed: 11, ...options });
  running.push(server);
  return {
    server,
    client: new OpenAI({ baseURL: server.baseUrl, apiKey: options.apiKey ?? 'none', maxRetries: 0 }),
  };
}

const asking = (prompt: string) => ({
  model: 'simulated-v1',
  messages: [{ role: 'user' as const, content: prompt }],
});

const textsOf = (completion: OpenAI.ChatCompletion): readonly string[] =>
  completion.choices.map(({ message }) => message.content ?? '');

const texts = (n: number, seed = 11): readonly string[] =>
  drawSamples(first, item, n, { seed }).map(({ text }) => text);

const sorted = (some: readonly string[]): readonly string[] => some.toSorted((a, b) => a.localeCompare(b));

describe('/v1/models', () => {
  test('lists v1 and the new checkpoint of every scenario', async () => {
    const { client } = await start();
    const { data } = await client.models.list();
    expect(data.map(({ id }) => id)).toEqual(checkpoints.map(({ version }) => `simulated-${version}`));
    expect(await client.models.retrieve('simulated-v2')).toMatchObject({
      id: 'simulated-v2',
      object: 'model',
    });
    await expect(client.models.retrieve('v2')).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe('/v1/chat/completions', () => {
  test('returns n choices with finish reason, and the usage of all of them', async () => {
    const { client } = await start();
    const one = await client.chat.completions.create({ ...asking(item.prompt), seed: 5 });
    const completion = await client.chat.completions.create({ ...asking(item.prompt), seed: 5, n: 3 });
    expect(completion).toMatchObject({ object: 'chat.completion', model: 'simulated-v1' });
    expect(completion.choices.map(({ index, finish_reason: reason }) => [index, reason])).toEqual([
      [0, 'stop'],
      [1, 'stop'],
      [2, 'stop'],
    ]);
    expect(new Set(textsOf(completion)).size).toBe(3);
    const { usage } = completion;
    expect(usage?.prompt_tokens).toBe(one.usage?.prompt_tokens);
    expect(usage?.completion_tokens).toBeGreaterThan(2 * (one.usage?.completion_tokens ?? Infinity));
    expect(usage?.total_tokens).toBe((usage?.prompt_tokens ?? 0) + (usage?.completion_tokens ?? 0));
  });

  test('n requests without a seed, in any order and among other items, give the samples 0 to n − 1', async () => {
    const { client } = await start();
    const asked = Array.from({ length: 24 }, (_, place) => (place % 3 === 0 ? otherItem : item));
    const answers = await Promise.all(
      asked.map(async ({ id, prompt }) => ({
        id,
        completion: await client.chat.completions.create({ ...asking(prompt), temperature: 0.8 }),
      })),
    );
    const found = answers.filter(({ id }) => id === item.id).flatMap(({ completion }) => textsOf(completion));
    expect(sorted(found)).toEqual(sorted(texts(16)));
    const further = await client.chat.completions.create({ ...asking(item.prompt), n: 2 });
    expect(textsOf(further)).toEqual(texts(18).slice(16));
  });

  test('one request for n gives the same as n requests', async () => {
    const { client } = await start();
    const completion = await client.chat.completions.create({ ...asking(item.prompt), n: 16 });
    expect(textsOf(completion)).toEqual(texts(16));
  });

  test('counts checkpoints separately', async () => {
    const { client } = await start();
    await client.chat.completions.create({ ...asking(item.prompt), n: 4 });
    const completion = await client.chat.completions.create({
      ...asking(item.prompt),
      model: 'simulated-v2',
    });
    expect(textsOf(completion)).toEqual([drawSample(scenarios.reversal.new, item, 0, { seed: 11 }).text]);
  });

  test('a seed identifies the sample: it gives the same again, and changes no count', async () => {
    const { client } = await start();
    const seeded = { ...asking(item.prompt), seed: 3 };
    const once = await client.chat.completions.create(seeded);
    expect(textsOf(await client.chat.completions.create(seeded))).toEqual(textsOf(once));
    expect(textsOf(once)).toEqual([drawSample(first, item, [3, 0], { seed: 11 }).text]);
    const next = await client.chat.completions.create({ ...seeded, seed: 4 });
    expect(textsOf(next)).not.toEqual(textsOf(once));
    const both = await client.chat.completions.create({ ...seeded, n: 2 });
    expect(textsOf(both)).toEqual([...textsOf(once), ...textsOf(next)]);
    expect(textsOf(await client.chat.completions.create(asking(item.prompt)))).toEqual(texts(1));
  });

  test("another simulator's seed gives other draws", async () => {
    const { client } = await start({ seed: 12 });
    const completion = await client.chat.completions.create({ ...asking(item.prompt), n: 4 });
    expect(textsOf(completion)).toEqual(texts(4, 12));
    expect(textsOf(completion)).not.toEqual(texts(4, 11));
  });

  test('temperature 0 gives the greedy sample every time', async () => {
    const { client } = await start();
    const completion = await client.chat.completions.create({ ...asking(item.prompt), temperature: 0, n: 3 });
    const { text } = greedySample(first, item, { seed: 11 });
    expect(textsOf(completion)).toEqual([text, text, text]);
  });

  test('a system message and a template around the prompt change nothing', async () => {
    const { client } = await start();
    const completion = await client.chat.completions.create({
      model: 'simulated-v1',
      messages: [
        { role: 'system', content: 'Think step by step.' },
        { role: 'user', content: [{ type: 'text', text: `Question: ${item.prompt}\nAnswer:` }] },
      ],
    });
    expect(textsOf(completion)).toEqual(texts(1));
  });

  test('max_tokens truncates the text and reports it; stop ends it before the given text', async () => {
    const { client } = await start();
    const [whole = ''] = texts(1);
    const cut = await client.chat.completions.create({ ...asking(item.prompt), max_tokens: 7 });
    expect(cut.choices[0]?.finish_reason).toBe('length');
    expect(cut.usage?.completion_tokens).toBe(7);
    expect(whole.startsWith(cut.choices[0]?.message.content ?? '?')).toBe(true);
    const stopped = await client.chat.completions.create({
      ...asking(item.prompt),
      stop: ['=', 'never'],
      seed: 1,
    });
    const { text } = drawSample(first, item, [1, 0], { seed: 11 });
    expect(stopped.choices[0]).toMatchObject({
      finish_reason: 'stop',
      message: { content: text.slice(0, text.indexOf('=')) },
    });
  });
});

test('/v1/completions gives the same samples as text', async () => {
  const { client } = await start();
  const completion = await client.completions.create({
    model: 'simulated-v1',
    prompt: item.prompt,
    n: 4,
    max_tokens: 512,
  });
  expect(completion.object).toBe('text_completion');
  expect(completion.choices.map(({ text }) => text)).toEqual(texts(4));
  expect(completion.choices.every(({ finish_reason: reason }) => reason === 'stop')).toBe(true);
});

describe('errors are those of the API', () => {
  test('an unknown model: 404', async () => {
    const { client } = await start();
    const refused = client.chat.completions.create({ ...asking(item.prompt), model: 'gpt-4' });
    await expect(refused).rejects.toBeInstanceOf(NotFoundError);
    await expect(refused).rejects.toMatchObject({
      status: 404,
      code: 'model_not_found',
      type: 'invalid_request_error',
    });
  });

  test('a wrong key, if a key is required: 401', async () => {
    const { server, client } = await start({ apiKey: 'the-key' });
    await expect(client.models.list()).resolves.toBeDefined();
    const stranger = new OpenAI({ baseURL: server.baseUrl, apiKey: 'another', maxRetries: 0 });
    const refused = stranger.chat.completions.create(asking(item.prompt));
    await expect(refused).rejects.toBeInstanceOf(AuthenticationError);
    await expect(refused).rejects.toMatchObject({ status: 401, code: 'invalid_api_key' });
  });

  test('a prompt that is not an item, a value out of range, streaming: 400 with the parameter', async () => {
    const { client } = await start();
    const refused = async (changes: object): Promise<unknown> =>
      client.chat.completions.create({ ...asking(item.prompt), ...changes }).catch((error: unknown) => error);
    const unknown = await refused({ messages: [{ role: 'user', content: 'What is love?' }] });
    expect(unknown).toBeInstanceOf(BadRequestError);
    expect(unknown).toMatchObject({ code: 'unknown_item' });
    expect(await refused({ n: 0 })).toMatchObject({ status: 400, param: 'n' });
    expect(await refused({ temperature: 3 })).toMatchObject({ status: 400, param: 'temperature' });
    expect(await refused({ stream: true })).toMatchObject({ status: 400, param: 'stream' });
    expect(await refused({ messages: [] })).toMatchObject({ status: 400, param: 'messages' });
    expect(await refused({ messages: [{ role: 'system', content: item.prompt }] })).toMatchObject({
      status: 400,
    });
  });

  test('a body that is not JSON, an unknown path, a wrong method', async () => {
    const { server } = await start();
    const post = await fetch(`${server.baseUrl}/chat/completions`, { method: 'POST', body: '{' });
    expect([post.status, await post.json()]).toMatchObject([
      400,
      { error: { type: 'invalid_request_error' } },
    ]);
    expect((await fetch(`${server.baseUrl}/embeddings`)).status).toBe(404);
    expect((await fetch(`${server.baseUrl}/completions`)).status).toBe(405);
    expect(server.requests()).toBe(3);
  });
});

test('stops listening when it is closed', async () => {
  const { server, client } = await start();
  await client.models.list();
  await server.close();
  await expect(fetch(`${server.baseUrl}/models`)).rejects.toThrow();
});

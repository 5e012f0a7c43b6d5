import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import OpenAI from 'openai';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Completion } from '../../src/servers/chat/completion.ts';
import { completionSchema } from '../../src/servers/chat/completion.ts';
import { startReplayServer } from './replay-server.ts';
import { readLines } from './simulator/read-evals.ts';
import { describeOnData } from './describe-on-data.ts';
import { testData } from './test-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'replay-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const write = (name: string, lines: readonly object[]): string => {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return path;
};

const suites = {
  quiz: write('quiz.jsonl', [
    { id: 'a', prompt: 'One?' },
    { id: 'b', prompt: 'Two?' },
  ]),
};
const generation = (index: number, rest: Partial<Completion>): Completion => ({
  suite: 'quiz',
  id: 'a',
  index,
  text: `text ${index}`,
  ...rest,
});
const recorded = write('recorded.jsonl', [
  generation(2, { finish_reason: 'content_filter' }),
  generation(0, { finish_reason: 'length' }),
  generation(1, {}),
  generation(0, { id: 'b', error: 'the server gave up' }),
]);

const clientOf = (baseURL: string): OpenAI => new OpenAI({ baseURL, apiKey: 'none', maxRetries: 0 });
const asking = (model: string, content: string) => ({
  model,
  messages: [{ role: 'user' as const, content }],
});

describe('recorded generations', () => {
  test('are returned in the order of their index, whatever the order of lines, with their finish reason', async () => {
    await using server = await startReplayServer({ suites, models: { m: recorded } });
    const client = clientOf(server.baseUrl);
    const [one] = (await client.chat.completions.create({ ...asking('m', 'One?'), max_tokens: 1 })).choices;
    expect([one?.message.content, one?.finish_reason]).toEqual(['text 0', 'length']);
    const rest = await client.chat.completions.create({ ...asking('m', 'One?'), n: 2, seed: 9 });
    expect(rest.choices.map(({ message, finish_reason: reason }) => [message.content, reason])).toEqual([
      ['text 1', 'stop'],
      ['text 2', 'content_filter'],
    ]);
  });

  test('end: a request beyond them is refused and consumes no generation', async () => {
    await using server = await startReplayServer({ suites, models: { m: recorded } });
    const client = clientOf(server.baseUrl);
    await expect(client.chat.completions.create({ ...asking('m', 'One?'), n: 4 })).rejects.toMatchObject({
      status: 400,
      code: 'no_more_generations',
    });
    const all = await client.chat.completions.create({ ...asking('m', 'One?'), n: 3 });
    expect(all.choices).toHaveLength(3);
  });

  test('that failed are refused with the recorded error', async () => {
    await using server = await startReplayServer({ suites, models: { m: recorded } });
    await expect(clientOf(server.baseUrl).chat.completions.create(asking('m', 'Two?'))).rejects.toMatchObject(
      {
        status: 400,
        code: 'recorded_failure',
        message: expect.stringContaining('the server gave up'),
      },
    );
  });

  test('of several models are counted separately; an unknown model or prompt is refused', async () => {
    await using server = await startReplayServer({ suites, models: { old: recorded, new: recorded } });
    const client = clientOf(server.baseUrl);
    for (const model of ['old', 'new']) {
      const { choices } = await client.chat.completions.create(asking(model, 'Question: One?'));
      expect(choices[0]?.message.content).toBe('text 0');
    }
    await expect(client.chat.completions.create(asking('other', 'One?'))).rejects.toMatchObject({
      status: 404,
    });
    await expect(client.chat.completions.create(asking('old', 'Three?'))).rejects.toMatchObject({
      code: 'unknown_item',
    });
  });
});

const itemSchema = z.object({ id: z.string(), prompt: z.string() });

describeOnData('real generations', () => {
  test('are returned over HTTP as they are in the file', { timeout: 300_000 }, async () => {
    const itemsFile = testData('gsm8k/gsm8k.jsonl');
    const models = Object.fromEntries(
      ['6b', '175b'].map((size) => [size, testData(`gsm8k/generations-${size}-finetuning.jsonl`)]),
    );
    await using server = await startReplayServer({ suites: { gsm8k: itemsFile }, models });
    const client = clientOf(server.baseUrl);
    const items = readLines(itemsFile).map((line) => itemSchema.parse(line));
    for (const [model, path] of Object.entries(models)) {
      const expected = new Map(
        readLines(path).map((line) => {
          const { id, text, finish_reason: reason } = completionSchema.parse(line);
          return [id, { text, reason }];
        }),
      );
      const pending = [...items];
      const served = new Map<string, { text: string | null | undefined; reason: string | undefined }>();
      const work = async (): Promise<void> => {
        for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
          const [choice] = (await client.chat.completions.create(asking(model, item.prompt))).choices;
          served.set(item.id, { text: choice?.message.content, reason: choice?.finish_reason });
        }
      };
      await Promise.all(Array.from({ length: 16 }, work));
      expect(served.size).toBe(1319);
      expect(Object.fromEntries(served)).toEqual(Object.fromEntries(expected));
    }
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Checkpoint } from '../../../src/servers/checkpoint.ts';
import { firstSeedOf } from '../../../src/servers/chat/request-seed.ts';
import { openClient, requestBody, type Client } from '../../../src/servers/chat/client.ts';
import { systemTiming } from '../../../src/timing.ts';
import { sendJson, startChatServer, startServer } from '../../sampling/fake-server.ts';
import { makeCheckpoint, SETTINGS } from '../../sampling/setting.ts';

const never = new AbortController().signal;
const messages = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'What is 6 × 7?' },
] as const;
const item = { id: 'a', messages };
const firstSeed = firstSeedOf({ seed: 10, draw: undefined, item });

function open(baseUrl: string, more: Partial<Checkpoint> = {}, env: Record<string, string> = {}): Client {
  const checkpoint = makeCheckpoint('old', baseUrl, more);
  return openClient({ checkpoint, settings: SETTINGS, env, timing: systemTiming, heard: () => {} });
}

const askOne = (client: Client, signal = never): ReturnType<Client['ask']> =>
  client.ask({ item, index: 0, count: 1, signal });

describe('requestBody', () => {
  it('contains the configured settings, and nothing that they leave open', () => {
    const checkpoint = makeCheckpoint('old', 'http://127.0.0.1/v1');
    const bare = requestBody({ checkpoint, settings: SETTINGS, item, index: 3, count: 1 });
    expect(bare).toEqual({ model: 'model-old', messages, temperature: 0.8, top_p: 0.95, stream: false });
    const settings = { ...SETTINGS, maxTokens: 64, maxCompletionTokens: 128, stop: ['\n\n'], seed: 10 };
    expect(requestBody({ checkpoint, settings, item, index: 3, count: 1 })).toEqual({
      ...bare,
      max_tokens: 64,
      max_completion_tokens: 128,
      stop: ['\n\n'],
      seed: firstSeed + 3,
    });
  });

  it('leaves out a temperature and a top-p that are left to the server', () => {
    const checkpoint = makeCheckpoint('old', 'http://127.0.0.1/v1');
    const settings = { ...SETTINGS, temperature: 'default', topP: 'default' } as const;
    expect(requestBody({ checkpoint, settings, item, index: 0, count: 1 })).toEqual({
      model: 'model-old',
      messages,
      stream: false,
    });
  });

  it('requests more than one completion with n, and the seed of the first', () => {
    const checkpoint = makeCheckpoint('old', 'http://127.0.0.1/v1');
    const settings = { ...SETTINGS, seed: 10 };
    expect(requestBody({ checkpoint, settings, item, index: 8, count: 4 })).toMatchObject({
      n: 4,
      seed: firstSeed + 8,
    });
    expect(requestBody({ checkpoint, settings, item, index: 8, count: 1 })).not.toHaveProperty('n');
  });

  it('adds the extra body, but settings take precedence', () => {
    const extraBody = { top_k: 20, temperature: 2, stream: true, model: 'another' };
    const checkpoint = makeCheckpoint('old', 'http://127.0.0.1/v1', { extraBody });
    expect(requestBody({ checkpoint, settings: SETTINGS, item, index: 0, count: 1 })).toMatchObject({
      top_k: 20,
      temperature: 0.8,
      stream: false,
      model: 'model-old',
    });
  });

  it('joins the messages with blank lines for the completions API', () => {
    const checkpoint = makeCheckpoint('old', 'http://127.0.0.1/v1', { api: 'completions' });
    const body = requestBody({ checkpoint, settings: SETTINGS, item, index: 0, count: 1 });
    expect(body['prompt']).toBe('Be brief.\n\nWhat is 6 × 7?');
    expect(body).not.toHaveProperty('messages');
  });
});

describe('a client', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('sends requests to the path of its API', async () => {
    const server = await startServer(({ path }, response) =>
      sendJson(response, 200, {
        choices: [path.includes('chat') ? { message: { content: 'chat' } } : { text: 'text' }],
      }),
    );
    expect((await askOne(open(server.baseUrl))).completions[0]?.text).toBe('chat');
    expect((await askOne(open(server.baseUrl, { api: 'completions' }))).completions[0]?.text).toBe('text');
    expect(server.asked.map(({ path, method }) => `${method} ${path}`)).toEqual([
      'POST /v1/chat/completions',
      'POST /v1/completions',
    ]);
  });

  it('gives configured headers precedence over the key', async () => {
    const server = await startChatServer();
    const client = open(
      server.baseUrl,
      { headersEnv: 'H' },
      { H: '{"Authorization":"Basic dTpw","X-Team":"t1"}' },
    );
    await askOne(client);
    expect(server.asked[0]?.headers).toMatchObject({ authorization: 'Basic dTpw', 'x-team': 't1' });
  });

  it("ignores the SDK's own environment variables", async () => {
    const server = await startChatServer();
    for (const name of ['API_KEY', 'ADMIN_KEY', 'ORG_ID', 'PROJECT_ID', 'WEBHOOK_SECRET']) {
      vi.stubEnv(`OPENAI_${name}`, 'stray-value');
    }
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:1/v1');
    vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'X-Stray: stray-value');
    await askOne(open(server.baseUrl));
    expect(JSON.stringify(server.asked[0]?.headers)).not.toContain('stray');
    expect(server.asked[0]?.headers.authorization).toBe('Bearer none');
  });

  it('lists models, or none if the server fails', async () => {
    const server = await startServer(({ number }, response) =>
      number === 0
        ? sendJson(response, 200, { object: 'list', data: [{ id: 'a' }, { id: 'b\u001b[31m' }, { id: 'c' }] })
        : sendJson(response, 500, { error: { message: 'no' } }),
    );
    const client = open(server.baseUrl);
    expect(await client.models(2)).toEqual(['a', 'b [31m']);
    expect(await client.models(2)).toEqual([]);
    expect(server.asked.map(({ path }) => path)).toEqual(['/v1/models', '/v1/models']);
  });

  it('ends a request in progress when the signal aborts', async () => {
    let isClosed = false;
    const server = await startServer((_, response) => void response.on('close', () => (isClosed = true)));
    const stop = new AbortController();
    const asking = askOne(open(server.baseUrl), stop.signal);
    await expect.poll(() => server.asked.length).toBe(1);
    stop.abort();
    await expect(asking).rejects.not.toHaveProperty('kind');
    await expect.poll(() => isClosed).toBe(true);
  });
});

import { readFile, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { EmbeddingModel } from '../../../src/servers/embedding-model.ts';
import { embedderWith } from '../../../src/sampling/embeddings/embeddings.ts';
import type {
  EmbeddingProgress,
  EmbeddingRequest,
} from '../../../src/sampling/embeddings/embedding-request.ts';
import {
  base64Of,
  embeddingsAnswer,
  startEmbeddingsServer,
  textsOf,
} from '../../support/embeddings-server.ts';
import { hashedEmbedding } from '../../support/hashed-embedding.ts';
import { type Asked, type FakeServer, sendJson } from '../fake-server.ts';
import { makeFolder, readStore, samplingError, stillTiming } from '../setting.ts';

const embed = embedderWith(stillTiming());

const texts = (count: number): string[] =>
  Array.from({ length: count }, (_, place) => `text number ${place}`);

async function requestTo(
  { baseUrl }: Pick<FakeServer, 'baseUrl'>,
  more: Partial<Omit<EmbeddingRequest, 'model'>> & { readonly model?: Partial<EmbeddingModel> } = {},
): Promise<EmbeddingRequest & { readonly progress: EmbeddingProgress[] }> {
  const progress: EmbeddingProgress[] = [];
  return {
    texts: texts(3),
    concurrency: 2,
    timeoutMs: 5_000,
    storeDir: more.storeDir ?? (await makeFolder()),
    env: {},
    signal: new AbortController().signal,
    onEmbedding: (one) => progress.push(one),
    progress,
    ...more,
    model: { model: 'bags', baseUrl, batch: 4, maxCharacters: 1000, ...more.model },
  };
}

/** Gives the configured responses, then good ones. */
const inTurn =
  (...answers: readonly ((asked: Asked, response: ServerResponse) => void)[]) =>
  (asked: Asked, response: ServerResponse): boolean => {
    const answer = answers[asked.number];
    answer?.(asked, response);
    return answer !== undefined;
  };

const refuse =
  (status: number, headers = {}) =>
  (_: Asked, response: ServerResponse): void =>
    sendJson(response, status, { error: { message: 'not now' } }, headers);

describe('texts to embed', () => {
  it('are all distinct texts, in batches, each with its own vector', async () => {
    const server = await startEmbeddingsServer();
    const request = await requestTo(server, { texts: [...texts(10), ...texts(10), ' text number 3\n'] });
    const { embeddingOf, failed, texts: distinct, cost } = await embed(request);
    expect(server.asked.map((asked) => textsOf(asked).length)).toEqual([4, 4, 2]);
    expect(server.asked.map(({ method, path }) => `${method} ${path}`)).toContain('POST /v1/embeddings');
    for (const text of texts(10)) expect(embeddingOf(text)).toEqual(Float32Array.from(hashedEmbedding(text)));
    expect(embeddingOf(' text number 3\n')).toEqual(embeddingOf('text number 3'));
    expect(embeddingOf('never asked')).toBeUndefined();
    expect({ distinct, failed }).toEqual({ distinct: 10, failed: undefined });
    expect(cost).toEqual({ requests: 3, prompt_tokens: 30, cached: 0 });
    expect(request.progress[0]).toEqual({ done: 0, failed: 0, cached: 0, total: 10 });
    expect(request.progress.at(-1)).toEqual({ done: 10, failed: 0, cached: 0, total: 10 });
  });

  it('exclude blank texts and cut long ones at their beginning, without splitting a character', async () => {
    const server = await startEmbeddingsServer();
    const request = await requestTo(server, {
      texts: ['', ' \n\t', `  ${'x'.repeat(9)}😀y`, 'lone \uD800', `z${' '.repeat(30)}w`],
      model: { maxCharacters: 10 },
    });
    const { embeddingOf } = await embed(request);
    expect(server.asked.flatMap((asked) => textsOf(asked))).toEqual([
      'x'.repeat(9),
      'lone \uFFFD',
      `z${' '.repeat(9)}`,
    ]);
    expect(embeddingOf(' \n\t')).toBeUndefined();
    expect(embeddingOf(`${'x'.repeat(9)}😀 something else`)).toBeDefined();
  });

  it('cause no request if there is nothing to embed', async () => {
    const { cost } = await embed(await requestTo({ baseUrl: 'http://127.0.0.1:9/v1' }, { texts: [''] }));
    expect(cost).toEqual({ requests: 0, prompt_tokens: 0, cached: 0 });
  });

  it('never cause more concurrent requests than the limit', async () => {
    const server = await startEmbeddingsServer((asked, response) => {
      setTimeout(() => sendJson(response, 200, embeddingsAnswer(asked)), 5);
      return true;
    });
    await embed(await requestTo(server, { texts: texts(24), concurrency: 3, model: { batch: 2 } }));
    expect(server.asked).toHaveLength(12);
    expect(server.mostAtOnce()).toBe(3);
  });

  it('are read from base64, and from JSON with another content type', async () => {
    const server = await startEmbeddingsServer(
      inTurn(
        (asked, response) => sendJson(response, 200, embeddingsAnswer(asked, 'base64')),
        (asked, response) =>
          sendJson(response, 200, embeddingsAnswer(asked), { 'content-type': 'text/plain' }),
      ),
    );
    const { embeddingOf } = await embed(await requestTo(server, { texts: texts(8), concurrency: 1 }));
    for (const text of texts(8)) expect(embeddingOf(text)).toEqual(Float32Array.from(hashedEmbedding(text)));
  });
});

describe('stored embeddings', () => {
  it('are not requested again: a second run needs no server and gives the same numbers', async () => {
    const server = await startEmbeddingsServer();
    const storeDir = await makeFolder();
    const first = await embed(await requestTo(server, { storeDir, texts: texts(9) }));
    await server.stop();
    const again = await requestTo(server, { storeDir, texts: texts(9) });
    const second = await embed(again);
    expect(second.cost).toEqual({ requests: 0, prompt_tokens: 0, cached: 9 });
    for (const text of texts(9)) expect(second.embeddingOf(text)).toEqual(first.embeddingOf(text));
    expect(again.progress).toEqual([{ done: 9, failed: 0, cached: 9, total: 9 }]);
  });

  it('are requested again for another model, digest or address; otherwise only new ones are requested', async () => {
    const server = await startEmbeddingsServer();
    const storeDir = await makeFolder();
    const asking = async (model: Partial<EmbeddingModel>, count = 2): Promise<number> => {
      const { cost } = await embed(await requestTo(server, { storeDir, texts: texts(count), model }));
      return cost.cached;
    };
    const elsewhere = `${server.baseUrl}/../v1`;
    expect(await asking({})).toBe(0);
    expect(await asking({ model: 'other' })).toBe(0);
    expect(await asking({ baseUrl: elsewhere })).toBe(0);
    expect(await asking({ digest: 'd1' })).toBe(0);
    expect(await asking({ digest: 'd1', baseUrl: elsewhere }, 3)).toBe(2);
    expect(await asking({ digest: 'd2' })).toBe(0);
    expect(await asking({}, 5)).toBe(2);
  });

  it('contain no text; torn and damaged lines are requested again', async () => {
    const server = await startEmbeddingsServer();
    const storeDir = await makeFolder();
    const request = await requestTo(server, { storeDir, texts: texts(6) });
    await embed(request);
    const [file] = await readStore(storeDir);
    if (file === undefined) throw new Error('nothing is stored');
    expect(file.text).not.toContain('number');
    const lines = file.text.trimEnd().split('\n');
    const nan = base64Of([Number.NaN, 1]);
    const damaged = [lines[0]?.replace(/"vector":"[^"]*"/u, `"vector":"${nan}"`), ...lines.slice(1, 5)];
    await writeFile(file.path, `${damaged.join('\n')}\n${lines[5]?.slice(0, 40)}`);
    const warnings: string[] = [];
    const { cost, embeddingOf } = await embed({ ...request, onWarning: (one) => warnings.push(one) });
    expect(cost.cached).toBe(4);
    expect(warnings).toEqual([
      `${file.path}: skipped 1 damaged line; the missing embeddings will be requested again.`,
    ]);
    for (const text of texts(6)) expect(embeddingOf(text)).toEqual(Float32Array.from(hashedEmbedding(text)));
    expect((await readFile(file.path, 'utf8')).endsWith('\n')).toBe(true);
  });

  it('are never mixed with vectors of another length', async () => {
    const longer = await startEmbeddingsServer((asked, response) => {
      const data = textsOf(asked).map((text, index) => ({ index, embedding: hashedEmbedding(text, 96) }));
      sendJson(response, 200, { data });
      return true;
    });
    const server = await startEmbeddingsServer();
    const storeDir = await makeFolder();
    await embed(await requestTo(server, { storeDir, model: { digest: 'd' } }));
    const more = await requestTo(longer, { storeDir, texts: texts(5), model: { digest: 'd' } });
    const error = await samplingError(embed(more));
    expect(error.what).toBe(
      'Found embeddings of lengths 64 and 96 from bags, but all embeddings from a model must have the same length.',
    );
    expect(error.where).toMatch(/embeddings\/bags-[0-9a-f]{16}\.jsonl$/u);
  });
});

describe('a temporary failure', () => {
  it.each([
    ['HTTP 429', refuse(429, { 'retry-after': '7' })],
    ['HTTP 500', refuse(500)],
    ['a connection that breaks off', (_: Asked, response: ServerResponse) => void response.destroy()],
    ['fewer embeddings than texts', broken(({ data }) => ({ data: data.slice(1) }))],
    ['more embeddings than texts', broken(({ data }) => ({ data: [...data, ...data] }))],
    ['an index twice', broken(({ data }) => ({ data: data.map((one) => ({ ...one, index: 0 })) }))],
    [
      'an index beyond the texts',
      broken(({ data }) => ({ data: data.map((one) => ({ ...one, index: 9 })) })),
    ],
    ['no index', broken(({ data }) => ({ data: data.map(({ embedding }) => ({ embedding })) }))],
    [
      'bad base64',
      broken(({ data }) => ({ data: data.map((one) => ({ ...one, embedding: '*not base64*' })) })),
    ],
    [
      'base64 of half a number',
      broken(({ data }) => ({ data: data.map((one) => ({ ...one, embedding: 'AAA=' })) })),
    ],
    [
      'a number that is not finite',
      broken(({ data }) => ({ data: withVector(data, base64Of([Number.NaN])) })),
    ],
    ['a number that is too large', broken(({ data }) => ({ data: withVector(data, [1e300]) }))],
    ['null for a number', broken(({ data }) => ({ data: withVector(data, [null]) }))],
    ['an empty vector', broken(({ data }) => ({ data: withVector(data, []) }))],
    [
      'vectors of several lengths',
      broken(({ data }) => ({ data: [...data.slice(1), { index: 2, embedding: [1] }] })),
    ],
    ['no JSON', (_: Asked, response: ServerResponse) => sendJson(response, 200, '{"data": [')],
  ])('is retried: %s', async (_, answer) => {
    const server = await startEmbeddingsServer(inTurn(answer));
    const { embeddingOf, failed, cost } = await embed(await requestTo(server));
    expect(cost.requests).toBe(2);
    expect(failed).toBeUndefined();
    for (const text of texts(3)) expect(embeddingOf(text)).toEqual(Float32Array.from(hashedEmbedding(text)));
  });

  it('costs one text its embedding, not its batch, if the server refuses that text', async () => {
    const server = await startEmbeddingsServer((asked, response) => {
      if (!textsOf(asked).includes('too long')) return false;
      sendJson(response, 400, { error: { message: 'input exceeds 512 tokens' } });
      return true;
    });
    const request = await requestTo(server, { texts: [...texts(5), 'too long'], model: { batch: 8 } });
    const { embeddingOf, failed, cost } = await embed(request);
    expect(failed).toEqual({ texts: 1, reason: 'HTTP 400: input exceeds 512 tokens' });
    expect(embeddingOf('too long')).toBeUndefined();
    for (const text of texts(5)) expect(embeddingOf(text)).toBeDefined();
    // 6 texts, then 3 and 3, then 2 and 1.
    expect(cost.requests).toBe(5);
    expect(request.progress.at(-1)).toEqual({ done: 5, failed: 1, cached: 0, total: 6 });
  });

  it('gives no embedding for a vector of zeros', async () => {
    const server = await startEmbeddingsServer();
    const { embeddingOf, failed } = await embed(await requestTo(server, { texts: ['word', '?!'] }));
    expect(failed).toEqual({ texts: 1, reason: 'its embedding is all zeros' });
    expect(embeddingOf('?!')).toBeUndefined();
  });
});

describe('an error that ends the run', () => {
  it('says which key is missing or refused', async () => {
    const server = await serverThat(refuse(401));
    const refused = await samplingError(embed(await requestTo(server)));
    expect(refused.what).toBe('The server refused access to embeddings (bags): HTTP 401: not now.');
    expect(refused.where).toBe('embeddings.api-key-env');
    expect(refused.exitCode).toBe(3);
    const missing = await samplingError(
      embed(await requestTo(server, { model: { apiKeyEnv: 'EMBED_KEY' } })),
    );
    expect(missing.where).toBe('embeddings.api-key-env');
    expect(missing.what).toContain('EMBED_KEY, which is required for embeddings (bags), is not set');
  });

  it('names the available models', async () => {
    const server = await serverThat(refuse(404));
    const error = await samplingError(embed(await requestTo(server, { model: { model: 'bgas' } })));
    expect(error.where).toBe('embeddings.model');
    expect(error.fix).toContain('The server offers bags.');
  });

  it('says that a server is unreachable, and how to do without it', async () => {
    const server = await serverThat(refuse(500));
    await server.stop();
    const error = await samplingError(embed(await requestTo(server)));
    expect(error.what).toContain(`The embedding server (bags) is not reachable at ${server.baseUrl}`);
    expect(error.where).toBe('embeddings.base-url');
    expect(error.fix).toContain('To skip it, remove embeddings from the configuration');
  });

  it('says why not a single text could be embedded', async () => {
    const server = await serverThat(refuse(500));
    const error = await samplingError(embed(await requestTo(server, { texts: texts(2) })));
    expect(error.what).toBe('bags could not embed any of the 2 texts: HTTP 500: not now.');
  });

  it('gives up on a server that always fails', async () => {
    const server = await serverThat(refuse(500));
    const error = await samplingError(embed(await requestTo(server, { texts: texts(200) })));
    expect(error.what).toMatch(/returns no embeddings: the last \d+ requests failed/u);
    expect(server.asked.length).toBeLessThan(200);
  });

  it('keeps the received embeddings if the run is stopped', async () => {
    const stop = new AbortController();
    const storeDir = await makeFolder();
    const server = await startEmbeddingsServer(({ number }) => {
      if (number > 0) stop.abort();
      return number > 0;
    });
    const request = await requestTo(server, {
      storeDir,
      texts: texts(8),
      concurrency: 1,
      signal: stop.signal,
    });
    const error = await samplingError(embed(request));
    expect(error.what).toBe('Embedding was interrupted.');
    expect((await readStore(storeDir))[0]?.text.trimEnd().split('\n')).toHaveLength(4);
  });
});

it('puts no secret into a file or an error', async () => {
  const key = 'sk-live-9f8e7d6c5b4a';
  const gate = 'gate-token-112233';
  const server = await startEmbeddingsServer((asked, response) => {
    const said = `${asked.headers.authorization} ${String(asked.headers['x-gate'])} ${asked.headers.host}`;
    if (asked.number === 0) sendJson(response, 200, { ...embeddingsAnswer(asked), model: said, id: said });
    else sendJson(response, 403, { error: { message: said, code: said } });
    return true;
  });
  const storeDir = await makeFolder();
  const seen: unknown[] = [];
  const result: unknown = await embed(
    await requestTo(server, {
      storeDir,
      texts: texts(8),
      concurrency: 1,
      env: { KEY: `${key}\n`, HEADERS: JSON.stringify({ 'X-Gate': `Token ${gate}` }) },
      onEmbedding: (progress) => seen.push(progress),
      model: { apiKeyEnv: 'KEY', headersEnv: 'HEADERS' },
    }),
  ).catch((error: unknown) => error);
  expect(server.asked[0]?.headers).toMatchObject({
    authorization: `Bearer ${key}`,
    'x-gate': `Token ${gate}`,
  });
  const files = await readStore(storeDir);
  expect(files).toHaveLength(1);
  const all = [inspect(result, { depth: 20, showHidden: true }), inspect(seen), JSON.stringify(files)].join(
    '\n',
  );
  expect(all).toContain('[secret]');
  expect(all).not.toContain(key);
  expect(all).not.toContain(gate);
  expect(JSON.stringify(files)).not.toContain('127.0.0.1');
});

type Data = readonly Record<string, unknown>[];

/** Responds with a good response after changing it. */
function broken(change: (answer: { readonly data: Data }) => Record<string, unknown>) {
  return (asked: Asked, response: ServerResponse): void => {
    const data = textsOf(asked).map((text, index) => ({ index, embedding: hashedEmbedding(text) }));
    sendJson(response, 200, change({ data }));
  };
}

function withVector(data: Data, embedding: unknown): Data {
  return data.map((one) => ({ ...one, embedding }));
}

/** Knows its models, and responds to every request for embeddings in one way. */
function serverThat(answer: (asked: Asked, response: ServerResponse) => void): Promise<FakeServer> {
  return startEmbeddingsServer((asked, response) => {
    if (asked.path === '/v1/models') return false;
    answer(asked, response);
    return true;
  });
}

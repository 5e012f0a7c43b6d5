import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listModels } from '../../src/servers/list-models.ts';
import { systemTiming } from '../../src/timing.ts';

/** A server on 127.0.0.1 that ends with the test; returns its address. */
async function serving(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/v1`;
}

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const list = (baseUrl: string, more: Partial<Parameters<typeof listModels>[0]> = {}) =>
  listModels({ baseUrl, env: {}, timing: systemTiming, ...more });

describe('the models of a server', () => {
  test('are listed in its order', async () => {
    const url = await serving((_, response) =>
      json(response, 200, { object: 'list', data: [{ id: 'b' }, { id: 'a' }] }),
    );
    expect(await list(url)).toEqual({ names: ['b', 'a'] });
  });

  test('may be none', async () => {
    expect(await list(await serving((_, response) => json(response, 200, { data: [] })))).toEqual({
      names: [],
    });
  });

  test('are asked for with the named key and no other', async () => {
    const seen: unknown[] = [];
    const url = await serving(({ method, url: path, headers }, response) => {
      seen.push([method, path, headers.authorization]);
      json(response, 200, { data: [] });
    });
    const env = { KEY: 'sk-0123456789', OPENAI_API_KEY: 'sk-9876543210' };
    await list(url, { env });
    await list(url, { env, apiKeyEnv: 'KEY' });
    expect(seen).toEqual([
      ['GET', '/v1/models', 'Bearer none'],
      ['GET', '/v1/models', 'Bearer sk-0123456789'],
    ]);
  });

  test.each([
    ['a refusal', 401, { error: { message: 'no key' } }, 'refused'],
    ['a prohibition', 403, { error: { message: 'no access' } }, 'refused'],
    ['no such path', 404, { detail: 'Not Found' }, 'other'],
    ['a fault', 500, { error: { message: 'broken' } }, 'other'],
    ['something else', 200, { hello: 'world' }, 'other'],
    ['a list of other things', 200, { data: [{ name: 'a' }] }, 'other'],
  ])('%s is not a list', async (_, status, body, kind) => {
    expect(await list(await serving((__, response) => json(response, status, body)))).toMatchObject({ kind });
  });

  test('a web page is not a list', async () => {
    const url = await serving((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>chat</title>');
    });
    expect(await list(url)).toEqual({ kind: 'other', why: 'the response is a web page' });
  });

  test('a server that is not there is silent, and its address is not repeated', async () => {
    const url = await serving(() => {});
    const closed = await list(url.replace(/:\d+/u, ':9'));
    expect(closed).toMatchObject({ kind: 'silent' });
    expect(JSON.stringify(closed)).not.toContain('127.0.0.1');
  });

  test('a message does not repeat the key', async () => {
    const url = await serving(({ headers }, response) =>
      json(response, 401, { error: { message: `bad ${headers.authorization}` } }),
    );
    const refused = await list(url, { env: { KEY: 'sk-0123456789' }, apiKeyEnv: 'KEY' });
    expect(JSON.stringify(refused)).not.toContain('0123456789');
  });
});

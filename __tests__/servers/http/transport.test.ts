import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTransport, type Transport } from '../../../src/servers/http/transport.ts';
import { sendJson, startServer } from '../../sampling/fake-server.ts';

function open(env: Record<string, string> = {}): Transport {
  const transport = openTransport({ headers: new Set(['content-type', 'x-mine']), env });
  onTestFinished(() => transport.close());
  return transport;
}

describe('the transport', () => {
  it('sends the body and the permitted headers, and returns status, body and headers', async () => {
    const server = await startServer(({ body }, response) =>
      sendJson(response, 503, { body }, { 'Retry-After': '3' }),
    );
    const answer = await open().fetch(`${server.baseUrl}/x?y=1`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Mine': 'yes', 'X-Stray': 'no' },
      body: '{"é":"∑"}',
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '3']);
    expect(await answer.json()).toEqual({ body: { é: '∑' } });
    expect(server.asked[0]).toMatchObject({
      path: '/v1/x?y=1',
      method: 'POST',
      headers: { 'x-mine': 'yes' },
    });
    expect(server.asked[0]?.headers).not.toHaveProperty('x-stray');
  });

  it('accepts a response without a body', async () => {
    const server = await startServer((_, response) => void response.writeHead(204).end());
    expect((await open().fetch(server.baseUrl)).status).toBe(204);
  });

  it('reuses one connection for consecutive requests', async () => {
    const ports = new Set<unknown>();
    const server = await startServer((_, response) => {
      ports.add(response.socket?.remotePort);
      sendJson(response, 200, {});
    });
    const transport = open();
    for (let i = 0; i < 5; i += 1) await (await transport.fetch(server.baseUrl)).text();
    expect(ports.size).toBe(1);
  });

  it('aborts a response of more than 64 MiB', async () => {
    const server = await startServer((_, response) => {
      const chunk = Buffer.alloc(2 ** 20);
      const pour = (): void => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    });
    await expect(open().fetch(server.baseUrl)).rejects.toMatchObject({ code: 'ANSWER_TOO_LARGE' });
  });

  it("uses a proxy exactly if Node's variables say so", async () => {
    const through: string[] = [];
    const proxy = createServer((request, response) => {
      through.push(request.url ?? '');
      sendJson(response, 200, { via: 'proxy' });
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void proxy.close());
    const address = proxy.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
    const server = await startServer((_, response) => sendJson(response, 200, { via: 'none' }));
    const HTTP_PROXY = `http://127.0.0.1:${address.port}`;
    const via = async (env: Record<string, string>): Promise<unknown> =>
      (await open(env).fetch(`${server.baseUrl}/x`)).json();
    expect(await via({ HTTP_PROXY })).toEqual({ via: 'none' });
    expect(await via({ HTTP_PROXY, NODE_USE_ENV_PROXY: '1' })).toEqual({ via: 'proxy' });
    expect(await via({ HTTP_PROXY, NODE_USE_ENV_PROXY: '1', NO_PROXY: '127.0.0.1' })).toEqual({
      via: 'none',
    });
    expect(through).toEqual([`${server.baseUrl}/x`]);
  });
});

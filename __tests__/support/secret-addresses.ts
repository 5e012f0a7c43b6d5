import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Asked, sendJson, startServer } from '../sampling/fake-server.ts';

/* Secret addresses, each of which fails a job in a different way, and the forms of them that nobody may read. */

/** A server's response that repeats its request: every header, and the key in the forms that gateways show. */
function told({ headers }: Asked): string {
  const key = String(headers.authorization).replace(/^Bearer /u, '');
  return [
    JSON.stringify(headers),
    Buffer.from(String(headers.authorization)).toString('base64'),
    Buffer.from(key).toString('hex'),
    `${key.slice(0, 16)}****`,
  ].join(' ');
}

const answering =
  (status: number) =>
  (asked: Asked, response: Parameters<Parameters<typeof startServer>[0]>[1]): void => {
    if (status >= 300 && status < 400) response.setHeader('location', 'https://elsewhere.test/v1');
    sendJson(response, status, { error: { message: told(asked), code: told(asked) } });
  };

async function closedPort(): Promise<string> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server that listens on a port has such an address
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/v1`;
}

export const addresses: readonly (readonly [string, () => Promise<string>])[] = [
  ['nothing listens', closedPort],
  ['no such host', () => Promise.resolve('http://inference.planted.invalid:8443/v1')],
  ['no URL', () => Promise.resolve('inference.planted.invalid:8443')],
  ['a key in the address', () => Promise.resolve('http://user:planted-word@inference.planted.invalid/v1')],
  ...[301, 307, 400, 401, 402, 403, 404, 422].map(
    (status) => [`HTTP ${status}`, async () => (await startServer(answering(status))).baseUrl] as const,
  ),
  [
    'no JSON',
    async () =>
      (
        await startServer((asked, response) => {
          response.writeHead(400, { 'content-type': 'text/html' });
          response.end(`<p>${told(asked)}`);
        })
      ).baseUrl,
  ],
];

/** Every form of a secret that may not appear anywhere. */
export function formsOf(address: string, key: string): readonly string[] {
  const place = address.replace(/^[a-z]+:\/\//u, '').replace(/\/v1$/u, '');
  return [
    address,
    address.replace('://', ': //'),
    place,
    place.replace(/^.*@/u, ''),
    'inference.planted',
    'planted-word',
    key,
    key.slice(0, 12),
    Buffer.from(key).toString('hex').slice(0, 24),
    Buffer.from(key).toString('base64').slice(0, 16),
    Buffer.from(`Bearer ${key}`).toString('base64').slice(10, 30),
  ];
}

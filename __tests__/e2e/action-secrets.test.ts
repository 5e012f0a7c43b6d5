import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { type Asked, sendJson, startServer } from '../sampling/fake-server.ts';
import { API_KEY, modelYaml, scene, useModels } from './model-repository.ts';
import { read, temporaryFolder, treeOf } from './project.ts';

/*
 * Jobs that fail, each in another way, with the address of the server and its key as secrets: all that is written is read for every form
 * of both, since a runner masks only what stands in a log as it was told.
 */

useModels();

/** What a server tells of its visitor: every header, and the key in the forms that gateways show. */
function told({ headers }: Asked): string {
  return [
    JSON.stringify(headers),
    Buffer.from(String(headers.authorization)).toString('base64'),
    Buffer.from(API_KEY).toString('hex'),
    `${API_KEY.slice(0, 16)}****`,
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

const addresses: readonly (readonly [string, () => Promise<string>])[] = [
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

/** Every form of a secret that is not to be read anywhere. */
function formsOf(address: string): readonly string[] {
  const place = address.replace(/^[a-z]+:\/\//u, '').replace(/\/v1$/u, '');
  return [
    address,
    address.replace('://', ': //'),
    place,
    place.replace(/^.*@/u, ''),
    'inference.planted',
    'planted-word',
    API_KEY,
    API_KEY.slice(0, 12),
    Buffer.from(API_KEY).toString('hex').slice(0, 24),
    Buffer.from(API_KEY).toString('base64').slice(0, 16),
    Buffer.from(`Bearer ${API_KEY}`).toString('base64').slice(10, 30),
  ];
}

test.each(addresses)('%s', { timeout: 60_000 }, async (_, start) => {
  const address = await start();
  const [out, store] = [temporaryFolder(), temporaryFolder()];
  const { run, comments, github } = await scene({ 'model.yaml': modelYaml('v2') });
  const { code, log, summary, outputs } = await run({
    inputs: { out, store },
    env: { INFERENCE_BASE_URL: address },
  });
  expect(code, log).not.toBe(0);
  const files = [out, store].flatMap((folder) =>
    treeOf(folder).flatMap((path) => (path.endsWith('/') ? [path] : [path, read(folder, path)])),
  );
  const shown = log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  expect(shown.join('\n')).toContain('INFERENCE_');
  const bodies = [...comments(), JSON.stringify(github.requests)];
  const all = [...shown, summary, JSON.stringify(outputs), ...bodies, ...files].join('\n');
  for (const form of formsOf(address)) expect(all.includes(form), `${form} is shown`).toBe(false);
});

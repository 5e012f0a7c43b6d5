import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';

/** A published package: its manifest, and its archive as made by `npm pack`. */
export interface PublishedPackage {
  readonly manifest: { readonly name: string; readonly version: string };
  readonly archive: Buffer;
}

/** Serves one version of one package like a registry, on 127.0.0.1; it stops with the test. Returns its address. */
export async function startRegistry({ manifest, archive }: PublishedPackage): Promise<string> {
  const { name, version } = manifest;
  const server = createServer(({ url }, response) => {
    if (url === `/${name}/-/${name}-${version}.tgz`) return void response.end(archive);
    if (url !== `/${name}`) return void response.writeHead(404).end('{}');
    const dist = {
      tarball: `${base}/${name}/-/${name}-${version}.tgz`,
      integrity: `sha512-${createHash('sha512').update(archive).digest('base64')}`,
    };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        name,
        'dist-tags': { latest: version },
        versions: { [version]: { ...manifest, dist } },
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const base = `http://127.0.0.1:${address.port}`;
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });
  return base;
}

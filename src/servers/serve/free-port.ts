import { createServer } from 'node:net';
import { SamplingError } from '../../errors.ts';

/** Finds a port on this machine that is currently unused. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen({ port: 0, host: '127.0.0.1', exclusive: true }, resolve);
  await promise;
  const address = server.address();
  await new Promise((closed) => {
    server.close(closed);
  });
  if (typeof address === 'object' && address !== null) return address.port;
  throw new SamplingError({
    what: 'found no free port on 127.0.0.1 to serve a checkpoint',
    fix: 'Allow this process to listen on 127.0.0.1.',
  });
}

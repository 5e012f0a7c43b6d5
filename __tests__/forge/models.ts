import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readEvals } from '../support/simulator/read-evals.ts';
import { checkpoints } from '../support/simulator/scenarios.ts';
import { startSimulator } from '../support/simulator/simulator.ts';

/** The key that the models require. */
export const API_KEY = 'sk-key-of-the-forge-tests';

/** The simulated checkpoints behind a server that can hold requests back. */
export interface Models {
  readonly baseUrl: string;
  /** Holds back all further requests, until they are released. */
  readonly hold: () => { readonly hasArrived: () => boolean; readonly release: () => void };
  readonly close: () => Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/**
 * Starts them. `host` is the name by which the runners reach this machine. Unless it is 127.0.0.1, the server listens on all
 * addresses.
 */
export async function startModels(host = LOOPBACK): Promise<Models> {
  const evals = join(import.meta.dirname, '../../examples/simulated/evals');
  const simulator = await startSimulator({ checkpoints, items: readEvals(evals), apiKey: API_KEY });
  let held: { readonly open: Promise<void>; hasArrived: boolean } | undefined;
  const server = createServer((request, response) => {
    void (async () => {
      const body = await text(request);
      if (held !== undefined) {
        held.hasArrived = true;
        await held.open;
      }
      const answer = await fetch(new URL(request.url ?? '/', simulator.baseUrl), {
        method: request.method ?? 'GET',
        headers: {
          'content-type': 'application/json',
          authorization: request.headers.authorization ?? '',
        },
        ...(body === '' ? {} : { body }),
      });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, host === LOOPBACK ? LOOPBACK : '0.0.0.0', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    baseUrl: `http://${host}:${address.port}/v1`,
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const here = { open: promise, hasArrived: false };
      held = here;
      return {
        hasArrived: () => here.hasArrived,
        release: () => {
          held = undefined;
          resolve();
        },
      };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      await simulator.close();
    },
  };
}

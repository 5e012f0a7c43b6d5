import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { type ArtifactService, startArtifactService } from './artifact-service.ts';
import { type CacheService, startCacheService } from './cache-service.ts';

/** Artifacts and caches of a job, at the one address that GitHub gives for both. */
export interface JobServices {
  /** The environment of a job. */
  readonly env: Readonly<Record<string, string>>;
  readonly artifacts: ArtifactService;
  readonly caches: CacheService;
}

/** Starts them on 127.0.0.1; they stop with the test. */
export async function startJobServices(): Promise<JobServices> {
  const [artifacts, caches] = await Promise.all([startArtifactService(), startCacheService()]);
  const server = createServer((request, response) => {
    const { url = '', method = 'GET' } = request;
    const { env } = url.includes('.CacheService/') ? caches : artifacts;
    void (async () => {
      const answer = await fetch(new URL(url, env['ACTIONS_RESULTS_URL']), {
        method,
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${env['ACTIONS_RUNTIME_TOKEN'] ?? ''}`,
        },
        body: await text(request),
      });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    artifacts,
    caches,
    env: { ...caches.env, ...artifacts.env, ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/` },
  };
}

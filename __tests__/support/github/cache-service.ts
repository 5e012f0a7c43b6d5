import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const asked = z.object({
  key: z.string(),
  version: z.string(),
  restore_keys: z.array(z.string()).default([]),
});

const scopeSchema = z.object({ branch: z.string(), reads: z.array(z.string()) });

/** A job's token, with the caches that it may write and read. */
const tokenOf = (scope: z.output<typeof scopeSchema>): string =>
  `header.${Buffer.from(JSON.stringify({ scp: 'Actions', ...scope })).toString('base64url')}.signature`;

const scopeIn = (authorization: string): z.output<typeof scopeSchema> =>
  scopeSchema.parse(JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString()));

/** A cache service as a job sees it: the service of GitHub's toolkit (`ACTIONS_CACHE_SERVICE_V2`) and its storage. */
export interface CacheService {
  /** The environment of a job. */
  readonly env: Readonly<Record<string, string>>;
  /**
   * The environment of a branch's job, by GitHub's rules: it writes caches visible to its own branch, and
   * reads those of its branch and of `from`, the branches it merges into or comes from. `env` is for a job of
   * a repository whose caches are readable by all.
   */
  readonly envOf: (branch: string, from: readonly string[]) => Readonly<Record<string, string>>;
  /** Keys of cached entries, oldest first. */
  readonly keys: () => readonly string[];
  /** Refuses all writes from now on, as with the token of a low-trust trigger. */
  readonly denyWriting: () => void;
}

/** Starts one on 127.0.0.1; it stops with the test. */
export async function startCacheService(): Promise<CacheService> {
  const caches: {
    readonly key: string;
    readonly version: string;
    readonly branch: string;
    bytes: Buffer;
    isWhole: boolean;
  }[] = [];
  let mayWrite = true;
  const server = createServer((request, response) => void answer(request, response));
  const json = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const url = new URL(request.url ?? '/', base);
    const method = url.pathname.split('/').at(-1) ?? '';
    if (url.pathname.startsWith('/storage/')) {
      const cache = caches[Number(method)];
      if (cache === undefined) return void response.writeHead(404).end();
      if (request.method === 'PUT') {
        cache.bytes = body;
        return void response.writeHead(201, { etag: '"1"', 'x-ms-request-id': '1' }).end();
      }
      const range = /bytes=(\d+)-(\d+)?/.exec(request.headers['range'] ?? '');
      const part =
        range === null
          ? cache.bytes
          : cache.bytes.subarray(Number(range[1]), Number(range[2] ?? Infinity) + 1);
      response.writeHead(range === null ? 200 : 206, { 'content-length': part.length });
      return void response.end(request.method === 'HEAD' ? undefined : part);
    }
    const { key, version, restore_keys: prefixes } = asked.parse(JSON.parse(body.toString()));
    const { branch, reads } = scopeIn(request.headers.authorization ?? '');
    const isOf = (cache: (typeof caches)[number]): boolean =>
      cache.version === version && cache.isWhole && reads.includes(cache.branch);
    if (method === 'CreateCacheEntry') {
      if (!mayWrite) {
        const msg = 'cache write denied: token has no writable scopes';
        return json(response, 403, { code: 'permission_denied', msg });
      }
      if (caches.some((cache) => isOf(cache) && cache.key === key)) return json(response, 200, { ok: false });
      caches.push({ key, version, branch, bytes: Buffer.alloc(0), isWhole: false });
      return json(response, 200, {
        ok: true,
        signed_upload_url: `${base}/storage/container/${caches.length - 1}`,
      });
    }
    if (method === 'FinalizeCacheEntryUpload') {
      const cache = caches.findLast((each) => each.key === key && each.version === version);
      if (cache !== undefined) cache.isWhole = true;
      return json(response, 200, { ok: cache !== undefined, entry_id: '1' });
    }
    const found =
      caches.find((cache) => isOf(cache) && cache.key === key) ??
      caches.findLast((cache) => isOf(cache) && prefixes.some((prefix) => cache.key.startsWith(prefix)));
    if (found === undefined) return json(response, 200, { ok: false });
    json(response, 200, {
      ok: true,
      matched_key: found.key,
      signed_download_url: `${base}/storage/container/${caches.indexOf(found)}`,
    });
  };
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
  const envOf = (branch: string, from: readonly string[]): Readonly<Record<string, string>> => ({
    // The toolkit uses the service only for GitHub's own hosts.
    GITHUB_SERVER_URL: 'https://github.com',
    ACTIONS_CACHE_SERVICE_V2: 'True',
    ACTIONS_RESULTS_URL: `${base}/`,
    ACTIONS_RUNTIME_TOKEN: tokenOf({ branch, reads: [branch, ...from] }),
  });
  return {
    env: envOf('', []),
    envOf,
    keys: () => caches.filter(({ isWhole }) => isWhole).map(({ key }) => key),
    denyWriting: () => {
      mayWrite = false;
    },
  };
}

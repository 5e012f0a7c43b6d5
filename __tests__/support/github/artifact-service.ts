import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

/** A service that stores artifacts, as a job sees it, and its storage. */
export interface ArtifactService {
  /** The environment of a job. */
  readonly env: Readonly<Record<string, string>>;
  /** The completely uploaded archives, by name. */
  readonly kept: () => ReadonlyMap<string, Buffer>;
  /** The methods called and the parts of the storage written, in order. */
  readonly calls: readonly string[];
  /** Answers this many of the next calls of a method with this status. */
  readonly fail: (
    method: string,
    status: number,
    times: number,
    headers?: Readonly<Record<string, string>>,
  ) => void;
}

/** The signature in every address of the storage; the log may show it only masked. */
export const SIGNATURE = 'c2lnbmF0dXJl+/=';
/** A signature as act and older versions of Gitea write it: not escaped in the address. */
export const PLAIN_SIGNATURE = 'mO7y35r4GyjN7fwg0DTv3-Fv1NDXD84KLEgLpoPOtDI=';

const RUN = 'ce7f54c7-61c7-4aae-887f-30da475f5f1a';
const JOB = 'ca395085-040a-526b-2ce8-bdc85f692774';
const claims = Buffer.from(
  JSON.stringify({ scp: `Actions.GenericRead:00000000 Actions.Results:${RUN}:${JOB} Other` }),
).toString('base64url');
const TOKEN = `header.${claims}.signature`;

const owner = { workflow_run_backend_id: z.literal(RUN), workflow_job_run_backend_id: z.literal(JOB) };
const requests = {
  CreateArtifact: z.strictObject({ ...owner, name: z.string(), version: z.literal(4) }),
  ListArtifacts: z.strictObject({ ...owner, name_filter: z.string() }),
  DeleteArtifact: z.strictObject({ ...owner, name: z.string() }),
  FinalizeArtifact: z.strictObject({
    ...owner,
    name: z.string(),
    size: z.string().regex(/^\d+$/),
    hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  }),
};

/** Names of artifacts that GitHub's service accepts. */
const NAME = /^[^":<>|*?\r\n\\/]+$/;

interface Stored {
  readonly blocks: Map<string, Buffer>;
  archive: Buffer;
  isWhole: boolean;
}

/**
 * Starts one on 127.0.0.1; it stops with the test. `camelCase` writes member names as Gitea and Forgejo do.
 * `plainSignature` does not escape the signature in the storage's address. `storageRefuses` is a status with which the
 * storage refuses everything. A
 * name can be used only once, an archive counts only after its correct size and checksum have been sent, and
 * any request that is not exactly right is refused.
 */
export async function startArtifactService({
  camelCase = false,
  plainSignature = false,
  storageRefuses,
}: {
  readonly camelCase?: boolean;
  readonly plainSignature?: boolean;
  readonly storageRefuses?: number;
} = {}): Promise<ArtifactService> {
  const artifacts = new Map<string, Stored>();
  const calls: string[] = [];
  const failures = new Map<
    string,
    { readonly status: number; readonly headers: Readonly<Record<string, string>>; left: number }
  >();
  const server = createServer((request, response) => void answer(request, response));
  const json = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const refuse = (response: ServerResponse, status: number, code: string, msg: string): void =>
    json(response, status, { code, msg });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const url = new URL(request.url ?? '/', base);
    if (url.pathname.startsWith('/storage/')) return storage(request, response, { url, body });
    const [, method = ''] =
      /^\/twirp\/github\.actions\.results\.api\.v1\.ArtifactService\/(\w+)$/.exec(url.pathname) ?? [];
    calls.push(method);
    const failure = failures.get(method);
    if (failure !== undefined && failure.left > 0) {
      failure.left -= 1;
      for (const [name, value] of Object.entries(failure.headers)) response.setHeader(name, value);
      return refuse(response, failure.status, 'failed', 'told to fail');
    }
    if (request.headers.authorization !== `Bearer ${TOKEN}`)
      return refuse(response, 401, 'unauthenticated', 'no token');
    call(method, body.toString(), response);
  };

  const call = (method: string, body: string, response: ServerResponse): void => {
    if (!(method in requests)) return refuse(response, 404, 'bad_route', `no method ${method}`);
    const parsed = z.record(z.string(), z.unknown()).parse(JSON.parse(body));
    const wanted = requests[method as keyof typeof requests].safeParse(parsed);
    if (!wanted.success) return refuse(response, 400, 'malformed', z.prettifyError(wanted.error));
    const { data } = wanted;
    if ('name_filter' in data) {
      const found = artifacts.has(data.name_filter) ? [{ ...data, name: data.name_filter }] : [];
      return json(response, 200, { artifacts: found });
    }
    const { name } = data;
    if (method === 'CreateArtifact') {
      if (!NAME.test(name)) return refuse(response, 400, 'invalid_argument', `not a name: ${name}`);
      if (artifacts.has(name)) {
        const msg = 'an artifact with this name already exists on the workflow run';
        return refuse(response, 409, 'already_exists', msg);
      }
      artifacts.set(name, { blocks: new Map(), archive: Buffer.alloc(0), isWhole: false });
      const signed = plainSignature ? PLAIN_SIGNATURE : encodeURIComponent(SIGNATURE);
      const address = `${base}/storage/${encodeURIComponent(name)}?sig=${signed}&expires=2026-11-30`;
      return json(response, 200, {
        ok: true,
        [camelCase ? 'signedUploadUrl' : 'signed_upload_url']: address,
      });
    }
    if (method === 'DeleteArtifact') {
      return json(response, 200, { ok: artifacts.delete(name), artifact_id: '1' });
    }
    const stored = artifacts.get(name);
    const sum = `sha256:${createHash('sha256')
      .update(stored?.archive ?? '')
      .digest('hex')}`;
    if (stored === undefined || !('size' in data && 'hash' in data) || data.hash !== sum)
      return refuse(response, 400, 'invalid_argument', 'not the archive that came');
    if (data.size !== String(stored.archive.length))
      return refuse(response, 400, 'invalid_argument', 'not its size');
    stored.isWhole = true;
    json(response, 200, { ok: true, [camelCase ? 'artifactId' : 'artifact_id']: '1' });
  };

  const storage = (
    request: IncomingMessage,
    response: ServerResponse,
    { url, body }: { readonly url: URL; readonly body: Buffer },
  ): void => {
    const name = decodeURIComponent(url.pathname.slice('/storage/'.length));
    const stored = artifacts.get(name);
    const part = url.searchParams.get('comp') ?? '';
    calls.push(`${request.method ?? ''} ${part}`);
    if (storageRefuses !== undefined) return void response.writeHead(storageRefuses).end();
    const wanted = plainSignature ? PLAIN_SIGNATURE : SIGNATURE;
    const mayWrite = url.searchParams.get('sig') === wanted && request.headers.authorization === undefined;
    if (stored === undefined || !mayWrite || request.method !== 'PUT') {
      return void response.writeHead(403).end();
    }
    if (part === 'block') stored.blocks.set(url.searchParams.get('blockid') ?? '', body);
    else if (part === 'blocklist') {
      const ids = [...body.toString().matchAll(/<Latest>(.*?)<\/Latest>/g)].map(([, id = '']) => id);
      stored.archive = Buffer.concat(ids.map((id) => stored.blocks.get(id) ?? Buffer.from('missing')));
    } else return void response.writeHead(400).end();
    response.writeHead(201, { etag: '"1"', 'x-ms-request-id': '1' }).end();
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
  return {
    env: { ACTIONS_RESULTS_URL: `${base}/`, ACTIONS_RUNTIME_TOKEN: TOKEN },
    kept: () =>
      new Map(
        [...artifacts].filter(([, { isWhole }]) => isWhole).map(([name, { archive }]) => [name, archive]),
      ),
    calls,
    fail: (method, status, times, headers = {}) => failures.set(method, { status, headers, left: times }),
  };
}

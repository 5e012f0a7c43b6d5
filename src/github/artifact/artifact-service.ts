/*
 * A client for the artifact service. GitHub's own library rejects all other hosts, so it cannot upload on Gitea or
 * Forgejo. This client has been tested with a real Gitea server.
 */
import { HttpClient } from '@actions/http-client';
import { BlockBlobClient, RestError } from '@azure/storage-blob';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { GitHubError } from '../../errors.ts';
import { oneLine, SENTENCE_LIMIT } from '../../result/text/neutralise.ts';
import { ARTIFACT_SERVICE, type RequestFault, withRetry } from '../../retry.ts';
import { parseRetryAfter } from '../../retry-after.ts';
import type { Timing } from '../../timing.ts';

/** The artifact service's address and token, which the runner gives to a job. */
export interface ArtifactServiceAddress {
  /** `ACTIONS_RESULTS_URL`. */
  readonly url: string;
  /** `ACTIONS_RUNTIME_TOKEN`. The token of a fork's run may also upload artifacts. */
  readonly token: string;
}

export interface UploadOptions {
  readonly timing: Timing;
  readonly signal: AbortSignal;
  /** Called with the signature in the upload address, before anything is uploaded. */
  readonly onSecret: (secret: string) => void;
  /** How long an upload may go without progress before it is abandoned. Default: one minute. */
  readonly stallMs?: number;
}

/** The ids that the service uses for the run and the job that a token belongs to. */
interface Owner {
  readonly workflow_run_backend_id: string;
  readonly workflow_job_run_backend_id: string;
}

const SERVICE = 'twirp/github.actions.results.api.v1.ArtifactService';
/** The version of the artifact format in which each artifact is a single archive. */
const VERSION = 4;
const TIMEOUT_MS = 30_000;
const STALL_MS = 60_000;
const BLOCK_BYTES = 8 * 1024 * 1024;
const BLOCKS_AT_A_TIME = 4;
const CONFLICT = 409;

const isOk = z.literal(true);
/** GitHub's service spells names in snake_case. Gitea's and Forgejo's services do not. */
const created = z
  .object({
    ok: isOk,
    signed_upload_url: z.url().optional(),
    signedUploadUrl: z.url().optional(),
  })
  .transform(({ signed_upload_url: one, signedUploadUrl: other }) => one ?? other)
  .pipe(z.url());
const done = z.object({ ok: isOk });
const id = z.union([z.string(), z.number()]).transform(String);
const listed = z.object({
  artifacts: z
    .array(
      z.object({
        name: z.string(),
        workflow_run_backend_id: id,
        workflow_job_run_backend_id: id,
      }),
    )
    .default([]),
});

/**
 * Uploads an archive as an artifact of the run. Replaces an artifact with the same name from an earlier attempt. Sends
 * three requests to the service and, in between, uploads the archive in blocks to the storage that the service
 * specifies.
 *
 * @throws {GitHubError} if the service refuses the upload, or still does not respond after retries
 */
export async function uploadArtifact(
  name: string,
  archive: AsyncIterable<Buffer>,
  address: ArtifactServiceAddress,
  options: UploadOptions,
): Promise<void> {
  const owner = ownerIn(address.token);
  const ask = asking(address, options);
  const create = (): Promise<string> => ask('CreateArtifact', { ...owner, name, version: VERSION }, created);
  const target = await create().catch(async (error: unknown) => {
    if (!(error instanceof GitHubError) || error.status !== CONFLICT) throw error;
    const { artifacts } = await ask('ListArtifacts', { ...owner, name_filter: name }, listed);
    for (const before of artifacts) {
      if (before.name === name) await ask('DeleteArtifact', before, done);
    }
    return create();
  });
  const signature = new URL(target).searchParams.get('sig');
  if (signature !== null)
    for (const text of [signature, encodeURIComponent(signature)]) options.onSecret(text);
  const { bytes, sha256 } = await store(archive, target, options);
  await ask('FinalizeArtifact', { ...owner, name, size: String(bytes), hash: `sha256:${sha256}` }, done);
}

/** The run and the job in the token's claims, from the scope `Actions.Results:RUN:JOB`. */
function ownerIn(token: string): Owner {
  const [, claims = ''] = token.split('.');
  const { data } = z
    .object({ scp: z.string() })
    .safeParse(jsonOf(Buffer.from(claims, 'base64url').toString()));
  const [run, job] =
    /(?:^| )Actions\.Results:([^: ]+):([^: ]+)(?: |$)/u.exec(data?.scp ?? '')?.slice(1) ?? [];
  if (run !== undefined && job !== undefined) {
    return { workflow_run_backend_id: run, workflow_job_run_backend_id: job };
  }
  throw new GitHubError({
    what: "the job's token does not identify a run for the artifact",
    where: 'ACTIONS_RUNTIME_TOKEN',
    fix: 'If the runner has no artifact service, set artifact: none.',
  });
}

/** A response from the service. If there is no status, `text` gives the reason why there was no response. */
interface Reply {
  readonly status: number | undefined;
  readonly text: string;
  readonly retryAfterMs?: number | undefined;
}

function faultOf({ status, retryAfterMs }: Reply): RequestFault {
  return { isTransient: status === undefined || status === 429 || status >= 500, retryAfterMs };
}

function asking({ url, token }: ArtifactServiceAddress, { timing, signal }: UploadOptions) {
  const client = new HttpClient('reversal-check', [], { socketTimeout: TIMEOUT_MS });
  const base = `${url.replace(/\/+$/u, '')}/${SERVICE}`;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };

  const send = async (method: string, body: string): Promise<Reply> => {
    try {
      const response = await client.post(`${base}/${method}`, body, headers);
      const { statusCode: status, headers: answered } = response.message;
      const retryAfterMs = parseRetryAfter(answered['retry-after'], timing.now());
      return { status, text: await response.readBody(), retryAfterMs };
    } catch (error) {
      return { status: undefined, text: error instanceof Error ? error.message : String(error) };
    }
  };

  /** Sends a request and retries transient failures. */
  return async <T>(method: string, parameters: object, answer: z.ZodType<T>): Promise<T> => {
    const read = ({ status, text }: Reply): T | undefined =>
      status === 200 ? answer.safeParse(jsonOf(text)).data : undefined;
    const reply = await withRetry(ARTIFACT_SERVICE, {
      send: () => send(method, JSON.stringify(parameters)),
      faultIn: (result) => (read(result) === undefined ? faultOf(result) : undefined),
      timing,
      signal,
    });
    const data = read(reply);
    if (data === undefined) throw refused(method, reply.status, reply.text);
    return data;
  };
}

function refused(method: string, status: number | undefined, text: string): GitHubError {
  const message = z.object({ msg: z.string() }).safeParse(jsonOf(text)).data?.msg;
  const said = oneLine(message ?? (status === undefined ? text : ''), SENTENCE_LIMIT);
  const answered = status === undefined ? '' : ` (HTTP ${status})`;
  return new GitHubError({
    what: `${method} failed${answered}${said === '' ? '' : `: ${said}`}`,
    where: 'the artifact service',
    fix: 'Run the job again, or set artifact: none if the runner has no artifact service.',
    ...(status === undefined ? {} : { status }),
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * An address with every `=` in a value escaped. Azure's client cuts a value off at an `=`, and the signatures of some
 * services end with `=`.
 */
function withEscapedValues(address: string): string {
  const url = new URL(address);
  url.search = url.search.replaceAll(/(?<=[?&][^=&]*=[^&]*)=/gu, '%3D');
  return url.href;
}

/**
 * Uploads the archive in blocks. Returns the archive's size and hash, which the service uses to check that the upload
 * is complete.
 */
async function store(
  archive: AsyncIterable<Buffer>,
  target: string,
  { signal, stallMs = STALL_MS }: UploadOptions,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  let fault: Error | undefined;
  const stalled = new AbortController();
  const giveUp = (): void => stalled.abort();
  let watch = setTimeout(giveUp, stallMs);
  const moved = (): void => {
    clearTimeout(watch);
    watch = setTimeout(giveUp, stallMs);
  };
  const counted = async function* counted(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of archive) {
        hash.update(chunk);
        bytes += chunk.length;
        moved();
        yield chunk;
      }
    } catch (error) {
      fault = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  };
  try {
    const client = new BlockBlobClient(withEscapedValues(target), undefined, {
      retryOptions: { maxTries: ARTIFACT_SERVICE.attempts },
    });
    const abortSignal = AbortSignal.any([signal, stalled.signal]);
    const sent = client.uploadStream(
      Readable.from(counted(), { objectMode: false }),
      BLOCK_BYTES,
      BLOCKS_AT_A_TIME,
      { abortSignal, onProgress: moved, blobHTTPHeaders: { blobContentType: 'application/zip' } },
    );
    // If the last block is aborted, the client closes the connection and its promise never settles.
    await Promise.race([sent, once(abortSignal, 'abort').then(() => abortSignal.throwIfAborted())]);
  } catch (cause) {
    if (fault !== undefined) throw fault;
    const status = cause instanceof RestError && !stalled.signal.aborted ? cause.statusCode : undefined;
    const answered = status === undefined ? '' : ` (HTTP ${status})`;
    const told = cause instanceof Error ? cause.message : String(cause);
    const message = stalled.signal.aborted
      ? `the storage accepted no data for ${stallMs / 1000} seconds`
      : told;
    throw new GitHubError({
      what: `could not upload the archive${answered}${message === '' ? '' : `: ${oneLine(message, SENTENCE_LIMIT)}`}`,
      where: 'the artifact storage',
      fix:
        status === undefined
          ? 'Check that the runner can reach the artifact storage (proxy variables), and run the job again.'
          : 'Run the job again, or set artifact: none if the artifact storage keeps refusing the upload.',
      cause,
      ...(status === undefined ? {} : { status }),
    });
  } finally {
    clearTimeout(watch);
  }
  return { bytes, sha256: hash.digest('hex') };
}

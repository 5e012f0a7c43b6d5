import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Original } from './data-sets.ts';

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The text of an original, unpacked if it is a `.gz`. Throws if the server does not have it, or has other bytes than expected. */
export async function download(original: Original, host: string): Promise<string> {
  const { repository, commit, path, sha256: expected } = original;
  const url = `${host}/${repository}/${commit}/${path}`;
  const response = await fetch(url, { signal: AbortSignal.timeout(120_000) }).catch((error: unknown) => {
    throw new Error(`could not get ${url}: check your network, or use --host with a mirror`, {
      cause: error,
    });
  });
  if (!response.ok) throw new Error(`could not get ${url}: the server answered ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (sha256(bytes) !== expected)
    throw new Error(
      `${url} has SHA-256 ${sha256(bytes)}, expected ${expected}: the server does not have the original`,
    );
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    path.endsWith('.gz') ? gunzipSync(bytes) : bytes,
  );
}

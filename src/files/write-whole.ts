import { rename, rm, writeFile } from 'node:fs/promises';

/** Characters per write. Each write takes one turn of the event loop. */
const CHUNK_CHARACTERS = 2 ** 20;

/**
 * Writes a file atomically: even if the process is killed midway, the file is either complete or unchanged. The folder
 * must exist.
 */
export async function writeWhole(path: string, content: string | Iterable<string>): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(beside, typeof content === 'string' ? content : chunks(content));
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}

function* chunks(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

import { createWriteStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** Maximum characters per line. Longer lines are split. */
const LONGEST_LINE = 16_384;
/** Number of most recent lines kept in memory. */
const KEPT_LINES = 400;
const LARGEST_FILE_BYTES = 64 * 2 ** 20;

/**
 * A server's output with secrets removed. The complete output is in a file, and the end is also in memory. The text is
 * untrusted.
 */
export interface ServerLog {
  readonly path: string;
  readonly follow: (output: Readable) => void;
  /** Returns the last lines, oldest first. */
  readonly tail: () => readonly string[];
  /** Writes the rest and closes the file. Never throws. */
  readonly close: () => Promise<void>;
}

/**
 * Appends to the file at `path`. If the file cannot be written, `onFailure` is called once, and the end of the log is
 * still kept in memory.
 */
export function openServerLog(options: {
  readonly path: string;
  /** Longest first. */
  readonly secrets: readonly string[];
  readonly onFailure: (reason: string) => void;
}): ServerLog {
  const { path, secrets, onFailure } = options;
  const file = createWriteStream(path, { flags: 'a' });
  const lines: string[] = [];
  const rests: (() => void)[] = [];
  let bytes = 0;
  let failed = false;
  file.on('error', (error) => {
    if (!failed) onFailure(error.message);
    failed = true;
  });

  const add = (line: string): void => {
    const clean = secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line);
    lines.push(clean);
    if (lines.length > KEPT_LINES) lines.shift();
    const size = Buffer.byteLength(clean) + 1;
    if (failed || bytes > LARGEST_FILE_BYTES) return;
    bytes += size;
    file.write(bytes > LARGEST_FILE_BYTES ? '[log truncated: the size limit was reached]\n' : `${clean}\n`);
  };

  return {
    path,
    tail: () => lines.filter((line) => line.trim() !== ''),
    follow: (output) => {
      const decoder = new StringDecoder('utf8');
      let rest = '';
      const take = (text: string): void => {
        const parts = `${rest}${text}`.split(/\r\n|\n|\r(?!$)/);
        rest = parts.pop() ?? '';
        for (const part of parts) add(part);
        for (; rest.length > LONGEST_LINE; rest = rest.slice(LONGEST_LINE)) add(rest.slice(0, LONGEST_LINE));
      };
      output.on('data', (chunk: Buffer) => take(decoder.write(chunk)));
      output.on('error', () => {});
      rests.push(() => {
        take(decoder.end());
        if (rest !== '') add(rest);
        rest = '';
      });
    },
    close: async () => {
      for (const flush of rests.splice(0)) flush();
      file.end();
      await finished(file).catch(() => {});
    },
  };
}

import { basename } from 'node:path';
import type { OpenFile } from '../files/json-lines.ts';
import { terminalText } from '../result/text/neutralise.ts';
import { count } from '../result/sentences/numbers.ts';

/** Number of lines per progress message. Reading a file with fewer lines causes no noticeable delay. */
const LINES_A_MESSAGE = 250_000;
const LINE_FEED = 0x0a;

/**
 * Wraps `open` to report progress while reading long files. Also reports when a file has been read, because the next
 * step takes a while for a million items.
 */
export function withReadingProgress(open: OpenFile, tell: (message: string) => void): OpenFile {
  return async function* opened(path) {
    const name = terminalText(basename(path));
    let lines = 0;
    let told = 0;
    for await (const chunk of open(path)) {
      for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) lines += 1;
      if (lines - told >= LINES_A_MESSAGE) {
        told = lines;
        tell(`${name}: ${count(lines)} lines read`);
      }
      yield chunk;
    }
    if (told > 0) tell(`${name}: all ${count(lines)} lines read; checking and hashing them`);
  };
}

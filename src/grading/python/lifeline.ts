import { Worker } from 'node:worker_threads';

/**
 * What reads the standard input: a thread of its own, which therefore notices the end of the process that holds the other end of it
 * also while a program keeps this one's main thread busy, and ends this process then. A line is ASCII.
 */
const READER = `
const { readSync } = require('node:fs');
const { parentPort } = require('node:worker_threads');
const buffer = Buffer.alloc(1 << 16);
let begun = '';
for (;;) {
  let count = 0;
  try {
    count = readSync(0, buffer);
  } catch {}
  if (count === 0) process.kill(process.pid, 'SIGKILL');
  const lines = (begun + buffer.latin1Slice(0, count)).split('\\n');
  begun = lines.pop();
  for (const line of lines) parentPort.postMessage(line);
}`;

/** Calls `hear` for each line of the standard input. This process ends with that input, whatever it is doing. */
export function linesWhileAlive(hear: (line: string) => void): void {
  new Worker(READER, { eval: true }).on('message', hear);
}

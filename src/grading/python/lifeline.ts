import { Worker } from 'node:worker_threads';

/**
 * Reads standard input in a separate thread, one ASCII line at a time. When the process at the other end exits, the
 * thread ends this process, even if a program keeps the main thread busy.
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

/** Calls `hear` for each line of standard input. When the input ends, ends this process, even if the process is busy. */
export function linesWhileAlive(hear: (line: string) => void): void {
  new Worker(READER, { eval: true }).on('message', hear);
}

import { createInterface } from 'node:readline';

/*
 * Runs in a module's process: reads samples, calls the module and writes its results. Anything that the module prints
 * is sent to standard error, so that it is not read as an answer.
 */

const write = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Answers each input sample with one line: the grade, or `failed` with the reason if the module throws. */
export async function answerLines(grade: unknown): Promise<void> {
  if (typeof grade !== 'function') throw new TypeError('the default export of the module is not a function');
  for await (const line of createInterface({ input: process.stdin })) {
    let answer: unknown;
    try {
      answer = await grade(JSON.parse(line));
    } catch (error) {
      answer = { outcome: 'failed', reason: messageOf(error) };
    }
    write(`${JSON.stringify(answer ?? null)}\n`);
  }
}

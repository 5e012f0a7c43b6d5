import { existsSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { sandboxFiles } from '../../../src/grading/python/sandbox-files.ts';
import { Sandbox } from '../../../src/grading/python/sandbox.ts';
import { peakMebibytes, processesWith } from './processes.ts';

const hasProc = existsSync('/proc/self/stat');

/** Mebibytes that a child uses besides the two interpreters: Node, its heap, the compiled module, an image and the library. */
const BESIDES = 420;

test.skipIf(!hasProc).each<[string, string]>([
  ['empty chunks to a stream', 'import os\nwhile True: os.write(1, b"")'],
  ['lists of empty chunks', 'import os\nwhile True: os.writev(1, [b""] * 1000)'],
  ['large chunks', 'import os\nchunk = b"x" * 10**6\nwhile True: os.write(2, chunk)'],
  ['prints', 'while True: print("", end="", flush=True)'],
  ['long paths', 'import os\nname = "x" * 10**7\nwhile True:\n    try: open(name)\n    except OSError: pass'],
  ['many open files', 'kept = []\nwhile True: kept.append(open("/lib/python314.zip", "rb"))'],
  [
    'answers',
    'import _grading_solution as s\ns.Solution.load = lambda self, source: {"f": ["value", "x" * 10**8]}',
  ],
])('an endless series of %s stays within the memory limit', async (_, text) => {
  const sandbox = new Sandbox({
    wall: undefined,
    memoryMebibytes: 64,
    timeoutMs: 4000,
    signal: new AbortController().signal,
  });
  onTestFinished(() => sandbox.close());
  const before = new Set(processesWith(sandboxFiles().child));
  const label = sandbox.label({ text, tests: 'assert f' });
  let peak = 0;
  const isDone = label.then(() => true);
  while (
    !(await Promise.race([isDone, new Promise<false>((resolve) => setTimeout(() => resolve(false), 50))]))
  ) {
    for (const pid of processesWith(sandboxFiles().child))
      if (!before.has(pid)) peak = Math.max(peak, peakMebibytes(pid));
  }
  const answer = await label;
  expect(typeof answer === 'string' ? answer : answer.run?.end).not.toBe('returned');
  expect(peak).toBeGreaterThan(50);
  expect(peak).toBeLessThan(BESIDES + 2 * 64);
});

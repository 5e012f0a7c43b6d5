import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { NativeSandbox, nativeCommand } from '../../../src/grading/python/native-sandbox.ts';
import type { Wall } from '../../../src/grading/python/wall.ts';
import { CHEATS } from '../code/cheats.ts';

/** Holds nothing off: what is run here harms nothing but a grade. */
const open: Wall = { name: 'bubblewrap', around: (command) => command };
const hasPython = spawnSync('python3', ['-c', 'import sys; assert sys.version_info >= (3, 10)']).status === 0;

const TESTS =
  'def check(candidate):\n    assert candidate(1, 2) == 3\n    assert candidate(5, 5) == 10\n\ncheck(add)\n';
const RIGHT = 'def add(a, b):\n    return a + b\n';

/** What a process can try that an interpreter in WebAssembly cannot. */
const OF_PROCESSES: Readonly<Record<string, string>> = {
  'memory of the parent': `import os\ndef add(a, b):\n    for name in ("mem", "environ", "maps"):\n        try:\n            with open(f"/proc/{os.getppid()}/{name}", "r+b") as f: f.write(b"x")\n        except OSError: continue\n        return a + b\n    return 0\n`,
  'descriptors of the parent': `import os\ndef add(a, b):\n    for n in range(20):\n        try: d = os.open(f"/proc/{os.getppid()}/fd/{n}", os.O_WRONLY)\n        except OSError: continue\n        os.write(d, b'{"rule":"bare","run":{"end":"returned"}}\\n')\n    return 0\n`,
  'descriptors that are open': `import os\nfor n in range(20):\n    try: os.write(n, b'{"rule":"bare","run":{"end":"returned"}}\\n')\n    except OSError: pass\ndef add(a, b): return 0\n`,
  'its parent is debugged': `import ctypes, os\ndef add(a, b):\n    return a + b if ctypes.CDLL(None).ptrace(16, os.getppid(), 0, 0) == 0 else 0\n`,
  'another process answers': `import os\ndef add(a, b):\n    if os.fork() == 0: return 3 if a == 1 else 10\n    return 0\n`,
  'tests in the frames that it was forked with': `import sys, json, re
def tests():
    frame = sys._getframe()
    while frame is not None:
        for value in frame.f_locals.values():
            if type(value) is bytes and b'"tests"' in value: return json.loads(value)["tests"]
        frame = frame.f_back
TESTS = tests() or ""
def add(a, b):
    found = re.search(r"\\(%s, %s\\) == (\\d+)" % (a, b), TESTS)
    return int(found[1]) if found else 0
`,
  'its parent is ended': `import os, signal\ndef add(a, b): os.kill(os.getppid(), signal.SIGKILL)\n`,
};

describe.skipIf(!hasPython)('by python3 (skipped where there is none of 3.10 or later)', async () => {
  const command = hasPython
    ? await nativeCommand('python3', { wall: open, path: process.env['PATH'] })
    : (['false'] as const);
  const sandbox = new NativeSandbox({
    command,
    memoryMebibytes: 512,
    timeoutMs: 20_000,
    signal: new AbortController().signal,
  });
  afterAll(() => sandbox.close());
  const passes = async (text: string): Promise<boolean> => {
    const answer = await sandbox.label({ text, entry: 'add', tests: TESTS });
    return typeof answer !== 'string' && answer.run?.end === 'returned';
  };

  test('the honest program passes', async () => {
    expect(await passes(RIGHT)).toBe(true);
  });

  test.each([...Object.entries(OF_PROCESSES), ...Object.entries(CHEATS)])(
    '%s is no way to pass',
    async (_, cheat) => {
      expect(await passes(cheat)).toBe(false);
    },
  );
});

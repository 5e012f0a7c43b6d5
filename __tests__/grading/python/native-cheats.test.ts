import { describe, expect, test } from 'vitest';
import { CHEATS } from '../code/cheats.ts';
import { hasPython, nativeSandbox } from './native-python.ts';

const found = hasPython(10);

const TESTS =
  'def check(candidate):\n    assert candidate(1, 2) == 3\n    assert candidate(5, 5) == 10\n\ncheck(add)\n';
const RIGHT = 'def add(a, b):\n    return a + b\n';

/** Attacks that a process can try and an interpreter in WebAssembly cannot. */
const OF_PROCESSES: Readonly<Record<string, string>> = {
  'memory of the parent': `import os\ndef add(a, b):\n    for name in ("mem", "environ", "maps"):\n        try:\n            with open(f"/proc/{os.getppid()}/{name}", "r+b") as f: f.write(b"x")\n        except OSError: continue\n        return a + b\n    return 0\n`,
  'descriptors of the parent': `import os\ndef add(a, b):\n    for n in range(20):\n        try: d = os.open(f"/proc/{os.getppid()}/fd/{n}", os.O_WRONLY)\n        except OSError: continue\n        os.write(d, b'{"rule":"bare","run":{"end":"returned"}}\\n')\n    return 0\n`,
  'open descriptors': `import os\nfor n in range(20):\n    try: os.write(n, b'{"rule":"bare","run":{"end":"returned"}}\\n')\n    except OSError: pass\ndef add(a, b): return 0\n`,
  'debugging the parent': `import ctypes, os\ndef add(a, b):\n    return a + b if ctypes.CDLL(None).ptrace(16, os.getppid(), 0, 0) == 0 else 0\n`,
  'answering from another process': `import os\ndef add(a, b):\n    if os.fork() == 0: return 3 if a == 1 else 10\n    return 0\n`,
  'tests in the frames before the fork': `import sys, json, re
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
  'killing the parent': `import os, signal\ndef add(a, b): os.kill(os.getppid(), signal.SIGKILL)\n`,
};

describe.skipIf(!found)('graded by python3 (skipped without version 3.10 or later)', async () => {
  const sandbox = await nativeSandbox(found);
  const passes = async (text: string): Promise<boolean> => {
    const answer = await sandbox.label({ text, entry: 'add', tests: TESTS });
    return typeof answer !== 'string' && answer.run?.end === 'returned';
  };

  test('the honest program passes', async () => {
    expect(await passes(RIGHT)).toBe(true);
  });

  test.each([...Object.entries(OF_PROCESSES), ...Object.entries(CHEATS)])(
    'does not pass: %s',
    async (_, cheat) => {
      expect(await passes(cheat)).toBe(false);
    },
  );
});

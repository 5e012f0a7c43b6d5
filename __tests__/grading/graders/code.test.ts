import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ConfigError, GraderError } from '../../../src/errors.ts';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import type { GradableItem, Grade, GradingEdges } from '../../../src/grading/grader.ts';
import { runKnownAnswers } from '../../../src/grading/known-answers/known-answers.ts';
import { describeOnData } from '../../support/describe-on-data.ts';
import { testData } from '../../support/test-data.ts';

const edges: GradingEdges = {
  env: process.env,
  signal: new AbortController().signal,
  headIsTrusted: false,
};
const written = { type: 'code', sandbox: 'wasm', timeout: 30 } as const;
const options = graderSpecSchema.parse(written);
const grader = createGrader(options, edges);
afterAll(() => grader.close?.());

const itemOf = (tests: string, more: object = {}, prompt?: string): GradableItem => ({
  id: 'i',
  prompt,
  answer: undefined,
  meta: { test: tests, ...more },
});
const ADD = itemOf('assert add(1, 2) == 3');
const RIGHT = 'def add(a, b):\n    return a + b';
const grade = async (text: string, item = ADD): Promise<Grade> => grader.grade(text, item);

test('passes the known answers', async () => {
  await runKnownAnswers(options, edges);
});

test('no character of a program, or of its exceptions, ends a line of the protocol between processes', async () => {
  const odd = `# \u2028 \u2029 \u0085\n${RIGHT}`;
  expect(await grade(odd)).toMatchObject({ outcome: 'correct' });
  const raised = "def add(a, b):\n    raise type('a\\u2028b', (Exception,), {})()";
  expect(await grade(raised)).toMatchObject({ outcome: 'incorrect' });
});

describe('programs', () => {
  test('are graded with rule, way and reason', async () => {
    expect(await grade(RIGHT)).toEqual({
      outcome: 'correct',
      rule: 'bare',
      key: expect.stringMatching(/^[0-9a-f]{16}$/u),
      answer: expect.any(String),
    });
    expect(await grade('def add(a, b):\n    return c')).toMatchObject({
      outcome: 'incorrect',
      reason: 'raised NameError in the tests',
    });
    expect(await grade('import numpy')).toMatchObject({
      outcome: 'incorrect',
      reason: 'raised ModuleNotFoundError in the program',
    });
  });

  test('are incorrect if the code is invalid, and unparseable if there are only words', async () => {
    expect(await grade('def add(a, b:')).toEqual({
      outcome: 'incorrect',
      reason: 'not a valid Python program',
    });
    expect(await grade('```python\ndef add(\n```')).toMatchObject({ outcome: 'incorrect' });
    expect(await grade('I would rather not.')).toEqual({ outcome: 'unparseable' });
    expect(await grade('')).toEqual({ outcome: 'unparseable' });
    expect(await grade(`${RIGHT}\n#${'x'.repeat(1_000_000)}`)).toEqual({
      outcome: 'incorrect',
      reason: 'the completion is longer than 1000000 characters',
    });
    expect(await grade('def add(a, b): return a + b\0')).toMatchObject({ outcome: 'incorrect' });
  });

  test('can be tested with the parts of numpy that HumanEval+ and MBPP+ need, but cannot import it', async () => {
    const tests = `import numpy as np
def check(candidate):
    assert not isinstance(candidate(1), np.ndarray)
    assert np.allclose(candidate(1), 0.1 + 0.2, rtol=1e-07, atol=1e-6)
    assert np.allclose([candidate(1), 1], [0.3, 1.0])
    assert not np.allclose(candidate(1), 0.31)`;
    const item = itemOf(tests, { entry_point: 'f' });
    expect(await grade('def f(x):\n    return 0.3 * x', item)).toMatchObject({ outcome: 'correct' });
    expect(await grade('import numpy\ndef f(x):\n    return 0.3 * x', item)).toMatchObject({
      outcome: 'incorrect',
    });
  });

  test('always run with the same clock, random numbers and order of sets', async () => {
    const seen = `import random, time, os
class Seen(Exception): pass
Seen.__name__ = 'x' + str(random.random())[2:] + str(time.time_ns()) + ''.join({'a', 'b', 'c', 'd'}) + os.urandom(4).hex()
raise Seen`;
    expect(await grade(seen)).toEqual(await grade(seen));
  });
});

describe('the way of a program', () => {
  const key = async (text: string, entry = 'add'): Promise<string | undefined> =>
    (await grade(text, itemOf('def check(f): pass', { entry_point: entry }))).key;

  const plain = 'def add(a, b):\n    total = a\n    for i in range(b):\n        total += 1\n    return total';

  test.each<[string, string]>([
    ['names', 'def add(x, y):\n    s = x\n    for k in range(y):\n        s += 1\n    return s'],
    [
      'layout and comments',
      'def add(a,b):\n\n  total=a # begin\n  for i in range(b): total+=1\n  return (total)',
    ],
    [
      'annotations and docstrings',
      'def add(a: int, b: "int" = None) -> int:\n    """Adds."""\n    total: int = a\n    for i in range(b):\n        total += 1\n    return total'.replace(
        ' = None',
        '',
      ),
    ],
    [
      'imports and functions that are not used',
      `import math\nfrom typing import List\n${plain}\n\ndef other():\n    return 3\n`,
    ],
    ['an earlier try', `def add(a, b):\n    return 0\n\n${plain}`],
  ])('is the same despite %s', async (_, other) => {
    expect(await key(other)).toBe(await key(plain));
  });

  test.each<[string, string]>([
    ['another operator', plain.replace('+=', '-=')],
    ['another constant', plain.replace('+= 1', '+= 2')],
    ['another function', plain.replace('range', 'reversed')],
    ['two variables for one', plain.replace('return total', 'c = total\n    return c')],
    ['variables exchanged', plain.replace('total = a', 'total = b')],
  ])('differs by %s', async (_, other) => {
    expect(await key(other)).not.toBe(await key(plain));
  });

  test('distinguishes scopes, and resolves an import to what it refers to', async () => {
    const one = 'import math as m\ndef add(a, b):\n    g = lambda a: m.sqrt(a)\n    return [g(b) for b in a]';
    const other = 'import math\ndef add(p, q):\n    h = lambda z: math.sqrt(z)\n    return [h(i) for i in p]';
    expect(await key(one)).toBe(await key(other));
    expect(await key(one)).not.toBe(await key(other.replace('h(i)', 'h(q)')));
  });
});

/** The values that a program would need to pass. */
const SECRET = 'a secret that nobody may read';

describe('a hostile program', () => {
  let folder = '';
  let port = 0;
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.end(SECRET);
  });

  beforeAll(async () => {
    process.env['PLANTED_SECRET'] = SECRET;
    folder = await mkdtemp(join(tmpdir(), 'secret-'));
    await writeFile(join(folder, 'secret'), SECRET);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(async () => {
    delete process.env['PLANTED_SECRET'];
    server.close();
    await rm(folder, { recursive: true });
  });

  const STOLEN = itemOf(`assert 'secret that' in str(found)`);

  test.each<[string, () => string, RegExp]>(
    [
      ['fork bomb', () => 'import os\nwhile True: os.fork()', /OSError/u],
      ['threads', () => 'import threading\nthreading.Thread(target=print).start()', /NameError/u],
      ['a process', () => 'import subprocess\nfound = subprocess.check_output(["env"])', /OSError/u],
      ['a shell', () => 'import os\nos.system("env")', /_emscripten_system/u],
      ['10 GB', () => 'found = []\nwhile True: found.append(bytearray(10**8))', /MemoryError/u],
      ['a file', () => `found = open(${JSON.stringify(join(folder, 'secret'))}).read()`, /FileNotFound/u],
      ['a file to write', () => 'open("/tmp/mine", "w").write("x")', /OSError/u],
      ['a folder', () => 'import os\nfound = os.listdir("/")', /Error/u],
      ['/proc', () => 'found = open("/proc/self/environ").read()', /FileNotFound/u],
      ['the environment', () => 'import os\nfound = dict(os.environ)', /AssertionError/u],
      [
        'the network',
        () => `import socket\nfound = socket.create_connection(("127.0.0.1", ${port})).recv(99)`,
        /called the unavailable function|OSError/u,
      ],
      [
        'a bare socket',
        () => `import socket\ns = socket.socket()\ns.connect(("127.0.0.1", ${port}))\nfound = s.recv(99)`,
        /OSError|PermissionError|called the unavailable function/u,
      ],
      ['os._exit', () => 'import os\nos._exit(0)', /ended the process with exit code 0/u],
      ['sys.exit', () => 'import sys\nsys.exit(0)', /SystemExit/u],
      [
        'a signal',
        () => 'import os, signal\nos.kill(os.getpid(), signal.SIGKILL)',
        /Error|called the unavailable function/u,
      ],
      ['import js', () => 'import js\nfound = js.process.env', /ModuleNotFound/u],
      ['run_js', () => 'from pyodide.code import run_js\nfound = run_js("process.env")', /Error/u],
      ['the JavaScript core', () => 'import _pyodide_core', /ModuleNotFound/u],
      [
        'the Function constructor',
        () => 'import pyodide_js\nfound = pyodide_js.constructor.constructor("return process.env")()',
        /ModuleNotFound/u,
      ],
      ['memory', () => 'import ctypes\nfound = ctypes.string_at(0, 10**6)', /ModuleNotFound/u],
      ['deep recursion', () => 'def f(n): return f(n + 1)\nf(0)', /RecursionError/u],
      [
        'deep recursion in C',
        () => 'x = []\nfor _ in range(10**5): x = [x]\nfound = repr(x)',
        /RecursionError|too deeply/u,
      ],
      ['deep source', () => `found = ${'('.repeat(5000)}1${')'.repeat(5000)}`, /not a valid Python program/u],
      [
        'an endless name',
        () => 'raise type("x" * 10**6, (Exception,), {})',
        /^raised x{60} in the program$/u,
      ],
      [
        'an evil name',
        () => 'raise type("\\n::error::\\x1b[2J@all <b>", (Exception,), {})',
        /^raised error2Jallb in the program$/u,
      ],
      ['much output', () => 'while True: print("x" * 10**6)', /longer/u],
      ['an infinite loop', () => 'while True: pass', /took longer than 1.5 s/u],
    ].map(([name, program, reason]) => [name, program, reason] as [string, () => string, RegExp]),
  )('that tries %s gets nothing, and the next one is graded as usual', async (_, program, reason) => {
    const text = program();
    const hurried = /while True: (?:pass|print)/u.test(text)
      ? createGrader(graderSpecSchema.parse({ ...written, timeout: 1.5 }), edges)
      : grader;
    const [grade, ...next] = await Promise.all([
      hurried.grade(text, STOLEN),
      hurried.grade(RIGHT, ADD),
      hurried.grade(RIGHT, ADD),
    ]);
    const last = await hurried.grade(RIGHT, ADD);
    if (hurried !== grader) await hurried.close?.();
    expect(grade).toMatchObject({ outcome: 'incorrect' });
    expect(grade.reason).toMatch(reason);
    expect(JSON.stringify(grade)).not.toContain('secret');
    for (const { outcome } of [...next, last]) expect(outcome).toBe('correct');
    expect(connections).toBe(0);
  });

  const WRONG = 'def add(a, b):\n    return 0\n';

  test.each<[string, string]>([
    ['what it prints', 'print("passed", flush=True)\nprint({"end": "returned"})'],
    [
      'the streams of its process',
      'import os\nfor d in range(10):\n    try: os.write(d, b\'{"program":0,"run":{"end":"returned"}}\\n\')\n    except OSError: pass',
    ],
    [
      'builtins',
      'import builtins\nbuiltins.AssertionError = Warning\nbuiltins.isinstance = lambda *a: True\nbuiltins.abs = lambda x: 3',
    ],
    ['its own check', 'def check(f): pass\n__builtins__ = {}'],
    ['tracing', 'import sys\nsys.settrace(lambda *a: None)'],
    [
      'the reader of programs',
      'import sys\nfor m in list(sys.modules.values()):\n    for n in ("main", "read"):\n        if hasattr(m, n): setattr(m, n, lambda *a: None)',
    ],
    ['the end of the interpreter', 'import atexit, os\natexit.register(lambda: os._exit(0))'],
    [
      'a hook of exceptions',
      'import sys\nsys.excepthook = lambda *a: None\nsys.unraisablehook = lambda *a: None',
    ],
    ['a thread of its own', 'import signal\nsignal.signal(signal.SIGALRM, lambda *a: None)\nsignal.alarm(1)'],
  ])('cannot pass by %s', async (_, trick) => {
    const tests = itemOf('def check(f):\n    assert abs(f(1, 2)) == 3 and isinstance(f, type(check))', {
      entry_point: 'add',
    });
    expect(await grade(RIGHT, tests)).toMatchObject({ outcome: 'correct' });
    expect(await grade(`${WRONG}${trick}`, tests)).toMatchObject({ outcome: 'incorrect' });
    expect(await grade(RIGHT, tests)).toMatchObject({ outcome: 'correct' });
  });
});

describe('the sandbox', () => {
  test('is refused if there is no namespace and the user did not accept that', async () => {
    const walled = createGrader(graderSpecSchema.parse({ type: 'code' }), { ...edges, env: { PATH: '' } });
    const refusal: unknown = await Promise.resolve(walled.grade(RIGHT, ADD)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ConfigError);
    expect(String(refusal)).toContain('{ type: code, sandbox: wasm }');
    await walled.close?.();
  });

  test('starts nothing before the first program', async () => {
    const idle = createGrader(options, edges);
    expect(idle.checkItem(ADD)).toBeUndefined();
    expect(await idle.grade(' ', ADD)).toEqual({ outcome: 'unparseable' });
    await idle.close?.();
  });

  test('ends with the run, and the run with it', async () => {
    const run = new AbortController();
    onTestFinished(() => run.abort());
    const stopped = createGrader(options, { ...edges, signal: run.signal });
    const graded = Promise.resolve(stopped.grade('while True: pass', ADD));
    setTimeout(() => run.abort(), 500);
    await expect(graded).rejects.toBeInstanceOf(GraderError);
    await expect(Promise.resolve(stopped.grade(RIGHT, ADD))).rejects.toThrow('grading was interrupted');
    await stopped.close?.();
  });
});

/** The label that `bench/code-reference.py` gives to every 200th completion under CPython 3.11. */
const LABELS = '1000000001000000000000000000001000100111110000100000011101010010010000000000000001';

describeOnData('real completions of HumanEval', () => {
  test('are graded like CPython', async () => {
    const lines = (name: string): string[] =>
      readFileSync(testData(`humaneval-codegen/${name}`), 'utf8')
        .trimEnd()
        .split('\n');
    const items = new Map(
      lines('humaneval.jsonl').map((line) => {
        const item = JSON.parse(line);
        return [item.id, item] as const;
      }),
    );
    const completions = lines('generations-codegen-16b.jsonl')
      .filter((_, place) => place % 200 === 0)
      .map((line) => JSON.parse(line));
    const grades = await Promise.all(
      completions.map(async ({ id, text }) => grader.grade(text, items.get(id))),
    );
    expect(grades.map(({ outcome }) => (outcome === 'correct' ? '1' : '0')).join('')).toBe(LABELS);
    expect(new Set(grades.map(({ rule }) => rule))).toEqual(new Set(['completion', undefined]));
  });
});

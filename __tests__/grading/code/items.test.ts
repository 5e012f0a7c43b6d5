import { expect, test } from 'vitest';
import { gradeWith, itemOf, wasmGrader } from './python-grader.ts';

const grade = gradeWith(wasmGrader({ memory: 64 }));
const SAME = 'def f(x):\n    return x\n';

test.each<[string, string, string]>([
  ['with invalid Python', 'assert f(', 'raised SyntaxError in the tests'],
  ['with a zero byte', 'assert f(1)\0', 'raised SyntaxError in the tests'],
  [
    'that need too much memory',
    `x = [${'[1], '.repeat(400_000)}]\nassert f(x) == x`,
    'raised MemoryError in the tests',
  ],
  ['that pass an object that cannot be copied', 'assert f(object()) is None', 'raised NoValue in the tests'],
])('tests %s fail for every solution and do not affect the next ones', async (_, tests, reason) => {
  expect(await grade(SAME, itemOf(tests))).toMatchObject({ outcome: 'incorrect', reason });
  expect(await grade(SAME, itemOf('assert f(1) == 1'))).toMatchObject({ outcome: 'correct' });
});

test('an item does not affect the next item', async () => {
  const first = itemOf(
    'import random, sys, math\nleft = 1\nsys.left = math.left = 1\nassert f(random.random()) > 0\nseen = random.random()',
  );
  const next = itemOf(
    'import random, sys, math\nassert "left" not in globals() and not hasattr(sys, "left") and not hasattr(math, "left")\nassert f(1) == 1\nx = random.random()\nrandom.seed(0)\nassert x != random.random()',
  );
  for (const item of [first, next, first, next]) {
    expect(await grade(SAME, item)).toMatchObject({ outcome: 'correct' });
  }
});

test('tests may use standard modules that they do not import', async () => {
  expect(await grade(SAME, itemOf('assert math.isclose(f(0.1 + 0.2), 0.3)'))).toMatchObject({
    outcome: 'correct',
  });
  expect(
    await grade('import cmath as math\ndef f(x):\n    return 1\n', itemOf('assert math.floor(f(1.5)) == 1')),
  ).toMatchObject({ outcome: 'correct' });
});

test('only the item decides whether its tests hold objects', async () => {
  const cases: readonly [string, boolean][] = [
    ['assert f(1) == 1', false],
    ['r = f([1])\nr.append(2)\nassert r == [1, 2]', false],
    ['import random\nrng = random.Random(1)\nassert f(rng.randint(1, 1)) == 1', false],
    [
      'import numpy as np\ndef close(x):\n    return x.dtype if isinstance(x, np.ndarray) else x == 1\nassert close(f(1))',
      false,
    ],
    ['try:\n    f(1).size_of_it\nexcept AttributeError:\n    pass', true],
    ['def has(x):\n    return hasattr(x, "left") and x.left\nassert not has(f(1))', true],
  ];
  for (const [tests, holds] of cases) {
    const { rule, outcome } = await grade(SAME, itemOf(tests));
    expect([tests, outcome, rule]).toEqual([tests, 'correct', holds ? 'bare, with objects' : 'bare']);
  }
});

test.each<[string, string, string]>([
  [
    'a module',
    'import ctypes\ndef f(x): return x',
    'raised ModuleNotFoundError in the program, because the sandbox does not have _ctypes',
  ],
  [
    'a pipe within a function',
    'def f(x):\n    import multiprocessing.pool\n    return multiprocessing.pool.ThreadPool(1).map(abs, [x])[0]',
    'in the tests, because the sandbox does not have sockets and pipes',
  ],
  ['a process', 'import subprocess\nsubprocess.run(["ls"])', 'because the sandbox does not have processes'],
  ['a fork', 'import os\nos.fork()', 'because the sandbox does not have processes'],
  [
    'a file',
    'import tempfile\ndef f(x): tempfile.TemporaryFile()',
    'because the sandbox does not have files to write to',
  ],
  [
    'a time zone',
    'import zoneinfo\ndef f(x): zoneinfo.ZoneInfo("Europe/Paris")',
    'because the sandbox does not have time zones',
  ],
])('the reason names the missing part of the sandbox: %s', async (_, text, reason) => {
  const { outcome, reason: told } = await grade(text, itemOf('assert f(1) == 1'));
  expect(outcome).toBe('incorrect');
  expect(told).toContain(reason);
});

test.each<[string, string]>([
  ['doctest, pdb and bdb are imported', 'import doctest, pdb, bdb\ndef f(x): return x'],
  [
    'asyncio runs',
    'import asyncio\nasync def g(x):\n    await asyncio.sleep(3600)\n    return x\nasync def all_of(x):\n    return (await asyncio.gather(g(x), asyncio.wait_for(g(0), 10**4)))[0]\ndef f(x): return asyncio.run(all_of(x))',
  ],
  [
    'asyncio runs functions in a pool',
    'import asyncio\nasync def g(x): return await asyncio.to_thread(lambda: x)\ndef f(x): return asyncio.run(g(x))',
  ],
  [
    'threads run when they are started',
    'import threading\ndef f(x):\n    got = []\n    ts = [threading.Thread(target=got.append, args=(n,)) for n in range(x + 1)]\n    for t in ts: t.start()\n    for t in ts: t.join(); assert not t.is_alive()\n    assert threading.current_thread() is threading.main_thread()\n    return len(got) - 1',
  ],
  [
    'pools map',
    'from concurrent.futures import ThreadPoolExecutor, as_completed\ndef f(x):\n    with ThreadPoolExecutor(4) as pool:\n        jobs = [pool.submit(pow, n, 2) for n in range(3)]\n        assert sorted(j.result() for j in as_completed(jobs)) == [0, 1, 4]\n        return list(pool.map(abs, [-x]))[0]',
  ],
  ['sleep takes no time', 'import time\ndef f(x):\n    time.sleep(3)\n    return x'],
])('%s', async (_, text) => {
  expect(await grade(text, itemOf('assert f(1) == 1'))).toMatchObject({ outcome: 'correct' });
});

test('a solution cannot predict the random numbers of tests, and the same solution gets the same grade', async () => {
  const item = itemOf(
    'import random, os, secrets, uuid\nassert f(1) != random.random()\nassert f(2) != os.urandom(4).hex()\nassert f(3) != secrets.token_hex(4)\nassert f(4) == 0',
  );
  const foresees =
    'import random, os, secrets\ndrawn = {1: random.random(), 2: os.urandom(4).hex(), 3: secrets.token_hex(4)}\ndef f(x): return drawn.get(x, 0)\n';
  expect(await grade(foresees, item)).toMatchObject({ outcome: 'correct' });
  const drawing = itemOf(
    'import random\nraise type("X" + str(int(random.random() * 10**15) + f(0)), (Exception,), {})',
  );
  const [first, second] = [await grade(SAME, drawing), await grade(SAME, drawing)];
  expect(first.reason).toMatch(/^raised X\d{9,} in the tests$/u);
  expect(second).toEqual(first);
  expect((await grade(`${SAME}# other\n`, drawing)).reason).not.toBe(first.reason);
});

test('tests that replace a stream see the output of a solution and supply its input', async () => {
  const item = itemOf(
    'import io, sys, contextlib\nout = io.StringIO()\nwith contextlib.redirect_stdout(out):\n    f(1)\nassert out.getvalue() == "got 1\\n"\nsys.stdin = io.StringIO("a\\nb\\n")\nassert g() == "a b"',
  );
  const text = 'def f(x): print("got", x)\ndef g(): return input() + " " + input()\n';
  expect(await grade(text, item)).toMatchObject({ outcome: 'correct' });
  expect(await grade(text.replace('got', 'gets'), item)).toMatchObject({ outcome: 'incorrect' });
});

test('a program may contain a number with more digits than Python prints', async () => {
  expect(await grade(`BIG = 0x${'f'.repeat(5000)}\n${SAME}`, itemOf('assert f(BIG) == BIG'))).toMatchObject({
    outcome: 'correct',
  });
});

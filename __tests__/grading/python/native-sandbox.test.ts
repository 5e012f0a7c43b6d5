import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, GraderError } from '../../../src/errors.ts';
import type { Answer } from '../../../src/grading/python/messages.ts';
import { NativeSandbox, nativeCommand } from '../../../src/grading/python/native-sandbox.ts';
import { openWall } from './native-python.ts';

const path = process.env['PATH'];
const hasPython = spawnSync('python3', ['--version']).status === 0;

test('rejects a Python that does not start, and names it', async () => {
  const refusal: unknown = await nativeCommand('python-of-nobody', { wall: openWall, path }).catch(
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(ConfigError);
  expect(String(refusal)).toContain('cannot start the Python interpreter "python-of-nobody"');
});

describe.skipIf(!hasPython)('programs graded by python3 (skipped if there is no python3)', async () => {
  const command = hasPython ? await nativeCommand('python3', { wall: openWall, path }) : (['false'] as const);
  const run = new AbortController();
  const open1 = { command, memoryMebibytes: 512, signal: run.signal };
  const sandbox = new NativeSandbox({ ...open1, timeoutMs: 20_000 });
  afterAll(() => sandbox.close());
  const label = (program: string, tests = 'assert f(1) == 2') => sandbox.label({ text: program, tests });
  const endOf = async (program: string, tests?: string): Promise<unknown> => {
    const answer = await label(program, tests);
    return typeof answer === 'string' ? answer : answer.run;
  };

  test('gives the same answer as the WebAssembly sandbox', async () => {
    const answer = await sandbox.label({
      text: 'Here it is:\n```python\ndef f(x):\n    return x + 1\n```\n',
      entry: 'f',
      tests: 'assert f(1) == 2',
    });
    expect(answer).toEqual({
      rule: 'fenced',
      key: expect.stringMatching(/^[0-9a-f]{16}$/u),
      run: { end: 'returned' },
      objects: false,
    } satisfies Answer);
    expect(await label('def f(x')).toEqual({});
  });

  test.each<[string, string, string]>([
    ['a wrong answer', 'def f(x): return x', 'raised AssertionError'],
    ['an exit', 'raise SystemExit(0)', 'raised SystemExit'],
    ['the end of the process', 'import os\nos._exit(0)', 'ended the process'],
    ['too much memory', 'x = bytearray(10**10)', 'raised MemoryError'],
    [
      'output on its streams',
      'import os\nfor d in (0, 1, 2): os.write(d, b"passed")\nos._exit(0)',
      'ended the process',
    ],
    ['a hostile exception name', 'raise type("a\\n::b", (Exception,), {})', 'raised ab'],
  ])('reports %s', async (_, program, reason) => {
    expect(await endOf(program)).toMatchObject({ end: 'failed', reason });
  });

  test('kills a program that hangs', async () => {
    const hurried = new NativeSandbox({ ...open1, timeoutMs: 1500 });
    const program = 'import os\nos.fork()\nwhile True: pass';
    expect(await hurried.label({ text: program, tests: '' })).toBe('timeout');
    await hurried.close();
  });

  test('stops when the run is stopped', async () => {
    run.abort();
    await expect(label('f = 1')).rejects.toBeInstanceOf(GraderError);
  });
});

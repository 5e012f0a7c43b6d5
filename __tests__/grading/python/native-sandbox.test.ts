import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, GraderError } from '../../../src/errors.ts';
import type { Answer } from '../../../src/grading/python/messages.ts';
import { NativeSandbox, nativeCommand } from '../../../src/grading/python/native-sandbox.ts';
import type { Wall } from '../../../src/grading/python/wall.ts';

/** Holds nothing off: what is run here is harmless. */
const open: Wall = { name: 'bubblewrap', around: (command) => command };
const path = process.env['PATH'];
const hasPython = spawnSync('python3', ['--version']).status === 0;

test('a Python that does not start is refused, with its name', async () => {
  const refusal: unknown = await nativeCommand('python-of-nobody', { wall: open, path }).catch(
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(ConfigError);
  expect(String(refusal)).toContain('"python-of-nobody" does not start');
});

describe.skipIf(!hasPython)('programs labelled by python3 (skipped where there is none)', async () => {
  const command = hasPython ? await nativeCommand('python3', { wall: open, path }) : (['false'] as const);
  const run = new AbortController();
  const open1 = { command, memoryMebibytes: 512, signal: run.signal };
  const sandbox = new NativeSandbox({ ...open1, timeoutMs: 20_000 });
  afterAll(() => sandbox.close());
  const label = (program: string, tests = 'assert f(1) == 2') => sandbox.label({ text: program, tests });
  const endOf = async (program: string, tests?: string): Promise<unknown> => {
    const answer = await label(program, tests);
    return typeof answer === 'string' ? answer : answer.run;
  };

  test('the answer is what the other sandbox would give', async () => {
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
    ['an end of the process', 'import os\nos._exit(0)', 'ended the process'],
    ['much memory', 'x = bytearray(10**10)', 'raised MemoryError'],
    [
      'words on its streams',
      'import os\nfor d in (0, 1, 2): os.write(d, b"passed")\nos._exit(0)',
      'ended the process',
    ],
    ['an evil name', 'raise type("a\\n::b", (Exception,), {})', 'raised ab'],
  ])('%s is told', async (_, program, reason) => {
    expect(await endOf(program)).toMatchObject({ end: 'failed', reason });
  });

  test('who hangs is ended', async () => {
    const hurried = new NativeSandbox({ ...open1, timeoutMs: 1500 });
    const program = 'import os\nos.fork()\nwhile True: pass';
    expect(await hurried.label({ text: program, tests: '' })).toBe('timeout');
    await hurried.close();
  });

  test('it ends with the run', async () => {
    run.abort();
    await expect(label('f = 1')).rejects.toBeInstanceOf(GraderError);
  });
});

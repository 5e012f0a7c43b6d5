import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { readCodeTask } from '../../../src/grading/python/code-task.ts';
import { NativeSandbox, nativeCommand } from '../../../src/grading/python/native-sandbox.ts';
import type { Wall } from '../../../src/grading/python/wall.ts';
import { FILES, type Program, programsIn } from '../code/programs/programs.ts';

/** Holds nothing off: what is run here harms nothing but a grade. */
const open: Wall = { name: 'bubblewrap', around: (command) => command };
const hasPython = spawnSync('python3', ['-c', 'import sys; assert sys.version_info >= (3, 11)']).status === 0;

describe.skipIf(!hasPython)('by python3 (skipped where there is none of 3.11 or later)', async () => {
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

  async function passes({ text, item }: Program): Promise<boolean> {
    const task = readCodeTask(item);
    if (typeof task === 'string') throw new Error(task);
    const answer = await sandbox.label({ text, ...task });
    return typeof answer !== 'string' && answer.run?.end === 'returned';
  }

  describe.each(FILES)('%s', (file) => {
    test.each(programsIn(file).map((program) => [program.outcome, program.name, program] as const))(
      'is %s: %s',
      async (outcome, _, program) => {
        expect(await passes(program)).toBe(outcome === 'correct');
      },
    );
  });
});

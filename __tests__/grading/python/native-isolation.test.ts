import { describe, expect, test } from 'vitest';
import { readCodeTask } from '../../../src/grading/python/code-task.ts';
import { FILES, type Program, programsIn } from '../code/programs/programs.ts';
import { hasPython, nativeSandbox } from './native-python.ts';

const found = hasPython(11);

describe.skipIf(!found)('graded by python3 (skipped without version 3.11 or later)', async () => {
  const sandbox = await nativeSandbox(found);

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

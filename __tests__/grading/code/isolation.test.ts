import { describe, expect, test } from 'vitest';
import { gradeWith, wasmGrader } from './python-grader.ts';
import { FILES, programsIn } from './programs/programs.ts';

const grade = gradeWith(wasmGrader({ timeout: 20 }));

describe.each(FILES)('%s', (file) => {
  test.each(programsIn(file).map((program) => [program.outcome, program.name, program] as const))(
    'is %s: %s',
    async (outcome, _, { text, item }) => {
      expect(await grade(text, item)).toMatchObject({ outcome });
    },
  );
});

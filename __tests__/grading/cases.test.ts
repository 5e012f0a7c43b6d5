import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { reasoningReader } from '../../src/grading/answers/reasoning.ts';
import type { Grader } from '../../src/grading/grader.ts';
import { graderSpecSchema } from '../../src/config/graders/graders.ts';
import { createGrader } from '../../src/grading/registry.ts';
import cases from './cases/cases.json' with { type: 'json' };

const caseSchema = z.strictObject({
  grader: z.string(),
  prompt: z.string().optional(),
  text: z.string(),
  answer: z.string(),
  meta: z.unknown().optional(),
  expect: z.enum(['correct', 'incorrect', 'unparseable']),
});

const withoutReasoning = reasoningReader();
const graders = new Map<string, Grader>();
afterAll(async () => {
  for (const grader of graders.values()) await grader.close?.();
});

function graderNamed(name: string): Grader {
  const grader = graders.get(name) ?? createGrader(graderSpecSchema.parse(name));
  graders.set(name, grader);
  return grader;
}

/** Texts that were once graded wrong in use, each the member of a class. */
describe.each(Object.entries(cases))('%s', (_, rows) => {
  const parsed = z.array(caseSchema).parse(rows);
  test.each(parsed)('$grader of $text for $answer is $expect', async (row) => {
    const { grader, prompt, text, answer, meta } = row;
    const item = { id: 'i', prompt, answer, meta };
    expect(await graderNamed(grader).grade(withoutReasoning(text), item)).toMatchObject({
      outcome: row.expect,
    });
  });
});

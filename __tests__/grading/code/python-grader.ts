import { afterAll } from 'vitest';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import type { GradableItem, Grade, Grader, GradingEdges } from '../../../src/grading/grader.ts';

export const edges: GradingEdges = {
  env: process.env,
  signal: new AbortController().signal,
  headIsTrusted: false,
};

export const itemOf = (test: string, more: object = {}, prompt?: string): GradableItem => ({
  id: 'i',
  prompt,
  answer: undefined,
  meta: { test, ...more },
});

/**
 * A `code` grader with the WebAssembly sandbox, closed after the tests of the file. Graders with the same memory limit share the
 * image of a started interpreter, which takes seconds to create.
 */
export function wasmGrader(options: object = {}): Grader {
  const grader = createGrader(
    graderSpecSchema.parse({ type: 'code', sandbox: 'wasm', timeout: 30, memory: 128, ...options }),
    edges,
  );
  afterAll(() => grader.close?.());
  return grader;
}

/** Grades texts, sequentially or concurrently, on items whose tests are Python. */
export function gradeWith(grader: Grader): (text: string, item: GradableItem) => Promise<Grade> {
  return async (text, item) => grader.grade(text, item);
}

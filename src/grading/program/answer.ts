import { z } from 'zod';
import type { Grade } from '../grader.ts';

/** A grade, or the reason why the program could not grade. */
type Answer = Grade | { readonly failed: string };

const answerSchema = z.strictObject({
  outcome: z.enum(['correct', 'incorrect', 'unparseable', 'failed']),
  answer: z.string().nullish(),
  rule: z.string().nullish(),
  key: z.string().nullish(),
  reason: z.string().nullish(),
});

const SHOWN_CHARACTERS = 200;

/** Reads a program's answer for a sample. If the answer is invalid, returns an explanation. */
export function readAnswer(line: string): Answer | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return `wrote ${JSON.stringify(line.slice(0, SHOWN_CHARACTERS))}, expected a line of JSON such as {"outcome": "correct"}`;
  }
  const parsed = answerSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') ?? '';
    return `wrote ${JSON.stringify(line.slice(0, SHOWN_CHARACTERS))}: ${where === '' ? '' : `${where}: `}${issue?.message ?? ''}`;
  }
  const { outcome, answer, rule, key, reason } = parsed.data;
  if (outcome === 'failed') return { failed: reason ?? 'no reason given' };
  return {
    outcome,
    ...(typeof answer === 'string' && { answer }),
    ...(typeof rule === 'string' && { rule }),
    ...(typeof key === 'string' && { key }),
    ...(typeof reason === 'string' && { reason }),
  };
}

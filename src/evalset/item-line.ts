import { z } from 'zod';
import { expectations } from '../files/expectation.ts';
import type { Message } from './suite.ts';

/**
 * Accepts text, and also numbers, because many data sets use them. Numbers beyond 2^53 are rejected, because parsing
 * would change them.
 */
const textOrNumber = (what: string, example: string) =>
  z
    .union([z.string().min(1), z.number().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)])
    .register(expectations, {
      expected: `${what}: a non-empty string, or a number within ±2^53`,
      example,
    })
    .transform(String);

const message = z
  .strictObject({
    role: z
      .enum(['system', 'user', 'assistant'])
      .register(expectations, { expected: '"system", "user" or "assistant"', example: '"user"' }),
    content: z
      .string()
      .min(1)
      .register(expectations, { expected: 'a non-empty string', example: '"2 + 2 = ?"' }),
  })
  .register(expectations, {
    expected: 'a message with role and content',
    example: '{"role": "user", "content": "2 + 2 = ?"}',
  });

/** One line of a suite's JSONL file. Ids and answers are converted to text. */
export const itemLineSchema = z
  .strictObject({
    id: textOrNumber('the id of the item', '"q1"'),
    prompt: z
      .string()
      .min(1)
      .register(expectations, { expected: 'a non-empty string', example: '"2 + 2 = ?"' })
      .optional(),
    messages: z
      .array(message)
      .min(1)
      .register(expectations, {
        expected: 'a list of at least one message',
        example: '[{"role": "user", "content": "2 + 2 = ?"}]',
      })
      .optional(),
    answer: textOrNumber('the right answer', '"4"').optional(),
    group: textOrNumber('the name of a group', '"level 5"').optional(),
    cluster: textOrNumber('the name of a cluster', '"passage-17"').optional(),
    meta: z.unknown().optional(),
  })
  .superRefine(({ prompt, messages }, context) => {
    if ((prompt === undefined) !== (messages === undefined)) return;
    context.addIssue({
      code: 'custom',
      message: `${prompt === undefined ? 'found neither prompt nor messages' : 'found both prompt and messages'}, expected exactly one of the two`,
      params: { fix: 'Write "prompt": "…" for one user message, or "messages": […] for a conversation.' },
    });
  });

export type ItemLine = z.output<typeof itemLineSchema>;

/** An item's conversation as written in the file, before the suite's system message and template are applied. */
export const ownMessages = ({ prompt, messages }: ItemLine): readonly Message[] =>
  messages ?? [{ role: 'user', content: prompt ?? '' }];

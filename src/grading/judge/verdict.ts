import { z } from 'zod';
import { reasoningReader } from '../answers/reasoning.ts';

/**
 * A judge's verdict on a completion. The reason comes first, because a model reaches better verdicts after it has
 * reasoned.
 */
const verdictSchema = z.strictObject({
  reason: z.string(),
  verdict: z.enum(['correct', 'incorrect']),
});

export type Verdict = z.output<typeof verdictSchema>;

/** JSON Schema of a verdict. */
export const VERDICT_SCHEMA = {
  type: 'object',
  properties: {
    reason: { type: 'string' },
    verdict: { type: 'string', enum: ['correct', 'incorrect'] },
  },
  required: ['reason', 'verdict'],
  additionalProperties: false,
} as const;

/** A judge's answer may quote the completion, which may contain tags and a verdict of its own. */
const withoutReasoning = reasoningReader([], { mayQuote: true });

const FENCED = /^```(?:json)?\s*\n([\s\S]*?)\n?```$/;
const LONGEST_REASON = 500;

/**
 * Reads the verdict in a judge's answer. After any reasoning, the answer must be one JSON object of exactly the
 * requested form, optionally inside a single fence. Other text is not searched, because it may quote a completion that
 * contains a verdict. Undefined if there is no verdict.
 */
export function readVerdict(content: string): Verdict | undefined {
  const trimmed = withoutReasoning(content).trim();
  const text = FENCED.exec(trimmed)?.[1] ?? trimmed;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = verdictSchema.safeParse(value).data;
  return parsed && { ...parsed, reason: parsed.reason.slice(0, LONGEST_REASON) };
}

import { z } from 'zod';

const optionalText = z.string().nullish().catch(undefined);

/**
 * A choice's message, with the members that may contain its text. `content` is a string or a list of parts. Mistral's
 * reasoning models and gateways in front of other reasoning models return lists.
 */
export const messageSchema = z
  .object({
    content: z.union([z.string(), z.array(z.unknown())]).nullish(),
    reasoning_content: optionalText,
    reasoning: optionalText,
  })
  .transform(({ content, reasoning_content, reasoning }): MessageContent => {
    const parts = Array.isArray(content) ? content : [content];
    return {
      text: parts.map((part) => (isReasoning(part) ? '' : textOf(part))).join(''),
      reasoning: [reasoning_content ?? reasoning, ...parts.filter(isReasoning)].map(textOf).join(''),
    };
  });

interface MessageContent {
  /** The completion. Empty if the server returned only reasoning, a refusal or a tool call. */
  readonly text: string;
  /** The reasoning that the server returned separately from the text; may be empty. */
  readonly reasoning: string;
}

const partSchema = z.object({
  type: z.string().optional().catch(undefined),
  text: z.unknown().optional(),
  thinking: z.unknown().optional(),
  reasoning: z.unknown().optional(),
});

function isReasoning(part: unknown): boolean {
  return /^(?:redacted_)?(?:thinking|reasoning)/.test(partSchema.safeParse(part).data?.type ?? '');
}

/** Returns a part's text; empty for parts without text, such as references and images. */
function textOf(part: unknown): string {
  if (typeof part === 'string') return part;
  if (Array.isArray(part)) return part.map(textOf).join('');
  const { thinking, reasoning, text } = partSchema.safeParse(part).data ?? {};
  const held = thinking ?? reasoning ?? text;
  return held === undefined ? '' : textOf(held);
}

import { z } from 'zod';

const optionalText = z.string().nullish().catch(undefined);

/**
 * The message of a choice, with the members that may contain its text. `content` is a text or, for some reasoning models
 * (Mistral's, and gateways in front of others), a list of parts.
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
  /** The reasoning that the server returned apart from the text; may be empty. */
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

/** The text of a part. Parts without text, such as references and images, give an empty text. */
function textOf(part: unknown): string {
  if (typeof part === 'string') return part;
  if (Array.isArray(part)) return part.map(textOf).join('');
  const { thinking, reasoning, text } = partSchema.safeParse(part).data ?? {};
  const held = thinking ?? reasoning ?? text;
  return held === undefined ? '' : textOf(held);
}

import { z } from 'zod';

/** The error codes that servers return when they refuse a prompt because of its content. */
const CODES = new Set([
  'content_filter', // Azure OpenAI
  'responsibleaipolicyviolation', // Azure OpenAI, in `innererror`
  'content_policy_violation', // OpenAI, LiteLLM
  'data_inspection_failed', // Alibaba Cloud
]);

/**
 * Matches the wording that servers use when they refuse a prompt because of its content. Gateways pass on the wording
 * but not the error code, and some servers have no error code for such refusals. LiteLLM puts its exception's name in
 * the message, with the error code 400.
 */
const WORDS =
  /ContentPolicyViolationError|content management policy|DataInspectionFailed|Content Exists Risk|prompt was flagged as potentially violating/i;

const code = z.string().optional().catch(undefined);
const inner = z.object({ code }).optional().catch(undefined);
const bodySchema = z.object({
  code,
  type: code,
  innererror: inner,
  provider_specific_fields: z.object({ innererror: inner }).optional().catch(undefined),
  metadata: z
    .object({ reasons: z.unknown(), flagged_input: z.unknown() })
    .partial()
    .optional()
    .catch(undefined),
});

/** Whether a refusal concerns the content of the prompt. `body` is the error reported by the server, of any shape. */
export function isModeration({
  status,
  message,
  body,
}: {
  readonly status: number;
  readonly message: string;
  readonly body: unknown;
}): boolean {
  if (WORDS.test(message)) return true;
  const { code, type, innererror, provider_specific_fields, metadata } =
    bodySchema.safeParse(body).data ?? {};
  const codes = [code, type, innererror?.code, provider_specific_fields?.innererror?.code];
  if (codes.some((one) => one !== undefined && CODES.has(one.toLowerCase()))) return true;
  // OpenRouter also rejects keys with this status, but gives reasons only for moderation.
  return status === 403 && (metadata?.reasons !== undefined || metadata?.flagged_input !== undefined);
}

import { z } from 'zod';
import { BASE_URL_FIX, baseUrlFault } from '../values/base-url.ts';
import { expectations } from '../../files/expectation.ts';
import { wholeNumber } from './whole-number.ts';

/** Accepts the name of an environment variable. Errors never repeat the value found, because it may be a secret. */
export const environmentVariable = (example: string) =>
  z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
    .register(expectations, {
      expected: 'the name of an environment variable, never the secret itself',
      example,
      secret: true,
    });

/** A server's address, whose path may contain `{version}`. */
export const baseUrl = z
  .string()
  .superRefine((text, context) => {
    const fault = baseUrlFault(text);
    if (fault !== undefined)
      context.addIssue({ code: 'custom', message: fault, params: { fix: BASE_URL_FIX } });
  })
  .register(expectations, {
    expected: 'the address of an OpenAI-compatible server',
    example: 'https://inference.example.com/v1',
    secret: true,
  });

/** Accepts a model's name. */
export const modelName = (example: string) =>
  z.string().min(1).register(expectations, { expected: 'the name of the model on the server', example });

/** A server's per-minute limits, which this tool's requests do not exceed. An absent limit does not apply. */
export interface LimitsPerMinute {
  readonly requestsPerMinute?: number;
  /** Prompt and completion tokens combined. */
  readonly tokensPerMinute?: number;
}

/** The keys for a server's limits. They affect only the request rate, never the completions. */
export const limitKeys = {
  'requests-per-minute': wholeNumber(1, 1_000_000, '60')
    .optional()
    .describe(
      "Maximum number of requests per minute, including retries. Set it to the server's rate limit to keep requests from being rejected. By default, the check pauses when the server rejects a request",
    ),
  'tokens-per-minute': wholeNumber(1, 1_000_000_000, '200000')
    .optional()
    .describe(
      'Maximum number of tokens per minute, counting prompts and completions. Requires a server that reports the number of tokens',
    ),
};

/** Converts the keys. The limits are absent if neither is set. */
export function limitsIn(raw: {
  readonly 'requests-per-minute'?: number | undefined;
  readonly 'tokens-per-minute'?: number | undefined;
}): { readonly limits?: LimitsPerMinute } {
  const { 'requests-per-minute': requestsPerMinute, 'tokens-per-minute': tokensPerMinute } = raw;
  if (requestsPerMinute === undefined && tokensPerMinute === undefined) return {};
  return {
    limits: {
      ...(requestsPerMinute !== undefined && { requestsPerMinute }),
      ...(tokensPerMinute !== undefined && { tokensPerMinute }),
    },
  };
}

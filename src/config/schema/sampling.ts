import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import { durationSchema } from './duration.ts';
import { reasoningTagsSchema, type Tags } from './reasoning-tags.ts';
import { wholeNumber } from './whole-number.ts';

/** Default number of samples per item. */
export const DEFAULT_SAMPLES = 32;

const MOST_TOKENS = 10_000_000;

/** Settings for sampling and comparing completions. They are the same for both sides. */
export interface SamplingConfig {
  /** Samples per item and side. */
  readonly n: number;
  /** Whether the configuration sets `n`. If it does not, `compare` derives `n` from the files. */
  readonly nWritten: boolean;
  /** The temperature. `default` means that none is sent, so that the server's own value applies. */
  readonly temperature: number | 'default';
  readonly topP: number | 'default';
  readonly maxTokens?: number;
  readonly maxCompletionTokens?: number;
  readonly stop?: readonly string[];
  readonly seed?: number;
  /** Whether to sample one additional completion per item at temperature 0. */
  readonly greedy: boolean;
  readonly reasoning: 'strip' | 'keep';
  /** Reasoning tags in addition to the known formats. */
  readonly reasoningTags: readonly Tags[];
  readonly concurrency: number | 'auto';
  /** Samples per request, if the server supports several. */
  readonly nPerRequest: number | 'auto';
  readonly timeoutMs: number;
  /** Maximum age at which a stored completion is reused. Unlimited if absent. */
  readonly maxAgeMs?: number;
}

const stopText = z.string().min(1);

export const samplingSchema = z
  .strictObject({
    n: wholeNumber(1, 10_000, '32')
      .optional()
      .meta({ default: DEFAULT_SAMPLES })
      .describe(
        'Number of samples per item and side. Coverage needs at least 8; diversity and the hardest group need at least 4. More samples make it possible to detect rarer losses',
      ),
    temperature: z
      .union([z.number().min(0).max(2), z.literal('default')])
      .register(expectations, { expected: 'a number from 0 to 2, or default', example: '0.8' })
      .prefault(0.8)
      .describe(
        'Sampling temperature. At 0, all samples of an item are identical, so coverage and diversity cannot be guardrails. `default` leaves the temperature out of requests, for servers that reject the parameter',
      ),
    'top-p': z
      .union([z.number().gt(0).max(1), z.literal('default')])
      .register(expectations, { expected: 'a number above 0 and up to 1, or default', example: '0.95' })
      .prefault(0.95)
      .describe(
        'Nucleus sampling: tokens are sampled from the smallest set of most likely tokens whose total probability reaches this value. `default` leaves top-p out of requests, for servers that reject the parameter',
      ),
    'max-tokens': wholeNumber(1, MOST_TOKENS, '1024')
      .optional()
      .describe(
        "Maximum length of a completion in tokens, sent as `max_tokens`. By default, the server's own limit applies",
      ),
    'max-completion-tokens': wholeNumber(1, MOST_TOKENS, '4096')
      .optional()
      .describe(
        'Maximum length of a completion in tokens, sent as `max_completion_tokens`, for servers that also count reasoning. Set either this key or `max-tokens`, not both',
      ),
    stop: z
      .union([stopText, z.array(stopText).min(1)])
      .register(expectations, { expected: 'a non-empty string, or a list of them', example: '["\\n\\n"]' })
      .optional()
      .describe('Strings that end a completion. The completion does not include the string that ended it'),
    seed: wholeNumber(0, 2 ** 31 - 1, '1')
      .optional()
      .describe(
        "Makes the seeds of requests reproducible. Each item gets its own first seed, and sample i (counted from 0) is requested with the item's first seed plus i. A request for several samples contains the seed of the first of these samples. By default, no seed is sent",
      ),
    greedy: z
      .boolean()
      .register(expectations, { expected: 'true or false', example: 'true' })
      .prefault(false)
      .describe(
        'Whether `check` also samples each item once at temperature 0 and reports the accuracy. This accuracy does not affect the verdict',
      ),
    reasoning: z
      .enum(['strip', 'keep'])
      .register(expectations, { expected: 'strip or keep', example: 'strip' })
      .prefault('strip')
      .describe(
        'Whether to remove the reasoning at the start of a completion (`<think>…</think>` or another known format) before solutions are compared. The answer is always read from the text after the reasoning',
      ),
    'reasoning-tags': reasoningTagsSchema,
    concurrency: z
      .union([wholeNumber(1, 1024, '16'), z.literal('auto')])
      .register(expectations, { expected: 'auto or a whole number from 1 to 1,024', example: '16' })
      .prefault('auto')
      .describe(
        'Maximum number of concurrent requests, for both sides together. `auto` starts with 8 and goes up to 256 as long as the server keeps up. If the server reports that it is overloaded, the number is halved, even if you set a fixed number',
      ),
    'n-per-request': z
      .union([wholeNumber(1, 128, '16'), z.literal('auto')])
      .register(expectations, { expected: 'auto or a whole number from 1 to 128', example: '16' })
      .prefault('auto')
      .describe(
        "Number of samples of an item per request, sent as `n`. `auto` means 8. Each side's first request tests whether the server supports `n`. If the server does not support `n`, every request asks for a single sample",
      ),
    timeout: z
      .number()
      .gt(0)
      .max(86_400)
      .register(expectations, { expected: 'seconds above 0 and up to 86,400', example: '600' })
      .prefault(600)
      .describe('Maximum time until a response is complete, in seconds'),
    'max-age': durationSchema
      .optional()
      .describe(
        'Maximum age of a stored completion, in hours or days. Older completions are sampled again. By default, the age is not limited',
      ),
  })
  .superRefine((raw, context) => {
    if (raw.greedy && raw.temperature === 0) {
      context.addIssue({
        code: 'custom',
        path: ['greedy'],
        message: 'found true at temperature 0, at which every sample is already greedy',
        params: { fix: 'Remove sampling.greedy: at temperature 0, pass@1 is the greedy accuracy.' },
      });
    }
    if (raw.greedy && raw.temperature === 'default') {
      context.addIssue({
        code: 'custom',
        path: ['greedy'],
        message: 'found true together with temperature: default, which sends no temperature',
        params: {
          fix: 'Remove sampling.greedy, or set sampling.temperature to a number if the server accepts one.',
        },
      });
    }
    if (raw['max-tokens'] === undefined || raw['max-completion-tokens'] === undefined) return;
    context.addIssue({
      code: 'custom',
      path: ['max-completion-tokens'],
      message: 'found together with max-tokens, expected only one of the two',
      params: {
        fix: "Keep max-completion-tokens for OpenAI's reasoning models, or max-tokens for any other server.",
      },
    });
  })
  .register(expectations, { expected: 'a mapping', example: '{ n: 32 }' })
  .transform((raw): SamplingConfig => ({
    n: raw.n ?? DEFAULT_SAMPLES,
    nWritten: raw.n !== undefined,
    temperature: raw.temperature,
    topP: raw['top-p'],
    ...(raw['max-tokens'] === undefined ? {} : { maxTokens: raw['max-tokens'] }),
    ...(raw['max-completion-tokens'] === undefined
      ? {}
      : { maxCompletionTokens: raw['max-completion-tokens'] }),
    ...(raw.stop === undefined ? {} : { stop: typeof raw.stop === 'string' ? [raw.stop] : raw.stop }),
    ...(raw.seed === undefined ? {} : { seed: raw.seed }),
    greedy: raw.greedy,
    reasoning: raw.reasoning,
    reasoningTags: raw['reasoning-tags'],
    concurrency: raw.concurrency,
    nPerRequest: raw['n-per-request'],
    timeoutMs: raw.timeout * 1000,
    ...(raw['max-age'] === undefined ? {} : { maxAgeMs: raw['max-age'] }),
  }));

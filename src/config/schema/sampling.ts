import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import { durationSchema } from './duration.ts';
import { reasoningTagsSchema, type Tags } from './reasoning-tags.ts';
import { wholeNumber } from './whole-number.ts';

/** Default samples per item. */
export const DEFAULT_SAMPLES = 32;

const MOST_TOKENS = 10_000_000;

/** How completions are sampled, the same for both sides, and which part of them is compared. */
export interface SamplingConfig {
  /** Samples per item and side. */
  readonly n: number;
  /** Whether the configuration sets n; otherwise a comparison of files takes n from them. */
  readonly nWritten: boolean;
  readonly temperature: number;
  readonly topP: number;
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
  /** Maximum age of a stored completion that is reused; unlimited if absent. */
  readonly maxAgeMs?: number;
}

const stopText = z.string().min(1);

export const samplingSchema = z
  .strictObject({
    n: wholeNumber(1, 10_000, '32')
      .optional()
      .meta({ default: DEFAULT_SAMPLES })
      .describe(
        'Samples of each item on each side. Coverage needs 8, diversity and the hardest group need 4; more samples see rarer losses',
      ),
    temperature: z
      .number()
      .min(0)
      .max(2)
      .register(expectations, { expected: 'a number from 0 to 2', example: '0.8' })
      .prefault(0.8)
      .describe('At 0 all samples of an item are alike, so coverage and diversity cannot gate'),
    'top-p': z
      .number()
      .gt(0)
      .max(1)
      .register(expectations, { expected: 'a number above 0 and up to 1', example: '0.95' })
      .prefault(0.95)
      .describe('Nucleus sampling: the most likely tokens that together reach this probability'),
    'max-tokens': wholeNumber(1, MOST_TOKENS, '1024')
      .optional()
      .describe("Longest completion, sent as `max_tokens`; the server's own limit where absent"),
    'max-completion-tokens': wholeNumber(1, MOST_TOKENS, '4096')
      .optional()
      .describe('The same limit, sent as `max_completion_tokens` (servers that count reasoning); not both'),
    stop: z
      .union([stopText, z.array(stopText).min(1)])
      .register(expectations, { expected: 'a text or a list of texts, none empty', example: '["\\n\\n"]' })
      .optional()
      .describe('Where a completion ends'),
    seed: wholeNumber(0, 2 ** 31 - 1, '1')
      .optional()
      .describe(
        "What the seeds of requests follow from: each item has a first of its own, sample i of it asks for that + i, counted from 0, and a request for several for that of its first; the server's own randomness where absent",
      ),
    greedy: z
      .boolean()
      .register(expectations, { expected: 'true or false', example: 'true' })
      .prefault(false)
      .describe(
        'Whether `check` asks one more completion of each item at temperature 0 and reports how many are right, which never gates',
      ),
    reasoning: z
      .enum(['strip', 'keep'])
      .register(expectations, { expected: 'strip or keep', example: 'strip' })
      .prefault('strip')
      .describe(
        'Whether the reasoning that a completion begins with (`<think>…</think>`, and what other models write) is left out when solutions are compared; the answer is always read after it',
      ),
    'reasoning-tags': reasoningTagsSchema,
    concurrency: z
      .union([wholeNumber(1, 1024, '16'), z.literal('auto')])
      .register(expectations, { expected: 'auto or a whole number from 1 to 1,024', example: '16' })
      .prefault('auto')
      .describe(
        'Most requests under way at one time, both sides together. `auto` begins with 8 and adds more, up to 256, while the server keeps up. Either is halved where the server says that it is too much',
      ),
    'n-per-request': z
      .union([wholeNumber(1, 128, '16'), z.literal('auto')])
      .register(expectations, { expected: 'auto or a whole number from 1 to 128', example: '16' })
      .prefault('auto')
      .describe(
        'Samples of an item that one request asks for, as `n`. `auto` is 8. The first request of a side finds out whether its server takes `n`; one that does not is asked for one sample at a time',
      ),
    timeout: z
      .number()
      .gt(0)
      .max(86_400)
      .register(expectations, { expected: 'seconds above 0 and up to 86,400', example: '600' })
      .prefault(600)
      .describe('Seconds that one whole answer may take'),
    'max-age': durationSchema
      .optional()
      .describe(
        'How old a stored completion may be to be used again, in hours or days; older ones are asked anew. Any age where absent',
      ),
  })
  .superRefine((raw, context) => {
    if (raw.greedy && raw.temperature === 0) {
      context.addIssue({
        code: 'custom',
        path: ['greedy'],
        message: 'found true at temperature 0, where every sample is greedy already',
        params: { fix: 'Remove greedy: pass@1 is the greedy accuracy.' },
      });
    }
    if (raw['max-tokens'] === undefined || raw['max-completion-tokens'] === undefined) return;
    context.addIssue({
      code: 'custom',
      path: ['max-completion-tokens'],
      message: 'found beside max-tokens, expected one of the two',
      params: {
        fix: "Keep max-completion-tokens for OpenAI's reasoning models, max-tokens for every other server.",
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

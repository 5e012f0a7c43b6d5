import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';

/** Prices in dollars per million tokens, for each kind of token. */
export interface PricesOfSide {
  readonly promptUsdPerMillion: number;
  readonly completionUsdPerMillion: number;
}

/** Token prices for each side and for judge models. */
export interface PricesConfig {
  readonly old: PricesOfSide;
  readonly new: PricesOfSide;
  /** Prices for judge models; absent if the configuration does not set them. */
  readonly judge?: PricesOfSide;
}

const price = z
  .number()
  .min(0)
  .max(1e6)
  .register(expectations, { expected: 'US dollars per million tokens, 0 or more', example: '0.6' });

const side = (which: 'old' | 'new') =>
  z
    .strictObject({
      prompt: price.optional().describe(`US dollars per million prompt tokens for ${which}`),
      completion: price.optional().describe(`US dollars per million completion tokens for ${which}`),
    })
    .register(expectations, { expected: 'a mapping', example: '{ prompt: 0.15, completion: 0.6 }' })
    .prefault({})
    .describe(`Settings for ${which} only`);

const KINDS = ['prompt', 'completion'] as const;

export const pricesSchema = z
  .strictObject({
    prompt: price.optional().describe('US dollars per million prompt tokens'),
    completion: price.optional().describe('US dollars per million completion tokens'),
    old: side('old'),
    new: side('new'),
    judge: z
      .strictObject({
        prompt: price.describe('US dollars per million prompt tokens for a judge'),
        completion: price.describe('US dollars per million completion tokens for a judge'),
      })
      .optional()
      .describe('Token prices of judge models (`grader: judge`)'),
  })
  .superRefine((raw, context) => {
    for (const kind of KINDS) {
      const without = (['old', 'new'] as const).filter(
        (which) => raw[which][kind] === undefined && raw[kind] === undefined,
      );
      if (without.length === 0) continue;
      context.addIssue({
        code: 'custom',
        message: `found no price of ${kind} tokens for ${without.join(' and ')}, expected a price for each side`,
        params: { fix: `Add ${kind} with US dollars per million tokens, or 0 if they are free.` },
      });
    }
  })
  .register(expectations, {
    expected: 'a mapping with prompt and completion',
    example: '{ prompt: 0.15, completion: 0.6 }',
  })
  .transform((raw): PricesConfig => {
    const of = (which: 'old' | 'new'): PricesOfSide => ({
      promptUsdPerMillion: raw[which].prompt ?? raw.prompt ?? 0,
      completionUsdPerMillion: raw[which].completion ?? raw.completion ?? 0,
    });
    if (raw.judge === undefined) return { old: of('old'), new: of('new') };
    const { prompt, completion } = raw.judge;
    const judge = { promptUsdPerMillion: prompt, completionUsdPerMillion: completion };
    return { old: of('old'), new: of('new'), judge };
  });

import { z } from 'zod';

/** Matches a non-negative decimal, such as 0.01 or 1e-6, or a fraction, such as 1/3. */
const NOT_NEGATIVE = /^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?|\d+\/0*[1-9]\d*)$/i;

/**
 * The largest difference that counts as equal. Either a number or a string that contains an exact decimal or fraction.
 */
export const tolerance = z
  .union([z.number(), z.string()], { error: 'Expected a number, or a decimal as a string' })
  .default(0)
  .refine((written) => NOT_NEGATIVE.test(String(written)), {
    error: 'Expected a number of at least 0, such as 0.01',
  });

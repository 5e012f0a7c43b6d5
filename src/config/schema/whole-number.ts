import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';

/** Accepts a whole number from `least` to `most`. */
export const wholeNumber = (least: number, most: number, example: string) =>
  z
    .int()
    .min(least)
    .max(most)
    .register(expectations, {
      expected: `a whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}`,
      example,
    });

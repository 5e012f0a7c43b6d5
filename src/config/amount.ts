import { z } from 'zod';
import { expectations } from '../expectation.ts';
import type { Margin } from '../verdict/policy.ts';

const AMOUNT = /^\s*(?<number>\d+(?:\.\d+)?)\s*(?<unit>points?|%)\s*$/;
const POINTS = /^\s*(?<number>\d+(?:\.\d+)?)\s*points?\s*$/;

/** The exact decimal: 2.2 points are 0.022, where 2.2 / 100 is 0.022000000000000002. */
const hundredth = (decimal: string): number => Number(`${decimal}e-2`);

const read = (pattern: RegExp, text: string): { fraction: number; relative: boolean } => {
  const groups = pattern.exec(text)?.groups;
  return { fraction: hundredth(groups?.['number'] ?? ''), relative: groups?.['unit'] === '%' };
};

/** How much may be lost: `2 points` is 0.02, `10%` is a tenth of old's value. Above 0 and below 100 of either. */
export const marginSchema = z
  .string()
  .regex(AMOUNT)
  .refine((text) => {
    const { fraction } = read(AMOUNT, text);
    return fraction > 0 && fraction < 1;
  })
  .register(expectations, {
    expected:
      'an amount above 0 and below 100 with its unit, as in 2 points (percentage points) or 10% (of old’s value)',
    example: '2 points',
  })
  .transform((text): Margin => {
    const { fraction, relative } = read(AMOUNT, text);
    return { kind: relative ? 'relative' : 'points', fraction };
  });

/** A gain in percentage points as a fraction: `1 point` is 0.01. From 0 to below 100 points. */
export const gainSchema = z
  .string()
  .regex(POINTS)
  .refine((text) => read(POINTS, text).fraction < 1)
  .register(expectations, {
    expected: 'percentage points from 0 to below 100, as in 0 points or 1.5 points',
    example: '1 point',
  })
  .transform((text) => read(POINTS, text).fraction);

import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import type { Margin } from '../policy.ts';

const AMOUNT = /^\s*(\d+(?:\.\d+)?)\s*(points?|%)\s*$/;
const POINTS = /^\s*(\d+(?:\.\d+)?)\s*points?\s*$/;

/**
 * Converts an amount to a fraction. The result is computed in decimal, because 2.2 points must be 0.022 and 2.2 / 100
 * is 0.022000000000000002.
 */
const fractionIn = (text: string): number => Number(`${AMOUNT.exec(text)?.[1] ?? ''}e-2`);

/** The largest acceptable loss as text, `2 points` or `10%`. The number must be above 0 and below 100. */
export const marginSchema = z
  .string()
  .regex(AMOUNT, { abort: true })
  .refine((text) => fractionIn(text) > 0 && fractionIn(text) < 1)
  .register(expectations, {
    expected:
      "an amount above 0 and below 100 with its unit, for example 2 points (percentage points) or 10% (of the baseline's value)",
    example: '2 points',
  });

/**
 * Converts text accepted by `marginSchema` to a margin: `2 points` becomes 0.02, and `10%` becomes a tenth of the
 * baseline's value.
 */
export const readMargin = (text: string): Margin => ({
  kind: AMOUNT.exec(text)?.[2] === '%' ? 'relative' : 'points',
  fraction: fractionIn(text),
});

/** A gain in percentage points, at least 0 and below 100. Parsed to a fraction: `1 point` becomes 0.01. */
export const gainSchema = z
  .string()
  .regex(POINTS, { abort: true })
  .refine((text) => fractionIn(text) < 1)
  .register(expectations, {
    expected: 'percentage points from 0 to below 100, for example 0 points or 1.5 points',
    example: '1 point',
  })
  .transform(fractionIn);

import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';

const DURATION = /^\s*(\d{1,5})\s*(h|d)\s*$/;
const HOUR_MS = 3_600_000;
const MS: Readonly<Record<string, number>> = { h: HOUR_MS, d: 24 * HOUR_MS };

const msIn = (text: string): number => {
  const [, count, unit] = DURATION.exec(text) ?? [];
  return Number(count) * (MS[unit ?? ''] ?? 0);
};

/** Hours or days as text, such as `12h` or `14d`; at least 1. Parsed to milliseconds. */
export const durationSchema = z
  .string()
  .regex(DURATION, { abort: true })
  .refine((text) => msIn(text) > 0)
  .register(expectations, { expected: 'a number of hours or days, for example 12h or 14d', example: '14d' })
  .transform(msIn);

import { expect, test } from 'vitest';
import { durationSchema } from '../../../src/config/schema/duration.ts';

test.each([
  ['1h', 3_600_000],
  ['14d', 1_209_600_000],
  [' 2 d ', 172_800_000],
])('%j is %i ms', (text, ms) => {
  expect(durationSchema.parse(text)).toBe(ms);
});

test.each(['0d', '14', 'd', '1.5d', '-1d', '2w', '1d 2h', '100000d', 14])('%j is refused', (value) => {
  expect(durationSchema.safeParse(value).success).toBe(false);
});

import { expect, it } from 'vitest';
import { parseRetryAfter } from '../src/retry-after.ts';
import { NOW } from './sampling/setting.ts';

it.each([
  ['0', 0],
  ['7', 7_000],
  [' 1.5 ', 1_500],
  [new Date(NOW + 30_000).toUTCString(), 30_000],
  [new Date(NOW - 30_000).toUTCString(), 0],
  ['Monday, 02-Nov-26 08:00:10 GMT', 10_000],
  ['soon', undefined],
  ['-5', undefined],
  ['', undefined],
  [null, undefined],
  [undefined, undefined],
])('%s is %s ms', (value, expected) => {
  expect(parseRetryAfter(value, NOW)).toBe(expected);
});

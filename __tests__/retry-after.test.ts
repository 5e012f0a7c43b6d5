import { expect, it } from 'vitest';
import { parseRetryAfter, readRetryAfter, retryAfterInText } from '../src/retry-after.ts';
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

it.each([
  [{ 'retry-after-ms': '250', 'retry-after': '7' }, 250],
  [{ 'retry-after': '7', 'llm_provider-retry-after': '9' }, 7_000],
  [{ 'retry-after': 'soon', 'llm_provider-retry-after': '9' }, 9_000],
  [{ 'llm_provider-retry-after': '60' }, 60_000],
  [{}, undefined],
])('the headers %j ask to wait %s ms', (headers, expected) => {
  expect(readRetryAfter(new Headers(headers), NOW)).toBe(expected);
});

it.each([
  ['No deployments available for selected model, Try again in 60 seconds. Passed model=m.', 60_000],
  ['Rate limit reached on tokens per min (TPM). Please try again in 1.2s.', 1_200],
  ['Rate limit reached. Please try again in 1m26.4s. Visit the console.', 86_400],
  ['Please try again in 6m0s.', 360_000],
  ['Please try again in 20ms.', 20],
  ['Please retry after 26 seconds.', 26_000],
  ['Please try again in 2 hours and be patient.', 7_200_000],
  ['Please try again in a few minutes.', undefined],
  ['Please try again later.', undefined],
  ['', undefined],
  ['You exceeded your current quota. Please retry in 37.6s.', 37_600],
  ['Please retry your request after 20 seconds.', 20_000],
  ['Retry in a moment', undefined],
])('the text %j asks to wait %s ms', (text, expected) => {
  expect(retryAfterInText(text)).toBe(expected);
});

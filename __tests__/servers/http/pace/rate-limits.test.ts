import { describe, expect, it } from 'vitest';
import { parseReset, readRateLimits } from '../../../../src/servers/http/pace/rate-limits.ts';
import { NOW } from '../../../sampling/setting.ts';

describe('the time when a limit resets', () => {
  it.each([
    ['1s', 1_000],
    ['6m0s', 360_000],
    ['20ms', 20],
    ['1h2m3.5s', 3_723_500],
    ['1m26.4s', 86_400],
    ['250µs', 0.25],
    ['0s', 0],
    ['7', 7_000],
    ['0.5', 500],
    [' 60 ', 60_000],
    [String(NOW / 1_000 + 30), 30_000],
    [String(NOW + 1_500), 1_500],
    [String(NOW - 1_500), 0],
    [new Date(NOW + 90_000).toISOString(), 90_000],
    [new Date(NOW + 90_000).toUTCString(), 90_000],
    [new Date(NOW - 90_000).toISOString(), 0],
  ])('%s', (value, ms) => {
    expect(parseReset(value, NOW)).toBeCloseTo(ms, 6);
  });

  it.each([null, '', ' ', '-1', 'soon', '5x', '1s2', 's', '1e400x', '9'.repeat(400) + 'q'])(
    'is unknown: %s',
    (value) => {
      expect(parseReset(value, NOW)).toBeUndefined();
    },
  );
});

describe('the remaining limit', () => {
  const limits = (headers: Record<string, string>): unknown => readRateLimits(new Headers(headers), NOW);

  it('is read for requests and for tokens', () => {
    expect(
      limits({
        'x-ratelimit-remaining-requests': '59',
        'x-ratelimit-reset-requests': '1s',
        'x-ratelimit-remaining-tokens': '0',
        'x-ratelimit-reset-tokens': '6m0s',
      }),
    ).toEqual({ requests: { remaining: 59, resetMs: 1_000 }, tokens: { remaining: 0, resetMs: 360_000 } });
  });

  it('is read for requests if the server limits nothing else', () => {
    const headers = { 'x-ratelimit-remaining': '4', 'x-ratelimit-reset': String(NOW + 500) };
    expect(limits(headers)).toEqual({ requests: { remaining: 4, resetMs: 500 }, tokens: undefined });
  });

  it('is unknown if a number or a time is missing or impossible', () => {
    const nothing = { requests: undefined, tokens: undefined };
    expect(limits({})).toEqual(nothing);
    expect(limits({ 'x-ratelimit-remaining-requests': '4' })).toEqual(nothing);
    expect(limits({ 'x-ratelimit-remaining-tokens': '-1', 'x-ratelimit-reset-tokens': '0' })).toEqual(
      nothing,
    );
    expect(limits({ 'x-ratelimit-remaining-tokens': '7', 'x-ratelimit-reset-tokens': 'never' })).toEqual(
      nothing,
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASCII_STRIP, bar, intervalStrip, sparkline, UNICODE_STRIP } from '../../src/report/bars.ts';

describe('a bar', () => {
  test.each([
    [0, '    '],
    [0.5, '██  '],
    [1, '████'],
    [0.375, '█▌  '],
    [1.7, '████'],
    [-1, '    '],
  ])('of %f', (share, text) => expect(bar(share, 4)).toBe(text));

  test('always has its width', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.integer({ min: 1, max: 40 }),
        (share, width) => {
          expect(bar(share, width)).toHaveLength(width);
        },
      ),
    );
  });
});

describe('a sparkline', () => {
  test('goes from the lowest to the highest step', () => {
    expect(sparkline([0, 0.5, 1], [0, 1])).toBe('▁▅█');
  });

  test('is level if all values are equal, and empty without values', () => {
    expect(sparkline([0.3, 0.3], [0.3, 0.3])).toBe('▁▁');
    expect(sparkline([], [0, 1])).toBe('');
  });
});

const strip = (delta: number, interval: [number, number]): string =>
  intervalStrip({ delta, interval, margin: 0.02 }, 19, UNICODE_STRIP);

describe('an interval strip', () => {
  test('shows where an interval lies between no change and the margin', () => {
    expect(strip(0, [0, 0])).toBe('      ┊  ●         ');
    expect(strip(-0.008, [-0.013, -0.003])).toBe('      ┊─●│         ');
    expect(strip(-0.015, [-0.03, 0.01])).toBe('     ──●─│──       ');
  });

  test('points beyond its edges', () => {
    expect(strip(-0.5, [-0.6, -0.4])).toBe('◂     ┊  │         ');
    expect(strip(0.5, [-0.01, 0.9])).toMatch(/▸$/u);
  });

  test('always has its width, in ASCII too', () => {
    const bound = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(bound, bound, bound, (one, other, delta) => {
        const interval = [Math.min(one, other), Math.max(one, other)] as const;
        for (const glyphs of [UNICODE_STRIP, ASCII_STRIP]) {
          expect(intervalStrip({ delta, interval, margin: 0.02 }, 19, glyphs)).toHaveLength(19);
        }
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { lookNotes } from '../../src/result/look-notes.ts';
import type { Look } from '../../src/store/look-file.ts';
import { itemsNeeded } from '../../src/statistics/power.ts';
import { estimate, shownKept } from '../../src/verdict/estimate.ts';
import { standingOf } from '../../src/verdict/looks.ts';
import { decideVerdict } from '../../src/verdict/verdict.ts';
import {
  ALL_OFF,
  everywhere,
  noisy,
  points,
  policyWith,
  suiteWith,
} from '../support/constructed-measures.ts';

const look = (n: number, verdict: Look['verdict'] = 'inconclusive'): Look => ({
  n,
  verdict,
  time: `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`,
});

describe('without extend', () => {
  test('a first look decides at 2.5% and mentions no looks', () => {
    const standing = standingOf({ earlier: [], n: 16, extend: false });
    expect(standing).toEqual({
      alpha: 0.025,
      number: 1,
      fresh: true,
      redrawn: false,
      exploratoryAfter: undefined,
    });
    expect(lookNotes(standing, { extend: false })).toEqual([]);
  });

  test('the same data again is the same look', () => {
    const standing = standingOf({ earlier: [look(16), look(16)], n: 16, extend: false });
    expect(standing).toEqual({
      alpha: 0.025,
      number: 1,
      fresh: false,
      redrawn: false,
      exploratoryAfter: undefined,
    });
  });

  test('a look at more data is exploratory: the first verdict remains in force, and is reported with its time', () => {
    const standing = standingOf({ earlier: [look(16, 'reversal'), look(24)], n: 31, extend: false });
    expect(standing).toMatchObject({ alpha: 0.025, number: 3, fresh: true, exploratoryAfter: { n: 16 } });
    const [note] = lookNotes(standing, { extend: false });
    expect(note).toContain('Exploratory');
    expect(note).toContain('16 samples per item (reversal, 2026-01-16T00:00:00.000Z)');
    // Even if there was a look at them before: it was exploratory.
    expect(standingOf({ earlier: [look(16), look(24)], n: 24, extend: false })).toMatchObject({
      fresh: false,
      exploratoryAfter: { n: 16 },
    });
  });

  test('a look that could not be trusted does not count', () => {
    const earlier = [look(16, 'invalid'), look(8, 'skipped')];
    expect(standingOf({ earlier, n: 32, extend: false })).toMatchObject({
      number: 1,
      exploratoryAfter: undefined,
    });
    expect(standingOf({ earlier, n: 16, extend: false }).fresh).toBe(true);
  });
});

describe('data sampled again because of their age', () => {
  const first = look(16);
  const [before, after] = ['2026-01-15T00:00:00.000Z', '2026-01-17T00:00:00.000Z'];

  test('are other data, whatever n; data sampled before the look are its own', () => {
    const at = (drawn: string, extend: boolean) => standingOf({ earlier: [first], n: 16, extend, drawn });
    expect(at(before, false)).toMatchObject({ number: 1, fresh: false, redrawn: false });
    expect(at(after, false)).toMatchObject({
      number: 2,
      fresh: true,
      redrawn: true,
      exploratoryAfter: first,
    });
    expect(at(after, true)).toMatchObject({ number: 2, alpha: 0.00625 });
  });

  test('are the same look when they are compared again', () => {
    const again = { ...first, time: '2026-01-18T00:00:00.000Z', redrawn: true };
    const earlier = [first, again];
    expect(standingOf({ earlier, n: 16, extend: true, drawn: after })).toMatchObject({
      number: 2,
      fresh: false,
      redrawn: false,
    });
    const later = { earlier, n: 16, extend: true, drawn: '2026-01-19T00:00:00.000Z' };
    expect(standingOf(later)).toMatchObject({ number: 3, fresh: true, redrawn: true });
  });
});

describe('with extend', () => {
  test.each([
    [1, [], 8, 0.0125],
    [2, [look(8)], 16, 0.00625],
    [3, [look(8), look(16)], 32, 0.003125],
    [2, [look(8), look(16)], 16, 0.00625],
    [1, [look(8), look(16)], 8, 0.0125],
  ])('look %i decides at 2.5%%/2^r', (number, earlier, n, alpha) => {
    const standing = standingOf({ earlier, n, extend: true });
    expect(standing).toMatchObject({ number, alpha, exploratoryAfter: undefined });
    expect(lookNotes(standing, { extend: true }).join()).toContain(`This is look ${number}`);
  });

  test('the levels of any number of looks sum to at most 2.5%', () => {
    const earlier: Look[] = [];
    let sum = 0;
    for (let n = 1; n <= 40; n += 1) {
      sum += standingOf({ earlier, n, extend: true }).alpha;
      earlier.push(look(n));
    }
    expect(sum).toBeLessThanOrEqual(0.025);
  });
});

describe('a stricter level', () => {
  const policy = policyWith({ ...ALL_OFF, accuracy: points(0.02), coverage: points(0.02) });

  test('makes a loss, a gain and kept harder to show, and does not change the displayed interval', () => {
    const measurement = noisy(0.03, 0.3, 400);
    const parts = [{ measurement, weight: 1 }];
    const [first, second] = [estimate(parts), estimate(parts, 0.00625)];
    expect(second.interval).toEqual(first.interval);
    expect(first.bounds).toEqual(first.interval);
    expect(second.bounds[0]).toBeLessThan(first.bounds[0]);
    expect(second.bounds[1]).toBeGreaterThan(first.bounds[1]);
    const margin = points((-first.bounds[0] - second.bounds[0]) / 2);
    expect([shownKept(parts, points(margin.fraction), 0.025), shownKept(parts, margin, 0.00625)]).toEqual([
      first.bounds[0] > -margin.fraction,
      false,
    ]);
  });

  test('changes a verdict: lost and gained at 2.5%, neither at 0.3%', () => {
    const level = everywhere(0, 4000);
    const borderline = (value: number, coverage = level) => [
      suiteWith({ accuracy: noisy(value, 0.3, 300), coverage }),
    ];
    expect(decideVerdict(borderline(-0.045), policy).status).toBe('regression');
    expect(decideVerdict(borderline(-0.045), policy, 0.003).status).toBe('inconclusive');
    expect(decideVerdict(borderline(0.05), policy)).toMatchObject({ status: 'progress', gain: true });
    expect(decideVerdict(borderline(0.05), policy, 0.003)).toMatchObject({
      status: 'inconclusive',
      gain: false,
    });
  });

  test('needs more items', () => {
    const at = itemsNeeded({ spread: 0.15, margin: 0.02 }) ?? 0;
    expect(itemsNeeded({ spread: 0.15, margin: 0.02, alpha: 0.0125 })).toBeGreaterThan(at);
    const suites = [suiteWith({ accuracy: noisy(0, 0.3, 400), coverage: everywhere(0, 400) })];
    const [first, second] = [undefined, 0.0125].map(
      (alpha) => decideVerdict(suites, policy, alpha).target?.detectable,
    );
    expect(second).toBeGreaterThan(first ?? 1);
  });
});

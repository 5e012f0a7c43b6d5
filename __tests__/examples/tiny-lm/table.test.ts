import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { example } from './evals.ts';

/*
 * training/table.py samples the checkpoints with the program that trained them and judges the solutions by its own code;
 * lineage.json is what the product measured, with its own server, grader and measures. Both drew samples of their own.
 */

const errors = z.object({ old: z.number(), new: z.number(), change: z.number() });
const figure = z.object({
  old: z.number(),
  new: z.number(),
  change: z.number(),
  standardErrors: errors,
});
const tableSchema = z.record(z.string(), z.record(z.string(), z.record(z.string(), figure)));
const lineageSchema = z.array(
  z.object({
    check: z.string(),
    measures: z.array(
      z.object({
        suite: z.string(),
        name: z.string(),
        old: z.number(),
        new: z.number(),
        delta: z.number(),
        interval: z.tuple([z.number(), z.number()]),
      }),
    ),
  }),
);

const read = (path: string): unknown => JSON.parse(readFileSync(join(example, path), 'utf8'));
const table = tableSchema.parse(read('training/table.json'));
const lineage = lineageSchema.parse(read('lineage.json'));

/** The checkpoints that were measured on the large suite, too. */
const LARGE = ['ways-1', 'ways-2', 'ways-3', 'ways-4'];

const pairs = Object.entries(table).flatMap(([checkpoint, suites]) =>
  Object.entries(suites).flatMap(([suite, figures]) =>
    Object.entries(figures).map(([name, trained]) => {
      const measured = lineage
        .filter(({ check }) => check === checkpoint || check === `large/${checkpoint}`)
        .flatMap(({ measures }) => measures)
        .find((measure) => measure.suite === suite && measure.name === name.replace('ways@', 'reach@'));
      return { what: `${checkpoint} ${suite} ${name}`, trained, measured };
    }),
  ),
);

describe('what the training program measures and what the product measures', () => {
  test('are all rounds of all ways of improving, on all suites', () => {
    const rounds = readdirSync(join(example, 'checkpoints'))
      .map((file) => file.replace('.safetensors', ''))
      .filter((name) => name !== 'm0');
    const suites = ['other-beginnings', 'other-questions', 'trained-kind'];
    const expected = new Map(rounds.map((name) => [name, suites]));
    for (const name of LARGE) expected.set(name, [...suites, 'trained-kind-large']);
    const found = Object.entries(table).map(
      ([name, figures]) => [name, Object.keys(figures).toSorted()] as const,
    );
    expect(new Map(found)).toEqual(expected);
    expect(lineage.map(({ check }) => check).toSorted()).toEqual(
      [...rounds, ...LARGE.map((name) => `large/${name}`)].toSorted(),
    );
    // Five figures a checkpoint and suite.
    expect(pairs).toHaveLength(5 * (rounds.length * suites.length + LARGE.length));
  });

  test.each(pairs)('$what: agree within their intervals', ({ trained, measured }) => {
    expect(measured).toBeDefined();
    if (measured === undefined) return;
    const [low, high] = measured.interval;
    // Two 95% intervals of the same change that do not meet would come in less than 1 of 170 pairs.
    const half = 1.96 * trained.standardErrors.change;
    expect(trained.change + half).toBeGreaterThan(low);
    expect(trained.change - half).toBeLessThan(high);
    for (const side of ['old', 'new'] as const) {
      // The items are the same; what differs is the draw of samples, which moves a mean less than drawing other items would.
      const reach = 2 * 1.96 * trained.standardErrors[side];
      expect(Math.abs(trained[side] - measured[side]), side).toBeLessThan(reach);
    }
  });
});

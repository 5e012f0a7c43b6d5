import { readFileSync } from 'node:fs';
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
    checkpoint: z.string(),
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

const pairs = Object.entries(table).flatMap(([checkpoint, suites]) =>
  Object.entries(suites).flatMap(([suite, figures]) =>
    Object.entries(figures).map(([name, trained]) => {
      const measured = lineage
        .find((entry) => entry.checkpoint === checkpoint)
        ?.measures.find(
          (measure) => measure.suite === suite && measure.name === name.replace('ways@', 'reach@'),
        );
      return { what: `${checkpoint} ${suite} ${name}`, trained, measured };
    }),
  ),
);

describe('what the training program measures and what the product measures', () => {
  test('are of the same checkpoints, on both ways of improving', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(10);
    for (const way of ['sft', 'preference'])
      expect(Object.keys(table).some((checkpoint) => checkpoint.startsWith(way))).toBe(true);
  });

  test.each(pairs)('$what: agree within their intervals', ({ trained, measured }) => {
    expect(measured).toBeDefined();
    if (measured === undefined) return;
    const [low, high] = measured.interval;
    // Two 95 % intervals of the same change that do not meet would come in less than 1 of 170 pairs.
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

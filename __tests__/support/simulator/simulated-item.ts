import { z } from 'zod';
import { ConfigError } from '../../../src/errors.ts';
import type { Way } from './calculation.ts';
import { calculate } from './calculation.ts';
import { chains } from './chains.ts';
import type { Family } from './family.ts';
import { fourSteps } from './four-steps.ts';
import { threeSteps } from './three-steps.ts';
import { twoSteps } from './two-steps.ts';

/** An item of an eval set, with everything that the simulator knows about it. */
export interface SimulatedItem {
  readonly suite: string;
  readonly id: string;
  /** Index in its suite, from 0. */
  readonly position: number;
  readonly role: 'target' | 'ood';
  /** Steps of its shortest way. */
  readonly steps: number;
  readonly prompt: string;
  readonly answer: number;
  /** At least two ways to the answer; no two write the same set of equations. */
  readonly ways: readonly Way[];
}

/** One line of a simulated eval set: an item in the user format, whose `meta` identifies its ways. */
export const simulatedLineSchema = z.strictObject({
  id: z.string().min(1),
  prompt: z.string().min(1),
  answer: z.string(),
  group: z.string(),
  meta: z.strictObject({ family: z.string(), numbers: z.array(z.number().int()) }),
});

export type SimulatedLine = z.infer<typeof simulatedLineSchema>;

export const families: readonly Family[] = [...twoSteps, ...threeSteps, ...fourSteps, ...chains];

const byName: ReadonlyMap<string, Family> = new Map(families.map((family) => [family.name, family]));

/**
 * The item of a line of `suite`.
 *
 * @throws {ConfigError} if the line is not the simulator's, or its answer does not follow from its numbers
 */
export function simulatedItem(suite: string, line: unknown, position: number): SimulatedItem {
  const where = `${suite}.jsonl:${position + 1}`;
  const fix = 'Serve an eval set that was written for the simulator, unaltered.';
  const parsed = simulatedLineSchema.safeParse(line);
  if (!parsed.success) {
    throw new ConfigError({
      what: 'this is not an item of a simulated eval set',
      where,
      fix,
      cause: parsed.error,
    });
  }
  const { id, prompt, answer, meta } = parsed.data;
  const family = byName.get(meta.family);
  if (family === undefined || !family.takes(meta.numbers)) {
    throw new ConfigError({
      what: `"${meta.family}" with these numbers is no problem of the simulator`,
      where,
      fix,
    });
  }
  const ways = family.ways(meta.numbers);
  const right = ways.map((way) => calculate(way).answer);
  if (right.some((value) => String(value) !== answer)) {
    throw new ConfigError({ what: `the answer is ${right[0]}, found ${answer}`, where, fix });
  }
  const { role, steps } = family;
  return { suite, id, position, role, steps, prompt, answer: Number(answer), ways };
}

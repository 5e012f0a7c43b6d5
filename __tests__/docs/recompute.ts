import { z } from 'zod';
import type { Written } from '../support/samples.ts';
import { itemOf } from '../support/samples.ts';

/** Recomputes the results of an example of docs/method.md from its inputs. */
export type Recompute = (given: unknown) => unknown;

export function example<T>(given: z.ZodType<T>, compute: (given: T) => unknown): Recompute {
  return (written) => compute(given.parse(written));
}

export const count = z.int().nonnegative();
export const counts = z.array(count);

/** As many items as `items` says, of one kind, each its own cluster. */
export const repeated = (
  items: number,
  name: string,
  old: readonly Written[],
  candidate: readonly Written[],
  group?: string,
) => Array.from({ length: items }, (_, place) => itemOf(`${name} ${place}`, old, candidate, { group }));

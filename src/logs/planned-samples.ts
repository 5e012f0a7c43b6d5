import { ConfigError } from '../errors.ts';

/**
 * A log may lack this many samples. It may lack more if at least as many samples are present as are missing. Each
 * missing sample is stored as failed, so without a limit, a log that claims too many samples could use up all memory.
 */
const MOST_MISSING = 1_000;

/**
 * Rejects a log that claims to contain far more samples than it does.
 *
 * @throws {ConfigError} if most samples are missing
 */
export function refuseMostlyMissing(log: {
  readonly items: number;
  readonly samplesPerItem: number;
  /** Number of samples that are present. */
  readonly present: number;
  readonly where: string;
}): void {
  const { items, samplesPerItem, present, where } = log;
  const planned = items * samplesPerItem;
  if (planned - present <= Math.max(MOST_MISSING, present)) return;
  throw new ConfigError({
    what: `contains only ${present} of the ${planned} samples that it claims to contain (${items} items with ${samplesPerItem} samples each)`,
    where,
    fix: 'Specify the log of a complete run. A log that lacks most of its samples cannot be compared.',
  });
}

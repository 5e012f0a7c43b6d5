import { ConfigError } from '../errors.ts';

/**
 * A log may lack this many samples, or as many as it has. Each missing one is stored as failed, so without a
 * limit a log's claims would cost memory.
 */
const MOST_MISSING = 1_000;

/**
 * Refuses a log that claims far more samples than it has.
 *
 * @throws {ConfigError} if most samples are missing
 */
export function refuseMostlyMissing(log: {
  readonly items: number;
  readonly samplesPerItem: number;
  /** Samples that are present. */
  readonly present: number;
  readonly where: string;
}): void {
  const { items, samplesPerItem, present, where } = log;
  const planned = items * samplesPerItem;
  if (planned - present <= Math.max(MOST_MISSING, present)) return;
  throw new ConfigError({
    what: `holds ${present} samples of the ${planned} that it claims (${items} items with ${samplesPerItem} each)`,
    where,
    fix: 'Name a log whose run ended well; one that lost most of its samples cannot be compared.',
  });
}

import { createHash } from 'node:crypto';

/** Below 2³¹ with the largest seed of a configuration and any index: servers take signed 32 or 64 bits. */
const SEEDS = 2 ** 30;

/**
 * The seed that a draw begins at: that of the settings for the first draw. Another draw of the same checkpoint has one of
 * its own, or a server that honours seeds would give the same completions again.
 */
export const seedOfDraw = (seed: number, draw: string | undefined): number =>
  draw === undefined ? seed : (seed + createHash('sha256').update(draw).digest().readUInt32BE(0)) % SEEDS;

import type { Rational } from '../../numbers/rational.ts';

export type Point = ReadonlyMap<string, Rational>;

/** The sign of a symbol at each small point, as a function of the symbol's hash. */
const SIGNS: readonly ((hash: number) => bigint)[] = [
  () => 1n,
  () => 1n,
  () => -1n,
  (hash) => (hash % 2 === 0 ? 1n : -1n),
  (hash) => (hash % 2 === 0 ? -1n : 1n),
];
export const SMALL_POINTS = SIGNS.length;

/** Bounds of the symbols at the large points, as powers of ten. Each bound is used for some of the points. */
const LARGE = [1, 2, 3, 5, 7];
const LARGE_POINTS = 3 * LARGE.length;
/**
 * Number of grid points, from −12 to 12 in steps of a half. Every symbol takes each of these values, in its own order.
 */
const GRID_POINTS = 49;
export const ALL_POINTS = SMALL_POINTS + LARGE_POINTS + GRID_POINTS;

/** A hash (FNV-1a) from 0 to 2³¹ − 1, which is the same for the same name and point on every machine. */
function hashOf(name: string, point: number): number {
  let hash = 2_166_136_261 ^ point;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519);
  return (hash ^ (hash >>> 13)) >>> 1;
}

/** A point whose coordinates are large whole numbers. */
export function wholePoint(names: readonly string[], at: number): Point {
  return new Map(names.map((name) => [name, { numerator: BigInt(hashOf(name, at)), denominator: 1n }]));
}

function coordinate(name: string, at: number): Rational {
  const hash = hashOf(name, at);
  const small = SIGNS[at];
  if (small !== undefined) {
    return { numerator: small(hash >>> 7) * BigInt((hash % 3001) + 203), denominator: 1003n };
  }
  const power = LARGE[(at - SMALL_POINTS) % LARGE.length] ?? 1;
  if (at < SMALL_POINTS + LARGE_POINTS) {
    const size = BigInt((hash % 10_007) + 1) * 10n ** BigInt(power);
    return { numerator: (hash >>> 14) % 2 === 0 ? size : -size, denominator: 10_009n };
  }
  // A step that has no common factor with 49 reaches every grid point.
  const step = (hashOf(name, ALL_POINTS) % 6) + 1 + 7 * (hashOf(name, ALL_POINTS + 1) % 7);
  const place = (hashOf(name, ALL_POINTS + 2) + step * (at - SMALL_POINTS)) % GRID_POINTS;
  return { numerator: BigInt(place - (GRID_POINTS - 1) / 2), denominator: 2n };
}

/**
 * A point with real coordinates. At the small points, the absolute values of the symbols are between 0.2 and 3.2. Large
 * points follow, and then a grid.
 */
export function realPoint(names: readonly string[], at: number): Point {
  return new Map(names.map((name) => [name, coordinate(name, at)]));
}

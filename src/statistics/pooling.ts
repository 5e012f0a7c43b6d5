import type { Location } from './clustered-mean.ts';

/** One independent part of a pool, with its weight (> 0). */
export interface WeightedLocation extends Location {
  readonly weight: number;
}

/**
 * The weighted mean of independent means, with the pool's skewness and its (Welch–Satterthwaite) degrees of freedom.
 * Weights are normalized to sum to 1. A single part is returned unchanged.
 * @throws {RangeError} if there are no parts
 */
export function pool(parts: readonly WeightedLocation[]): Location {
  if (parts.length === 0) throw new RangeError('a pool needs at least one part');
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const totalWeight = parts.reduce((sum, { weight }) => sum + weight, 0);
  const scaled = parts.map((part) => ({ ...part, se: (part.weight / totalWeight) * part.standardError }));
  const variance = scaled.reduce((sum, { se }) => sum + se ** 2, 0);
  const standardError = Math.sqrt(variance);
  return {
    centre: scaled.reduce((sum, { weight, centre }) => sum + (weight / totalWeight) * centre, 0),
    standardError,
    skewness:
      standardError === 0
        ? 0
        : scaled.reduce((sum, { skewness, se }) => sum + skewness * se ** 3, 0) / standardError ** 3,
    degreesOfFreedom:
      standardError === 0
        ? Math.min(...scaled.map(({ degreesOfFreedom }) => degreesOfFreedom))
        : variance ** 2 /
          scaled.reduce((sum, { se, degreesOfFreedom }) => sum + se ** 4 / degreesOfFreedom, 0),
  };
}

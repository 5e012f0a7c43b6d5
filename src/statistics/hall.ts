/**
 * Hall's transformation of a studentised mean T whose data have skewness `lambda`: h(T) follows Student's t
 * distribution more closely than T does. The transformation is monotonically increasing in T for every lambda, and is
 * the identity at lambda = 0. Hall (1992); method.md, section "The interval".
 */
export function hallTransform(t: number, lambda: number): number {
  return t + (lambda * t ** 2) / 3 + (lambda ** 2 * t ** 3) / 27 + lambda / 6;
}

/**
 * Inverse of hallTransform: the T with hallTransform(T, lambda) = x. Written as 3z / (c² + c + 1) with z = x − λ/6 and c =
 * ∛(1 + λz), which equals (3/λ)(c − 1) but avoids cancellation as lambda approaches 0.
 */
export function hallInverse(x: number, lambda: number): number {
  const shifted = x - lambda / 6;
  const root = Math.cbrt(1 + lambda * shifted);
  return (3 * shifted) / (root ** 2 + root + 1);
}

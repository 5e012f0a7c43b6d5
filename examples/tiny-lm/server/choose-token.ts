export interface Choosing {
  /** At least 0; at 0 the likeliest token is taken. */
  readonly temperature: number;
  /** Above 0, at most 1: samples from the fewest likeliest tokens that together have this probability. */
  readonly topP: number;
}

/**
 * Returns a function that samples a token. `logits` contains the scores of `size` tokens from `from` on. The function's `draw`
 * returns a number from 0 to 1, exclusive of 1, and is not called if only one token is possible.
 */
export function chooserOf(
  { logits, from, size }: { readonly logits: Float32Array; readonly from: number; readonly size: number },
  { temperature, topP }: Choosing,
): (draw: () => number) => number {
  let best = 0;
  for (let token = 1; token < size; token += 1) {
    if ((logits[from + token] ?? 0) > (logits[from + best] ?? 0)) best = token;
  }
  if (temperature === 0) return () => best;
  const highest = logits[from + best] ?? 0;
  const weights = new Float64Array(size);
  let total = 0;
  for (let token = 0; token < size; token += 1) {
    const weight = Math.exp(((logits[from + token] ?? 0) - highest) / temperature);
    weights[token] = weight;
    total += weight;
  }
  const nucleus = nucleusOf({ weights, total, best }, topP);
  const [, ...others] = nucleus;
  return others.length === 0 ? () => best : (draw) => drawFrom(nucleus, draw()) ?? best;
}

interface Weighted {
  readonly token: number;
  readonly weight: number;
}

/** Removes token after token, likeliest first, until their weights reach the share. Never empty. */
function nucleusOf(
  { weights, total, best }: { readonly weights: Float64Array; readonly total: number; readonly best: number },
  topP: number,
): Weighted[] {
  const kept = [{ token: best, weight: 1 }];
  let sum = 1;
  weights[best] = -1;
  while (sum < topP * total && kept.length < weights.length) {
    let next = 0;
    for (let token = 1; token < weights.length; token += 1) {
      if ((weights[token] ?? 0) > (weights[next] ?? 0)) next = token;
    }
    const weight = weights[next] ?? 0;
    kept.push({ token: next, weight });
    sum += weight;
    weights[next] = -1;
  }
  return kept;
}

/** The token at a share of the weights, from 0 to 1. */
function drawFrom(nucleus: readonly Weighted[], share: number): number | undefined {
  let left = share * nucleus.reduce((sum, { weight }) => sum + weight, 0);
  return nucleus.find(({ weight }) => (left -= weight) < 0)?.token;
}

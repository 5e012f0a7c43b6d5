/**
 * The only module that rounds. Results are unrounded; every number shown is formatted here.
 *
 * Conventions, so that rounding never misleads:
 * - halves are rounded away from zero, in decimal: 0.0405 is 4.1 points although 4.05 has no exact binary form;
 * - a nonzero value never reads as zero: `<0.1`, with its sign if it has one (`+<0.1`, `−<0.1`); magnitudes below 1e-12
 *   are the rounding noise of a mean and count as zero;
 * - a value below 100% never reads as 100%: `>99.9%`;
 * - minus is U+2212, and there is no minus zero;
 * - the spaces inside an interval and between a count and its noun are U+00A0, so that a narrow table does not break there.
 *
 * Arguments are finite numbers: the schema permits no others in a result.
 */

const NOISE = 1e-12;
const SPACE = '\u00A0';

/**
 * Rounds a magnitude half up to `decimals` decimals. Rounds to 12 significant digits first, so that binary noise does
 * not affect the result.
 */
const round = (magnitude: number, decimals: number): number => {
  const scale = 10 ** decimals;
  return Math.round(Number((magnitude * scale).toPrecision(12))) / scale;
};

/** Formats a magnitude with a fixed number of decimals; `<0.1` if it would round to zero without being zero. */
const fixed = (magnitude: number, decimals: number): string => {
  if (magnitude < NOISE) return (0).toFixed(decimals);
  const rounded = round(magnitude, decimals);
  return rounded === 0 ? `<${(10 ** -decimals).toFixed(decimals)}` : rounded.toFixed(decimals);
};

/** Formats a difference with its sign; zero has no sign. */
const signed = (value: number, decimals: number): string => {
  const magnitude = fixed(Math.abs(value), decimals);
  if (Math.abs(value) < NOISE) return magnitude;
  return `${value < 0 ? '−' : '+'}${magnitude}`;
};

/**
 * Formats a share of 1, multiplied by `unit`, with a fixed number of decimals. It is shown as 0 or as `unit` only if it
 * has exactly that value.
 */
const share = (fraction: number, unit: 1 | 100, decimals: number): string => {
  const value = fraction * unit;
  const nearest = unit - 10 ** -decimals;
  if (fraction < 1 - NOISE && round(value, decimals) >= unit) return `>${nearest.toFixed(decimals)}`;
  return `${value < -NOISE ? '−' : ''}${fixed(Math.abs(value), decimals)}`;
};

/** Formats a probability (0 to 1) as a percentage with one decimal: `61.2%`, `<0.1%`, `>99.9%`. */
export const percent = (fraction: number): string => `${share(fraction, 100, 1)}%`;

/** Formats a dissimilarity or any other quantity from 0 to 1: `0.47`, `<0.01`, `>0.99`. */
export const dissimilarity = (value: number): string => share(value, 1, 2);

/** Formats an expected number of ways: `3.2`. */
export const ways = (value: number): string => `${value < -NOISE ? '−' : ''}${fixed(Math.abs(value), 1)}`;

/** Formats an entropy of 0 or more, in bits: `1.28`. */
export const bits = (value: number): string => fixed(Math.abs(value), 2);

/** Formats a mean length of 0 or more, in words: `1,122.4`. */
export const words = (value: number): string => grouped(fixed(Math.abs(value), 1));

/** Formats a difference between probabilities in points: `+4.1` for 0.041, `−<0.1` for −0.0001, `0.0` for 0. */
export const points = (fraction: number): string => signed(fraction * 100, 1);

/** Formats a difference between dissimilarities: `−0.09`. */
export const dissimilarityChange = (value: number): string => signed(value, 2);

/** Formats a difference between numbers of ways: `−0.4`. */
export const waysChange = (value: number): string => signed(value, 1);

/**
 * Formats a change relative to the baseline's value, without a percent sign: `−19` for −0.19, and one decimal below 10:
 * `−4.2`.
 */
export const relativeChange = (fraction: number): string => {
  const percents = fraction * 100;
  return signed(percents, round(Math.abs(percents), 1) < 10 ? 1 : 0);
};

/** Formats a change relative to the baseline's value as a percentage: `−19%`. */
export const relativePercent = (fraction: number): string => `${relativeChange(fraction)}%`;

/** Formats an interval, with its bounds formatted like the change: `[−4.4, −1.4]`. */
export const interval = (
  [lower, upper]: readonly [number, number],
  bound: (value: number) => string,
): string => `[${bound(lower)},${SPACE}${bound(upper)}]`;

/**
 * Formats a magnitude from a configuration, such as a margin, with up to three significant digits and no trailing
 * zeros: `2`, `2.5`, `0.25`.
 */
export const plain = (magnitude: number): string =>
  magnitude < NOISE ? '0' : grouped(String(Number(magnitude.toPrecision(3))));

const grouped = (digits: string): string =>
  digits.replace(/^\d+/u, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/gu, ','));

/** Formats a count with thousands separators: `42,208`. Fractions are rounded. */
export const count = (value: number): string => grouped(round(value, 0).toFixed(0));

/** Formats a count with its noun: `1 problem`, `41 problems`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)}${SPACE}${value === 1 ? one : many}`;

/** Formats a p-value: `0.40`, `0.012`, `0.0003`, `<0.0001`, `>0.99`, `1`. */
export const pValue = (p: number): string => {
  if (p < 0.0001) return '<0.0001';
  if (p >= 1) return '1';
  if (p >= 0.1) return round(p, 2) < 1 ? round(p, 2).toFixed(2) : '>0.99';
  const decimals = p >= 0.001 ? 3 : 4;
  return round(p, decimals).toFixed(decimals);
};

/** Formats a token count with three significant digits: `980`, `9,800`, `12.3k`, `4.56M`, `1.2B`. */
export const tokens = (value: number): string => {
  if (value < 10_000) return count(value);
  for (const [size, letter] of [
    [1e3, 'k'],
    [1e6, 'M'],
  ] as const) {
    const scaled = Number((value / size).toPrecision(3));
    if (scaled < 1000) return `${scaled}${letter}`;
  }
  return `${grouped(String(Number((value / 1e9).toPrecision(3))))}B`;
};

/**
 * Formats an amount in US dollars: `$0.0040`, `$12.40`, `$1,240`, `<$0.0001`; a nonzero amount is never shown as zero.
 */
export const usd = (value: number): string => {
  if (value >= 100) return `$${count(value)}`;
  const text = fixed(value, value < NOISE || value >= 0.01 ? 2 : 4);
  return text.startsWith('<') ? `<$${text.slice(1)}` : `$${text}`;
};

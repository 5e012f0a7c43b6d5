/** An exact number. The denominator is positive; the fraction need not be in lowest terms. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Maximum exponent: 1e999999999 would exhaust memory. */
const MAX_EXPONENT = 1000;

/**
 * Reads an unsigned decimal: digits with an optional point, times ten to an integer power given as text (`+3`, `-3`).
 * Undefined if the exponent is outside ±1,000.
 */
export function decimal(digits: string, exponent = '0'): Rational | undefined {
  const power = Number(exponent);
  if (!Number.isInteger(power) || Math.abs(power) > MAX_EXPONENT) return undefined;
  const point = digits.indexOf('.');
  const scale = power - (point === -1 ? 0 : digits.length - point - 1);
  const numerator = BigInt(digits.replace('.', ''));
  return scale >= 0
    ? { numerator: numerator * 10n ** BigInt(scale), denominator: 1n }
    : { numerator, denominator: 10n ** BigInt(-scale) };
}

export function negated({ numerator, denominator }: Rational): Rational {
  return { numerator: -numerator, denominator };
}

export function sum(a: Rational, b: Rational): Rational {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** Returns a/b; undefined if b is 0. */
export function quotient(a: Rational, b: Rational): Rational | undefined {
  if (b.numerator === 0n) return undefined;
  const sign = b.numerator < 0n ? -1n : 1n;
  return {
    numerator: sign * a.numerator * b.denominator,
    denominator: sign * a.denominator * b.numerator,
  };
}

export function product(a: Rational, b: Rational): Rational {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** The largest integer that is not larger than the value. */
export function floor({ numerator, denominator }: Rational): bigint {
  const whole = numerator / denominator;
  return numerator < 0n && numerator % denominator !== 0n ? whole - 1n : whole;
}

/** The same number in lowest terms. */
export function reduced({ numerator, denominator }: Rational): Rational {
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return divisor === 1n
    ? { numerator, denominator }
    : { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Maximum size of a power, in bits: 10^10^9 would exhaust memory. */
const LONGEST_POWER = 20_000;

function bitLength(value: bigint): number {
  return (value < 0n ? -value : value).toString(16).length * 4;
}

/** An integer power. Undefined for 0 to a negative power, and for results of more than about 6,000 digits. */
export function power(base: Rational, exponent: bigint): Rational | undefined {
  const magnitude = exponent < 0n ? -exponent : exponent;
  const unit = base.denominator === 1n && base.numerator >= -1n && base.numerator <= 1n;
  const bits = Math.max(bitLength(base.numerator), bitLength(base.denominator));
  if (!unit && magnitude * BigInt(bits) > LONGEST_POWER) return undefined;
  const times = unit ? (magnitude === 0n ? 0n : 2n - (magnitude % 2n)) : magnitude;
  const value = { numerator: base.numerator ** times, denominator: base.denominator ** times };
  return exponent < 0n ? quotient({ numerator: 1n, denominator: 1n }, value) : value;
}

/** The exact real root, for a degree of at least 2; undefined if the number is not a perfect power. */
export function root(value: Rational, degree: bigint): Rational | undefined {
  const { numerator, denominator } = reduced(value);
  const [top, bottom] = [integerRoot(numerator, degree), integerRoot(denominator, degree)];
  return top === undefined || bottom === undefined ? undefined : { numerator: top, denominator: bottom };
}

function integerRoot(value: bigint, degree: bigint): bigint | undefined {
  if (value < 0n) {
    const positive = degree % 2n === 0n ? undefined : integerRoot(-value, degree);
    return positive === undefined ? undefined : -positive;
  }
  if (value < 2n) return value;
  const bits = bitLength(value);
  if (degree > bits) return undefined;
  let guess = 1n << BigInt(Math.ceil(bits / Number(degree)));
  for (;;) {
    const next = ((degree - 1n) * guess + value / guess ** (degree - 1n)) / degree;
    if (next >= guess) return guess ** degree === value ? guess : undefined;
    guess = next;
  }
}

/** Whether |a − b| ≤ tolerance, exactly. The tolerance is at least 0. */
export function isWithin(a: Rational, b: Rational, tolerance: Rational): boolean {
  const { numerator, denominator } = sum(a, negated(b));
  const distance = numerator < 0n ? -numerator : numerator;
  return distance * tolerance.denominator <= tolerance.numerator * denominator;
}

/** Fastest if the smaller number, such as the denominator of most numbers, is the last argument. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [divisor, rest] = [a, b];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}

/**
 * The canonical form: a decimal without superfluous zeros if the expansion is finite (`18`, `-0.5`), otherwise a fraction in
 * lowest terms (`1/3`).
 */
export function canonical({ numerator, denominator }: Rational): string {
  const sign = numerator < 0n ? '-' : '';
  const magnitude = numerator < 0n ? -numerator : numerator;
  const divisor = greatestCommonDivisor(magnitude, denominator);
  const top = magnitude / divisor;
  const bottom = denominator / divisor;
  if (bottom === 1n) return `${sign}${top}`;
  const twos = timesDivisible(bottom, 2n);
  const fives = timesDivisible(bottom, 5n);
  if (2n ** BigInt(twos) * 5n ** BigInt(fives) !== bottom) return `${sign}${top}/${bottom}`;
  const places = Math.max(twos, fives);
  const digits = ((top * 10n ** BigInt(places)) / bottom).toString().padStart(places + 1, '0');
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function timesDivisible(value: bigint, by: bigint): number {
  let times = 0;
  for (let rest = value; rest % by === 0n; rest /= by) times++;
  return times;
}

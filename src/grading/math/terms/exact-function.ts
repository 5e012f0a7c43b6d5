import { floor, negated, type Rational } from '../../numbers/rational.ts';
import { integer, number, type Term } from './term.ts';

/** Maximum argument of a factorial or binomial. These functions are not computed for larger arguments. */
const LARGEST = 1000n;

function absolute(value: Rational): Rational {
  return value.numerator < 0n ? negated(value) : value;
}

function isLess(a: Rational, b: Rational): boolean {
  return a.numerator * b.denominator < b.numerator * a.denominator;
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}

function binomial(n: bigint, k: bigint): bigint {
  let value = 1n;
  for (let i = 1n; i <= k; i++) value = (value * (n - k + i)) / i;
  return value;
}

/**
 * Computes a function of integers that are at least 0. Undefined if the function has no value for these integers, or
 * if the result is too large.
 */
function ofWholes(head: string, args: readonly bigint[]): bigint | undefined {
  const [a, b] = args;
  if (a === undefined) return undefined;
  switch (head) {
    case 'Factorial': {
      if (a > LARGEST) return undefined;
      let value = 1n;
      for (let i = 2n; i <= a; i++) value *= i;
      return value;
    }
    case 'Binomial':
      if (b === undefined || a > LARGEST) return undefined;
      return b > a ? 0n : binomial(a, b);
    case 'GCD':
      return args.reduce(divisor);
    case 'LCM':
      return args.includes(0n) ? 0n : args.reduce((x, y) => (x / divisor(x, y)) * y);
    default:
      return undefined;
  }
}

/** The exact value of a function at exact numbers; undefined for every other function or argument. */
export function exactFunction(head: string, args: readonly Term[]): Term | undefined {
  const values = args.flatMap((arg) => (arg.kind === 'number' ? [arg.value] : []));
  const [first] = values;
  if (first === undefined || values.length < args.length) return undefined;
  switch (head) {
    case 'Abs':
      return args.length === 1 ? number(absolute(first)) : undefined;
    case 'Floor':
      return args.length === 1 ? integer(floor(first)) : undefined;
    case 'Ceil':
      return args.length === 1 ? integer(-floor(negated(first))) : undefined;
    case 'Max':
      return number(values.reduce((a, b) => (isLess(a, b) ? b : a)));
    case 'Min':
      return number(values.reduce((a, b) => (isLess(b, a) ? b : a)));
    default: {
      const wholes = values.filter((value) => value.denominator === 1n && value.numerator >= 0n);
      if (wholes.length < values.length) return undefined;
      const value = ofWholes(
        head,
        wholes.map(({ numerator }) => numerator),
      );
      return value === undefined ? undefined : integer(value);
    }
  }
}

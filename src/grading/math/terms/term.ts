import {
  decimal,
  negated,
  power,
  product,
  quotient,
  reduced,
  root,
  sum,
  type Rational,
} from '../../numbers/rational.ts';

/**
 * An expression. Sums, products and powers of exact numbers are computed. Subtraction and division are written as a
 * product with −1 or a power of −1. Anything that cannot be computed (`\int`, `f(x)`) becomes a separate symbol.
 */
export type Term =
  | { readonly kind: 'number'; readonly value: Rational; readonly key: string }
  | { readonly kind: 'symbol'; readonly name: string; readonly key: string }
  | {
      readonly kind: 'call';
      readonly head: Head;
      readonly args: readonly Term[];
      /** A key that is the same for terms that differ only in the order of summands or factors. */
      readonly key: string;
    };

/** Operators that can be computed. `Root` is the n-th root of its first argument, n an integer. */
export type Head = 'Add' | 'Multiply' | 'Power' | 'Root' | FunctionName;

const FUNCTION_ARITY = {
  Exp: 1,
  Ln: 1,
  Log: 2,
  Sin: 1,
  Cos: 1,
  Tan: 1,
  Arcsin: 1,
  Arccos: 1,
  Arctan: 1,
  Sinh: 1,
  Cosh: 1,
  Tanh: 1,
  Abs: 1,
  Floor: 1,
  Ceil: 1,
} as const;

/** Functions of numbers, by their names in the LaTeX parser. */
export type FunctionName = keyof typeof FUNCTION_ARITY;

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTION_ARITY, name);
}

export function arityOf(name: FunctionName): number {
  return FUNCTION_ARITY[name];
}

export function number(value: Rational): Term {
  const lowest = reduced(value);
  return { kind: 'number', value: lowest, key: `${lowest.numerator}/${lowest.denominator}` };
}

export function integer(value: number | bigint): Term {
  return number({ numerator: BigInt(value), denominator: 1n });
}

export function symbol(name: string): Term {
  return { kind: 'symbol', name, key: name };
}

export const MINUS_ONE = integer(-1);

function made(head: Head, args: readonly Term[]): Term {
  return { kind: 'call', head, args, key: `${head}(${args.map(({ key }) => key).join(',')})` };
}

function byKey(a: Term, b: Term): number {
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
}

function flattened(head: 'Add' | 'Multiply', args: readonly Term[]): Term[] {
  return args.flatMap((arg) => (arg.kind === 'call' && arg.head === head ? arg.args : [arg]));
}

/** Combines the exact numbers among the arguments. With zero or one argument, no operator is needed. */
function collected(
  head: 'Add' | 'Multiply',
  args: readonly Term[],
  together: (a: Rational, b: Rational) => Rational,
  neutral: bigint,
): Term {
  let exact: Rational = { numerator: neutral, denominator: 1n };
  const rest: Term[] = [];
  for (const arg of flattened(head, args)) {
    if (arg.kind === 'number') exact = reduced(together(exact, arg.value));
    else rest.push(arg);
  }
  if (head === 'Multiply' && exact.numerator === 0n) return integer(0);
  rest.sort(byKey);
  const isNeutral = exact.numerator === neutral && exact.denominator === 1n;
  const all = isNeutral && rest.length > 0 ? rest : [number(exact), ...rest];
  const [only, ...others] = all;
  return only !== undefined && others.length === 0 ? only : made(head, all);
}

export function add(args: readonly Term[]): Term {
  return collected('Add', args, sum, 0n);
}

export function multiply(args: readonly Term[]): Term {
  return collected('Multiply', args, product, 1n);
}

export function negate(term: Term): Term {
  return term.kind === 'number' ? number(negated(term.value)) : multiply([MINUS_ONE, term]);
}

/** The quotient of two terms; undefined for a division by zero. */
export function divide(top: Term, bottom: Term): Term | undefined {
  if (top.kind === 'number' && bottom.kind === 'number') {
    const value = quotient(top.value, bottom.value);
    return value && number(value);
  }
  const inverse = raise(bottom, MINUS_ONE);
  return inverse && multiply([top, inverse]);
}

/**
 * A power, which is exact for an integer power of a number, and for a power of a power if both exponents are integers.
 * Undefined for 0 to a negative power.
 */
export function raise(base: Term, exponent: Term): Term | undefined {
  if (exponent.kind === 'number') {
    const { numerator, denominator } = exponent.value;
    if (base.kind === 'number' && base.value.numerator === 0n && numerator <= 0n) return undefined;
    if (denominator === 1n) {
      if (numerator === 1n) return base;
      if (base.kind === 'number') {
        const value = power(base.value, numerator);
        return value === undefined ? made('Power', [base, exponent]) : number(value);
      }
    } else {
      const inner = rootOf(base, denominator);
      return numerator === 1n ? inner : raise(inner, integer(numerator));
    }
  }
  return made('Power', [base, exponent]);
}

/** The n-th root, n ≥ 2; exact for a perfect power. */
export function rootOf(base: Term, degree: bigint): Term {
  const exact = base.kind === 'number' ? root(base.value, degree) : undefined;
  return exact === undefined ? made('Root', [base, integer(degree)]) : number(exact);
}

export function call(name: FunctionName, args: readonly Term[]): Term {
  return made(name, args);
}

/** The term with a symbol replaced by a value. Undefined if this results in a division by zero. */
export function substituted(term: Term, name: string, value: Term): Term | undefined {
  if (term.kind === 'number') return term;
  if (term.kind === 'symbol') return term.name === name ? value : term;
  const args = term.args.map((arg) => substituted(arg, name, value));
  const all = args.flatMap((arg) => arg ?? []);
  const [first, second] = all;
  if (all.length < args.length || first === undefined) return undefined;
  if (term.head === 'Add') return add(all);
  if (term.head === 'Multiply') return multiply(all);
  if (term.head === 'Power') return second && raise(first, second);
  if (term.head !== 'Root') return call(term.head, all);
  return second?.kind === 'number' ? rootOf(first, second.value.numerator) : undefined;
}

/** A decimal number given as text, with any repeating digits as in `0.(3)`. */
export function decimalTerm(text: string): Term | undefined {
  const match = /^([-+]?)(\d*)\.?(\d*)(?:\((\d+)\))?(?:[eE]([-+]?\d{1,4}))?$/.exec(text);
  if (match === null || text.length > 1000) return undefined;
  const [, sign = '', whole = '', places = '', repeating, exponent = '0'] = match;
  let value = decimal(`${whole || '0'}.${places || '0'}`, exponent);
  if (repeating !== undefined && value !== undefined) {
    const digits = decimal(repeating, String(Number(exponent) - places.length));
    const share =
      digits && quotient(digits, { numerator: 10n ** BigInt(repeating.length) - 1n, denominator: 1n });
    value = share && sum(value, share);
  }
  return value && number(sign === '-' ? negated(value) : value);
}

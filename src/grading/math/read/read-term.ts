import { LatexSyntax } from '../latex-syntax/latex-syntax.js';
import { crossProduct } from '../terms/cross-product.ts';
import { exactFunction } from '../terms/exact-function.ts';
import {
  add,
  arityOf,
  call,
  decimalTerm,
  divide,
  integer,
  isFunctionName,
  MINUS_ONE,
  multiply,
  negate,
  raise,
  rootOf,
  symbol,
  type Term,
} from '../terms/term.ts';

/** Maximum nesting depth of an expression. Deeper expressions are not read, because they would exhaust the stack. */
const MAX_DEPTH = 50;

/**
 * Maximum number of bars in an expression. The parser tries two interpretations of every bar, so parsing time doubles
 * with each bar.
 */
const MAX_BARS = 8;

const CONSTANTS: Readonly<Record<string, string>> = {
  e: 'ExponentialE',
  i: 'ImaginaryUnit',
  ExponentialE: 'ExponentialE',
  ImaginaryUnit: 'ImaginaryUnit',
  Pi: 'Pi',
};

/** Names that are functions before a bracket: `f(2)` is a value of f, whereas `x(2)` is a product. */
const NAMES_OF_FUNCTIONS = new Set(['f', 'g', 'h', 'F', 'G', 'H']);
const INVERSES: Readonly<Record<string, 'Arcsin' | 'Arccos' | 'Arctan'>> = {
  Sin: 'Arcsin',
  Cos: 'Arccos',
  Tan: 'Arctan',
};
const RECIPROCALS: Readonly<Record<string, 'Sin' | 'Cos' | 'Tan'>> = { Csc: 'Sin', Sec: 'Cos', Cot: 'Tan' };

/** The heads of nodes that are text, that the parser could not read, or that are operations that do not commute. */
const UNREADABLE = new Set([
  'Matrix',
  'Error',
  'Sequence',
  '__unit__',
  'Text',
  'LatexString',
  'Nothing',
  'Missing',
]);

const syntax = new LatexSyntax();

class Unreadable extends Error {}

function unreadable(): never {
  throw new Unreadable();
}

interface Node {
  readonly head: string;
  readonly args: readonly unknown[];
}

function nodeOf(json: unknown): Node | undefined {
  const list = typeof json === 'object' && json !== null && 'fn' in json ? json.fn : json;
  if (!Array.isArray(list)) return undefined;
  const [head, ...args]: unknown[] = list;
  return typeof head === 'string' ? { head, args } : unreadable();
}

/** Reads a mixed number: `3\frac{1}{2}` is three and a half, and `-3\frac{1}{2}` is below −3. */
function mixedNumber(first: unknown, part: unknown, depth: number): Term | undefined {
  const negated = nodeOf(first);
  const whole = negated?.head === 'Negate' ? negated.args[0] : first;
  const fraction = nodeOf(part);
  if (fraction?.head !== 'Divide' || typeof whole !== 'number' || whole < 1) return undefined;
  const [top, bottom] = fraction.args;
  if (typeof top !== 'number' || typeof bottom !== 'number' || top < 1 || bottom <= top) return undefined;
  const value = add([integer(whole), divide(term(top, depth), term(bottom, depth)) ?? unreadable()]);
  return whole === first ? value : negate(value);
}

function juxtaposed(args: readonly unknown[], depth: number): Term {
  const ordered = inOrder(args, depth);
  if (ordered !== undefined) return ordered;
  const [first, second, ...rest] = args;
  const mixed = mixedNumber(first, second, depth);
  if (mixed !== undefined) return multiply([mixed, ...rest.map((arg) => term(arg, depth))]);
  const factors: Term[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at];
    const next = nodeOf(args[at + 1]);
    if (typeof arg === 'string' && NAMES_OF_FUNCTIONS.has(arg) && next?.head === 'Delimiter') {
      factors.push(opaque({ head: arg, args: next.args }, depth));
      at++;
    } else factors.push(term(arg, depth));
  }
  return multiply(factors);
}

function powered([base, exponent]: readonly unknown[], depth: number): Term {
  const inner = nodeOf(base);
  const inverse = inner && INVERSES[inner.head];
  const to = term(exponent, depth);
  if (inner !== undefined && inverse !== undefined && to.key === MINUS_ONE.key) {
    return applied({ head: inverse, args: inner.args }, depth);
  }
  return raise(term(base, depth), to) ?? unreadable();
}

function rooted([base, degree = 2]: readonly unknown[], depth: number): Term {
  const index = term(degree, depth);
  if (index.kind === 'number' && index.value.denominator === 1n && index.value.numerator >= 2n) {
    return rootOf(term(base, depth), index.value.numerator);
  }
  const inverse = divide(integer(1), index) ?? unreadable();
  return raise(term(base, depth), inverse) ?? unreadable();
}

function logarithm(head: string, [of, base]: readonly unknown[], depth: number): Term {
  const argument = term(of, depth);
  if (head === 'Lb') return call('Log', [argument, integer(2)]);
  return call('Log', [argument, base === undefined ? integer(10) : term(base, depth)]);
}

/** Arrows and bars with several spellings. */
const MARKS: Readonly<Record<string, string>> = { OverRightArrow: 'OverVector', Mean: 'Conjugate' };

/**
 * Returns the letters under an arrow or a bar if their order matters: the points under an arrow, and the digits under a
 * bar (`\\overline{ab}`). A segment has no direction.
 */
function lettersInOrder(head: string, arg: unknown): string | undefined {
  const node = nodeOf(arg);
  if (node?.head !== 'InvisibleOperator' || !node.args.every((it) => /^(?:[a-zA-Z]|\d)$/.test(String(it))))
    return undefined;
  const letters = node.args.join('');
  return head === 'OverVector' || (head === 'Conjugate' && /[a-z]/.test(letters)) ? letters : undefined;
}

/** Whether an expression is a capital letter or a power of one, and therefore may be a matrix. */
function isCapital(json: unknown): boolean {
  return typeof json === 'string' && /^[A-Z]$/.test(json);
}

/**
 * Reads a product of capital letters that contains an inverse. The product keeps its order, because `A^{-1}B` is not
 * `BA^{-1}`.
 */
function inOrder(args: readonly unknown[], depth: number): Term | undefined {
  const isInverse = (arg: unknown): boolean => {
    const node = nodeOf(arg);
    return (
      node?.head === 'Power' && isCapital(node.args[0]) && term(node.args[1], depth).key === MINUS_ONE.key
    );
  };
  const matrices = args.filter((arg) => isCapital(arg) || isCapital(nodeOf(arg)?.args[0]));
  if (matrices.length < 2 || !matrices.some(isInverse)) return undefined;
  const rest = args.filter((arg) => !matrices.includes(arg));
  const ordered = symbol(`Ordered[${matrices.map((arg) => term(arg, depth).key).join(';')}]`);
  return multiply([...rest.map((arg) => term(arg, depth)), ordered]);
}

/** Functions whose value does not depend on the order of their arguments. */
const UNORDERED = new Set(['GCD', 'LCM', 'Max', 'Min']);

/**
 * Turns an expression that cannot be computed into a separate symbol. The symbol is equal only to expressions that are
 * written in the same way, apart from the order of their parts.
 */
function opaque({ head: written, args }: Node, depth: number): Term {
  const head = MARKS[written] ?? written;
  const keys = args.map((arg) => {
    const letters = lettersInOrder(head, arg);
    if (letters !== undefined) return letters;
    const node = nodeOf(arg);
    if (node === undefined && typeof arg !== 'number' && typeof arg !== 'string') return JSON.stringify(arg);
    return term(arg, depth).key;
  });
  if (UNORDERED.has(head)) keys.sort();
  return symbol(`${head}[${keys.join(';')}]`);
}

function applied({ head, args }: Node, depth: number): Term {
  if (UNREADABLE.has(head)) return unreadable();
  const all = (): Term[] => args.map((arg) => term(arg, depth));
  const one = (): Term => (args.length === 1 ? term(args[0], depth) : unreadable());
  const two = (): readonly [Term, Term] =>
    args.length === 2 ? [term(args[0], depth), term(args[1], depth)] : unreadable();
  const reciprocal = RECIPROCALS[head];
  if (reciprocal !== undefined) {
    return raise(applied({ head: reciprocal, args }, depth), MINUS_ONE) ?? unreadable();
  }
  switch (head) {
    case 'Add':
      return add(all());
    case 'Subtract': {
      const [a, b] = two();
      return add([a, negate(b)]);
    }
    case 'Negate':
      return negate(one());
    case 'Multiply':
      return inOrder(args, depth) ?? multiply(all());
    case 'CircleTimes':
      return crossProduct(two());
    case 'InvisibleOperator':
      return juxtaposed(args, depth);
    case 'Divide': {
      const [a, b] = two();
      return divide(a, b) ?? unreadable();
    }
    case 'Delimiter':
      return args.length === 1 ? one() : opaque({ head, args }, depth);
    case 'Power':
      return powered(args, depth);
    case 'Sqrt':
    case 'Root':
      return rooted(args, depth);
    case 'Log':
    case 'Lb':
      return logarithm(head, args, depth);
    case 'Degrees':
      return divide(multiply([one(), symbol('Pi')]), integer(180)) ?? unreadable();
    default: {
      const exact = exactFunction(head, args.length > 0 ? all() : []);
      if (exact !== undefined) return exact;
      if (isFunctionName(head) && args.length === arityOf(head)) return call(head, all());
      return opaque({ head, args }, depth);
    }
  }
}

function term(json: unknown, depth: number): Term {
  if (depth > MAX_DEPTH) return unreadable();
  if (typeof json === 'number') return decimalTerm(String(json)) ?? unreadable();
  if (typeof json === 'string') {
    if (json.startsWith("'") || json === '') return unreadable();
    return symbol(CONSTANTS[json] ?? json);
  }
  const node = nodeOf(json);
  if (node !== undefined) {
    return applied(node, depth + 1);
  }
  if (typeof json === 'object' && json !== null && 'num' in json && typeof json.num === 'string') {
    return decimalTerm(json.num) ?? unreadable();
  }
  return unreadable();
}

/**
 * Reads the LaTeX of one expression; undefined if the LaTeX is not an expression because it is text, is unbalanced, or
 * has an operator without its operand.
 */
export function readTerm(latex: string): Term | undefined {
  if (latex.split('|').length - 1 > MAX_BARS) return undefined;
  try {
    return term(syntax.parse(latex), 0);
  } catch (error) {
    if (error instanceof Unreadable || error instanceof RangeError) return undefined;
    throw error;
  }
}

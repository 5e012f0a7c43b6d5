import type { Answer, Equation, Named, Relation } from '../answer.ts';
import { readTerm } from '../read/read-term.ts';
import { proportional, symbolsOf } from './same-value.ts';
import { add, MINUS_ONE, negate, type Term } from '../terms/term.ts';

function difference(left: Term, right: Term): Term {
  return add([left, negate(right)]);
}

/**
 * The difference between an equation's two sides; `x = 5` also counts as an equation. Undefined if a side is not an
 * expression.
 */
function asDifference(answer: Answer): Term | undefined {
  if (answer.kind === 'equation') return difference(answer.left, answer.right);
  if (answer.kind !== 'named' || answer.value.kind !== 'value') return undefined;
  if (answer.value.unit !== undefined || answer.value.percent) return undefined;
  const name = readTerm(answer.name);
  return name && difference(name, answer.value.term);
}

/** Whether two equations hold for the same values, that is, whether one is a multiple of the other. */
export function sameEquation(a: Answer, b: Answer): boolean {
  const [left, right] = [asDifference(a), asDifference(b)];
  return left !== undefined && right !== undefined && proportional(left, right);
}

/**
 * Returns, for each step of a chain, the expression that must be above 0 (or at least 0, or not 0). Undefined if a side
 * is not an expression.
 */
function stepsOf({
  sides,
  signs,
}: Relation): readonly { readonly sign: string; readonly term: Term }[] | undefined {
  const terms = sides.map((side) =>
    side.kind === 'value' && side.unit === undefined ? side.term : undefined,
  );
  const steps = signs.flatMap((sign, at) => {
    const [left, right] = [terms[at], terms[at + 1]];
    return left === undefined || right === undefined ? [] : [{ sign, term: difference(right, left) }];
  });
  return steps.length === signs.length ? steps : undefined;
}

/**
 * Whether two chains of inequalities have the same steps: each step of one chain is a positive multiple of a step of
 * the other (for `≠`, a nonzero multiple).
 */
export function sameSteps(a: Relation, b: Relation): boolean {
  const [left, right] = [stepsOf(a), stepsOf(b)];
  if (left === undefined || right === undefined || left.length !== right.length) return false;
  const hasOne = ({ sign, term }: (typeof left)[number], among: typeof left): boolean =>
    among.some((other) => other.sign === sign && proportional(term, other.term, sign !== '≠'));
  return left.every((step) => hasOne(step, right)) && right.every((step) => hasOne(step, left));
}

function isUnitProduct(term: Term): boolean {
  if (term.kind === 'symbol') return symbolsOf(term).length > 0;
  if (term.kind !== 'call' || term.head !== 'Multiply') return false;
  return term.args.every((arg) => arg.kind === 'symbol' || arg.key === '-1/1');
}

/** Whether a term is a function of unknowns: `\sin A`, or `|AB|` or `|ab|` as the size of a product. */
function isFunctionOfUnknown(term: Term): boolean {
  if (term.kind !== 'call') return false;
  const [of] = term.args;
  if (of === undefined || !isUnitProduct(of)) return false;
  return /^(?:Sin|Cos|Tan)$/.test(term.head) || (term.head === 'Abs' && of.kind === 'call');
}

/** Whether a term is a product of unknowns and their powers, without a number: `BC^2`, `a/b`. */
function isPureProduct(term: Term): boolean {
  if (term.kind === 'number') return false;
  if (isUnitProduct(term)) return true;
  if (term.kind !== 'call') return false;
  if (term.head === 'Power') return term.args[0]?.kind === 'symbol';
  return (
    term.head === 'Multiply' && term.args.every((arg) => arg.key === MINUS_ONE.key || isPureProduct(arg))
  );
}

/**
 * Whether a term's value determines none of the term's unknowns, as for `BC^2`, `a^2 + b^2` and `\sin 2x`, but not for
 * `2x`, `x^2` and the line `2x + z`.
 */
function isQuantity(term: Term): boolean {
  if (term.kind !== 'call') return false;
  if (/^(?:Sin|Cos|Tan)$/.test(term.head)) return symbolsOf(term).length > 0;
  const parts = term.head === 'Add' ? term.args : [term];
  return symbolsOf(term).length > 1 && parts.every(isPureProduct);
}

/**
 * Whether a term is a quantity that a question may ask for, and that an answer repeats before its value: `m + n`,
 * `abc`, `|AB|`.
 */
function isAsked(term: Term): boolean {
  return isUnitProduct(term) || isFunctionOfUnknown(term) || isQuantity(term);
}

/** The value in `m + n = 107`: a sum or product of unknowns, each once, that equals a number. */
export function statedValue({ left, right }: Equation): Term | undefined {
  if (symbolsOf(right).length === 0 && isAsked(left)) return right;
  return symbolsOf(left).length === 0 && isAsked(right) ? left : undefined;
}

/** Whether two names can refer to the same thing: the names are equal, or are `y` and `f(x)` for a function of `x`. */
export function sameName(a: Named, b: Named): boolean {
  const [first, second] = [a.name.toLowerCase(), b.name.toLowerCase()];
  if (first === second) return true;
  const isFunction = (name: string): boolean => /^[a-z](?:\^-1)?\(x\)$/.test(name);
  return (first === 'y' && isFunction(second)) || (second === 'y' && isFunction(first));
}

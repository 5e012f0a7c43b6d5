import { integer, multiply, negate, symbol, type Term } from './term.ts';

/** Splits a product into its exact number and the rest. */
function factored(of: Term): readonly [Term, Term] {
  const [first, ...rest] = of.kind === 'call' && of.head === 'Multiply' ? of.args : [];
  return first?.kind === 'number' ? [first, multiply(rest)] : [integer(1), of];
}

/** Normalizes the order of the factors: `u × v` is −(v × u). */
export function crossProduct([first, second]: readonly [Term, Term]): Term {
  const [[factor, a], [other, b]] = [factored(first), factored(second)];
  if (a.key === b.key) return integer(0);
  const product = symbol(`Cross[${[a.key, b.key].sort().join(';')}]`);
  return multiply([factor, other, a.key < b.key ? product : negate(product)]);
}

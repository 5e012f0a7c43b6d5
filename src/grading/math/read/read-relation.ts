import { unreadable, type Answer, type Read } from '../answer.ts';
import { readTerm } from './read-term.ts';
import { sameValue, symbolsOf } from '../same/same-value.ts';
import { bracketedBy, splitAtTop } from '../latex/split-latex.ts';
import { wordsOf } from '../latex/words.ts';

const SUBSCRIPT = String.raw`_(?:\{[^{}]*\}|\\?[a-zA-Z0-9]+)`;
const MARKED = String.raw`\\(?:overline|overrightarrow|vec|hat|widehat|bar|tilde)\s?\{[^{}]*\}`;
/**
 * Matches anything that can have a value: names with subscripts, words, `f(x)`, `|z|`, `(x, y)`, `\angle ABC`, a
 * derivative.
 */
const NAME = new RegExp(
  String.raw`^(?:\\text\{[^{}]*\}|${MARKED}|\\frac\{d[^{}]{0,6}\}\{d[a-z]\}|\\?[a-zA-Z]+(?:${SUBSCRIPT})?'*(?:\^\{?-1\}?)?(?:\([^()]*\))?|\|[a-zA-Z]\||\([a-zA-Z](?:${SUBSCRIPT})?(?:, ?[a-zA-Z](?:${SUBSCRIPT})?)*\)| |:)+$`,
);
const OPERATORS = /\\(?:sin|cos|tan|ln|log|exp|frac|sqrt|infty|pi|le|ge|in|cdot|times)(?![a-zA-Z])/;

export function isName(latex: string): boolean {
  return NAME.test(latex) && !OPERATORS.test(latex.replace(/^\\frac\{d/, ''));
}

export function nameOf(latex: string): string {
  return wordsFree(latex).replaceAll(/\\text|[\s{}]/g, '');
}

function wordsFree(latex: string): string {
  const words = /^\s*\\text\{([^{}]*)\}\s*$/.exec(latex)?.[1];
  return words === undefined ? latex : wordsOf(latex).replaceAll(' ', '_');
}

type Sign = '<' | '≤' | '≠' | '=';

const SIGNS: Readonly<Record<string, { readonly sign: Sign; readonly falling: boolean }>> = {
  '=': { sign: '=', falling: false },
  '<': { sign: '<', falling: false },
  '>': { sign: '<', falling: true },
  '\\le': { sign: '≤', falling: false },
  '\\ge': { sign: '≤', falling: true },
  '\\ne': { sign: '≠', falling: false },
};

/** Assigns a value to a name. `(p, q) = (2, 5)` assigns a value to each name. */
function named(name: string, value: Answer): Answer {
  const names = bracketedBy(name.trim());
  const parts = names === undefined ? [] : splitAtTop(names.inner, (token) => token === ',').parts;
  if (parts.length > 1 && value.kind === 'tuple' && value.parts.length === parts.length) {
    return {
      kind: 'several',
      isSet: false,
      join: 'comma',
      parts: value.parts.map((part, at) => ({ kind: 'named', name: nameOf(parts[at] ?? ''), value: part })),
    };
  }
  return { kind: 'named', name: nameOf(name), value };
}

function readEquation(parts: readonly string[], read: Read): Answer {
  const [left = '', ...others] = parts;
  const last = others.at(-1) ?? '';
  if (left === '' || last === '') return unreadable('one side of an equation is missing');
  const names = parts.slice(0, -1);
  if (names.length > 1 && names.every((part) => /^[a-zA-Z]$/.test(part)) && !/^[a-zA-Z]$/.test(last)) {
    const value = read(last);
    const all = names.map((name) => ({ kind: 'named', name, value }) as const);
    return { kind: 'several', isSet: false, join: 'comma', parts: all };
  }
  if (isName(left)) return named(left, read(last));
  if (others.length === 1 && isName(last) && !/^[ei]$/.test(last)) {
    const value = read(left);
    if (value.kind === 'value' && symbolsOf(value.term).length === 0) return named(last, value);
  }
  const [leftTerm, rightTerm] = [readTerm(left), readTerm(last)];
  if (leftTerm === undefined || rightTerm === undefined) {
    const [first, end] = [read(left), read(last)];
    const isCalculation =
      left.includes('\\text') ||
      (first.kind !== 'unreadable' && !/[a-zA-Z]/.test(left.replaceAll(/\\[a-zA-Z]+/g, '')));
    return isCalculation && end.kind !== 'unreadable'
      ? end
      : unreadable('a side of its equation cannot be read');
  }
  // `\int x\,dx = x^2/2 + C` gives the value of the integral.
  if (leftTerm.kind === 'symbol' && /^(?:Integrate|Sum|Product|Limit|D)\[/.test(leftTerm.name))
    return read(last);
  const unknowns = symbolsOf(leftTerm, rightTerm).filter((name) => name !== 'ContinuationPlaceholder');
  const isCalculation = unknowns.length === 0 || sameValue(leftTerm, rightTerm);
  return isCalculation ? read(last) : { kind: 'equation', left: leftTerm, right: rightTerm };
}

/** An equation, an inequality or a chain of inequalities; undefined if there is no relation sign. */
export function readRelation(latex: string, read: Read): Answer | undefined {
  const { parts, tokens } = splitAtTop(latex, (token) => Object.hasOwn(SIGNS, token));
  const relations = tokens.flatMap((token) => SIGNS[token] ?? []);
  if (relations.length === 0) return undefined;
  if (relations.every(({ sign }) => sign === '=')) return readEquation(parts, read);
  const ordered = relations.filter(({ sign }) => sign === '<' || sign === '≤');
  const oneWay = ordered.every(({ falling }) => falling === ordered[0]?.falling);
  const signs = relations.flatMap(({ sign }) => (sign === '=' ? [] : [sign]));
  if (signs.length < relations.length || !oneWay || (signs.includes('≠') && signs.length > 1)) {
    return unreadable('its chain of relations has signs in different directions');
  }
  if (parts.includes('')) return unreadable('one side of an inequality is missing');
  const sides = parts.map(read);
  return ordered[0]?.falling === true
    ? { kind: 'relation', sides: sides.toReversed(), signs: signs.toReversed() }
    : { kind: 'relation', sides, signs };
}

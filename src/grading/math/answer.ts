import { canonicalUnit } from './units.ts';
import { plainLatex, splitAtTop } from './latex.ts';
import { readTerm } from './read-term.ts';
import type { Term } from './term.ts';

/** An answer, by its outermost form. */
export type Answer =
  /** Numbers and expressions, maybe with a unit. */
  | {
      readonly kind: 'value';
      readonly term: Term;
      /** One of the units that are known; undefined for none and for others. */
      readonly unit: string | undefined;
      readonly percent: boolean;
    }
  /** Words, and whatever is nothing else: equal where it is written alike. */
  | { readonly kind: 'text'; readonly text: string }
  /** `1, 2`: of several values. In any order where it says that it is a set, or that one or the other holds. */
  | { readonly kind: 'several'; readonly ordered: boolean; readonly parts: readonly Answer[] }
  /** `(1, 2)`, `[0, 1)`: a point or an interval. */
  | {
      readonly kind: 'tuple';
      readonly open: string;
      readonly close: string;
      readonly parts: readonly Answer[];
    }
  | { readonly kind: 'union'; readonly parts: readonly Answer[] }
  | { readonly kind: 'matrix'; readonly determinant: boolean; readonly rows: readonly (readonly Answer[])[] }
  /** `7 : 32` */
  | { readonly kind: 'ratio'; readonly parts: readonly Answer[] }
  /** `x = 5`: a name and what it is. */
  | { readonly kind: 'named'; readonly name: string; readonly value: Answer }
  /** Both sides of an equation that names nothing. */
  | { readonly kind: 'equation'; readonly left: Term; readonly right: Term }
  /** `a < b ≤ c`: sides from the smallest to the largest, and what stands between them; or the two sides of `≠`. */
  | {
      readonly kind: 'relation';
      readonly sides: readonly Answer[];
      readonly signs: readonly ('<' | '≤' | '≠')[];
    };

/** Deeper nesting of lists in lists is text. */
const MAX_NESTING = 6;

const COMMA = (token: string): boolean => token === ',';
const NAME =
  /^(?:\\text\{[^{}]*\}|\\?[a-zA-Z]+(?:_(?:\{[^{}]*\}|\\?[a-zA-Z0-9]+))?'*(?:\([^()]*\))?|\|[a-zA-Z]\||\([a-zA-Z](?:_(?:\{[^{}]*\}|\w))?(?:, ?[a-zA-Z](?:_(?:\{[^{}]*\}|\w))?)*\)| |:)+$/;
const CONNECTED =
  /\s*(?:,\s*)?(?:\\text\{\s*(?:,\s*)?(?:and|or)\s*\}|(?<![a-zA-Z\\])(?:and|or)(?![a-zA-Z]))\s*/g;
const PERCENT = /^(.+?)\s?(?:\\%|(?:\\text\{\s*)?(?:percent|pct)\.?(?:\s*\})?)$/;
const TEXT_UNIT = /^(.*[\d})\]a-z])\s?\\text\{([^{}]*)\}(\^(?:\{?[23]\}?))?$/;
const BARE_UNIT =
  /^([-+]?(?:\d+(?:\.\d*)?|\.\d+|\d+\/\d+))\s?([A-Za-z]{2,}(?: [A-Za-z/]+)*|m|g|s|h|l)(\^\{?[23]\}?)?$/;
/** The parser reads `12 13` as 1213. */
const TWO_NUMBERS = /^[-+\d. ]*\d \d[\d. ]*$/;
const DEGREES = /^([^a-zA-Z]*|.*\\pi.*|[^a-zA-Z]*\\(?:frac|sqrt).*)\^\\circ$/;

function wordsOf(latex: string): string {
  return latex
    .replaceAll(/\\text\{([^{}]*)\}/g, '$1')
    .replaceAll(/[\\{}]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function isProse(latex: string): boolean {
  const words = latex.replaceAll(/\\text\{([^{}]*)\}/g, ' $1 ').trim();
  return /^[\p{L}\s.,'’-]+$/u.test(words) && (/\p{L}{3}/u.test(words) || /^[A-Z]{2,}$/.test(words));
}

function valueOf(latex: string): Answer {
  const text: Answer = { kind: 'text', text: wordsOf(latex) };
  if (latex === '' || isProse(latex)) return text;
  const percent = PERCENT.exec(latex);
  const degrees = DEGREES.exec(latex);
  const worded = percent === null ? TEXT_UNIT.exec(latex) : null;
  const bare = percent === null && worded === null ? BARE_UNIT.exec(latex) : null;
  const measured = worded ?? bare;
  const number = percent?.[1] ?? measured?.[1] ?? degrees?.[1] ?? latex;
  const term = number.includes('\\text') || TWO_NUMBERS.test(number) ? undefined : readTerm(number);
  if (term === undefined) return text;
  const unit = degrees === null ? canonicalUnit(`${measured?.[2] ?? ''}${measured?.[3] ?? ''}`) : 'degree';
  return { kind: 'value', term, unit, percent: percent !== null };
}

interface Wrapped {
  readonly open: string;
  readonly close: string;
  readonly inner: string;
}

function wrapped(latex: string): Wrapped | undefined {
  const match = /^(\\\{|\\langle|[([{])(.*?)(\\\}|\\rangle|[)\]}])$/s.exec(latex);
  if (match === null) return undefined;
  const [, open = '', , close = ''] = match;
  // The bracket that opens must be the one that closes last: at no place before is all closed.
  let depth = 0;
  for (const found of latex.matchAll(
    /\\(?:begin|end)\s?\{[a-zA-Z]*\*?\}|\\langle|\\rangle|\\.|[([{)\]}]/gs,
  )) {
    const [token] = found;
    if (/^(?:\\\{|\\langle|[([{])$/.test(token)) depth++;
    else if (/^(?:\\\}|\\rangle|[)\]}])$/.test(token)) depth--;
    if (depth === 0 && found.index + token.length < latex.length) return undefined;
  }
  return depth === 0
    ? { open, close, inner: latex.slice(open.length, latex.length - close.length).trim() }
    : undefined;
}

function matrixOf(latex: string, nesting: number): Answer | undefined {
  const match = /^\\begin\s?\{([bBpvV]?matrix|array)\}(?:\{[^{}]*\})?(.*)\\end\s?\{\1\}$/s.exec(latex);
  const [, environment = '', body = ''] = match ?? [];
  if (match === null || body.includes('\\begin')) return undefined;
  const rows = body
    .split(/\\\\(?:\[[^\]]*\])?/)
    .map((row) => row.trim())
    .filter((row) => row !== '' && row !== '\\hline');
  return {
    kind: 'matrix',
    determinant: environment === 'vmatrix' || environment === 'Vmatrix',
    rows: rows.map((row) => row.split('&').map((cell) => parse(cell.trim(), nesting))),
  };
}

/** `a \pm b` is two values. */
function plusMinus(latex: string, nesting: number): Answer | undefined {
  if (!/\\(?:pm|mp)(?![a-zA-Z])/.test(latex)) return undefined;
  const signed = (upper: string, lower: string): Answer =>
    parse(latex.replaceAll(/\\pm(?![a-zA-Z])/g, upper).replaceAll(/\\mp(?![a-zA-Z])/g, lower), nesting);
  return { kind: 'several', ordered: false, parts: [signed('+', '-'), signed('-', '+')] };
}

const RELATION: Readonly<Record<string, { sign: '<' | '≤' | '≠' | '='; falling: boolean }>> = {
  '=': { sign: '=', falling: false },
  '<': { sign: '<', falling: false },
  '>': { sign: '<', falling: true },
  '\\le': { sign: '≤', falling: false },
  '\\ge': { sign: '≤', falling: true },
  '\\ne': { sign: '≠', falling: false },
};

function equationOf(parts: readonly string[], nesting: number): Answer {
  const [left = '', ...others] = parts;
  const last = others.at(-1) ?? '';
  if (NAME.test(left)) {
    return { kind: 'named', name: left.replaceAll(/[\s{}]/g, ''), value: parse(last, nesting) };
  }
  if (others.length === 1 && NAME.test(last) && !/^[ei]$/.test(last) && /^[-\d.]+$/.test(left)) {
    return { kind: 'named', name: last.replaceAll(/[\s{}]/g, ''), value: parse(left, nesting) };
  }
  const [leftTerm, rightTerm] = [readTerm(left), readTerm(last)];
  const text: Answer = { kind: 'text', text: wordsOf(parts.join('=')) };
  if (leftTerm === undefined || rightTerm === undefined) return text;
  const isCalculation = !/[a-zA-Z]/.test(left.replaceAll(/\\[a-zA-Z]+/g, ''));
  return isCalculation ? parse(last, nesting) : { kind: 'equation', left: leftTerm, right: rightTerm };
}

function relationOf(latex: string, nesting: number): Answer | undefined {
  const { parts, tokens } = splitAtTop(latex, (token) => Object.hasOwn(RELATION, token));
  const relations = tokens.flatMap((token) => RELATION[token] ?? []);
  if (relations.length === 0) return undefined;
  if (relations.every(({ sign }) => sign === '=')) return equationOf(parts, nesting);
  const ordered = relations.filter(({ sign }) => sign === '<' || sign === '≤');
  const oneWay = ordered.every(({ falling }) => falling === ordered[0]?.falling);
  const signs = relations.flatMap(({ sign }) => (sign === '=' ? [] : [sign]));
  if (signs.length < relations.length || !oneWay || (signs.includes('≠') && signs.length > 1))
    return undefined;
  const sides = parts.map((part) => parse(part, nesting));
  return ordered[0]?.falling === true
    ? { kind: 'relation', sides: sides.toReversed(), signs: signs.toReversed() }
    : { kind: 'relation', sides, signs };
}

/** `x_1` and `x_2` are values of one x; `p` and `q` are two things. */
function stemOf(name: string): string {
  return name.replace(/_.*$/, '');
}

/** A list; one name for all its values, as in `x = 1, x = 2` or `a = 4, -8`, makes them the solutions for that name. */
function severalOf(latex: readonly string[], ordered: boolean, nesting: number): Answer {
  const parts = latex.map((part) => parse(part, nesting));
  const [first] = parts;
  const stems = new Set(parts.flatMap((part) => (part.kind === 'named' ? [stemOf(part.name)] : [])));
  const named = parts.filter(({ kind }) => kind === 'named').length;
  if (first?.kind === 'named' && parts.length > 1 && (named === 1 || stems.size === 1)) {
    const values = parts.map((part) => (part.kind === 'named' ? part.value : part));
    return { kind: 'named', name: stemOf(first.name), value: flat(values, false) };
  }
  return flat(parts, ordered);
}

/** Two values that are one part, as `1 \pm 2`, are two parts of the whole. */
function flat(parts: readonly Answer[], ordered: boolean): Answer {
  const isNested = (part: Answer): boolean => part.kind === 'several' && !part.ordered;
  const all = parts.flatMap((part) => (part.kind === 'several' && !part.ordered ? part.parts : [part]));
  return { kind: 'several', ordered: ordered && !parts.some(isNested), parts: all };
}

function bracketed({ open, close, inner }: Wrapped, nesting: number): Answer | undefined {
  const { parts } = splitAtTop(inner, COMMA);
  if (open === '\\{' && close === '\\}') {
    const isBuilt =
      splitAtTop(inner, (token) => token === '|' || token === '\\mid' || token === ':').tokens.length > 0;
    return isBuilt ? undefined : severalOf(inner === '' ? [] : parts, false, nesting);
  }
  if (open === '{' && close === '}') {
    return parts.length > 1 ? severalOf(parts, false, nesting) : parse(inner, nesting);
  }
  if (parts.length > 1 && !parts.includes('')) {
    return { kind: 'tuple', open, close, parts: parts.map((part) => parse(part, nesting)) };
  }
  return open === '(' && close === ')' && inner !== '' ? parse(inner, nesting) : undefined;
}

/** `21, 16 or 11` is one list in any order; `p = 5, q = 2; p = 7, q = 2` is a list of points. */
function parse(latex: string, depth: number): Answer {
  const nesting = depth + 1;
  const text = latex.trim();
  if (nesting > MAX_NESTING || isProse(text)) return { kind: 'text', text: wordsOf(text) };
  const groups = splitAtTop(text, (token) => token === ';').parts.filter((part) => part !== '');
  if (groups.length > 1) {
    const points = groups.map((group) => {
      const answer = parse(group, nesting);
      return answer.kind === 'several' && answer.ordered
        ? ({ kind: 'tuple', open: '(', close: ')', parts: answer.parts } as const)
        : answer;
    });
    return flat(points, false);
  }
  const listed = text.replaceAll(CONNECTED, ', ');
  const parts = splitAtTop(listed, COMMA).parts.filter((part) => part !== '');
  const [only, ...others] = parts;
  if (others.length > 0) return severalOf(parts, listed === text, nesting);
  return single(only ?? '', nesting);
}

function single(latex: string, nesting: number): Answer {
  const [exact = '', ...approximations] = splitAtTop(latex, (token) => token === '≈').parts;
  if (approximations.length > 0) {
    return parse(NAME.test(exact) ? (approximations[0] ?? '') : exact, nesting);
  }
  const [of = '', ...within] = splitAtTop(latex, (token) => token === '\\in').parts;
  if (within.length === 1 && NAME.test(of)) return parse(within[0] ?? '', nesting);
  const relation = relationOf(latex, nesting);
  if (relation !== undefined) return relation;
  const matrix = matrixOf(latex, nesting);
  if (matrix !== undefined) return matrix;
  const union = splitAtTop(latex, (token) => token === '\\cup').parts;
  if (union.length > 1) return { kind: 'union', parts: union.map((part) => parse(part, nesting)) };
  const brackets = wrapped(latex);
  const inBrackets = brackets && bracketed(brackets, nesting);
  if (inBrackets !== undefined) return inBrackets;
  const ratio = splitAtTop(latex, (token) => token === ':').parts;
  if (ratio.length > 1 && !ratio.includes('') && !isProse(latex)) {
    return { kind: 'ratio', parts: ratio.map((part) => parse(part, nesting)) };
  }
  return plusMinus(latex, nesting) ?? valueOf(latex);
}

/** Reads LaTeX, or plain text, of an answer. Every text is one, if only a text. */
export function readAnswer(latex: string): Answer {
  return parse(plainLatex(latex), 0);
}

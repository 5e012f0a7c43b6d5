import { topLevel } from './split-latex.ts';
import { changesNumber, isNegated } from './words.ts';

interface Piece {
  readonly isText: boolean;
  readonly latex: string;
}

/** Splits the text into its words and the math between them. */
export function piecesOf(latex: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const addMath = (to: number): void => {
    const math = latex.slice(from, to).trim();
    if (math !== '') pieces.push({ isText: false, latex: math });
  };
  for (const { token, at } of topLevel(latex) ?? []) {
    if (token !== '\\text' || at < from) continue;
    const end = latex.indexOf('}', at);
    if (end === -1) break;
    addMath(at);
    pieces.push({ isText: true, latex: latex.slice(at + '\\text{'.length, end) });
    from = end + 1;
  }
  addMath(latex.length);
  return pieces;
}

const COPULA =
  /(?:^|\s)(?:is|are|was|were|equals?|becomes|gives|=|:)(?:[\s,]+(?:also|exactly|therefore|thus|simply|just|only|still|equal to|given by|an?|the|about|approximately))*[\s:]*$/i;
/** Matches words that only join their neighbors. */
const CONNECTOR = /^[\s,]*(?:and|or)[\s,]*$/;
/** Matches single words that introduce an answer. Any other word is part of a name, as in `June 20`. */
const INTRODUCTION =
  /^(?:so|thus|hence|therefore|answer|result|value|total|sum|product|only|exactly|approximately|about|around|roughly|nearly|all|get|got|finally|then|and|profit|area|volume|length|width|height|perimeter|probability|number|count|time|distance|speed|cost|price|age)$/i;
const HAS_VALUE = /[\p{L}\p{N}\\]/u;

function together(pieces: readonly Piece[]): string {
  return pieces.map(({ isText, latex }) => (isText ? `\\text{${latex}}` : latex)).join(' ');
}

function isName(math: string): boolean {
  return /^\\?[a-zA-Z]+$/.test(math);
}

/**
 * The value that a sentence gives: the part after its verb, or after its introductory words. `unclear` if the sentence
 * denies something, gives a bound, or has several values; `named` if its words and numbers form one name, as in `June 20`;
 * undefined if it is not a sentence.
 */
export function statedIn(latex: string): { readonly value: string } | 'unclear' | 'named' | undefined {
  const pieces = piecesOf(latex);
  const words = pieces.filter(({ isText, latex: text }) => isText && !CONNECTOR.test(text));
  const values = pieces.filter(({ isText, latex: math }) => !isText && HAS_VALUE.test(math));
  if (words.length === 0 || values.length === 0) return undefined;
  const said = words.map(({ latex: text }) => text).join(' ');
  if (isNegated(said) || changesNumber(said)) return 'unclear';
  const verbs = pieces.flatMap(({ isText, latex: text }, at) =>
    isText && COPULA.test(text) && at + 1 < pieces.length ? [at] : [],
  );
  const last = verbs.at(-1);
  if (last !== undefined) {
    const earlier = verbs.slice(0, -1).map((at) => pieces[at + 1]?.latex ?? '');
    const rest = together(pieces.slice(last + 1));
    return earlier.every((math) => math === pieces[last + 1]?.latex || isName(math))
      ? { value: rest }
      : 'unclear';
  }
  const [first, second] = pieces;
  if (first?.isText !== true || CONNECTOR.test(first.latex) || second === undefined) return undefined;
  const isNaming = /^[=<>:]|^\\(?:le|ge|ne|in)(?![a-zA-Z])/.test(second.latex);
  if (isNaming && first.latex.trim().split(' ').length <= 4) {
    return second.latex.startsWith(':')
      ? { value: together(pieces.slice(1)).replace(/^[\s:]+/, '') }
      : undefined;
  }
  const introduction = first.latex.trim().replace(/[\s,.:]+$/, '');
  const isChoice = /^(?:option|choice)$/i.test(introduction) && /^[A-Z]$/.test(second.latex);
  if (
    !/\s/.test(introduction) &&
    !INTRODUCTION.test(introduction) &&
    !isChoice &&
    !/^[:,=]/.test(second.latex)
  ) {
    return 'named';
  }
  return { value: together(pieces.slice(1)).replace(/^[\s:,=]+/, '') };
}

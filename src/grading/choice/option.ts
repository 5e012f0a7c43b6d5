import { type LetterInText, withoutMarkup } from './stated-letter.ts';

/** One option of a multiple-choice question; option i has letter i of the alphabet. */
export interface Option {
  /** As the item has it, but for composition and white space: two options are the same where these are. May be empty. */
  readonly text: string;
  /** The text as a completion would spell it: compatible characters such as `²` are taken for their plain forms. */
  readonly spelled: string;
  /** The same without a difference of case. */
  readonly folded: string;
  /** The one letter from A to Z, in either case, that the text is: `H`, `$x$`, `(A)`. Undefined for every other text. */
  readonly symbol: string | undefined;
}

/** What a text names: one option by its letter, several, or a letter that is the text of another option than its own. */
export type Named = { readonly letter: string } | 'several' | 'ambiguous';

const SYMBOL = /^([$*"`]{1,2})?\(?([A-Za-z])\)?\.?\1$/;
const SINGLE_LETTER = /^\p{L}$/u;
/** A text that ends in a term, with an operator in it. */
const FORMULA = /[\\^=+*/×÷·](?:.*[\p{N}\p{L})}])?$/u;
const NUMBER = /^[-+]?[\d.,]*\d$/;
/** The rest of a longer number, formula or name, of which a number or a single letter would only be the first term. */
const GOES_ON =
  /^(?:\s?(?:[+^≤≥×·÷]|\/\s?[\p{L}\p{N}]|[-–]\s?(?:[\d\\]|(?![aAI]\b)\p{L}(?![\p{L}\p{M}])))|:\d)/u;
/** "No" before a noun says no to something else; "the true value" calls nothing true. */
const REPLY = /^(?:no|yes|true|false)$/;
const BEFORE_NOUN =
  /^\s(?!(?:because|since|as|for|if|when|in|by|on|and|or|but|so|only|it|its|they|he|she|this|that|the|these|there|you|we|not|according|based|under|here|given|is|due)\b)[\p{L}]/iu;
const LINKS_TERMS = /^\s?(?:,|\/|&|or\b|and\b)\s?(?:or |and )?/u;
const LINKS_TEXTS = /^\s?(?:\/|&|,? ?or\b|and\b|,? ?as well as\b|[,;])\s?(?:the )?/u;

export function letterAt(index: number): string {
  return String.fromCharCode(65 + index);
}

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** White space around an operator makes no difference. */
const AROUND_OPERATOR = /(?<=[\p{N}\p{L})}\]])\s*([-+*/=^×÷·<>])\s*(?=[\p{N}\p{L}({\\])/gu;

export function spelledAs(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replaceAll('−', '-')
    .replaceAll(/\\[dt]frac(?![a-z])/g, '\\frac')
    .replaceAll(/\s?\^\s?(?:\{\s?\\circ\s?\}|\\circ(?![a-z]))/g, '°');
  return onOneLine(plain).replaceAll(AROUND_OPERATOR, '$1');
}

/** Case, composition and runs of white space make no difference between texts; a minus sign is a hyphen. */
export function foldedText(text: string): string {
  return spelledAs(text).toLowerCase();
}

export function readOption(given: string): Option {
  const spelled = spelledAs(withoutMarkup(given));
  return {
    text: onOneLine(given.normalize('NFC')),
    spelled,
    folded: spelled.toLowerCase(),
    symbol: SYMBOL.exec(spelled)?.[2],
  };
}

/** Whether a text may end before this rest of a line: it goes on neither as a word or number nor, for a term, as a formula. */
export function endsBefore(rest: string, { folded, symbol }: Option): boolean {
  if (/^(?:[\p{L}\p{M}\p{N}_]|[.,]\d)/u.test(rest)) return false;
  if (rest.startsWith('^')) return false;
  if (REPLY.test(folded)) return !BEFORE_NOUN.test(rest);
  if (NUMBER.test(folded) || FORMULA.test(folded))
    return !GOES_ON.test(rest) && !/^\s?[=*]|^\s+\d/.test(rest);
  if (symbol !== undefined) return !GOES_ON.test(rest) && !/^\s?=/.test(rest);
  return !SINGLE_LETTER.test(folded) || !/^['’_+#\-–]/.test(rest);
}

/** The one option that all of these are. Options of the same text stand for the first of them. There is at least one. */
function oneOf(indices: readonly number[], options: readonly Option[]): Named {
  const [first = 0, ...others] = indices;
  return others.every((index) => options[index]?.text === options[first]?.text)
    ? { letter: letterAt(first) }
    : 'several';
}

/** The option whose text a line holds: the one that is spelled as there, where the texts of several differ by case alone. */
export function namedWithin(line: string, folded: string, options: readonly Option[]): Named {
  const spelled = spelledAs(line);
  const indices = options.flatMap((option, index) => (option.folded === folded ? [index] : []));
  const exact = indices.filter((index) => spelled.includes(options[index]?.spelled ?? ''));
  return oneOf(exact.length > 0 ? exact : indices, options);
}

interface AtStart {
  readonly indices: readonly number[];
  readonly rest: string;
}

/** The options with the longest text that a statement begins with; those spelled as it is, where others differ by case. */
function textAtStart(statement: string, options: readonly Option[]): AtStart | undefined {
  const spelled = spelledAs(statement);
  const folded = spelled.toLowerCase();
  let longest = 0;
  let indices: number[] = [];
  options.forEach((option, index) => {
    const { length } = option.folded;
    if (option.symbol !== undefined || length === 0 || length < longest) return;
    if (!folded.startsWith(option.folded) || !endsBefore(folded.slice(length), option)) return;
    if (length > longest) indices = [];
    longest = length;
    indices.push(index);
  });
  if (indices.length === 0) return undefined;
  const exact = indices.filter((index) => spelled.startsWith(options[index]?.spelled ?? ''));
  return { indices: exact.length > 0 ? exact : indices, rest: folded.slice(longest) };
}

/** The options whose text is this one letter; those of the same case where there are any. */
function withSymbol(letter: string, options: readonly Option[]): readonly number[] {
  const indices = options.flatMap(({ symbol }, index) =>
    symbol?.toUpperCase() === letter.toUpperCase() ? [index] : [],
  );
  const exact = indices.filter((index) => options[index]?.symbol === letter);
  return exact.length > 0 ? exact : indices;
}

/** Whether another option than these, or another number, follows with "or", "and", "/" or, after a number or a single letter, a comma. */
function goesOnWithAnother({ indices, rest }: AtStart, options: readonly Option[]): boolean {
  const isTerm = indices.some((index) => {
    const { symbol, folded = '' } = options[index] ?? {};
    return symbol !== undefined || NUMBER.test(folded);
  });
  const link = (isTerm ? LINKS_TERMS : LINKS_TEXTS).exec(rest)?.[0];
  if (link === undefined) return false;
  const next = rest.slice(link.length);
  const symbol = /^([A-Za-z])(?![\p{L}\p{M}\p{N}'’_])(?:\s?$|[.,;:!?)]|\s(?:or|and)\b)/u.exec(next)?.[1];
  const text = textAtStart(next, options);
  // Behind a comma it may begin a remark: "Paris, Rome being older".
  if (!isTerm && /^\s?[,;]\s?(?:the )?$/.test(link) && !/^[.!)]*\s*$/.test(text?.rest ?? '')) return false;
  const named = text?.indices ?? (symbol ? withSymbol(symbol, options) : []);
  if (named.length > 0) return !named.some((index) => indices.includes(index));
  // A list of numbers is none of them.
  return isTerm && /^[-+]?\d/.test(next);
}

/** The option whose text, of more than a letter from A to Z, a statement begins with. Undefined where it begins with none. */
export function namedByText(statement: string, options: readonly Option[]): Named | undefined {
  const found = textAtStart(statement, options);
  if (found === undefined) return undefined;
  return goesOnWithAnother(found, options) ? 'several' : oneOf(found.indices, options);
}

/** The options that a letter is the text of, unless its case shows that it is the letter of an option. */
function byAsText(written: string, options: readonly Option[]): readonly number[] {
  const indices = withSymbol(written, options);
  const isSpelledSo = indices.some((index) => options[index]?.symbol === written);
  const isCapital = written === written.toUpperCase();
  return isSpelledSo || !isCapital || !isLetterOfOption(written, options) ? indices : [];
}

export function isLetterOfOption(letter: string, options: readonly Option[]): boolean {
  return options.length === 0 || letter.toUpperCase().charCodeAt(0) - 65 < options.length;
}

/**
 * The option that a single letter names. It is the letter of an option, unless no option has it, and the text of every option
 * that is spelled so; a capital is no text of another case. Where both readings name different options, the form decides
 * (`(A)`, `A)`, `option A` are letters), or the text that follows the letter: `A. Paris` where Paris is A. Undefined where the letter
 * begins a formula and is the letter of no option.
 */
export function namedByLetter(
  { written, isLabel, rest }: LetterInText,
  options: readonly Option[],
): Named | undefined {
  const letter = written.toUpperCase();
  const own = letter.charCodeAt(0) - 65;
  const asTexts = byAsText(written, options);
  const [first] = asTexts;
  if (first === undefined || asTexts.includes(own)) {
    return asTexts.length > 0 && goesOnWithAnother({ indices: asTexts, rest }, options)
      ? 'several'
      : { letter };
  }
  const symbol = options[first];
  const isTerm = symbol !== undefined && endsBefore(rest, symbol);
  if (!isLetterOfOption(letter, options)) {
    if (!isTerm) return undefined;
    return goesOnWithAnother({ indices: asTexts, rest }, options) ? 'several' : oneOf(asTexts, options);
  }
  if (goesOnWithAnother({ indices: [...asTexts, own], rest }, options)) return 'several';
  const labelled = labelledOptions(rest, options);
  if (labelled.length > 0) return labelled.includes(own) ? { letter } : 'ambiguous';
  return isLabel || !isTerm ? { letter } : 'ambiguous';
}

/** The options whose text follows a letter as its text: behind `)`, `.`, `:` or a bracket. */
function labelledOptions(rest: string, options: readonly Option[]): readonly number[] {
  const text = /^[)\].:]{1,2}\s+(\S.*)/su.exec(rest)?.[1];
  if (text === undefined) return [];
  const symbol = /^([A-Za-z])(?=[\s.,;:!?)]*$)/.exec(text)?.[1];
  return textAtStart(text, options)?.indices ?? (symbol ? withSymbol(symbol, options) : []);
}

/** The options that an answer of an item is the text of; those spelled so where others differ by case. */
export function optionsOfText(answer: string, options: readonly Option[]): readonly number[] {
  const { spelled, folded, symbol } = readOption(answer);
  if (symbol !== undefined) return byAsText(symbol, options);
  const indices = options.flatMap((option, index) => (option.folded === folded ? [index] : []));
  const exact = indices.filter((index) => options[index]?.spelled === spelled);
  return exact.length > 0 ? exact : indices;
}

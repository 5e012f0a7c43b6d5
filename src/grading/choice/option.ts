import { type LetterInText, withoutMarkup } from './stated-letter.ts';

/** One option of a multiple-choice question; option i has letter i of the alphabet. */
export interface Option {
  /**
   * The option's text in the item, with Unicode composition and whitespace normalized. Two options are equal if their
   * texts are equal. The text may be empty.
   */
  readonly text: string;
  /** The text as a completion would write it: compatibility characters such as `²` are replaced by their plain forms. */
  readonly spelled: string;
  /** `spelled`, case-folded. */
  readonly folded: string;
  /**
   * The single letter from A to Z, in either case, that the text consists of: `H`, `$x$`, `(A)`. Undefined for any other
   * text.
   */
  readonly symbol: string | undefined;
}

/** What the text refers to: one option by its letter, several options, or a letter that is also the text of another option. */
export type Named = { readonly letter: string } | 'several' | 'ambiguous';

const SYMBOL = /^([$*"`]{1,2})?\(?([A-Za-z])\)?\.?\1$/;
const SINGLE_LETTER = /^\p{L}$/u;
/** Matches text that ends in a term and contains an operator. */
const FORMULA = /[\\^=+*/×÷·](?:.*[\p{N}\p{L})}])?$/u;
const NUMBER = /^[-+]?[\d.,]*\d$/;
/**
 * Matches the continuation of a longer number, formula or name. A number or single letter before it is only the first
 * term.
 */
const GOES_ON =
  /^(?:\s?(?:[+^≤≥×·÷]|\/\s?[\p{L}\p{N}]|[-–]\s?(?:[\d\\]|(?![aAI]\b)\p{L}(?![\p{L}\p{M}])))|:\d)/u;
/**
 * Matches options that also occur as ordinary words: "no" before a noun denies something else, and "the true value" does
 * not call anything true.
 */
const REPLY = /^(?:no|yes|true|false)$/;
const BEFORE_NOUN =
  /^\s(?!(?:because|since|as|for|if|when|in|by|on|and|or|but|so|only|it|its|they|he|she|this|that|the|these|there|you|we|not|according|based|under|here|given|is|due)\b)[\p{L}]/iu;
const LINKS_TERMS = /^\s?(?:,|\/|&|or\b|and\b)\s?(?:or |and )?/u;
const LINKS_TEXTS = /^\s?(?:\/|&|,? ?or\b|and\b|,? ?as well as\b|[,;])\s?(?:the )?/u;

export function letterAt(index: number): string {
  return String.fromCharCode(65 + index);
}

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Matches an operator and the whitespace around it. This whitespace does not affect the meaning. */
const AROUND_OPERATOR = /(?<=[\p{N}\p{L})}\]])\s*([-+*/=^×÷·<>])\s*(?=[\p{N}\p{L}({\\])/gu;

export function spelledAs(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replaceAll('−', '-')
    .replaceAll(/\\[dt]frac(?![a-z])/g, '\\frac')
    .replaceAll(/\s?\^\s?(?:\{\s?\\circ\s?\}|\\circ(?![a-z]))/g, '°');
  return onOneLine(plain).replaceAll(AROUND_OPERATOR, '$1');
}

/**
 * Normalizes the text so that case, Unicode composition, runs of whitespace, and the choice of minus sign or hyphen make
 * no difference.
 */
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

/**
 * Whether an option's text may end where `rest`, the rest of a line, begins. It cannot end there if `rest` continues a
 * word or a number or, after a term, a formula.
 */
export function endsBefore(rest: string, { folded, symbol }: Option): boolean {
  if (/^(?:[\p{L}\p{M}\p{N}_]|[.,]\d)/u.test(rest)) return false;
  if (rest.startsWith('^')) return false;
  if (REPLY.test(folded)) return !BEFORE_NOUN.test(rest);
  if (NUMBER.test(folded) || FORMULA.test(folded))
    return !GOES_ON.test(rest) && !/^\s?[=*]|^\s+\d/.test(rest);
  if (symbol !== undefined) return !GOES_ON.test(rest) && !/^\s?=/.test(rest);
  return !SINGLE_LETTER.test(folded) || !/^['’_+#\-–]/.test(rest);
}

/**
 * The option that all of these indices refer to; `several` if the options have different texts. If they have the same
 * text, the first one counts. `indices` must not be empty.
 */
function oneOf(indices: readonly number[], options: readonly Option[]): Named {
  const [first = 0, ...others] = indices;
  return others.every((index) => options[index]?.text === options[first]?.text)
    ? { letter: letterAt(first) }
    : 'several';
}

/**
 * Finds the option whose text is in a line. If several texts differ only by case, chooses the one that is spelled as in
 * the line.
 */
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

/**
 * Among the options whose text a statement begins with, finds those with the longest text. If texts differ only by
 * case, chooses those that are spelled as in the statement.
 */
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

/** The options whose text is this single letter; only those with the same case, if there are any. */
function withSymbol(letter: string, options: readonly Option[]): readonly number[] {
  const indices = options.flatMap(({ symbol }, index) =>
    symbol?.toUpperCase() === letter.toUpperCase() ? [index] : [],
  );
  const exact = indices.filter((index) => options[index]?.symbol === letter);
  return exact.length > 0 ? exact : indices;
}

/**
 * Whether another option or number follows, joined with a comma, a slash or a word such as "or". If this option is
 * neither a number nor a single letter, a comma counts only if the text ends after the other option.
 */
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
  // Text after a comma may begin a remark: "Paris, Rome being older".
  if (!isTerm && /^\s?[,;]\s?(?:the )?$/.test(link) && !/^[.!)]*\s*$/.test(text?.rest ?? '')) return false;
  const named = text?.indices ?? (symbol ? withSymbol(symbol, options) : []);
  if (named.length > 0) return !named.some((index) => indices.includes(index));
  // A list of numbers is not a single number.
  return isTerm && /^[-+]?\d/.test(next);
}

/**
 * The option whose text a statement begins with, for texts other than a single letter from A to Z. Undefined if there is
 * no such option.
 */
export function namedByText(statement: string, options: readonly Option[]): Named | undefined {
  const found = textAtStart(statement, options);
  if (found === undefined) return undefined;
  return goesOnWithAnother(found, options) ? 'several' : oneOf(found.indices, options);
}

/** The options whose text is the letter, unless the letter's case shows that it is an option's letter. */
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
 * The option that a single letter refers to. The letter may refer to the option with that letter, if there is one, and to
 * every option whose text is that letter. A capital letter does not match text in lower case. If the two readings refer
 * to different options, the form determines which counts: `(A)`, `A)` and `option A` are letters. If the form is
 * inconclusive, the text after the letter determines which counts: `A. Paris` is option A if its text is Paris. Undefined
 * if the letter begins a formula and is not an option's letter.
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

/** The options whose text follows a letter that is used as a label, that is, after `)`, `.`, `:` or a bracket. */
function labelledOptions(rest: string, options: readonly Option[]): readonly number[] {
  const text = /^[)\].:]{1,2}\s+(\S.*)/su.exec(rest)?.[1];
  if (text === undefined) return [];
  const symbol = /^([A-Za-z])(?=[\s.,;:!?)]*$)/.exec(text)?.[1];
  return textAtStart(text, options)?.indices ?? (symbol ? withSymbol(symbol, options) : []);
}

/**
 * Finds the options whose text is an item's answer. If texts differ only by case, chooses those that are spelled like the
 * answer.
 */
export function optionsOfText(answer: string, options: readonly Option[]): readonly number[] {
  const { spelled, folded, symbol } = readOption(answer);
  if (symbol !== undefined) return byAsText(symbol, options);
  const indices = options.flatMap((option, index) => (option.folded === folded ? [index] : []));
  const exact = indices.filter((index) => options[index]?.spelled === spelled);
  return exact.length > 0 ? exact : indices;
}

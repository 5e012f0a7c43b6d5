import { unreadable, type Answer } from '../answer.ts';
import { readTerm } from './read-term.ts';
import { piecesOf } from '../latex/sentence.ts';
import { integer, multiply, number, symbol, type Term } from '../terms/term.ts';
import { canonicalUnit } from '../latex/units.ts';
import { multiplierOf, wordsAnswer, wordsOf } from '../latex/words.ts';

const PERCENT =
  /^(.+?)\s?(?:\\%|\\text\{\s*(?:percent|pct|percentage points?)\.?\s*\})\s*(?:\\text\{[^{}]*\})?$/;
/** Matches a number and its unit in words, powers and divisions: `5 \text{ cm}^2`, `3 \text{km}/\text{h}`. */
const MEASURED =
  /^(.*?[\d})\]a-zA-Z!])\s?(\\text\{[^{}]*\}(?:\\text\{[^{}]*\}|\^\{?-?[1-3]\}?|\/\s?[a-zA-Z]+(?![a-zA-Z{])|[\s/.,]|\\cdot)*)$/;
/** Matches a remainder with its modulus: `3 \pmod 7`. */
const REMAINDER = /^(.*?)\s*\(?\s*\\(?:p?mod|bmod)\s*(?:\{\s*(\w+)\s*\}|(\w+))\s*\)?$/;
const FRACTION_OF_UNITS = /\\frac\s?\{\s?\\text\{([^{}]*)\}\s?\}\s?\{\s?\\text\{([^{}]*)\}\s?\}/g;
/** Matches square brackets around a sum, which group it as parentheses do. */
const GROUP = /(?<!\\sqrt\s?)\[([^[\],]*[+-][^[\],]*)\]/g;
/** Matches two numbers with only a space between them, such as `12 13`, which the parser would read as 1213. */
const TWO_NUMBERS = /^[-+\d. ]*\d \d[\d. ]*$/;
/** Matches a value in degrees, but not a trigonometric function with degrees at its end, which belong to its argument. */
const DEGREES =
  /^(?!.*\\(?:sin|cos|tan|cot|sec|csc)(?![a-zA-Z]))([^a-zA-Z]*|.*\\pi.*|[^a-zA-Z]*\\(?:frac|sqrt).*)\^\\circ\s*(?:([CF])|\\text\{\s*([CF])\s*\})?$/;
const BASE =
  /^[({]?\s*([0-9A-Fa-f][0-9A-Fa-f ]*)\s*[)}]?\s*(?:_\s?\{?\s*\(?\s*(?:\\text\{\s*)?(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|sixteen)\s*\}?\s*\)?\s*\}?|\\text\{\s*\(?(?:in )?base\s*\}\s*(\d{1,2})\)?)$/;
const TIME =
  /^\d{1,2}(?::\d{2}){0,2}\s?(?:\\text\{\s*[ap]\.?\s?m\.?\s*\}|[ap]\.?\s?m\.?)\s*(?:\\text\{[^{}]*\})?$/i;
/** The reason for not reading times with am or pm: this grader cannot determine which spellings of a time are equal. */
export const TIME_OF_DAY = 'it is a time of day';
/**
 * Names of fractions, as in `3 tenths`. Halves and quarters are not included, because they can also be things that are
 * counted.
 */
const PARTS =
  'third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth sixteenth twentieth hundredth thousandth millionth';
const PARTS_OF = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 16, 20, 100, 1000, 1_000_000];
const SMALL_MULTIPLIERS: ReadonlyMap<string, Term> = new Map([
  ['lakh', integer(100_000)],
  ['crore', integer(10_000_000)],
  ...PARTS.split(' ').map(
    (part, at) => [part, number({ numerator: 1n, denominator: BigInt(PARTS_OF[at] ?? 1) })] as const,
  ),
]);
/** Matches words that may or may not multiply a number: `5 pairs` are 5 or 10. */
const UNCLEAR =
  /^(?:scores?|pairs?|couples?|gross|pi|roots?|times (?:as|more|less|larger|greater|bigger|smaller|faster|longer|the)|\(?in (?:tens|hundreds|thousands|millions|billions))(?![a-z])/i;
const BASE_NAMES = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/**
 * Reads a numeral in another base. The numeral stays in that base: a question that asks for 1011 in base 2 does not ask
 * for 11.
 */
function baseNumeral(latex: string): Term | undefined {
  const match = BASE.exec(latex);
  if (match === null) return undefined;
  const [, written = '', subscript, base = subscript ?? ''] = match;
  const named = BASE_NAMES.indexOf(base);
  const radix = base === 'sixteen' ? 16 : named === -1 ? Number(base) : named;
  const digits = written.replaceAll(' ', '').toUpperCase();
  const isNumeral =
    radix >= 2 && radix <= 36 && digits.split('').every((digit) => Number.parseInt(digit, 36) < radix);
  if (!isNumeral || !/\d/.test(digits)) return undefined;
  return radix === 10
    ? integer(BigInt(digits))
    : symbol(`${digits.replace(/^0+(?=.)/, '')} in base ${radix}`);
}

function unitWords(suffix: string): string {
  return suffix
    .replaceAll(/\\text\{([^{}]*)\}/g, ' $1 ')
    .replaceAll(/\\cdot|[,]/g, ' ')
    .replaceAll(/\s*\/\s*/g, '/')
    .replaceAll(/\s+(?=\^)|[{}]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The number or expression before a unit; undefined if it cannot be read. */
function termOf(latex: string): Term | undefined {
  if (latex.includes('\\text') || TWO_NUMBERS.test(latex)) return undefined;
  return readTerm(latex.replaceAll(GROUP, '($1)'));
}

/** Reduces a number by its modulus: `17 \pmod 5` is 2. A number smaller than the modulus is unchanged. */
function reducedTerm(term: Term, modulus: string): Term {
  if (term.kind !== 'number' || term.value.denominator !== 1n || !/^[1-9]\d*$/.test(modulus)) return term;
  const [value, size] = [term.value.numerator, BigInt(modulus)];
  return value < size && -value < size ? term : integer(((value % size) + size) % size);
}

/**
 * Reads a number or expression, together with its unit, percent sign, base, or words for what is counted. Also reads
 * words without a number.
 */
export function readValue(written: string): Answer {
  if (written === '') return unreadable('it is empty');
  const latex = written.replaceAll(FRACTION_OF_UNITS, '\\text{$1}/\\text{$2}');
  const pieces = piecesOf(latex);
  if (pieces.every(({ isText, latex: piece }) => isText || /^[\s.,'"()!?-]*$/.test(piece))) {
    return wordsAnswer(latex);
  }
  if (TIME.test(latex)) return unreadable(TIME_OF_DAY);
  const based = baseNumeral(latex);
  if (based !== undefined) return { kind: 'value', term: based, unit: undefined, percent: false };
  const remainder = REMAINDER.exec(latex);
  if (remainder !== null) {
    const [, of = '', braced, modulus = braced ?? ''] = remainder;
    const read = readValue(of);
    return read.kind === 'value'
      ? { ...read, term: reducedTerm(read.term, modulus), unit: `mod ${modulus}` }
      : read;
  }
  const percent = PERCENT.exec(latex);
  const degrees = DEGREES.exec(latex);
  const measured = percent === null && degrees === null ? MEASURED.exec(latex) : null;
  const words = unitWords(measured?.[2] ?? '');
  const measure = percent?.[1] ?? degrees?.[1] ?? measured?.[1] ?? latex;
  const term = termOf(measure.trim());
  if (term === undefined) {
    const several = latex.includes('\\text') && pieces.filter(({ isText }) => !isText).length > 1;
    return unreadable(
      several ? 'it states several values' : `it cannot be read as a formula: ${wordsOf(latex)}`,
    );
  }
  if (UNCLEAR.test(words)) return unreadable(`the meaning of its words is unclear: ${words}`);
  const [first = '', ...others] = words.split(' ');
  const factor = multiplierOf(words) ?? SMALL_MULTIPLIERS.get(first.toLowerCase().replace(/s$/, ''));
  const counted = factor === undefined ? words : others.join(' ');
  const unit = degrees === null ? canonicalUnit(counted) : `degree${degrees[2] ?? degrees[3] ?? ''}`;
  return {
    kind: 'value',
    term: factor === undefined ? term : multiply([factor, term]),
    unit,
    percent: percent !== null,
    counted: unit === undefined && counted !== '' ? counted : undefined,
  };
}

import { plainCharacters } from '../numbers/plain-notation.ts';
import { MATH } from './delimited.ts';

/** Matches LaTeX, and percent signs, which may mean that a number is divided by a hundred. */
const MATHEMATICS = /[\\^_{}%]|percent/;
/**
 * Matches a percent sign on a number within a calculation. Such a sign does not mean that the result is a percentage.
 */
const PERCENT_OF_TERM = /(?<=\d)\s?\\?%(?=[^=%]*=\s?[$€£]?\d)/g;
const NUMERAL = '[-+]?\\s?\\$?[-+]?\\s?(?:\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+)(?:\\s?\\/\\s?\\d+)?';
/** Matches text that is only a numeral, or a name with its value. */
const IN_MATH = new RegExp(`^(?:\\p{L}\\s?=\\s?)?${NUMERAL}\\.?$`, 'u');
/** Matches text between two dollar signs that belong to prices rather than delimit math: `$5 and $6`. */
const IS_PRICE = /^\d[^$]*\s$|^[\d.,]+\s[a-z ]*[a-z]{2,}|^[\d.,)]+\s?[-+*/×÷=(]{1,3}$/i;

/** Matches signs that do not occur in text made up of only words and numerals. */
const SIGNS = /[√∛∜±≤≥≠<>≡∈∞|~∑∫∘⌊⌈]|\d!|\d\s?:\s?\d|\d['′″]|\d\s?[ap]\.?\s?m\b/iu;
const POWER = /(?<=[\p{L}\p{N})])\s?\*\*\s?(?=[\p{L}\p{N}(])/u;
const FUNCTION =
  /(?<![\p{L}\\])(?:sqrt|cbrt|log|ln|sin|cos|tan|cot|sec|csc|arc(?:sin|cos|tan)|asin|acos|atan|exp|abs|mod|gcd|lcm|max|min|floor|ceil|inf|infinity|pi|theta|phi|alpha|beta|lambda)(?!\p{L})|[πθφαβλ]/iu;
/** Matches a letter that represents a number. */
const VARIABLE =
  /(?<![\p{L}'’.])[b-hj-zB-HJ-Z](?![\p{L}'’.]|-\p{L}{2})|(?<!\p{L})i\s?[-+*/^]|[)\d]\s?[-+*/]\s?i(?!\p{L})/u;
/** Matches letters after a number that may be factors, because they are neither a unit nor a short word. */
const FACTORS =
  /\d\s?(?!(?:a|an|as|at|by|if|in|is|it|of|on|or|so|to|up|we|he|de|la|el|le|du|et|un|es|en|di|kg|cm|mm|km|ft|oz|lb|ml|hr|st|nd|rd|th)\b)[a-z]{1,2}(?![\w-])|\d[b-df-hj-np-tv-z]{3}|\d(?:abc|xyz)/i;
/** Letters that are words or units: `5 g`, `4 x 3 = 12`, `Friend B has`, and "and" or "or" in some languages. */
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d\s?)[mgshlL](?=\s\p{L}{2}|[.,;:)]|$)/gu, ''],
  [/(?<=[\p{L}\d)] )x(?= [\d$(])/gu, '×'],
  [/(?<=\p{L}{3} )[A-Z](?=[.,]?$|,? \p{L}{2})/gu, ''],
  [/(?<=\p{L}{2} )[yeou](?= \p{L}{2})/gu, ''],
];
/** Matches a remark in brackets after a number or a word. */
const REMARK = /(?<=[\p{L}\d])\s\([^()]*\)/gu;
/** Matches a name and its value, at the start of a statement or after its verb. */
const NAMED =
  /(^|\b(?:is|are|that|have|get|gives|(?:hence|thus|so|therefore|then),?)\s|:\s?)\p{L}\s?=\s?(?=[-+$]{0,3}\d)/iu;
/** Matches words that show that the first number, which follows them, is not the answer. */
const DENIED =
  /^[^\d]*(?:\b(?:no|not|none|never|neither|cannot|yes|undefined|impossible|unknown|infinite(?:ly)?|even|odd)\b|n['’]t\b)/i;
/** Matches a condition before the clause with the number. */
const IN_CASE = /^(?:(?:so|thus|hence|therefore),? )?if [^,\d]*, /i;
/** Matches the name of a value and the equals sign after it. */
const NAME_OF_VALUE = /^[^\d=]*=/;
/** Matches words that change the meaning of the number directly after them. */
const CHANGED_BEFORE =
  /\b(?:at (?:least|most)|than|(?:multiples?|factors?|divisors?|powers?|roots?|squares?|cubes?|reciprocal|half|third|quarter|radius|diameter|length|size|order(?! of [\d,.]+ [a-z]{3})|degree|period|factorial) of|(?:of|with) (?:radius|length|size|side|order|degree|period)|divisible by|multiplied by|divided by|close to|near|between|up to|base|option|choice|exceed(?:s|ing)?|except|besides|excluding|divid(?:es|ing)|coprime to|congruent to|modulo|rounded to|consistent with|independent of)\s(?:the\s|a\s)?[*($]{0,3}[-+]?\d/i;
const CHANGED = /\b(?:factorial|squared|cubed)\b/i;
const OPERATOR =
  /[+*×·÷^]|(?<![\d\p{L}$€£])\/|\/(?![\d\p{L}])|[\p{L})]\s?\/\s?\d|\d\)?\s-\s?[\d(]|[)(]\s?[-/]|-\s?\(/u;

/** Removes the delimiters around plain numerals; undefined if any of the math is a formula. */
function withoutDelimiters(text: string): string | undefined {
  let isFormula = false;
  const plain = text.replaceAll(MATH, (...match) => {
    const [whole, display, inline, block, round] = match as string[];
    const content = display ?? inline ?? block ?? round ?? '';
    if (IN_MATH.test(plainCharacters(content.trim()))) return content;
    isFormula ||= !IS_PRICE.test(content);
    return whole ?? '';
  });
  return isFormula ? undefined : plain;
}

/** Whether a statement gives a plain number: it contains no formula, and no word changes the number. */
export function statesPlainNumber(text: string): boolean {
  const unwrapped = withoutDelimiters(text);
  if (unwrapped === undefined || MATHEMATICS.test(unwrapped.replaceAll(PERCENT_OF_TERM, ''))) return false;
  const plain = plainCharacters(unwrapped)
    .trim()
    .replaceAll(/^\|\s|\s\|$/g, '');
  if (POWER.test(plain)) return false;
  const unremarked = plain.replaceAll(REMARK, '');
  let bare = (/\d/.test(unremarked) ? unremarked : plain).replaceAll(/\*\*|`/g, '').replace(NAMED, '$1');
  for (const [letter, replacement] of LETTERS) bare = bare.replaceAll(letter, replacement);
  if (SIGNS.test(bare) || FUNCTION.test(bare) || VARIABLE.test(bare) || FACTORS.test(bare)) return false;
  if (
    DENIED.test(bare.replace(NAME_OF_VALUE, '').replace(IN_CASE, '')) ||
    CHANGED_BEFORE.test(bare) ||
    CHANGED.test(bare)
  )
    return false;
  const result = bare.slice(bare.lastIndexOf('=') + 1);
  return !OPERATOR.test(result);
}

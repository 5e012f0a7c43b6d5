import { isUnitInFormula } from './units.ts';

/** Functions and constants that plain text writes without a backslash, and their commands. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh ln log exp sqrt pi theta'
      .split(' ')
      .map((name) => [name, `\\${name}`]),
  ),
  asin: '\\arcsin',
  acos: '\\arccos',
  atan: '\\arctan',
  infinity: '\\infty',
  infty: '\\infty',
};
/** Names that are functions only before a bracket. Elsewhere they are units or parts of words. */
const BEFORE_BRACKET: Readonly<Record<string, string>> = {
  max: '\\max',
  min: '\\min',
  gcd: '\\gcd',
  lcm: '\\operatorname{lcm}',
  abs: '\\operatorname{abs}',
};

const SHORT_WORDS = new Set(
  (
    'an is are was were be the of to in for by per at on as it its he she we they you not no yes so if or and all ' +
    'any one two six ten men way day has had can out off odd low old new you our his her who how why that am pm ' +
    'each only base sum set line dne such both none pct do go up me us my did got get let see may use own now its'
  ).split(' '),
);
/** Matches consecutive letters of the alphabet, which are variables: `abcd`. */
const IN_ORDER = /^(?:abcd|bcde|cdef|defg|wxyz|uvwx|vwxy)/;

/** Whether consecutive letters are a word rather than a product of variables: `xyz` and `ABCD` are products. */
function isWord(word: string): boolean {
  const lower = word.toLowerCase();
  if (/\P{ASCII}/u.test(word)) return true;
  if (SHORT_WORDS.has(lower)) return lower === word || /^[A-Z][a-z]+$/.test(word) || lower.length > 2;
  if (word.length < 4 || !/[aeiouy]/.test(lower) || IN_ORDER.test(lower)) return false;
  return /^[A-Za-z][a-z'-]+$/.test(word) || /^(?:TRUE|FALSE|EVEN)$/.test(word);
}

/** Matches text that may follow a unit: the end, a power, a division, punctuation or words. */
const AFTER_UNIT = /^\.?\s*(?:$|[,;.)/\d]|\^|\\text|per\b|\\times|\\cdot|and\b|or\b)/;

const MAY_BE_VARIABLES = /^(?:[a-z]|hr|mi|in|pa|hz|rad|mol|min|ton|pt|qt|oz|gal|yd|lb|ml|mg)$/i;

function isUnit(word: string, before: string, after: string): boolean {
  const spaced = /\s$/.test(before);
  // After a variable or π, `hr` and similar letters are variables too: `\\pi r^{2} h` is a product.
  if (MAY_BE_VARIABLES.test(word) && /(?<!\\text\{\s?)[a-zA-Z]\s?\^\s?(?:\w|\{[^{}]*\})\s*$/.test(before))
    return false;
  const follows =
    /(?:\d\.?\s*|[})]\s+|\\%)$/.test(before) || (/[a-z]\s+$/.test(before) && !MAY_BE_VARIABLES.test(word));
  return (
    follows &&
    (word.length > 1 || (spaced && /^[mgshlL]$/.test(word))) &&
    AFTER_UNIT.test(after) &&
    isUnitInFormula(word)
  );
}

function functionName(word: string, next: string): string | undefined {
  const lower = word.toLowerCase();
  if (Object.hasOwn(FUNCTIONS, lower)) return FUNCTIONS[lower];
  return next === '(' && Object.hasOwn(BEFORE_BRACKET, lower) ? BEFORE_BRACKET[lower] : undefined;
}

const TOKEN =
  /\\text\{[^{}]*\}|\\(?:begin|end)\s?\{[a-zA-Z]*\*?\}(?:\{[^{}]*\})?|\\[a-zA-Z]+|\\.|(?<!\p{L})[ap]\.\s?m\.?(?!\p{L})|\p{L}+(?:['-]\p{L}{2,}|'s(?!\p{L}))*|[^\\]/giu;

interface Segment {
  readonly latex: string;
  readonly isText: boolean;
}

/**
 * Converts plain words to `\text{…}`, and function names without a backslash to commands. The remaining letters are
 * variables. A single letter is a unit only after a number and a space (`5 m`). Braces contain no words: `x_{max}`.
 */
export function withMarkedWords(latex: string): string {
  const segments: Segment[] = [];
  let before = '';
  let depth = 0;
  for (const match of latex.matchAll(TOKEN)) {
    const [token] = match;
    const after = latex.slice(match.index + token.length);
    const [next = ''] = after;
    let segment: Segment = { latex: token, isText: token.startsWith('\\text{') };
    if (token === '{') depth++;
    else if (token === '}') depth--;
    else if (/^\p{L}/u.test(token)) {
      const name = functionName(token, next);
      const space = next === '(' ? '' : ' ';
      const isSubscript = /[_^]$/.test(before);
      if (depth === 0 && !isSubscript && isUnit(token, before, after)) {
        segment = { latex: `\\text{${token}}`, isText: true };
      } else if (name !== undefined && depth === 0) segment = { latex: `${name}${space}`, isText: false };
      else if (name !== undefined && next === '(') segment = { latex: name, isText: false };
      else if (depth === 0 && !isSubscript && (/^[ap]\.\s?m/i.test(token) || isWord(token))) {
        segment = { latex: `\\text{${token}}`, isText: true };
      }
    }
    before = `${before}${token}`.slice(-20);
    segments.push(segment);
  }
  return joined(segments);
}

function contentOf(text: string): string {
  return text.slice('\\text{'.length, -1);
}

/**
 * Whether letters form a word because there are words next to them: `the bin`, `Tom had`. A single letter forms a word only
 * if it is an article.
 */
function isBesideWords(segments: readonly Segment[], at: number): boolean {
  const [latex, before, after] = [segments[at]?.latex ?? '', segments[at - 1], segments[at + 1]];
  const wordBefore = before?.latex === ' ' && segments[at - 2]?.isText === true;
  const wordAfter = after?.latex === ' ' && segments[at + 2]?.isText === true;
  if (/^[aAI]$/.test(latex)) return wordAfter && (at === 0 || wordBefore);
  return /^[A-Za-z]{2,}(?:'s)?$/.test(latex) && (wordBefore || wordAfter);
}

/** Joins texts that are separated only by spaces. */
function joined(segments: readonly Segment[]): string {
  let result = '';
  /** The text so far, and the space after it. */
  let text: string | undefined;
  let space = '';
  const end = (): void => {
    result += `${text === undefined ? '' : `\\text{${text}}`}${space}`;
    text = undefined;
    space = '';
  };
  segments.forEach(({ latex, isText }, at) => {
    if (isText || isBesideWords(segments, at)) {
      const content = isText ? contentOf(latex) : latex;
      if (text === undefined) end();
      text = text === undefined ? content : `${text}${space}${content}`;
      space = '';
    } else if (/^\s$/.test(latex)) space += latex;
    else {
      end();
      result += latex;
    }
  });
  end();
  return result;
}

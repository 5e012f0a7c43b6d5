import { matchesOf } from './matches-of.ts';
import type { StatedAnswer } from './stated-answer.ts';

/** Maximum length of a calculation, in UTF-16 code units. Longer ones are not checked. */
const LONGEST = 200;
const NUMERAL = String.raw`\d[\d,]*(?:\.\d+)?%?|\.\d+`;
const TOKENS = new RegExp(`${NUMERAL}|[-+*/×·÷x−()]`, 'gi');
/** Matches units, names and currency signs that may occur in a calculation. */
const WORDS = /[$€£¥₹*_\\]|(?<!\p{L})(?!x(?!\p{L}))\p{L}[\p{L}\p{M}'’.]*|\/\s?(?=\p{L})/giu;

/** Matches words for operations between two numbers, and their signs by the first two letters. */
const OPERATION = /\b(?:multiplied by|times|divided by|plus|minus)(?=\s[$€£]?\d)/gi;
const OPERATIONS: Readonly<Record<string, string>> = {
  mu: '×',
  ti: '×',
  di: '÷',
  pl: '+',
  mi: '-',
};

function valueOf(numeral: string): number {
  const plain = numeral.replaceAll(',', '');
  return plain.endsWith('%') ? Number(plain.slice(0, -1)) / 100 : Number(plain);
}

/** Evaluates sums of products; undefined if any tokens are left over. */
function evaluated(tokens: readonly string[]): number | undefined {
  let at = 0;
  function factor(): number {
    const token = tokens[at++] ?? '';
    if (token === '(') {
      const inner = sum();
      return tokens[at++] === ')' ? inner : Number.NaN;
    }
    if (token === '-' || token === '−') return -factor();
    return /\d/.test(token) ? valueOf(token) : Number.NaN;
  }
  function product(): number {
    let value = factor();
    for (let token = tokens[at]; token !== undefined && /^[*/×·÷x]$/i.test(token); token = tokens[at]) {
      at++;
      const next = factor();
      value = /[/÷]/.test(token) ? value / next : value * next;
    }
    return value;
  }
  function sum(): number {
    let value = product();
    for (let token = tokens[at]; token !== undefined && /^[-+−]$/.test(token); token = tokens[at]) {
      at++;
      const next = product();
      value = token === '+' ? value + next : value - next;
    }
    return value;
  }
  const value = sum();
  return at === tokens.length && Number.isFinite(value) ? value : undefined;
}

/**
 * Whether a calculation with at least two numbers gives this result, after rounding to the result's number of decimals.
 * If so, the result was not cut off, even at the end of the text.
 */
export function comesTo(calculation: string, result: string): boolean {
  if (calculation.length > LONGEST) return false;
  const plain = calculation
    .replaceAll(/(?<=[\d%)])\s*\*+\s*(?=[$(\d])|\s\*\s/g, ' × ')
    .replaceAll(OPERATION, (words) => OPERATIONS[words.slice(0, 2).toLowerCase()] ?? words)
    .replaceAll(WORDS, ' ')
    .replaceAll(/\(\s*\)/g, ' ');
  const tokens = plain.match(TOKENS) ?? [];
  if (tokens.join('').length !== plain.replaceAll(/\s/g, '').length) return false;
  if (tokens.filter((token) => /\d/.test(token)).length < 2) return false;
  const value = evaluated(tokens);
  const decimals = result.split('.')[1]?.length ?? 0;
  return (
    value !== undefined &&
    Math.abs(value - valueOf(result)) <= 0.5000001 * 10 ** -decimals * (decimals > 0 ? 1 : 1e-6)
  );
}

/** Matches a calculation at the end of a line, with its result. */
const AT_END = new RegExp(String.raw`(?:^|[=:])([^=:\n]*\d[^=:\n]*)=\s?[($€£]{0,2}(-?(?:${NUMERAL}))[)\s]*$`);

/** Whether a line ends in a calculation with a correct result. */
export function endsInRightResult(line: string): boolean {
  const [, calculation = '', result = ''] = AT_END.exec(line.slice(-LONGEST).replaceAll(/\s+/g, ' ')) ?? [];
  return result !== '' && comesTo(calculation, result);
}

const IN_BRACKETS = new RegExp(String.raw`(${NUMERAL})([^\d()]{0,40})\s\(([^()=]*\d[^()=]*)(?:\)|$)`, 'g');

/** Removes correct calculations in brackets that follow their result: "70 friends (20 + 50)". */
export function withoutRightCalculations(text: string): string {
  return text.replaceAll(IN_BRACKETS, (whole, number: string, words: string, calculation: string) =>
    comesTo(calculation, number) ? `${number}${words}` : whole,
  );
}

/** Matches the result of a calculation. */
const RESULT = /[=≈][\s*]{0,4}[($€£]{0,2}(-?\d[\d,]*(?:\.\d+)?)(?![\d.,]*\d?\s?[-+*/×·÷x=^])/g;
const RESULT_REACH = 300;
const PLAIN_NUMBER = /(?<![\d.,])-?\d[\d,]*(?:\.\d+)?(?![\d,]*\d)/g;

/** The number without digit grouping, and without its decimals if they are all zero. */
function digitsOf(written: string): string {
  return written.replaceAll(/[,\s]/g, '').replace(/\.0+$/, '');
}

/** Whether `rounded` is `exact` rounded to fewer decimals, but to at least one. */
function isRounded(exact: string, rounded: string): boolean {
  const decimals = rounded.split('.')[1]?.length ?? 0;
  return (
    decimals > 0 &&
    decimals < (exact.split('.')[1]?.length ?? 0) &&
    Number(exact).toFixed(decimals) === rounded
  );
}

/** Adds `repeats` to a statement that repeats the last result of the text before it. */
export function withResult(text: string, start: number, stated: StatedAnswer): StatedAnswer {
  if (!/\d/.test(stated.text)) return stated;
  const [result] = matchesOf(RESULT, text.slice(Math.max(0, start - RESULT_REACH), start)).slice(-1);
  if (result === undefined) return stated;
  const whole = digitsOf(result[1] ?? '');
  const repeats = [...stated.text.matchAll(PLAIN_NUMBER)]
    .map(([written]) => digitsOf(written))
    .find((it) => it === whole || isRounded(whole, it));
  return repeats === undefined ? stated : { ...stated, repeats };
}

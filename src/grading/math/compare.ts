import type { Answer } from './answer.ts';
import { plainLatex } from './latex/plain-latex.ts';
import { readAnswer } from './read/read-answer.ts';
import { TIME_OF_DAY } from './read/read-value.ts';
import type { Comparison } from './same/comparison.ts';
import { same } from './same/same-answer.ts';
import { symbolsOf } from './same/same-value.ts';
import type { Term } from './terms/term.ts';
import { answersWithoutNumber } from './latex/words.ts';

/** The result of a comparison. `unreadable` is the reason why the answer or the right answer could not be compared. */
export type Compared = 'same' | 'different' | { readonly unreadable: string };

/** Removes whitespace that is not significant. Whitespace between words or numbers is kept: `1 2` is not `12`. */
function compact(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/(?<!\w) | (?!\w)/g, '');
}

/** Whether two texts are equal except for fonts, spacing and the case of their words. */
function writtenAlike(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text) =>
    compact(
      plainLatex(text).replaceAll(/\\text\{([^{}]*)\}/g, (_, words: string) => ` ${words.toLowerCase()} `),
    ),
  );
  return first === second;
}

function partsOf(answer: Answer): readonly Answer[] {
  if ('parts' in answer) return answer.parts;
  if ('rows' in answer) return answer.rows.flat();
  if ('sides' in answer) return answer.sides;
  if ('condition' in answer) return [answer.condition];
  return 'value' in answer ? [answer.value] : [];
}

function* termsOf(answer: Answer): Generator<Term> {
  if (answer.kind === 'value') yield answer.term;
  if (answer.kind === 'equation') yield* [answer.left, answer.right];
  for (const part of partsOf(answer)) yield* termsOf(part);
}

function* leavesOf(answer: Answer): Generator<Answer> {
  // For labeled options, compare only the labels.
  const parts = answer.kind === 'labelled' ? [] : partsOf(answer);
  if (parts.length === 0) yield answer;
  for (const part of parts) yield* leavesOf(part);
}

/**
 * Matches operators that a formula with variables can also be written without: `\binom{n}{2}` is n(n − 1)/2. Such
 * formulas cannot be shown to differ.
 */
const OF_LETTERS = /^(?:Binomial|Factorial|Sum|Product|Ordered)$/;

/** Matches operators whose value is not computed. For example, an integral cannot be shown to differ from a number. */
const NOT_COMPUTED =
  /(?:^|[^a-zA-Z])(Integrate|Binomial|Factorial|Cross|Ordered|Sum|Product|Limit|D|Derivative|Congruent|Determinant|Which|Matrix|Tuple|List|Set|Union)\[|(ContinuationPlaceholder)/;

function* symbolNames(term: Term): Generator<string> {
  if (term.kind === 'symbol') yield term.name;
  if (term.kind === 'call') for (const arg of term.args) yield* symbolNames(arg);
}

function notComputedIn(answer: Answer): string | undefined {
  for (const term of termsOf(answer)) {
    for (const name of symbolNames(term)) {
      const [, call, operator = call] = NOT_COMPUTED.exec(name) ?? [];
      if (operator !== undefined) return operator;
    }
  }
  return undefined;
}

/**
 * Maximum number of words by which an answer may exceed the right answer. Longer text is a sentence rather than an
 * answer.
 */
const MORE_WORDS = 4;

function wordCount(text: string): number {
  return text.split(' ').length;
}

/** Why an answer that does not equal the right one cannot be graded as wrong; undefined if it can. */
function reasonNotToCompare(answer: Answer, gold: Answer): string | undefined {
  const goldWords = [...leavesOf(gold)].flatMap((leaf) => (leaf.kind === 'words' ? [leaf.text] : []));
  const most = goldWords.reduce((largest, words) => Math.max(largest, wordCount(words)), 0) + MORE_WORDS;
  for (const leaf of leavesOf(answer)) {
    if (leaf.kind === 'unreadable') return leaf.reason;
    if (leaf.kind !== 'words' || answersWithoutNumber(leaf.text)) continue;
    if (goldWords.length === 0) return 'it consists of words, but the right answer is a value';
    if (wordCount(leaf.text) > most) return 'it is a sentence without an answer';
  }
  const [operator, ofGold] = [notComputedIn(answer), notComputedIn(gold)];
  if (operator !== undefined && (operator !== ofGold || OF_LETTERS.test(operator))) {
    return `it contains an operator that is not supported: ${operator}`;
  }
  const mayBeFormula =
    ofGold !== undefined &&
    OF_LETTERS.test(ofGold) &&
    [...termsOf(answer)].some((term) => symbolsOf(term).length > 0);
  return mayBeFormula ? `the right answer contains an operator that is not supported: ${ofGold}` : undefined;
}

/** Parsed right answers, cached because each is compared with many answers. */
const golds = new Map<string, Answer>();
const MOST_GOLDS = 1000;

function readGold(latex: string): Answer {
  const known = golds.get(latex);
  if (known !== undefined) return known;
  const answer = readAnswer(latex);
  if (golds.size >= MOST_GOLDS) golds.clear();
  golds.set(latex, answer);
  return answer;
}

/** Matches text that may be a list without spaces or a number with thousands separators: `100,200`. */
const DIGIT_GROUPS = /^\s*\$?[1-9]\d{0,2}(?:,[1-9]\d{2})+\s*\$?\s*$/;

/** Matches text that is a list of two numbers unless the question asks for a single number: `1,5`. */
const MAY_BE_DECIMAL = /(?<![\d,.(])\d+,\d{1,2}(?![\d,.)])/;

function asList(latex: string): string {
  return latex.replaceAll(',', ', ');
}

/**
 * Compares an answer with the right answer. Both are LaTeX or plain text, without the text around them. Texts that are
 * written alike are equal, whether or not they can be read.
 */
export function compare(gold: string, answer: string, comparison: Comparison): Compared {
  if (compact(gold) === compact(answer)) return 'same';
  const [right, stated] = [readGold(gold), readAnswer(answer)];
  if (same(right, stated, comparison)) return 'same';
  if (right.kind === 'several' && DIGIT_GROUPS.test(answer)) {
    return same(right, readAnswer(asList(answer)), comparison) ? 'same' : 'different';
  }
  if (
    stated.kind === 'several' &&
    DIGIT_GROUPS.test(gold) &&
    same(readGold(asList(gold)), stated, comparison)
  ) {
    return 'same';
  }
  if (same(right, stated, { ...comparison, ignoresCounted: true })) {
    return { unreadable: 'it is unknown whether its unit is the expected one' };
  }
  if (right.kind === 'value' && MAY_BE_DECIMAL.test(answer)) {
    return { unreadable: 'its comma may be a decimal comma' };
  }
  const reason = reasonNotToCompare(stated, right);
  if (reason !== undefined) {
    return reason !== TIME_OF_DAY && writtenAlike(gold, answer) ? 'same' : { unreadable: reason };
  }
  const ofGold = [...leavesOf(right)].find((leaf) => leaf.kind === 'unreadable');
  return ofGold?.kind === 'unreadable'
    ? { unreadable: `the right answer cannot be read: ${ofGold.reason}` }
    : 'different';
}

/** Whether the text can be read as mathematics, or as words that could be an answer. */
export function isReadable(latex: string): boolean {
  const answer = readAnswer(latex);
  return (
    [...leavesOf(answer)].every(
      (leaf) => leaf.kind !== 'unreadable' && (leaf.kind !== 'words' || wordCount(leaf.text) <= MORE_WORDS),
    ) && notComputedIn(answer) === undefined
  );
}

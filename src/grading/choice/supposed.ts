import { ENCLOSING, type StatedAnswer } from '../answers/stated-answer.ts';
import { isLetterOfOption, type Option } from './option.ts';
import { statedLetter } from './stated-letter.ts';
import { withoutLead } from './stated-option.ts';

/**
 * Matches text which shows that the statement after it is only supposed, quoted or denied, or is about an answer other
 * than the best, as in "the second-best answer is".
 */
const SUPPOSED_BEFORE =
  /\b(?:if|whether|unless|assum(?:e|es|ing)|suppos(?:e|es|ing)|doubt|(?:mistake|wrong|incorrect|tempting) to (?:say|think|claim|conclude)|(?:not|isn['’]t) (?:true|the case)|you said|least (?:likely|appropriate|suitable)|worst|eliminated|second[- ]best|^for)(?: that)?(?: the| my)?(?: (?:correct|right|best|final))? ?$/i;
/** Matches text after the letter in a statement that is only supposed: a condition or a question mark. */
const SUPPOSED_BEHIND = /^[)\].]?\s?(?:\?|if (?!and only)|provided\b|were\b)/;
/** Matches text that gives the letter another meaning: "we choose C = 5", "pick B such that". */
const DEFINES = /^\s?(?:[=<>∈]|such that\b|so that\b|to be\b|as (?:the|an?|follows)\b)/;
/** Matches a next line that continues the list of options. */
const LISTS_NEXT_LINE = /^\n[ \t>*_-]{0,8}\(?B[).:]/;
const CONTEXT_LENGTH = 60;
const SENTENCE_MARKS = ['.', '!', '?', '\n'];

/**
 * Whether a letter is not the letter of any option. Such a letter may be a placeholder for any option, as in repeated
 * instructions ("the answer is (X)"), a numeral or a word. Letters up to J, except I, count as answers even if there is
 * no such option: "E, none of these".
 */
export function isPlaceholder(letter: string, options: readonly Option[]): boolean {
  if (options.length === 0) return false;
  const capital = letter.toUpperCase();
  if (isLetterOfOption(letter, options) || options.some(({ symbol }) => symbol?.toUpperCase() === capital))
    return false;
  return capital > 'J' || capital === 'I';
}

/** Whether a statement mentions a letter without claiming that it is the answer. */
export function isOnlySupposed(
  whole: string,
  { text, at, rule, after }: StatedAnswer,
  options: readonly Option[],
): boolean {
  if (at > 0 && rule !== 'boxed' && !ENCLOSING.has(rule)) {
    const before = whole.slice(Math.max(0, at - CONTEXT_LENGTH), at);
    const sentence = before.slice(Math.max(...SENTENCE_MARKS.map((mark) => before.lastIndexOf(mark))) + 1);
    if (SUPPOSED_BEFORE.test(sentence.trimStart())) return true;
  }
  const letter = statedLetter(withoutLead(text));
  if (typeof letter !== 'object') return false;
  const { written, rest } = letter;
  return (
    isPlaceholder(written, options) ||
    SUPPOSED_BEHIND.test(rest) ||
    (written === 'A' && /^[).:]?\s/.test(rest) && LISTS_NEXT_LINE.test(after)) ||
    (rule === 'selection' && DEFINES.test(rest))
  );
}

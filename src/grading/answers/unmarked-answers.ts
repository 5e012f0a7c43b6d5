import { withoutAfterthought, withoutOpenedAnswer } from './afterthoughts.ts';
import { bareText, lastAssignment, LONGEST_BARE, openingAnswer } from './bare-text.ts';
import { contentEnd } from './endings.ts';
import { endsInRightResult, withResult } from './arithmetic.ts';
import { CONCLUSION } from './conclusions.ts';
import { matchesOf } from './matches-of.ts';
import { firstSentence, GOES_ON } from './sentences.ts';
import { boldEnding, lastResult, valueLine } from './last-lines.ts';
import { MAX_ANSWER_LENGTH, type StatedAnswer, unmarkedSentence } from './stated-answer.ts';
import { workedClause } from './worked-clause.ts';

/** Matches a sentence that announces a further step. */
const ON_THE_WAY =
  /^(?:step\b|(?:we|you|I|let['’]?s|let us)\s(?:(?:must|need to|can|could|should|have to|will|now)\s)*(?:substitute|plug|apply|simplify|rewrite|consider|subtract|divide|multiply|add|take|find|calculate|compute|use|solve|set|write|start|look|check)\b)/i;

/** Matches text with words after its last number. Such text was not cut off inside a number. */
const ENDS_IN_WORDS = /\d[^\d\n]*\s\p{L}{2,}\s\p{L}{2,}[^\d\n]*$/u;
/** The last line of the text. A line that ends in a colon is joined to the next: "Therefore, the total is:". */
function lastLine(text: string, endOfContent: number): string {
  const content = text.slice(Math.max(0, endOfContent - MAX_ANSWER_LENGTH), endOfContent);
  return content.slice(
    content.replaceAll(/:[ \t]*\n{1,2}/g, (colon) => ' '.repeat(colon.length)).lastIndexOf('\n') + 1,
  );
}

/** Whether a line without a full stop is probably complete. */
function isComplete(line: string): boolean {
  return (ENDS_IN_WORDS.test(line) && !GOES_ON.test(line)) || endsInRightResult(line);
}

/** The last sentence, if it begins with "therefore" or similar. Skips a sentence that may have been cut off. */
function conclusion(text: string, endOfContent: number): StatedAnswer | undefined {
  const line = lastLine(text, endOfContent);
  if (text.slice(endOfContent).trim() === '' && !isComplete(line)) return undefined;
  const [match] = matchesOf(CONCLUSION, line).slice(-1);
  if (match === undefined) return undefined;
  const said = line
    .slice(match.index + match[0].length)
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (ON_THE_WAY.test(said)) return undefined;
  if (said === '' || firstSentence(said).length < said.length - 1) return undefined;
  return withResult(
    text,
    endOfContent - (line.length - match.index),
    unmarkedSentence('conclusion', said, -2),
  );
}

/** Matches a sentence that makes an assumption or describes the next step. */
const CONDITION_OR_PLAN =
  /^(?:if|when|suppose|assum\p{L}*|to|we|you|let|now we|the (?:question|problem)|for example)\b|\?/iu;

const LONGEST_SENTENCE = 300;
/** Matches words that introduce a conclusion, in the languages of MGSM. */
const FOLLOWS =
  /(?:,|;|\s[-–—])\s(?:and )?(?:so|therefore|thus|hence|consequently|which (?:means|makes|gives|leaves)(?: that)?(?: (?:her|him|them|us))?|meaning(?: that)?|leaving(?: (?:her|him|them|us|only))?(?: with)?|giving(?: (?:her|him|them|us))?|making|resulting in|for a total of|totall?ing(?: up)?(?: to)?|(?:we|I)(?: can)?(?: now)? (?:determine|conclude|see|find|get|say|know)(?: that)?|por lo que|así que|por lo tanto|entonces|lo que (?:da|significa|deja)|donc|ce qui (?:donne|fait|signifie)|par conséquent|also|daher|somit|folglich|sodass|was (?:bedeutet|ergibt)|поэтому|значит|следовательно|то есть|что (?:составляет|означает)|hivyo|kwa hiyo|basi|então|portanto|logo|quindi|perciò|dus)(?![\p{L}]),?(?: (?:that|que|dass|что|kwamba))?\s/giu;
/**
 * Matches a relative clause that gives the value of what the sentence describes: "It is the sum of both, which is 42."
 */
const WHICH_IS =
  /^(?=[^,]*\s(?:is|are|was|were|equals|will be)\s)[^\d,]*,\swhich (?:is|equals|comes to)\s((?:[^,?\p{L}]|\\)[^,?]*)$/u;
/** Matches the consequence of a condition or reason: "If she sells 9 of 16, then she has 7 left." */
const CONDITION = /^(?:If|When|Since|Because|As|Given that)\s[^?]*,\s((?:then\s)?(?:[^,?]|,(?=\d))*)$/s;
const WORDS =
  /\p{L}{2,}\s+\p{L}{2,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2}/u;

/** Matches a sentence that asks, plans, assumes, or says that there is no answer. */
const NO_ANSWER =
  /^(?:first|next|then|step|let|to|in order|suppose|assum\p{L}+|given|please|sorry|if you|what|how|which)\b|\b(?:cannot|unable|not|never|need(?:s|ed)?(?!(?:\s\p{L}+){0,8}\s[$€£]?\d)|(?:is|are) missing|unknown|require[sd]?(?! (?:to|per|for|in|by)\b)|could|might|depends|answer|boxed)\b|n['’]t\b/iu;

/** Matches a clause that only says which things are counted: "the number of people who did not vote". */
const WHICH_NOT =
  /\b(?:that|who|which|while)\s(?:(?:are|were|is|was|have|has|had|did|do|does|will|would)\s)?not\b/gi;

function deniesAnswer(sentence: string): boolean {
  return NO_ANSWER.test(sentence.includes('not') ? sentence.replaceAll(WHICH_NOT, '') : sentence);
}

/** The last sentence in the text; undefined if it may have been cut off, or is too long to be an answer. */
function lastSentence(text: string, endOfContent: number): string | undefined {
  const content = text.slice(Math.max(0, endOfContent - MAX_ANSWER_LENGTH), endOfContent);
  const line = content.slice(content.lastIndexOf('\n') + 1).trim();
  return /[.!。।]/.test(text.slice(endOfContent)) || isComplete(line)
    ? lastOf(text, endOfContent)
    : undefined;
}

/** The last sentence, even if it may have been cut off. */
function lastOf(text: string, endOfContent: number): string | undefined {
  const content = text.slice(Math.max(0, endOfContent - MAX_ANSWER_LENGTH), endOfContent);
  let rest = content
    .slice(
      content
        .replaceAll(/\n(?=[ \t]*= ?[$€£\d])/g, ' ')
        .replaceAll(/=[ \t]*\n{1,2}(?=[ \t]*[$€£]?[\d.,]+(?:[ \t]\p{L}+)?$)/gu, (it) => ' '.repeat(it.length))
        .lastIndexOf('\n') + 1,
    )
    .trim();
  for (let sentence = firstSentence(rest); sentence.length < rest.length; sentence = firstSentence(rest))
    rest = rest.slice(sentence.length + 1).replace(/^[\s*_)"'”’\]]+/, '');
  rest = rest.replace(/^(?:<\/?answer>\s*|Step \d{1,2}: )+/i, '');
  return rest === '' || rest.length > LONGEST_SENTENCE ? undefined : rest;
}

/** Matches a line that ends in the result of its calculation. A short line of this kind is probably complete. */
const HARDLY_CUT = /\d[^=\n]*=\s?[$€£]?[\d.,]*\d(?:\s\p{L}+)?$/u;

/** The only sentence in the text. Skips a long sentence without a full stop, which may have been cut off. */
function onlySentence(text: string, endOfContent: number): StatedAnswer | undefined {
  if (text.length > 2 * LONGEST_SENTENCE) return undefined;
  const said = text.slice(0, endOfContent).trim();
  const ends = text.slice(endOfContent).trim() !== '';
  const isWhole = ends || (ENDS_IN_WORDS.test(said) && !GOES_ON.test(said)) || HARDLY_CUT.test(said);
  if (!isWhole || (!ends && said.length > LONGEST_BARE)) return undefined;
  const isOne =
    said.length <= LONGEST_SENTENCE &&
    !said.includes('\n') &&
    firstSentence(said) === said &&
    !deniesAnswer(said);
  return isOne ? unmarkedSentence('whole-text', said, -5) : undefined;
}

/** The clause in the last sentence that states what follows from the rest: "She sold 9 of 16, so she has 7 left." */
function lastClause(text: string, endOfContent: number): StatedAnswer | undefined {
  const sentence = lastSentence(text, endOfContent);
  if (sentence === undefined) return undefined;
  const worked = workedClause(sentence);
  if (worked !== undefined) return unmarkedSentence('conclusion', worked, -4);
  const which = WHICH_IS.exec(sentence)?.[1];
  if (which !== undefined && !deniesAnswer(sentence)) return unmarkedSentence('conclusion', which, -4);
  const [match] = matchesOf(FOLLOWS, sentence).slice(-1);
  const isCondition = match === undefined && CONDITION.test(sentence);
  const clause = isCondition
    ? CONDITION.exec(sentence)?.[1]
    : match && sentence.slice(match.index + match[0].length);
  const said = clause?.replaceAll(/\s+/g, ' ').trim() ?? '';
  const denied = deniesAnswer(match === undefined ? sentence : said);
  return said === '' || denied || ON_THE_WAY.test(said)
    ? undefined
    : unmarkedSentence('conclusion', said, -4);
}

/** The last sentence, if it is prose and repeats the last result of the working above it. */
function repeatedResult(text: string, endOfContent: number): StatedAnswer | undefined {
  const sentence = lastSentence(text, endOfContent);
  if (sentence === undefined || !WORDS.test(sentence) || /[=≈?]/.test(sentence)) return undefined;
  if (deniesAnswer(sentence)) return undefined;
  const stated = withResult(
    text,
    text.lastIndexOf(sentence, endOfContent),
    unmarkedSentence('conclusion', sentence, -4),
  );
  return stated.repeats === undefined ? undefined : stated;
}

/** Matches a last line that gives the total: "Total: 24 lessons", "Total cost = 12 + 30 = 42 dollars". */
const TOTAL =
  /^[\s*_#>•-]{0,8}(?:(?:So|Therefore|Thus|Hence),? )?(?:the )?(?:grand |combined |overall )?(?:total|in total|altogether|in all|total general|en total|au total|insgesamt|gesamt|totale|totaal|totalt|jumla|итого|всего|合计|总计|合計|รวม)(?!\p{L})[^=:.!?\n]{0,80}?[=:]\s{0,4}(?=\S)/iu;

function totalLine(text: string, endOfContent: number): StatedAnswer | undefined {
  const line = lastLine(text, endOfContent);
  const match = TOTAL.exec(line);
  const isWhole =
    text.slice(endOfContent).trim() !== '' || /\d[^\d\n]*\s\p{L}{2,}$/u.test(line) || endsInRightResult(line);
  if (match === null || !isWhole) return undefined;
  return unmarkedSentence('conclusion', line.slice(match[0].length).trim(), -4);
}

/**
 * Matches a sentence that gives the value of a quantity: "The final number of objects left is 5", "There are 12 eggs
 * left."
 */
const QUANTITY_LINE =
  /^(?:(?:So|Therefore|Thus|Hence|Finally),? )?(?:(?:rounded|rounding|based on|according to|in total|as a percentage)[^.,;:=?]{0,80}, )?(?:(?:the|his|her|its|their|our|\p{L}+['’]s)\s[^.,;:=?]{0,80}?(?:number|total|amount|sum|cost|price|profit|value|difference|average|mean|median|range|mode|distance|time|age|result|rest|change|balance|length|area|perimeter|volume|speed|weight|height|probability|ratio|percentage|rate|gap|size|score|answer|expression|factorization|remainder|coefficient|slope|solution)\b[^.,;:=?]{0,80}?\s(?:is|are|was|were|equals|will be|would be)\s|there (?:is|are|were|will be) (?:only |now |exactly )?\d+ \p{L}|(?:there|[\p{L} ]{1,40}) (?:is|are|was|were|will be) [^.,;:=?]{1,60} (?:left|remaining|in total|altogether|in all)\.?$)/iu;

/**
 * Matches a sentence that gives the number of things left, in each, or in total. The sentence need not be on a line of
 * its own.
 */
const COUNT =
  /^(?:(?:so|therefore|thus|hence),? )?there (?:is|are|were|will be|would be) (?:only |now )?[^.,;:=?]{1,60} (?:left|remaining|in total|altogether|in all|(?:in|on|for) each \p{L}+)$/iu;

/** The last sentence, if it gives the value of a quantity and is on a line of its own, or if it matches `COUNT`. */
function quantityLine(text: string, endOfContent: number): StatedAnswer | undefined {
  const sentence = lastSentence(text, endOfContent);
  if (sentence === undefined || !/\.\s*$/.test(text) || deniesAnswer(sentence)) return undefined;
  if (COUNT.test(sentence)) return unmarkedSentence('conclusion', sentence, -4);
  const before = text.slice(0, text.lastIndexOf(sentence, endOfContent));
  return /\n[ \t]*$/.test(before) && QUANTITY_LINE.test(sentence)
    ? unmarkedSentence('conclusion', sentence, -4)
    : undefined;
}

/** The last sentence, if it ends the working with the result of a calculation. */
function endOfWorking(text: string, endOfContent: number): StatedAnswer | undefined {
  const sentence = lastOf(text, endOfContent);
  if (sentence === undefined || !sentence.includes('=')) return undefined;
  const clause = Math.max(sentence.lastIndexOf(', '), sentence.lastIndexOf(': '));
  // "Sugar needed = 7 - 4 = 3 cups" names a quantity.
  const claim = sentence.slice(clause + 1).replace(/\b(?:still )?need(?:ed|s)?\b(?=[^=]*=)/i, '');
  if (deniesAnswer(claim.trim())) return undefined;
  const above = text.slice(0, text.lastIndexOf(sentence, endOfContent));
  const found = lastResult(sentence, above);
  // Text that stops after several calculations has probably not reached its answer.
  const isOneOfMany = /=[^\n]*\s*$/.test(above.slice(-200));
  const ends = /[.!。।]/.test(text.slice(endOfContent));
  return ends || !isOneOfMany || /\p{L}/u.test(found?.text ?? '') ? found : undefined;
}

/** Matches a last line that assigns a value to a name or quantity: "x = 18 eggs". */
const ASSIGNED =
  /^[\s*_$\\(•-]{0,8}\p{L}[^=\n]{0,100}=\s?(?=[$€£]?[-−]?\.?\d)([^=:\n+*×÷]{0,40}[\p{L}\p{N}%°])$/u;

/** The value that the last line of an explanation assigns to a name. */
function assignment(text: string, endOfContent: number): StatedAnswer | undefined {
  const [, value] = ASSIGNED.exec(lastLine(text, endOfContent)) ?? [];
  return value === undefined ? undefined : unmarkedSentence('last-line', value.trim(), -4);
}

/** The last sentence, which may state the quantity that the question asks for. */
function finalSentence(text: string, endOfContent: number): StatedAnswer | undefined {
  const sentence = lastSentence(text, endOfContent);
  if (sentence === undefined || !/[.!。।]/.test(text.slice(endOfContent)) || deniesAnswer(sentence))
    return undefined;
  return CONDITION_OR_PLAN.test(sentence) ? undefined : unmarkedSentence('last-sentence', sentence, -6);
}

function endAnswers(text: string, isPrimed: boolean): readonly StatedAnswer[] {
  const endOfContent = contentEnd(text);
  const { alone, explained } = bareText(text, isPrimed);
  return [
    boldEnding(text, endOfContent),
    conclusion(text, endOfContent),
    alone,
    valueLine(text, endOfContent),
    lastClause(text, endOfContent),
    repeatedResult(text, endOfContent),
    totalLine(text, endOfContent),
    quantityLine(text, endOfContent),
    onlySentence(text, endOfContent),
    endOfWorking(text, endOfContent),
    explained && assignment(text, endOfContent),
    finalSentence(text, endOfContent),
    explained,
    ...openingAnswer(text),
    lastAssignment(text),
  ].filter((it) => it !== undefined);
}

/** Matches a number at the end of the text, after a sentence that ends in a number. */
const REPEATED =
  /(\d[\d,]*(?:\.\d+)?)(?:\s?%|\s\p{L}{2,12}){0,3}[.!][*_]{0,2}\s{1,3}[$€£]?(\d[\d,]*(?:\.\d+)?)[.\s]{0,3}$/u;

/** The text without the number at its end, if that number only repeats the end of the sentence before it. */
function withoutRepetition(text: string): string {
  const end = text.slice(-120);
  const [whole = '', once = '', again = ''] = REPEATED.exec(end) ?? [];
  const isSame = again !== '' && once.replaceAll(',', '') === again.replaceAll(',', '');
  return isSame ? text.slice(0, text.length - (whole.length - whole.search(/[.!][*_]{0,2}\s/) - 1)) : text;
}

/** Rules that also apply to the text before an afterthought. */
const BEFORE_AFTERTHOUGHT: ReadonlySet<string> = new Set(['conclusion', 'last-line', 'bold-ending']);

/**
 * Finds unmarked answers at the end of a completion, or anywhere in a short one. The strongest answer comes first. Set
 * `isPrimed` if the prompt ends in a label of the answer.
 */
export function unmarkedAnswers(completion: string, isPrimed = false): readonly StatedAnswer[] {
  const text = withoutRepetition(completion);
  const opened = withoutOpenedAnswer(text);
  const before = opened ?? withoutAfterthought(text);
  const added =
    before === undefined
      ? []
      : endAnswers(before, isPrimed).filter(
          ({ rule, form }) =>
            BEFORE_AFTERTHOUGHT.has(rule) ||
            (opened !== undefined && rule === 'whole-text' && form === 'whole'),
        );
  return [...endAnswers(text, isPrimed), ...added];
}

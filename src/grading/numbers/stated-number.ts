import { withoutRightCalculations } from '../answers/arithmetic.ts';
import type { Reading } from '../answers/read-stated.ts';
import { CHANGES_BOLD, firstSentence } from '../answers/sentences.ts';
import type { StatedAnswer } from '../answers/stated-answer.ts';
import { amongSeveral } from './among-several.ts';
import { withoutAsked, withoutAskedDozens, withoutBounds, withoutComparison } from './counted.ts';
import { numeralFrom } from './numeral.ts';
import {
  beginsWithNumber,
  leadingNumber,
  onlyNumber,
  type Leading,
  type NumberOptions,
  type StatedNumber,
} from './numbers-in-text.ts';
import { answersQuestion, statesItsNumber } from './only-sentence.ts';
import { plainNotation } from './plain-notation.ts';

const PROSE = /^[\p{L}\p{M}\s\d.,;:!?'’"()*_$€£¥₹%°<>/|-]*$/u;
const NEGATION = /^(?:not|n't|never|neither|unknown|incorrect|wrong)\b/i;
const LIST_NUMBER = /^\d{1,3}(?:[.)]|:)\s+[*_]{0,3}[\p{L}$]|^\d{1,2}[.)]\s+[*_$]{0,3}\d/u;
const CLAUSE_END =
  /^(?:\s?[\p{L}\p{M}.%°$€£'’*-]+){0,4}\s?(?:[,;:()]|\b(?:per|for|in|of|out|at|each|every|on|by|from|which|that|because|as|since|so|plus|with|after|if|when|and|more|left|less|than)\b)/iu;

/**
 * Matches a number in a box with letters directly after it that are factors, because they cannot be a unit. `18m` may be
 * 18 metres or 18 times m.
 */
const FACTORS =
  /^[-+]?[\d.,/]+(?!(?:km|cm|mm|kg|mg|ml|mL|mph|lbs?|oz|ft|yd|mi|in|hrs?|am|pm|st|nd|rd|th|kW|Hz)$)[a-zA-Z]{2,3}$/;
const UNIT_OR_NAME = /^[-+]?[\d.,/]+[mgshlL]$/;

/**
 * Matches a participle or similar word after "the answer is", which shows that the sentence describes the answer instead
 * of stating it.
 */
const ABOUT_ANSWER =
  /^(?:(?:then|also|thus|therefore|simply|just|usually|always|only) )?(?:rounded|calculated|computed|found|obtained|based|given|expressed|correct|consistent|derived|verified|determined|in|clear|below|above|as follows|reasonable|written|reached|shown|known|left|supposed|asked|required|needed|because|due|my|your|my answer)\b/i;
/** Matches verbs that introduce the result of the preceding text. */
const COMES_TO =
  /\b(?:gives?|makes?|leaves?|yields?|equals?|totals?|comes? to|is worth)\b[^.]{0,40}\d|^[^.,;]{0,40}\b(?:is|are|was|were|will be)\s(?:equal to |the same as |about |only )?[$€£]?\d/i;

/** Whether only a unit or words for what is counted follow, with an optional remark in brackets. */
function isBare(rest: string): boolean {
  const words = rest.replace(/\s?\([^()]*\)/, '');
  return !/\d/.test(words) && words.trim().split(/\s+/).length <= 3;
}

/** Matches a list of numbers, or the next step of a solution. */
const GOES_ON_BELOW =
  /^\s*\n\s*(?:[-*•]\s[*_]{0,3}[$€£]?\d|[$€£]?[-−]?\d[\d.,]*\s*(?:\n|$)|[^\n]{0,60}\d[^\n]{0,20}=\s?[$€£]?\d)/;
/** Matches two calculations in a row. */
const IS_SOLUTION = /=[^.\n]*\d[^.\n\d]{0,20}\.\s[^\n]*=\s?[$€£]?\d/;
/** Matches words and a number after them. */
const ANOTHER_NUMBER = /\p{L}{2,}[^=()^\n]*\s[$€£]?\d/u;
/** Matches words that retract the number before them. */
const RETRACTED =
  /^\W{0,6}\s?(?:no|sorry|wait|rather|or rather)(?:,|\s\p{L}|$)|^\s(?:is|would be|was) (?:wrong|incorrect|not)\b/iu;

/** Whether more numbers follow in the clause. If so, the first number starts a solution and is not the answer. */
function isSolution(rest: string, options: NumberOptions): boolean {
  if (/^\s[\p{L}'’ ]{0,40}\b(?:are|is|were|was|left|has|have|sold|cost|costs)\b/u.test(rest)) return true;
  return numeralFrom(rest, 0, options) !== undefined && !CLAUSE_END.test(rest);
}

/** The first sentence; empty if that sentence is a question, because a question does not state an answer. */
function firstSentenceOf({ text }: StatedAnswer): string {
  const sentence = firstSentence(text);
  return text.charAt(sentence.length) === '?' ? '' : sentence;
}

/** Whether the text was cut off inside the number. */
function isCutShort({ isCut }: StatedAnswer, { rest }: Leading): boolean {
  return isCut && rest === '';
}

/** Reads the text after `####`. The answer is a number that is alone or comes first. Any other text is a heading. */
function afterHashes(plain: string, stated: StatedAnswer, options: NumberOptions): Reading<StatedNumber> {
  if (LIST_NUMBER.test(plain)) return 'none';
  const leading = leadingNumber(plain, options);
  if (typeof leading !== 'string') return isCutShort(stated, leading) ? 'unreadable' : leading;
  return leading === 'unreadable' && beginsWithNumber(plain, options) ? 'unreadable' : 'none';
}

/** Reads the whole content of a box, tag or similar. Content that is not a number still counts as a stated answer. */
function inWhole(plain: string, stated: StatedAnswer, options: NumberOptions): Reading<StatedNumber> {
  if (
    stated.rule === 'boxed' &&
    (UNIT_OR_NAME.test(plain) || FACTORS.test(stated.text) || plain.endsWith('!'))
  )
    return 'unreadable';
  if (LIST_NUMBER.test(plain)) return 'unreadable';
  const leading = leadingNumber(plain, options);
  if (typeof leading !== 'string') {
    const isCut = isCutShort(stated, leading) || ANOTHER_NUMBER.test(leading.rest);
    return isCut ? 'unreadable' : leading;
  }
  const isProse = PROSE.test(plain) && /\p{L}{2}/u.test(plain);
  const only = leading === 'none' && isProse ? onlyNumber(plain, options) : 'unreadable';
  return only === 'none' ? 'unreadable' : only;
}

/** Reads a short completion that may be only a number. */
function inBareText(plain: string, options: NumberOptions): Reading<StatedNumber> {
  const leading = beginsWithNumber(plain, options) ? leadingNumber(plain, options) : 'none';
  return typeof leading !== 'string' && isBare(leading.rest) ? leading : 'none';
}

/** Matches a calculation in brackets at the end of a sentence, which shows how a number was found. */
const CALCULATION_BEHIND = /\(([^()=]*\d[^()=]*)=\s?[$€£]?\s?(-?[\d,]*\.?\d+)[^()\d]*\)?[\s.!]*$/;

/** Whether a calculation in brackets after a number has a different result: "3 hours and 20 minutes (60 x 5 = 300)". */
function isContradicted(plain: string): boolean {
  const match = CALCULATION_BEHIND.exec(plain);
  if (match === null) return false;
  const numbers =
    plain
      .slice(0, match.index)
      .replaceAll(',', '')
      .match(/-?\d+(?:\.\d+)?/g) ?? [];
  return (
    numbers.length > 0 && !numbers.some((it) => Number(it) === Number((match[2] ?? '').replaceAll(',', '')))
  );
}

/**
 * The number at the start of a sentence, or its only number. If it contains several numbers, `amongSeveral` chooses one.
 */
function inSentence(plain: string, stated: StatedAnswer, options: NumberOptions): Reading<StatedNumber> {
  // "Answer:" may precede a whole solution. Then its first line is not the answer.
  const mayGoOn = stated.form === 'label' && !stated.isLast;
  if (stated.form === 'sentence' && stated.at >= 0 && ABOUT_ANSWER.test(plain)) return 'none';
  if (stated.at < 0 && isContradicted(plain)) return 'unreadable';
  if (stated.form === 'label' && (GOES_ON_BELOW.test(stated.after) || IS_SOLUTION.test(stated.text)))
    return 'none';
  const first = leadingNumber(plain, options);
  // Without a marker, the first of several numbers is not the answer.
  const isOneOfSeveral = stated.rule === 'whole-text' && typeof first !== 'string' && /\d/.test(first.rest);
  const leading = isOneOfSeveral ? 'none' : first;
  if (typeof leading !== 'string') {
    const isRead =
      !mayGoOn ||
      (beginsWithNumber(plain, options) && !/=/.test(plain) && !isSolution(leading.rest, options));
    if (!isRead) return 'none';
    if (COMES_TO.test(leading.rest.replaceAll(/\([^()]*\)/g, ''))) return 'none';
    if (RETRACTED.test(leading.rest)) return 'unreadable';
    const isUnknown = 'other' in leading.value && /^\d+\s?[a-zA-Z]$/.test(leading.value.other);
    return isUnknown || isCutShort(stated, leading) ? 'unreadable' : leading;
  }
  if (leading === 'unreadable' && beginsWithNumber(plain, options)) return leading;
  if (mayGoOn) return 'none';
  const bold = emphasised(stated.text);
  const inBold = bold === undefined ? 'none' : onlyNumber(plainNotation(bold), options);
  if (typeof inBold !== 'string') return inBold;
  const all = onlyNumber(
    stated.form === 'label'
      ? withoutComparison(plainNotation(withoutAskedDozens(stated.text, options.prompt)), options.prompt)
      : plain,
    options,
  );
  return all === 'unreadable' ? amongSeveral(plain, stated, options) : all;
}

/** The only bold text, if no text after it changes its meaning. */
function emphasised(text: string): string | undefined {
  const [only, ...others] = text.matchAll(/\*\*([^*\n]{1,100})\*\*/g);
  if (only === undefined || others.length > 0) return undefined;
  return CHANGES_BOLD.test(text.slice(only.index + only[0].length)) ? undefined : only[1];
}

/** Matches the bullet of a list item on a line below "Answer:". */
const LIST_MARK = /^[-–•]\s+(?=\S)/;
const ONLY_ITEM = /^\d{1,2}[.)]\s+(?=[$€£]?[-−]?\d[\d.,]*$)/;

/** Matches a box without a closing brace at the end of the text. */
const OPEN_BOX = /\\(?:boxed|fbox)\s?\{(?=[^{}\\]{0,40}[^{}\\\s.,]$)/;

/** Matches a number that gives a size, or specifies for how many: "28 30-minute episodes", 1人あたり34ドル. */
const BESIDE = /(?<=\d\s)\d+-(?=\p{L}{2})|^\s*(?:\d|一)\p{L}{0,3}(?:あたり|当たり|につき)[、,]?\s?/gu;

/** Matches a calculation that gives the reason, at the end of a sentence. */
const WHY = /,? (?:as|since|because)\s[^,;]*\d[^,;=]*=[^,;]*$/i;

/** Reads a statement as a number. */
export function statedNumber(stated: StatedAnswer, options: NumberOptions): Reading<StatedNumber> {
  const isWhole = stated.form === 'whole';
  const closed = isWhole ? stated.text : stated.text.replace(OPEN_BOX, '');
  const text = stated.isBelow
    ? closed.replace(LIST_MARK, '').replace(stated.isLast ? ONLY_ITEM : LIST_MARK, '')
    : closed;
  if (stated.isBelow && LIST_NUMBER.test(text)) return 'none';
  const counted = withoutAskedDozens(text, options.prompt);
  const written = plainNotation(isWhole ? counted : firstSentenceOf({ ...stated, text: counted }))
    .replaceAll(BESIDE, '')
    .trim();
  const sentence = isWhole
    ? written
    : withoutAsked(withoutComparison(written, options.prompt), options.prompt);
  const plain =
    stated.at < 0 && !isWhole ? withoutRightCalculations(withoutBounds(sentence.replace(WHY, ''))) : sentence;
  if (NEGATION.test(plain)) return 'none';
  if (stated.rule === 'hashes') return afterHashes(plain, stated, options);
  if (stated.rule === 'whole-text' && isWhole) return inBareText(plain, options);
  if (isWhole) return inWhole(plain, stated, options);
  const reading = inSentence(plain, stated, options);
  const isMention =
    typeof reading !== 'string' &&
    ((stated.rule === 'whole-text' && !statesItsNumber(plain, reading.value, options)) ||
      (stated.rule === 'last-sentence' && !answersQuestion(plain, reading.value, options)));
  return isMention ? 'none' : reading;
}

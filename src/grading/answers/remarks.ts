import type { Marker, StatedAnswer } from './stated-answer.ts';

/** Matches words before a marker that deny its answer or make it hypothetical. */
const DENIAL =
  /(?:\b(?:wrong|incorrect|previous|initial|not the|another|alternative|other|possible|tempting|naive|obvious|true that|the case that|if|confidence (?:in|of|for)(?: my)?)|\b(?:mistake is to (?:think|say)|might (?:think|say)|would say|may think)(?: that)?|(?:n['’]t|\bnot|\bcannot) (?:think|believe|say|see)(?: that)?|\b(?:I|we) (?:thought|assumed|believed)(?: that)?|\b[Ss]uppose(?: that)?|\b(?:check|see) (?:if|whether)|\bwhether) (?:the )?(?:correct |final )?$/i;
const CONDITION =
  /(?:^|[.!?\n]\s?)(?:for example, )?if\b[^.!?\n]*\b(?:you|question|asked|were|was|had)\b[^.!?\n]*$/i;
/** Matches a marker that assigns a variable, such as `answer = 16` in a program. */
const ASSIGNMENT = /^\w*answer\w*\s?=$/;
const IS_CODE = /```|\b(?:print|return)\b|^[ \t]*\w+ ?=[^=\n]*\n?$/m;
/** Matches words after an answer that deny it, in languages in which the verb comes last. */
const DENIED_BEHIND = /ではありません|ではない|じゃない|नहीं|নয়|నয়|కాదు|아닙니다|아니다/;

export function isDenied(text: string, { start, end }: Marker): boolean {
  const before = text.slice(Math.max(0, start - 120), start);
  const isCode =
    ASSIGNMENT.test(text.slice(start, end)) &&
    /(?:^|\n)[ \t]*(?:\w+_)?$/.test(before) &&
    (IS_CODE.test(before) || IS_CODE.test(text.slice(end, end + 120)));
  return (
    isCode ||
    DENIAL.test(before.slice(-60)) ||
    CONDITION.test(before) ||
    DENIED_BEHIND.test(text.slice(end, end + 60).split(/[\n。।.]/, 1)[0] ?? '')
  );
}

/** Matches a statement that begins with a value: a number, a formula, a letter. */
const BEGINS_WITH_VALUE =
  /^(?:(?:therefore|thus|then|simply|just|only|indeed|exactly|equal to|also|hence|so|clearly|now|still|option|choice|letter|number|the|an?|option)\b[,:]?\s){0,4}[\s*_`"“'($[{<]{0,8}(?:[-+−–±]?\s?[$€£¥₹]?(?:[\p{N}\\√π∞]|\.\d)(?!\d{0,3}\s?\\?% (?:certain|sure|confident|correct|right|accurate)\b)|\p{L}(?![\p{L}\p{M}'’])|(?:sqrt|pi|sin|cos|tan|log|ln)\b)/iu;
const SUPPOSES = /\b(?:would|becomes|wäre|sería|serait|seria|sarebbe)\b/i;
const IN_CONDITION = /(?:^|[.!?\n(]\s{0,2})(?:\p{L}+,? )?(?:if|had|suppose|were)\b[^.!?\n]*$/iu;

/**
 * Whether a sentence describes an answer that may be stated elsewhere: "the answer is greater than 5", "the answer would be
 * 5". `conditional` if the sentence gives the answer under a condition: "if … the answer is 5".
 */
export function isRemark(
  text: string,
  { start, end }: Marker,
  stated: StatedAnswer,
): 'no' | 'conditional' | 'remark' {
  if (IN_CONDITION.test(text.slice(Math.max(0, start - 120), start))) return 'conditional';
  const isOne = !BEGINS_WITH_VALUE.test(stated.text) || SUPPOSES.test(text.slice(start, end));
  return isOne ? 'remark' : 'no';
}

const SHORT_MARKER = /^[>*_#\- \t]{0,8}A[*_]{0,3}\s{0,3}[:：]$/;
const NEXT_OPTION = /[^\n]{0,200}\n\s{0,8}[>*_#\- \t(]{0,8}B[*_)]{0,3}[ \t]{0,3}[:：.)]/y;

/** Whether a marker is an option's label, such as the `A:` in `A: 12` above `B: 15`. */
export function isOption(text: string, { start, end }: Marker): boolean {
  if (end - start > 12 || !SHORT_MARKER.test(text.slice(start, end))) return false;
  NEXT_OPTION.lastIndex = end;
  return NEXT_OPTION.test(text);
}

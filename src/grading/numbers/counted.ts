/** Matches a number that limits or qualifies what is counted. */
const BOUND =
  /(?<!\p{L})(?:(?:less|more|fewer|greater|higher|lower|smaller|larger|longer|shorter|older|younger|bigger) than|at (?:least|most)|below|above|under|over|exactly|up to|equal to)\s(?:or equal to )?[$€£]?-?\d[\d,.]*\s?%?/giu;
/** Matches a sentence that states a count: "There are 2 shelves with less than 5 items." */
const COUNTS =
  /^(?:(?:in|on|from|based on|according to|looking at|after) [^,;]{1,60}, |(?:so|therefore|thus|hence),? )?(?:there (?:is|are|was|were|will be)|\d+ [\p{L}-]+ (?:is|are|was|were|has|have))\b/iu;

/** Removes, from a sentence that states a count, the numbers that only limit what is counted. */
export function withoutBounds(sentence: string): string {
  if (!COUNTS.test(sentence)) return sentence;
  const bare = sentence.replaceAll(BOUND, '');
  return bare === sentence ||
    !/\d|\b(?:no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i.test(bare)
    ? sentence
    : bare.replaceAll(/ {2,}/g, ' ');
}

/** Matches a question that asks for a difference. */
const MORE =
  'more|less|fewer|greater|higher|lower|larger|smaller|bigger|longer|shorter|taller|older|younger|heavier|lighter|faster|slower|farther|further|cheaper';
const ASKS_DIFFERENCE = new RegExp(String.raw`\bhow (?:much|many)\b[^.?!]{0,60}\b(?:${MORE})\b[^?]*\?`, 'i');
/** Matches a difference between two things. */
const DIFFERENCE = new RegExp(
  String.raw`(?<=\d(?:\s[\p{L}-]+){0,2}\s(?:${MORE})(?:\s[\p{L}-]+){0,3}) than(?=\s(?!(?:twice|double|half|thrice|triple|one|two|three|the (?:number|amount|sum|total)|what|that)\b)\p{L}{2})`,
  'giu',
);

/** Removes the other side of a comparison if the question asks for a difference: "$10 more than the jeans" states 10. */
export function withoutComparison(sentence: string, prompt: string | undefined): string {
  return prompt !== undefined && sentence.includes(' than ') && ASKS_DIFFERENCE.test(prompt.slice(-2000))
    ? sentence.replaceAll(DIFFERENCE, ',')
    : sentence;
}

const ASKS_DOZENS = /\bhow many dozens?\b[^?]*\?/i;

/** Removes the word "dozen" after a number if the question asks for dozens: "8 dozen birds" states 8. */
export function withoutAskedDozens(sentence: string, prompt: string | undefined): string {
  return prompt !== undefined && ASKS_DOZENS.test(prompt.slice(-2000))
    ? sentence.replaceAll(/(?<=\d) dozens?\b(?: of\b)?/gi, '')
    : sentence;
}

/** Removes bounds repeated from the question, if another number remains: "25 % more likely to be above 3". */
export function withoutAsked(sentence: string, prompt: string | undefined): string {
  if (prompt === undefined || !/\d/.test(prompt)) return sentence;
  const bare = sentence.replaceAll(BOUND, (bound) => (prompt.slice(-2000).includes(bound) ? '' : bound));
  return /\d/.test(bare) ? bare : sentence;
}

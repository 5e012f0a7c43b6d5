/** Maximum length of an afterthought, in UTF-16 code units. */
const LONGEST = 2500;
const ADDRESS = /\[?https?:\/\/[^\s)\]]+[)\]]?(?:\([^()\s]*\))?/g;
const DIGIT = /\p{N}/u;
/** Matches the end of a sentence or line. */
const SENTENCE_END = /[.!?。！？।።](?=[\s*_)"'”’]|$)|\n/g;
/** Matches words that continue the solution, retract it, or say that no solution exists. */
const CONTINUES =
  /\b(?:so(?=,)|therefore|thus|hence|now|next|then|first|second|however|but|wait|unless|instead|actually|error|mistake|incorrect|wrong|invalid|impossible|contradict\p{L}*|cannot|can['’]t|unable|doesn['’]t|don['’]t have|not (?:possible|enough|sufficient|make sense|match|correct)|insufficient|missing|(?:need|have|want|wants|needs) to|to (?:find(?! out more| more)|calculate|determine|compute|get)|let['’]?s|let us|we (?:must|should|can now)|step|assum(?:e|ing)|if)\b(?! you(?:['’](?:d|re|ve))?\b)/iu;
/**
 * Matches text that is probably English. `CONTINUES` covers only English, so remarks in other languages are never treated
 * as afterthoughts.
 */
const IS_ENGLISH =
  /\b(?:the|you|your|this|that|it|is|are|out|more|with|let me|hope|good|great|well|thanks?)\b/i;
const ASKS = /\b(?:how (?:many|much|long|far|old|often)|what|which)\b[^.!]*\?/i;
/** Matches the opening words of a passage that checks the working, at the start of a line or sentence. */
const CHECK =
  /(?:^|\n|[.!]\s)[\s*_#>-]{0,6}(?:(?:now|finally|also),? )?(?:(?:let['’]?s|let us|let me|we can(?: also)?|I(?:['’]ll| will)|to)(?: (?:quickly|now|also|just))? (?:double[- ]?)?(?:check|verify|confirm)\b|(?:double[- ]?)?check(?:ing)?(?: the (?:answer|result|work)| (?:our|my) (?:answer|work))?[*_]{0,3}:|verif(?:ication|ying)\b)/gi;
const FAILS =
  /\b(?:wait|however|but|incorrect|wrong|mistake|error|contradict\p{L}*|does(?:n['’]t| not)|is(?:n['’]t| not)|not equal|re-?(?:calculate|check|evaluate|consider))\b|≠|\\neq|❌|✗/iu;

/**
 * The index at which the last sentence with a number ends; -1 if nothing follows that sentence or no sentence contains a
 * number.
 */
function endOfNumbers(text: string): number {
  const from = Math.max(0, text.length - LONGEST);
  const tail = text.slice(from).replaceAll(ADDRESS, (it) => ' '.repeat(it.length));
  let last = tail.length - 1;
  while (last >= 0 && !DIGIT.test(tail.charAt(last))) last--;
  if (last < 0) return -1;
  SENTENCE_END.lastIndex = last;
  const end = SENTENCE_END.exec(tail);
  return end === null || tail.slice(end.index + 1).trim() === '' ? -1 : from + end.index + 1;
}

/**
 * Matches a last line that announces the answer but stops before it: "The final answer is: ####", "Therefore, ####",
 * `[Answer]`.
 */
const OPENED_ANSWER =
  /\n[ \t*_#>]{0,6}(?:(?:Thus|Therefore|So|Hence),? )?[*_]{0,2}(?:[[<(]?(?:(?:the|my) )?(?:(?:final|correct) )?answer(?: is)?[\])>]?[ \t*_]{0,4}:?[ \t*_#]{0,12}|#{4,6})[*_\s:.]{0,6}(?:\[[^\]\n\d]{1,40}\]\s{0,4})?$/i;
/**
 * Matches a last line that begins a conclusion but stops before its value: "Therefore, the total number of eggs is". It is
 * cut off, so it has no final mark. A conclusion about the next part of the question does not count.
 */
const OPENED_CONCLUSION =
  /\n[ \t*_#>]{0,6}(?:Therefore|Thus|Hence|Final(?:ly)?|So(?=,? the (?:total|final|answer)\b))(?!\p{L})(?!,? (?:let|we|I|you|to|if)\b)(?![^\n]*\b(?:first|second|third|next|other|another|new|remaining|rest|each|original)\b)[^\d\n$\\.!?:=]{0,160}$/u;
/** Matches a complete sentence, an emoji or a URL at the end of the text, which shows that the text was not cut off. */
const ENDS = /[.!?。！？।።…:)\]"”’*_]\s*$|\p{Extended_Pictographic}\uFE0F?\s*$|https?:\/\/\S+\s*$/u;

/** The paragraphs before the one with an address. A paragraph with an address advertises instead of solving. */
function beforeAddress(text: string): string {
  const address = text.indexOf('://');
  return address === -1 ? text : text.slice(0, Math.max(0, text.lastIndexOf('\n\n', address)));
}

/** Minimum length of a line that a text without a loop does not begin twice, in UTF-16 code units. */
const SHORTEST_REPEATED = 20;

/** Whether a text's last line, which is cut off, repeats the beginning of an earlier line, as in a loop. */
function isRepeated(text: string, at: number): boolean {
  const line = text.slice(at).trim();
  return line.length >= SHORTEST_REPEATED && text.lastIndexOf(line, at - 1) !== -1;
}

/** Removes a last line that announces the answer or a conclusion but stops before it; undefined if there is no such line. */
export function withoutOpenedAnswer(text: string): string | undefined {
  const from = Math.max(0, text.length - 200);
  const last = text.slice(from);
  const opened = OPENED_ANSWER.exec(last);
  if (opened !== null) return text.slice(0, from + opened.index);
  const conclusion = OPENED_CONCLUSION.exec(last);
  if (conclusion === null || isRepeated(text, from + conclusion.index)) return undefined;
  return text.slice(0, from + conclusion.index);
}

/**
 * Removes the afterthought at the end of the text: remarks without a number, or a successful check of the working. Undefined
 * if there is no afterthought, or if the text continues the solution, retracts the answer, or is cut off.
 */
export function withoutAfterthought(text: string): string | undefined {
  if (!ENDS.test(text.slice(-200))) return undefined;
  const end = endOfNumbers(text);
  const behind = end === -1 ? '' : text.slice(end);
  const added = behind.replaceAll(ADDRESS, ' ');
  if (IS_ENGLISH.test(added) && !CONTINUES.test(beforeAddress(behind)) && !ASKS.test(added))
    return text.slice(0, end);
  const tail = Math.max(0, text.length - LONGEST);
  CHECK.lastIndex = tail;
  const check = CHECK.exec(text);
  if (check === null || check.index === 0 || FAILS.test(text.slice(check.index))) return undefined;
  return text.slice(0, check.index + (/^[.!]/.test(check[0]) ? 1 : 0));
}

/** Matches the opening of a second solution below an answer: "Okay, let's see", "Let me check", or a last "Wait". */
const RETELLS =
  /^(?:wait\W*$|(?:okay|ok|alright|all right|hmm|well|now|so|let me|let['’]?s|let us|first|to (?:solve|find|check|verify)|i (?:need|have|want|will)|the (?:problem|question))\b)/i;
/** Matches words that take back an answer, or doubt it. */
const TAKES_BACK =
  /\b(?:correction|on second thought|i meant|(?:i|we) (?:made|see|found|notice) (?:a|an|my|the) (?:mistake|error)|(?:that|this|it|answer|which)(?:['’]s| is| was| seems| must be| would be| can(?:no|['’])t be)(?: \p{L}+)? (?:wrong|incorrect|not (?:right|correct)|off|contradict\p{L}*|a mistake|an error)|(?:was|were|am) (?:wrong|mistaken)|(?:doesn['’]t|does not|don['’]t|do not) (?:match|make sense|add up|agree)|contradict\p{L}*|impossible|instead of|should (?:actually )?(?:be|have been)|the (?:correct|right) (?:answer|result|value)|conflicts?|confus(?:ed|ing)|ambiguous)\b/iu;
/** Matches the end of a finished sentence, but not of one that announces the next step: "Let me add them." */
const IS_FINISHED =
  /(?<!(?:^|[.!?\n]\s?)(?:let me|let['’]?s|now|next)\b[^.\d]*)(?:[.!?)\]"'”’*]|\S\$)[\s*_]*$/i;
const LONGEST_STATEMENT = 80;
/** Maximum length of a second solution, in UTF-16 code units. A longer one is reasoning without an end. */
const LONGEST_RETOLD = 6000;
/** Matches the text before a statement on its line: markup, and words such as "the final". */
const LEAD = /^[\s*_#>]*(?:(?:therefore|thus|so|hence),? )?(?:(?:the|my) )?(?:final |correct )?$/i;

/**
 * Whether the text after a stated answer only begins to solve the question once more, and neither takes the answer back nor
 * comes to its end. The statement begins at `at`, and must be on a line of its own; `doubt` is the index of a word such as
 * "wait" after it.
 */
export function isOnlyRetold(text: string, at: number, doubt: number): boolean {
  const end = text.indexOf('\n', at);
  if (end === -1 || end > Math.min(doubt, at + LONGEST_STATEMENT)) return false;
  const lead = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const behind = text.slice(end).trim();
  return (
    behind.length <= LONGEST_RETOLD &&
    LEAD.test(lead) &&
    RETELLS.test(behind) &&
    !TAKES_BACK.test(behind) &&
    !IS_FINISHED.test(behind.slice(-120))
  );
}

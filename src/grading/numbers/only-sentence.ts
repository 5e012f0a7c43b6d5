import { givenNumbers, keyOf, type NumberOptions, type StatedNumber } from './numbers-in-text.ts';

/** Words that do not change the number after them. */
const ABOUT =
  '(?:(?:about|approximately|around|roughly|exactly|only|just|almost|nearly|now|also|still|all|equal to|(?:a|the) total (?:amount )?of|a (?:combined|grand) total of|an average of|a sum of|another)\\s){0,3}';
const NUMBER =
  '[*([]{0,3}(?:US|USD|Rs\\.?|EUR)?\\s?[$€£¥₹]?\\s?[-−]?(?:\\.?\\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\\b)';
/** Verbs that introduce an amount: how much there is, or how much somebody gets, gives or does. */
const SAYS_AMOUNT =
  '(?:is|are|was|were|be|been|equals?|equalled|comes? to|came to|amounts? to|totals?|measures?|weighs?|costs?|(?:ha[sd]|have)(?: (?:read|eaten|sold|spent|earned|made|paid|saved|used|left|lost|won|got|gotten|scored|received|bought|collected|caught|walked|watched|been))?|needs?|needed|requires?|gets?|got|makes?|made|earns?|earned|pays?|paid|spends?|spent|sells?|sold|buys?|bought|receives?|received|takes?|took|saves?|saved|uses?|used|eats?|ate|drinks?|drank|reads?|collects?|collected|loses?|lost|gives?|gave|leaves?(?: (?:her|him|them|us|me|you))?(?: with)?|walks?|walked|runs?|ran|drives?|drove|travels?|travelled|traveled|catche?s?|caught|watche[sd]|watch|wins?|won|scores?|scored|keeps?|kept|lasts?|raise[sd]?|produce[sd]?|contain(?:s|ed)|finds?|found|picks? up|picked up|start(?:s|ed)(?: out)? with|end(?:s|ed)? up with|weighed|increase[sd]? by|adds? up to|added up to|sum up to|carrie[sd]|holds|works?|worked|writes?|wrote|picks?|picked|grows?|grew|owes?|charge[sd]?|remain(?:s|ed)?|(?:will|would|can|must|should|could|did|to)(?: \\p{L}{2,12}){1,2})';
const STATES: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}'’])${SAYS_AMOUNT}\\s${ABOUT}${NUMBER}`, 'iu'),
  new RegExp(`\\b(?:a|the) (?:grand )?total (?:\\p{L}+ )?(?:of|:)\\s?${NUMBER}`, 'iu'),
  new RegExp(`${NUMBER}[^,;.]{0,40}\\s(?:left|remaining|remain|in total|altogether|in all|total)\\b`, 'iu'),
];
/** Matches an amount in Chinese and Japanese: 总金额为18500元, 合計18個です. */
const STATES_IN_HAN =
  /(?:总|總|共|合计|合計|累计|剩|需要|[为為是])[^\d。，,？?]{0,12}\d[\d,.]*\s?\p{Script=Han}{0,3}(?:です|でした|になります)?$/u;
/** Matches an amount in Persian, before the verb at the end: قیمت 1000 تومان است. */
const STATES_IN_PERSIAN =
  /^(?!.*(?:حداکثر|حداقل|کمتر|بیشتر)).*(?:(?:برابر|مساوی)(?: است)? (?:با|به)\s[^\d]{0,9}\d|\d[^\d.؟?]{0,30}\s(?:است|می‌شود|می‌باشد|میباشد)$)/u;
/** Matches a sentence that describes the question. */
const ABOUT_QUESTION =
  /\b(?:question|problem|exercise|step|example|equation|sentence|statement|picture (?:shows|has)|page|chapter|asks?|asked|asking|says|mention\p{L}*|refer\p{L}*|wonder\p{L}*|(?:have|has|need|try|trying|want) to (?:find|calculate|know|determine|compute|figure)|how (?:many|much))\b/iu;
/** Matches a calculation with its result at the end of the sentence. */
const ENDS_IN_RESULT = /\d[^=]*=\s?[$€£]?[-−]?[\d.,]*\d\s?(?:[%$€£°]|[\p{L}\p{M}. ]{0,40})[.!]?$/u;
const BEGINS_WITH_NUMBER = new RegExp(`^${NUMBER}`, 'iu');
const WORD = /\p{L}[\p{L}\p{M}]{2,}/gu;
const MOST_WORDS = 2000;

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .slice(0, 10 * MOST_WORDS)
      .toLowerCase()
      .match(WORD) ?? [],
  );
}

/** Whether a sentence is about the question's subject, judged by the share of words they have in common. */
function speaksOf(sentence: string, prompt: string): boolean {
  const asked = wordsOf(prompt);
  const said = [...wordsOf(sentence)];
  return said.filter((word) => asked.has(word)).length >= Math.max(2, said.length / 3);
}

/**
 * Whether a one-sentence completion gives its only number as the answer, rather than just mentioning it. It does if a
 * known verb introduces an amount. Otherwise the sentence must be about the question's subject, and the question must not
 * give the number.
 */
export function statesItsNumber(sentence: string, value: StatedNumber, options: NumberOptions): boolean {
  if (ABOUT_QUESTION.test(sentence)) return false;
  if (STATES.some((pattern) => pattern.test(sentence)) || STATES_IN_HAN.test(sentence)) return true;
  if (STATES_IN_PERSIAN.test(sentence)) return true;
  if (ENDS_IN_RESULT.test(sentence)) return true;
  const { prompt } = options;
  const begins = BEGINS_WITH_NUMBER.test(sentence);
  if (prompt === undefined) return begins;
  if (givenNumbers(prompt, options).has(keyOf(value))) return false;
  return begins || speaksOf(sentence, prompt);
}

/** The last question in a prompt. */
export function questionOf(prompt: string): string | undefined {
  const end = prompt.lastIndexOf('?');
  return end === -1
    ? undefined
    : prompt
        .slice(Math.max(0, end - 600), end)
        .split(/[.?!\n]\s/)
        .at(-1);
}

/** Matches words that may occur in any question. */
const ASKING =
  /^(?:how|many|much|what|when|which|does|did|have|has|had|will|would|the|and|for|are|was|were|she|her|his|him|they|them|their|its|you|can|could|with|all|that|this|each|every|per|from|total|now|than|more|less|after|before|there|been|get|got|need|needs|make|made|take|takes|use|used|if)$/;

/**
 * Whether the last sentence of a completion answers the question in the prompt. It does if it gives the amount of
 * something that the question asks for, and the question does not contain that number.
 */
export function answersQuestion(sentence: string, value: StatedNumber, options: NumberOptions): boolean {
  const { prompt } = options;
  const question = prompt === undefined ? undefined : questionOf(prompt);
  if (prompt === undefined || question === undefined || ABOUT_QUESTION.test(sentence)) return false;
  if (!STATES.some((pattern) => pattern.test(sentence))) return false;
  if (givenNumbers(prompt, options).has(keyOf(value))) return false;
  const asked = wordsOf(question);
  const said = [...wordsOf(sentence)].filter((word) => !ASKING.test(word));
  return said.filter((word) => asked.has(word)).length >= Math.min(2, Math.max(1, said.length / 3));
}

import { labelsAnswer, labelsOther, namesValue } from './answer-words.ts';

/** Matches a tag that a prompt mentions: `<assertion>`, or `[RESULT]` if the closing tag follows. */
const MENTION =
  /<([\p{L}][\p{L}\p{N}_-]{0,29})>|\[([\p{Lu}][\p{Lu}\p{N}_-]{1,29})\](?=[^]{0,200}?\[\/\2\])/gu;
/** Matches two tags with a placeholder or with nothing between them. */
const PAIR = /<([a-z][\w-]{0,29})>(\s{0,8}[^<\n]{0,80}\s{0,8})<\/\1>/gi;
/** Matches words that put something into the tag after them, in the languages in which prompts commonly do so. */
const INTO =
  /(?:(?<!\p{L})(?:in|within|inside|into|between|with|using|by|via|innerhalb|zwischen|mit|dans|entre|avec|en|dentro(?: de)?|con|em|com|tra|fra|binnen|tussen|met|в|внутри|между)(?: (?:the|a|an|the following|a pair of|xml|las|los|les|des|os|as|теги|тегах|den|die|de))?(?: (?:tags?|balises?|etiquetas?|теги|тегами))?|在|用|放在|放入|で|を)\s?["'`“「]?$/iu;
/** Matches a word for a tag, after the tag. */
const CALLED_TAG =
  /^(?:["'`”」]?\s?(?:(?:\p{L}{1,4}|\.{3}|…)?\s?["'`“]?(?:<\/[^<>\n]{1,30}>|\[\/[^\]\n]{1,30}\])["'`”]?)?\s?)(?:(?:xml |html )?tags?|balises?|etiquetas?|тег\p{L}*|标签|標籤|タグ|태그)(?!\p{L})/iu;
/** Matches the end of a sentence, and an earlier tag. */
const SENTENCE_BREAK = /[.!?;\n](?=\s|$)|[。！？；\n]|>|\btags\b/g;
/** Matches the end of a clause. */
const CLAUSE_BREAK =
  /[,:，、：](?=\s|\p{Script=Han}|$)|(?<!\p{L})(?:and|then|und|dann|et|puis|y|luego|e|и)\s/gu;
/** How far around a tag to search for the words that say what it contains, in UTF-16 code units. */
const REACH = 200;
const MOST_TAGS = 4;

function lastPart(text: string, breaks: RegExp): string {
  const last = [...text.matchAll(breaks)].at(-1);
  return last === undefined ? text : text.slice(last.index + last[0].length);
}

/** Whether words announce the answer rather than the working. */
function announces(words: string): boolean {
  return !labelsOther(words) && (labelsAnswer(words) || namesValue(words.replaceAll(/[^\p{L}\s]+/gu, ' ')));
}

/** Whether the words around a tag say that it contains the answer: "enclose your final value in <v> tags". */
function containsAnswer(before: string, after: string): boolean {
  const called = CALLED_TAG.exec(after)?.[0];
  const sentence = lastPart(before, SENTENCE_BREAK);
  if (called === undefined && !INTO.test(before)) return false;
  const clause = lastPart(sentence, CLAUSE_BREAK);
  if (labelsOther(clause)) return false;
  if (announces(clause) || announces(sentence)) return true;
  const behind = after.slice(called?.length ?? 0).replace(/^\s?[,:]/, '');
  const end = behind.search(/[.;!?\n。；<[]|(?<!\p{L})(?:and|then|und|et|y|и)\s/u);
  return /\p{L}/u.test(clause)
    ? announces(`${clause} ${end === -1 ? behind : behind.slice(0, end)}`)
    : announces(end === -1 ? behind : behind.slice(0, end));
}

/**
 * The names of the tags in which a prompt asks for the answer, in lower case: `assertion` for "enclose your final
 * assertion in <assertion> tags". A tag for the reasoning is not one of them. Linear in the length of the prompt.
 */
export function askedTags(prompt: string): readonly string[] {
  const names = new Set<string>();
  const add = (name: string): void => {
    if (!labelsOther(name) && names.size < MOST_TAGS) names.add(name.toLowerCase());
  };
  for (const [, name = '', content = ''] of prompt.matchAll(PAIR)) {
    if (labelsAnswer(name) || namesValue(content)) add(name);
  }
  for (const { 0: written, 1: angled, 2: square, index } of prompt.matchAll(MENTION)) {
    const name = angled ?? square ?? '';
    const before = prompt.slice(Math.max(0, index - REACH), index);
    const end = index + written.length;
    const isClosed = labelsAnswer(name) && prompt.includes(`</${name}>`);
    if (isClosed || containsAnswer(before, prompt.slice(end, end + REACH))) add(name);
  }
  return [...names];
}

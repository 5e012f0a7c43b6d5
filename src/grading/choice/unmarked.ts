import { contentEnd } from '../answers/endings.ts';
import { MAX_ANSWER_LENGTH } from '../answers/stated-answer.ts';
import {
  endsBefore,
  foldedText,
  isLetterOfOption,
  type Named,
  namedByLetter,
  namedWithin,
  type Option,
} from './option.ts';
import { isPlaceholder } from './supposed.ts';
import { OPTION_WORDS, statedLetter, withoutMarkup } from './stated-letter.ts';

/** An option in text that has no answer marker, and how it was found. */
export interface FoundOption {
  readonly rule: 'letter-line' | 'labelled-line' | 'mention' | 'option-text';
  readonly value: Named;
}

const MENTION = new RegExp(
  `\\(([A-Z])\\)|\\*\\*\\(?([A-Z])[).]?\\*\\*|(?<!\\p{L})(?:${OPTION_WORDS})s? (?:\\*\\*)?\\(?([A-Z])(?![\\p{Script=Latin}\\d])\\)?`,
  'gu',
);
/** Matches a clause that rejects an option, or asks a question. */
const NEGATIVE =
  /\b(?:not|no|none|never|neither|nor|cannot|without|unlikely|wrong|incorrect|false|exclud\w+|eliminat\w+|rul(?:e[sd]?|ing) out|unable|less likely|except|fails?|doubt\w*|distractor|reject\w*|out)\b|n['’]t\b|[❌✗✘]|\?\s*$|不|没有|無い|ない|아니|않|(?<!\p{L})(?:não|nicht|kein\w*|ne|non|нет|не|नहीं|নয়|না|కాదు|ไม่)(?!\p{L})/iu;
/**
 * Prevents a split before words such as "is wrong" or "thus incorrect". They say something about the preceding clause,
 * so they must stay with it.
 */
const DENIES_NEXT =
  '(?!\\W{0,4}(?:(?:hence|thus|therefore|however|which is|is),? ){0,3}(?:wrong|incorrect|false|not (?:correct|right|the answer))\\b)';
const CLAUSE = new RegExp(
  `[,;:]\\s${DENIES_NEXT}|[.!?。，；、！？]\\s|\\s(?:and|but|while|whereas|so)\\s${DENIES_NEXT}|[。，；！？\\n]`,
  'u',
);
/** Matches a clause that contrasts an option with another option, or only supposes it. */
const SET_AGAINST = /\b(?:unlike|instead of|rather than)\s(?:the |a |an )?(?:option )?$/i;
const SUPPOSED = /^\s*(?:when|although|though|if)\b|\b(?:whether|unless|unclear|might|may be|if)\b/i;
/** Matches words for things that have letters of their own: "figure (B)", "vitamin **C**". */
const OWN_LETTERS =
  /\b(?:fig(?:ure|\.)?|reactions?|cases?|steps?|equations?|eq\.|matrix|matrices|vitamin|compounds?|vectors?|let|points?|parts?|tables?|graphs?|diagrams?|sets?|hepatitis|type|groups?|events?|lines?|sections?|person|images?|panels?)[ :]$/i;
/** Matches text that declines to choose. */
const REFUSAL =
  /^(?:unknown|unclear|undetermined|I (?:do not|don['’]t) know)\b|\b(?:none of the (?:given |provided |above )?(?:options|choices|answers) (?:is|are|match\w*|fit\w*|seems?|appears?)|no (?:other )?(?:option|answer|choice) (?:is|fits|matches)|(?:cannot|can['’]t|unable to|not able to) (?:answer|choose|decide|tell|determine (?:the (?:correct|right|best|answer)|which|an answer))|neither\.)/i;
/** Matches a list of letters that the text enumerates: 选项 A、B、C, "options A, B and D". */
const LISTED_LETTERS = /^\)?\s?(?:[、,/&]|and|or|和|及|与|或)\s?\(?[A-Z](?![\p{Script=Latin}])/u;
/** Matches text that shows that the number after it is only a term of a formula: `3/`, `2 + `, a sign. */
const WITHIN_FORMULA = /(?:[/^+×·÷]\s?|\d\s?[-:]\s?|-)$/;
/**
 * Matches an option's label at the start of a line. `A:` is excluded, because it introduces an answer as often as it
 * labels an option.
 */
const LABELLED =
  /^(?:[Oo]ption |[Cc]hoice )?\(?([A-Z])(?:(?:[).]|(?<!A):)\s+(?!(?:is|was|and|or)\b)\S| [-–—] (?=\p{Lu}|\p{Lo})|,? (?:because|since)\b)/u;
/** Matches a lower-case label at the start of a line. Unlike a capital letter, it must have both brackets. */
const LOWER_LABELLED = /^\(([a-j])\)\s+\S/;
const LABEL =
  /^[>*_#\-|\s]{0,14}(?:\[[x ]\] )?(?:[Oo]ption )?(?:\(?([A-Z])[*_]{0,2}[).:|]|\(([a-j])\))[*_]{0,2}\s/gm;
const LOWER_WITHIN = /(?<=\S\s)\(([a-j])\)\s/g;
const LABEL_WITHIN = /(?<![.!?;])\s\(?([A-Z])[).]\s/g;
const CHECKED = /[✅✓✔☑]|\[x\]/i;

/**
 * Matches the end of a sentence, a formula or a marked word at the end of the text. Long text without such an end was cut
 * off while it was still reasoning.
 */
const ENDS_WELL = /[.!?:。！？।)\]}*_"'”’」』`$]\s*$/u;

function letterOf(match: RegExpMatchArray): string {
  return match[1] ?? match[2] ?? match[3] ?? '';
}

/** The letter that labels a line, as a capital letter. */
function labelOf(plain: string): string | undefined {
  return (LABELLED.exec(plain) ?? LOWER_LABELLED.exec(plain))?.[1]?.toUpperCase();
}

export function isRefusal(text: string): boolean {
  return REFUSAL.test(text);
}

/** Whether the clause around a position asserts, denies or only supposes that the option there is the answer. */
function saidOf(text: string, at: number, length: number): 'asserted' | 'denied' | 'supposed' {
  const before = text.slice(0, at).split(CLAUSE).at(-1) ?? '';
  const [after = ''] = text.slice(at + length).split(CLAUSE, 1);
  const clause = `${before} ${after}`;
  if (NEGATIVE.test(clause) || SET_AGAINST.test(before)) return 'denied';
  return SUPPOSED.test(clause) ? 'supposed' : 'asserted';
}

/**
 * Whether a line is a letter followed by the text of that letter's option. The text may contain "no", as in "(B) No".
 */
function isOptionWithText(plain: string, options: readonly Option[]): boolean {
  const [, letter = '', text = ''] = /^\(?([A-Z])[).:]\s+(.*)$/.exec(plain) ?? [];
  const option = options[letter.charCodeAt(0) - 65];
  return option !== undefined && option.folded === foldedText(text).replace(/[.!]$/, '');
}

/** The option in a line that consists of a letter, or of a letter and its option's text. */
function inLine(line: string, mayBeLabelled: boolean, options: readonly Option[]): FoundOption | undefined {
  if (line.length > MAX_ANSWER_LENGTH) return undefined;
  const plain = withoutMarkup(line);
  const letter = statedLetter(plain);
  const isDenied = NEGATIVE.test(plain.split(/[.,;:]\s/, 1)[0] ?? '') && !isOptionWithText(plain, options);
  if (letter === undefined || isDenied || /[❌✗✘]/.test(plain)) return undefined;
  if (letter !== 'several' && isPlaceholder(letter.written, options)) return undefined;
  const value = letter === 'several' ? letter : namedByLetter(letter, options);
  if (value === undefined) return undefined;
  if (
    letter === 'several' ||
    /^\P{L}*(?:(?:option|choice|answer|letter):? )?\P{L}*\p{L}[^\p{L}\p{N}]*$/iu.test(plain)
  ) {
    return plain.length <= 40 ? { rule: 'letter-line', value } : undefined;
  }
  const label = labelOf(plain);
  const others = [
    ...line.matchAll(MENTION),
    ...plain.matchAll(LABEL_WITHIN),
    ...plain.matchAll(LOWER_WITHIN),
  ].some((match) => letterOf(match).toUpperCase() !== label);
  return label === undefined || !mayBeLabelled || others ? undefined : { rule: 'labelled-line', value };
}

/** Matches an operator before a letter, which shows that the letter is a name in a formula: `x * (B) = 4`. */
const OPERATOR_BEFORE = /[\p{L}\d)]\s?[-+*/×·=]\s?[([]?$/u;
const OPERATOR_BEHIND = /^[)\]]?\s?(?:[+*/×·]|=(?!>))\s?[\p{L}\d(]/u;

/**
 * The only option that is mentioned; undefined if no option or several are mentioned. A mention does not say that the
 * option is the answer, so a letter in brackets or bold that is also the text of another option (`boron (B)`) is
 * ambiguous and is not used. Nor is any letter used if formulas in the text use such letters as names.
 */
export function onlyMention(text: string, options: readonly Option[]): FoundOption | undefined {
  let only: string | undefined;
  let isAsserted = false;
  for (const match of text.matchAll(MENTION)) {
    const letter = letterOf(match);
    if (!isLetterOfOption(letter, options)) continue;
    const end = match.index + match[0].length;
    if (LISTED_LETTERS.test(text.slice(end, end + 8))) return undefined;
    if (letter === only && isAsserted) continue;
    const around = text.slice(Math.max(0, match.index - 200), end + 200);
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    if (OWN_LETTERS.test(before)) continue;
    if (OPERATOR_BEFORE.test(before) || OPERATOR_BEHIND.test(text.slice(end, end + 8))) return undefined;
    const said = saidOf(around, Math.min(200, match.index), match[0].length);
    if (said === 'denied') continue;
    isAsserted ||= said === 'asserted';
    const named = namedByLetter({ written: letter, isLabel: match[3] !== undefined, rest: '' }, options);
    if (named === 'ambiguous' || (only !== undefined && only !== letter)) return undefined;
    only = letter;
  }
  return only === undefined || !isAsserted ? undefined : { rule: 'mention', value: { letter: only } };
}

/**
 * The only option whose text is in the line, if the line does not deny that option. Text within a longer option's text
 * does not count. Neither does a single letter within a line, which is more often a word or a label.
 */
export function onlyText(line: string, options: readonly Option[]): FoundOption | undefined {
  if (line.length > MAX_ANSWER_LENGTH) return undefined;
  const plain = withoutMarkup(line);
  let rest = foldedText(plain);
  const longestFirst = options
    .filter(({ folded }) => folded !== '')
    .toSorted((a, b) => b.folded.length - a.folded.length);
  const asserted = new Set<Option>();
  const found = longestFirst.filter((option) => {
    const text = option.folded;
    let occurs = false;
    for (let at = rest.indexOf(text); at !== -1; at = rest.indexOf(text, at + 1)) {
      const before = rest.slice(Math.max(0, at - 4), at);
      const inWord =
        /[\p{L}\p{M}\p{N}_]$|\d[.,]$/u.test(before) || (/^\d/.test(text) && WITHIN_FORMULA.test(before));
      const after = rest.slice(at + text.length);
      // In a sentence, "no" denies something else.
      const isReply = /^(?:no|yes)$/.test(text);
      const isWhole = !isReply || at === 0 || /[.:!]\s$/.test(before);
      if (!inWord && isWhole && endsBefore(after, option) && (rest === text || !/^\p{L}$/u.test(text))) {
        const said = saidOf(rest, at, text.length);
        occurs ||= said !== 'denied';
        if (said === 'asserted') asserted.add(option);
        rest = `${rest.slice(0, at)}${'\0'.repeat(text.length)}${after}`;
      }
    }
    return occurs;
  });
  const [only, ...others] = found;
  if (only === undefined || others.length > 0 || !asserted.has(only)) return undefined;
  // If the sentence contains other numbers, a number that happens to equal an option is not an answer.
  if (/\d/.test(only.folded) && /\d/.test(rest.split(/[.!?]\s/).at(-1) ?? '')) return undefined;
  return { rule: 'option-text', value: namedWithin(plain, only.folded, options) };
}

/** The option of the only labeled line, among several, that has a check mark. */
function onlyChecked(lines: readonly string[], options: readonly Option[]): FoundOption | undefined {
  const checked = lines.filter((line) => CHECKED.test(line));
  const [only, ...others] = checked;
  if (only === undefined || others.length > 0) return undefined;
  const [, capital, small] = [...only.matchAll(LABEL)][0] ?? [];
  const letter = capital ?? small;
  const value =
    letter === undefined ? undefined : namedByLetter({ written: letter, isLabel: true, rest: '' }, options);
  return value === undefined ? undefined : { rule: 'labelled-line', value };
}

/** The option that is the text's first or last line, or the only option that the text mentions. */
export function unmarkedOption(whole: string, options: readonly Option[]): FoundOption | undefined {
  const text = whole.replace(/^```\w*\n|\n?```\s*$/g, '').trim();
  const content = text.slice(0, contentEnd(text) + 3).trimEnd();
  const lines = text.split('\n');
  const [first = ''] = lines;
  const last = lastLine(content) || lastLine(text);
  const labels = [...text.matchAll(LABEL)].map((match) => (match[1] ?? match[2])?.toUpperCase());
  const areListed = labels.some((label) => label !== labels[0]);
  const firstLabel = labelOf(withoutMarkup(first));
  const isFirstAlone = labels.filter((label) => label === firstLabel).length === 1;
  const atEnd = isNextLabel(text) ? undefined : inLine(lastLine(text), !areListed, options);
  const atStart = inLine(first, !areListed || (isFirstAlone && isApart(lines)), options);
  if (differ(atStart, atEnd)) return { rule: 'letter-line', value: 'several' };
  const found =
    atEnd ??
    atStart ??
    (areListed ? onlyChecked(lines, options) : undefined) ??
    (lines.length > 1 ? isText(first, options) : undefined);
  if (found !== undefined || isRefusal(last)) return found;
  const isLong = text.length > MAX_ANSWER_LENGTH;
  if (isLong && !ENDS_WELL.test(text)) return undefined;
  const ending = lastSentenceLine(content) || last;
  const isListItem = areListed && [last, lines.at(-2) ?? ''].every((line) => line.search(LABEL) === 0);
  return (
    (isListItem || ending.length > MAX_ANSWER_LENGTH ? undefined : onlyMention(ending, options)) ??
    (areListed ? undefined : onlyText(ending, options)) ??
    (isLong ? undefined : onlyMention(text, options))
  );
}

/** Matches the last two lines of the text, if the last is only a letter. */
const LAST_LABEL =
  /(?:^|\n)[ \t*_#(>-]{0,8}([A-Za-z])[*_]{0,2}[).:][^\n]+\n\s{0,4}[*_#(>-]{0,8}([A-Za-z])[*_).:]{0,4}\s*$/;

/** Whether the text is cut off within a list of options, which means that its last line is only the next letter. */
function isNextLabel(text: string): boolean {
  const [, above = '', last = ''] = LAST_LABEL.exec(text.slice(-600)) ?? [];
  return last !== '' && last.toLowerCase().charCodeAt(0) === above.toLowerCase().charCodeAt(0) + 1;
}

/** Whether the first and the last line are different letters and nothing else. */
function differ(first: FoundOption | undefined, last: FoundOption | undefined): boolean {
  if (first?.rule !== 'letter-line' || last?.rule !== 'letter-line') return false;
  const [a, b] = [first.value, last.value];
  return typeof a === 'object' && typeof b === 'object' && a.letter !== b.letter;
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

const MOST_LINES_JOINED = 8;

/**
 * The last line, joined to the lines above that it continues: a line break within a sentence does not end the sentence.
 */
function lastSentenceLine(text: string): string {
  let start = text.lastIndexOf('\n');
  for (let joined = 0; joined < MOST_LINES_JOINED && start > 0; joined += 1) {
    const continues =
      /^\s?\p{Ll}/u.test(text.slice(start + 1, start + 8)) &&
      /[\p{L}\p{N},)\]"'’*_]$/u.test(text.charAt(start - 1));
    if (!continues) break;
    start = text.lastIndexOf('\n', start - 1);
  }
  return text.slice(start + 1);
}

/** Whether a blank line sets the first line apart from a list that follows. */
function isApart(lines: readonly string[]): boolean {
  return lines[1] !== undefined && lines[1].trim() === '';
}

/** The option whose text is the whole line. */
function isText(line: string, options: readonly Option[]): FoundOption | undefined {
  const folded = foldedText(withoutMarkup(line)).replace(/[.!]$/, '');
  return options.some((option) => option.folded === folded)
    ? { rule: 'option-text', value: namedWithin(line, folded, options) }
    : undefined;
}

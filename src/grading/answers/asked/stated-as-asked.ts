import { answerTags, isPlaceholder } from '../enclosed.ts';
import { matchesOf } from '../matches-of.ts';
import { MAX_ANSWER_LENGTH, type Marker, type StatedAnswer, tagged, whole } from '../stated-answer.ts';
import { type Asked, type CompiledForm, onlyWords } from './asked.ts';
import { namesValue } from './answer-words.ts';

const RULE = 'prompt-marker';
/** Matches a form's content if it was copied from the instructions. */
const COPIED =
  /^(?:[.…_\s]*|[[<{(][^[\]<>{}()]{1,60}[\]>})]|\$?[A-Z_]{3,20}|and|or|und|et|y|e|和|与|與|或)$/u;
/** Minimum number of different values in a form that are a list rather than an answer. */
const LISTS = 3;
/** Maximum number of a form's occurrences that are read, counted from the end of the text. */
const MOST_OCCURRENCES = 50;

/** The value between a form's two texts; undefined if the second text is missing. */
function enclosedAt(text: string, start: number, after: string): string | undefined {
  if (after === '') return undefined;
  const rest = text.slice(start, start + MAX_ANSWER_LENGTH);
  if (after.startsWith('}')) {
    let depth = 1;
    for (let at = 0; at < rest.length; at++) {
      if (rest[at] === '{') depth++;
      else if (rest[at] === '}') depth--;
      if (depth === 0) return rest.slice(0, at);
    }
    return undefined;
  }
  const at = rest.indexOf(after);
  if (at !== -1) return rest.slice(0, at);
  // The text may be cut off within the closing mark.
  if (start + rest.length < text.length || rest.includes('\n')) return undefined;
  for (let length = after.length - 1; length > 0; length--) {
    if (rest.endsWith(after.slice(0, length))) return rest.slice(0, -length);
  }
  return undefined;
}

/** Matches words that describe a value instead of giving one: "your answer", "number". */
const NAME = /^(?:(?:the|your|a|an|final) ){0,2}\p{L}{2,}$/iu;

function isCopied(content: string): boolean {
  const plain = content.trim();
  return isPlaceholder(plain) || COPIED.test(plain) || (NAME.test(plain) && namesValue(plain));
}

const VALUE_OF_KEY =
  /\s{0,8}(?:"((?:[^"\\]|\\.){0,1000})"|'((?:[^'\\\n]|\\.){0,1000})'|(-?\d{1,50}(?:\.\d{1,50})?(?=\s*(?:[}\]\n]|,(?!\d)|$))|true|false)|\[([^\][{}]{0,400})\])/suy;

function ofKey(text: string, start: number): string | undefined {
  VALUE_OF_KEY.lastIndex = start;
  const match = VALUE_OF_KEY.exec(text);
  return match === null ? undefined : match.slice(1).find((it) => it !== undefined);
}

/** Returns the answers that a completion gives in the forms that its prompt asks for. */
export function statedAsAsked(
  text: string,
  { forms, tags, words }: Asked,
): { readonly markers: readonly Marker[]; readonly stated: readonly StatedAnswer[] } {
  const markers: Marker[] = [];
  const stated: StatedAnswer[] = inTags(text, tags);
  for (const form of forms) {
    const all = inForm(text, form, words);
    // A form in quotation marks is only mentioned, unless every occurrence is quoted.
    const used = all.filter(({ marker }) => !/["'`“”「]/.test(text.charAt(marker.start - 1)));
    const found = used.length === 0 ? all : used;
    const values = new Set(found.map(({ value }) => value.trim().toLowerCase()));
    if (values.size >= LISTS) continue;
    for (const { marker, enclosed } of found) {
      if (enclosed !== undefined) stated.push(enclosed);
      else markers.push(marker);
    }
  }
  return { markers, stated };
}

/** Matches words that are joined by underscores, as in a name: `she_has_18_eggs`. */
const JOINED_WORDS = /^[^\W_]+(?:_[^\W_]+){2,}$/;

/** The answers in the tags that the prompt asks for. */
function inTags(text: string, names: readonly string[]): StatedAnswer[] {
  const found = answerTags(text, names)
    .map(({ start, content }) => ({ start, content: content.trim() }))
    .filter(({ start, content }) => !isCopied(content) && !/["'`“]/.test(text.charAt(start - 1)));
  if (new Set(found.map(({ content }) => content.toLowerCase())).size >= LISTS) return [];
  return found
    .map(({ start, content }) =>
      tagged(RULE, JOINED_WORDS.test(content) ? content.replaceAll('_', ' ') : content, start),
    )
    .filter((it) => it !== undefined);
}

interface Occurrence {
  readonly marker: Marker;
  readonly enclosed: StatedAnswer | undefined;
  readonly value: string;
}

function inForm(text: string, form: CompiledForm, words: string): Occurrence[] {
  const { before, after, pattern } = form;
  const found: Occurrence[] = [];
  const isKey = before.startsWith('"') && before.endsWith('":');
  const matches = matchesOf(pattern, text).slice(-MOST_OCCURRENCES);
  const primed = closedAtStart(text, form, matches[0]?.index ?? text.length);
  if (primed !== undefined && !isCopied(primed)) {
    const marker: Marker = { start: 0, end: 0, rule: RULE, form: 'label' };
    found.push({ marker, enclosed: whole(RULE, primed, 0), value: primed });
  }
  for (const match of matches) {
    const start = match.index;
    const end = start + match[0].length;
    const marker: Marker = { start, end, rule: RULE, form: 'label' };
    const between = isKey ? ofKey(text, end) : enclosedAt(text, end, after);
    const line = /[^\n]{0,40}/.exec(text.slice(end, end + 40))?.[0] ?? '';
    const value = unquoted(between ?? line);
    if (isCopied(value) || (!form.isDemonstrated && isInstruction(text, match, words))) continue;
    if (between !== undefined) {
      const enclosed = whole(RULE, value, start);
      if (enclosed !== undefined) found.push({ marker, enclosed, value });
    } else if (!isKey && /[\p{L}\p{N}]/u.test(before)) {
      found.push({ marker, enclosed: undefined, value });
    }
  }
  return found;
}

function unquoted(value: string): string {
  return value.replaceAll(/^["'“”\s]+|["'“”\s]+$/g, '');
}

/** Maximum length, in UTF-16 code units, of text before a closing mark that can be just a value. */
const LONGEST_PRIMED = 60;

/** The value at the start of a completion whose prompt already opened the answer form, for example `C<eoa>`. */
function closedAtStart(text: string, { after }: CompiledForm, firstOpening: number): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(after) || after.length < 3) return undefined;
  const at = text.slice(0, LONGEST_PRIMED + after.length).indexOf(after);
  if (at === -1 || at > firstOpening) return undefined;
  const value = text.slice(0, at).trim();
  return value === '' || value.includes('\n') ? undefined : unquoted(value);
}

/** Number of characters before a marker to compare with the prompt. */
const LEAD_LENGTH = 16;
/** Whether a marker and the words before it on its line are copied from the prompt. */
function isInstruction(text: string, { index, 0: written }: RegExpExecArray, words: string): boolean {
  const before = text.slice(Math.max(0, index - LEAD_LENGTH), index);
  const lead = onlyWords(before.slice(before.lastIndexOf('\n') + 1));
  return lead.length >= 2 && words.includes(`${lead}${onlyWords(written)}`);
}

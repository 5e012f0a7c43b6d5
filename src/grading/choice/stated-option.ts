import { namedByLetter, namedByText, type Named, type Option, spelledAs } from './option.ts';
import { type LetterInText, statedLetter, withoutMarkup } from './stated-letter.ts';

/** Matches words before a letter that make no difference to the answer, such as "probably" or "letter". */
const LEAD =
  /^(?:(?:definitely|clearly|obviously|almost certainly|probably|likely|most likely|therefore|thus|indeed|simply|actually|then|only)[,:]? |(?:la |le |el |a |o |il )?(?:letra|lettre|lettera|letter|buchstabe|opción|opção|opzione|réponse|respuesta) |(?:la|le|el|il) (?=[A-Z](?!\p{L}))|(?:in fact|surely|most probably|likely to be|going to be|(?:the )?(?:one )?closest to|best (?:described|represented) (?:by|as)) |[应應]?[选選][择擇]?:? ?(?=[(「]?[A-Z]))+(?=\S)/iu;
/** Matches an option that is rejected in favor of the option after it: "not B but C", AではなくB. */
const CORRECTED =
  /^(?:not \(?[A-Z]\)?,? but (?:rather )?|\(?[A-Z]\)?\s?(?:では|じゃ)なく(?:て)?\s?|\(?[A-Z]\)?\s?(?:이|가) 아니라\s|不是\s?\(?[A-Z]\)?[,，]?\s?而是|\(?[a-zA-Z]\)? no, sino )/iu;
/** Matches another option after the first option's text: `A. Rome and C. Bonn`, `A, but C is also correct`, `(A)(C)`. */
const BESIDE =
  /^\)?\s?\(([A-Z])\)|(?:[,;+&/|]|\band\b|\bor\b|\balso\b|\bas well as\b|\b[Hh]owever\b,?|と|와|과|和|及|或)\s?(?:also |possibly |maybe |both |but |rather |perhaps )?(?:[Oo]ption )?(?:\(([A-Z])\)|([A-Z])[).:](?=\s|$)|([B-HJ-Z])(?=\s*[.!)\]]*$|\s\(| is (?:also|correct|right)\b| are| とも|です|입니다))/gu;
/** Matches the text after the first letter in a list of all options: `A. Rome B. Paris`. */
const LISTS_NEXT = /^[).:]?\s[^.!?;\n]{1,80}\s\(?B[).:]\s/;
/** Matches the text after the first letter of several options with their texts: `(A) Rome (C) Bonn`. */
const BESIDE_TEXT = /^[).:]?\s[^.!?;\n()]{1,80}\s\(([A-Z])\)\s(?=\S)/;
const CONTRAST =
  /\b(?:not|wrong|incorrect|rather than|instead|than|exclude|unlike|false|while|whereas|although|though|since|because|(?<!well )as(?! well as)|eliminat\w+)\b|n['’]t|ない|아니|不/i;
/** How far after the first letter to search for another letter, in UTF-16 code units. */
const REACH = 160;

/** Removes markup, and the words before the letter, from a statement. */
export function withoutLead(statement: string): string {
  return withoutMarkup(statement).replace(LEAD, '').replace(CORRECTED, '');
}

/** The option that a statement begins with, by its letter or its text; undefined if the statement begins with neither. */
export function statedOption(statement: string, options: readonly Option[]): Named | undefined {
  const plain = withoutLead(statement);
  const byText = namedByText(plain, options);
  if (byText !== undefined) return byText;
  const letter = statedLetter(plain);
  if (typeof letter !== 'object') return letter;
  const named = namedByLetter(letter, options);
  return named !== undefined && namesAnother(letter, options) ? 'several' : named;
}

/**
 * The text after a letter, without the text of the letter's own option, because that text may mention other letters.
 */
function withoutOwnText({ written, rest }: LetterInText, options: readonly Option[]): string {
  const own = options[written.toUpperCase().charCodeAt(0) - 65]?.folded ?? '';
  const text = spelledAs(rest.replace(/^[).:\]]{0,2}\s/, ''));
  return own.length > 1 && text.toLowerCase().startsWith(own) ? text.slice(own.length) : rest;
}

/** Whether another letter follows as a second answer rather than in contrast to the first, as in "B, not C". */
function namesAnother(letter: LetterInText, options: readonly Option[]): boolean {
  const { written, rest } = letter;
  const near = rest.slice(0, REACH);
  if (written === 'A' && LISTS_NEXT.test(near) && !CONTRAST.test(near)) return true;
  const beside = BESIDE_TEXT.exec(near);
  if (beside !== null && beside[1] !== written.toUpperCase() && !CONTRAST.test(beside[0])) return true;
  const behind = withoutOwnText(letter, options).slice(0, REACH);
  for (const match of behind.matchAll(BESIDE)) {
    const other = match[1] ?? match[2] ?? match[3] ?? match[4];
    if (other === undefined || other === written.toUpperCase()) continue;
    return !CONTRAST.test(behind.slice(0, match.index + match[0].length + 20));
  }
  return false;
}

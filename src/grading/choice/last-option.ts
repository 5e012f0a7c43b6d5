import { isLetterOfOption, letterAt, type Option, spelledAs } from './option.ts';

/** How far from the end of the text to search for an option, in UTF-16 code units. */
const SEARCHED = 4000;

/**
 * Matches a capital letter on its own. `A` and `I` before another word are not matched, because they are words there.
 */
const LETTER = /(?<![\p{L}\p{M}\p{N}_'’.-])(?:[B-HJ-Z]|[AI](?!\s+\p{Ll}))(?![\p{L}\p{M}\p{N}_'’-])/gu;

const IN_WORD = /[\p{L}\p{M}\p{N}_]/u;

/** Index after the last occurrence of `wanted` in `text` as a whole word; -1 if there is none. */
function endOfLast(wanted: string, text: string): number {
  for (let at = text.lastIndexOf(wanted); at !== -1; at = at === 0 ? -1 : text.lastIndexOf(wanted, at - 1)) {
    const end = at + wanted.length;
    if (!IN_WORD.test(text.charAt(at - 1)) && !IN_WORD.test(text.charAt(end))) return end;
  }
  return -1;
}

/**
 * The letter of the last option that the text mentions, either by its letter or by its text. It does not matter what the
 * text says about the option. Undefined if no option is mentioned. If two mentions end at the same place, the longer
 * one counts.
 */
export function lastOption(text: string, options: readonly Option[]): string | undefined {
  const spelled = spelledAs(text.slice(-SEARCHED));
  const byLetter = [...spelled.matchAll(LETTER)].findLast(([letter]) => isLetterOfOption(letter, options));
  const folded = spelled.toLowerCase();
  const byText = options.flatMap((option, index) =>
    option.folded.length < 2
      ? []
      : [{ letter: letterAt(index), end: endOfLast(option.folded, folded), length: option.folded.length }],
  );
  const named = [
    ...byText,
    ...(byLetter === undefined ? [] : [{ letter: byLetter[0], end: byLetter.index + 1, length: 1 }]),
  ].filter(({ end }) => end > 0);
  return named.toSorted((a, b) => b.end - a.end || b.length - a.length)[0]?.letter;
}

/** The letter that a statement begins with; `several` where it names more than one. */
export type StatedLetter = { readonly letter: string } | 'several';

const MARKUP = /\\[A-Za-z]{1,10}\s?\{|\\[()[\]]|[*`$"“”{}]/g;
const LETTER =
  /^(?:(?:the )?(?:correct )?(?:option|choice|answer|letter):? )?(?:[([]\s?([A-Za-z])\s?[)\]]|([A-Za-z])(?![\p{L}\p{M}\p{N}'’_+#\-–]|\.\p{L}))/iu;
const ANOTHER =
  /^[.)]?\s?(?:,|\/|&|or\b|and\b)\s?(?:or |and )?(?:(?:option|choice) )?(?:[([]([A-Za-z])[)\]]|([B-HJ-Z])(?![\p{L}\p{N}'’_+#\-–]|\.\p{L})|(A)(?=[\s.,;:!?]*$))/u;
const AFTER_A_LETTER = /^(?:because|since|as|is|which|for|due|given|and|or)\b/;

/** The text without what Markdown and LaTeX put around a letter: `**B**`, `$\text{B}$`. */
export function withoutMarkup(text: string): string {
  return text
    .replaceAll(MARKUP, '')
    .replaceAll(/['‘]([A-Za-z])['’]/g, '$1')
    .replace(/^[\s_:\-–#>]+/, '')
    .trimEnd();
}

/**
 * Reads the letter that a text without markup begins with: `B`, `(B)`, `[B]`, `B.`, `B) text`, `Option B`, also in lower
 * case where brackets or punctuation show that it is a letter. "A" and "I" before another word are words, unless one
 * like "because" follows. Undefined where it begins with none.
 */
export function statedLetter(text: string): StatedLetter | undefined {
  const match = LETTER.exec(text);
  if (match === null) return undefined;
  const rest = text.slice(match[0].length);
  const [, bracketed, bare] = match;
  const letter = bracketed ?? bare ?? '';
  if (bare !== undefined) {
    const word = /^\s+(\p{L}.*)/su.exec(rest)?.[1];
    const couldBeWord = bare === 'A' || bare === 'I';
    if (couldBeWord && word !== undefined && !AFTER_A_LETTER.test(word)) return undefined;
    if (bare === bare.toLowerCase() && !/^(?:[.,;:)!?]|$)/.test(rest)) return undefined;
  }
  const another = ANOTHER.exec(rest);
  const other = another?.[1] ?? another?.[2] ?? another?.[3];
  return other !== undefined && other.toUpperCase() !== letter.toUpperCase()
    ? 'several'
    : { letter: letter.toUpperCase() };
}

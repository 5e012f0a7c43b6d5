/** The letters that exams in Bengali, Hindi, Thai and Arabic use for options A, B, C and so on. */
const ALPHABETS = ['কখগঘঙ', 'कखगघङ', 'กขคงจ', 'أبجده'];

const LATIN = new Map(
  ALPHABETS.flatMap((letters) =>
    Array.from(letters, (letter, index) => [letter, String.fromCharCode(65 + index)] as const),
  ),
);

/**
 * Matches one of these letters on its own, either before the mark that follows an option's letter or at the end of a
 * line.
 */
const ALONE = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])[${ALPHABETS.join('')}](?=\\s{0,2}(?:[).।:]|\\*\\*|$))`,
  'gmu',
);

/** Replaces option letters from these alphabets with Latin letters. */
export function withLatinLetters(text: string): string {
  return text.replaceAll(ALONE, (letter) => LATIN.get(letter) ?? letter);
}

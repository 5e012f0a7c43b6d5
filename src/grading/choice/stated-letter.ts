const MARKUP =
  /\\(?:text(?:bf|it|rm|sf|tt|normal)?|math(?:rm|bf|it|sf|bb)|mbox|hbox|boxed|fbox|underline|boldsymbol)\s?\{|\\(?:rm|bf|it|[Ll]arge|LARGE|huge)(?![a-zA-Z])|\\[()[\]{}]|[*`$"“”{}「」『』【】]/g;
const LATEX_SPACE = /\\(?:[,;!: ]|q?quad(?![a-z]))/g;
/** Matches text from which none of the patterns below would remove anything. */
const PLAIN = /^[a-zA-Z0-9(][a-zA-Z0-9(), .!?;%\r\n-]*$/;
/** Matches a mark that points to an answer: `→ B`, `✅ B`, `• B`. */
const POINTER = /^(?:[\s_:#>→⇒•✅✔✓☑∴➡👉]|=>|\uFE0F|[-–—](?!\.?\d))+/u;

/** Words for "option" in the languages of the answer markers and in some other languages. */
export const OPTION_WORDS =
  '[Oo]ption|[Cc]hoice|[Oo]pci[oó]n|[Oo]pção|[Oo]pzione|[Aa]lternativ[ae]?|[Aa]ntwort|[Oo]ptie|[Oo]psie|[Vv]ariante?|[Mm]ožnost|[Oo]pcja|[Oo]pțiunea?|[Oo]psyon|[Oo]psiyon|[Ss]eçenek|[Pp]ilihan|[Cc]haguo|[Вв]ариант|[Εε]πιλογή|विकल्प|বিকল্প|ఎంపిక|ตัวเลือก|选项|選項|選択肢|선택지|الخيار';
const LETTER = new RegExp(
  `^(?:(?:the )?(?:correct )?(${OPTION_WORDS}|answer|letter):? ?)?(?:[([]\\s?([A-Za-z])\\s?[)\\]]|([A-Za-z])(?![\\p{Script=Latin}\\p{M}\\p{N}'’_+#\\-–]|\\.\\p{L}))`,
  'iu',
);
const ANOTHER =
  /^[.)]?\s{0,3}(?:,|、|\/|&|[-–](?=\(?[A-Z]\))|to (?=\()|or\b|and\b|和|及|与|與|或)\s{0,3}(?:or |and )?(?:(?:option|choice) )?(?:[([]([A-Za-z])[)\]]|([B-HJ-Z])(?![\p{Script=Latin}\p{N}'’_+#\-–]|\.\p{L})|(A)(?=[\s.,;:!?、]*$))/u;
const AFTER_A_LETTER =
  /^(?:because|since|as|is|which|for|due|given|and|or|only|by|based|according|in|not|but|rather|here|also|was|would)\b/;

/** The letter that the text begins with. */
export interface LetterInText {
  readonly written: string;
  /** Whether the letter's form shows that it is an option's letter: `(A)`, `A)`, `option A`. */
  readonly isLabel: boolean;
  /** The text after the letter. */
  readonly rest: string;
}

/** Removes the Markdown and LaTeX around a letter: `**B**`, `$\text{B}$`. A number's sign is kept. */
export function withoutMarkup(text: string): string {
  if (PLAIN.test(text)) return text.trimEnd();
  return text
    .replaceAll(LATEX_SPACE, ' ')
    .replaceAll(/\\text\{\s{0,4}(and|or)\s{0,4}\}/g, '$1')
    .replaceAll(MARKUP, '')
    .replaceAll(
      /['‘]([A-Za-z])['’]|(?<![\w'’])_{1,2}(\(?[A-Za-z]\)?)_{1,2}(?!\w)|^\[(\[[A-Za-z]\])\]|<([A-Z])>/g,
      '$1$2$3$4',
    )
    .replace(/^([A-Za-z])['’](?![\p{L}])/u, '$1')
    .replace(POINTER, '')
    .trimEnd();
}

/**
 * Reads the letter that text without markup begins with: `B`, `(B)`, `[B]`, `B.`, `B) text`, `Option B`. A lower-case
 * letter is read if brackets or punctuation show that it is a letter. "A" and "I" before another word are words, unless
 * the next word is "because" or similar. Undefined if the text does not begin with a letter; `several` if the text also
 * gives another letter.
 */
export function statedLetter(text: string): LetterInText | 'several' | undefined {
  const match = LETTER.exec(text);
  if (match === null) return undefined;
  const rest = text.slice(match[0].length);
  const [, kind, bracketed, bare] = match;
  const letter = bracketed ?? bare ?? '';
  if (bare !== undefined) {
    const word = /^\s+(\p{L}.*)/su.exec(rest)?.[1];
    const couldBeWord = bare === 'A' || bare === 'I';
    if (couldBeWord && word !== undefined && !AFTER_A_LETTER.test(word)) return undefined;
    if (bare === bare.toLowerCase() && !/^(?:[.,;:)!?]|$)/.test(rest)) return undefined;
  }
  const another = ANOTHER.exec(rest);
  const other = another?.[1] ?? another?.[2] ?? another?.[3];
  if (other !== undefined && other.toUpperCase() !== letter.toUpperCase()) return 'several';
  const isNamedAsOption = kind !== undefined && kind.toLowerCase() !== 'answer';
  return {
    written: letter,
    isLabel: bracketed !== undefined || isNamedAsOption || /^[)\]]/.test(rest),
    rest,
  };
}

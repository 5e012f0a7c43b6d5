/* Each pattern matches its own character before it looks around: a leading lookbehind makes a pattern many times slower. */

/** The variants of some characters, keyed by the plain character. */
const WAYS: Readonly<Record<string, string>> = {
  // Typographic and modifier apostrophes, single quotation marks, the prime, the acute accent; Armenian and Hebrew
  // equivalents.
  "'": '\u2018\u2019\u201A\u201B\u2039\u203A\u2032\u00B4\u02B9\u02BB\u02BC\u055A\u05F3',
  '"': '\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\u301D\u301E\u301F\u05F4',
  // Hyphens, the figure dash used in telephone numbers, the minus sign; Armenian, Hebrew and small hyphens. Other
  // dashes are not hyphens: `10–18` is a range.
  '-': '\u2010\u2011\u2012\u2212\u058A\u05BE\uFE63',
  '/': '\u2044\u2215',
  '~': '\u301C',
  '...': '\u2026',
};

const PLAIN = new Map(
  Object.entries(WAYS).flatMap(([plain, ways]) => ways.split('').map((way) => [way, plain] as const)),
);
const WRITTEN_OTHERWISE = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'gu');

/** Matches an en dash that joins the names in a compound (Bose–Einstein), as a hyphen does. */
const EN_DASH_IN_WORD = /\u2013(?<=\p{L}.)(?=\p{L})/gu;

/**
 * Matches invisible characters: soft hyphens, zero-width spaces and joiners, byte order and direction marks, variation
 * selectors. Tags are not included, because they alone distinguish the flag of England from that of Scotland.
 */
const NOT_SHOWN = /\p{Default_Ignorable_Code_Point}(?<![\u{E0020}-\u{E007F}])/gu;

/** Matches full-width and half-width forms, Latin ligatures, and the forms that Arabic letters take within a word. */
const FORMS = /[\uFB00-\uFB06\uFE80-\uFEFC\uFF01-\uFFE2\uFFE4-\uFFEE]+/gu;

/**
 * Matches 30 marks in a row that are followed by another mark. Putting marks into their canonical order takes time
 * quadratic in the length of a run. No writing system has runs of 30 marks; Unicode's Stream-Safe Text Format (UAX #15,
 * section 13) inserts a character that ends such runs.
 */
const LONG_RUN_OF_MARKS = /[\p{M}\uFF9E\uFF9F]{30}(?=[\p{M}\uFF9E\uFF9F])/gu;
const RUN_END = '\u034F';

export const NOT_ASCII = /[^\0-\x7F]/;

/** Breaks up long runs of marks, so that the text is normalized in linear time. */
export function withShortRuns(text: string): string {
  if (!NOT_ASCII.test(text)) return text;
  return text.replace(LONG_RUN_OF_MARKS, `$&${RUN_END}`);
}

/** Matches a no-break or thin space before a group of three digits, as in French thousands. */
const GROUP_SPACE = /[\u00A0\u2007\u2009\u202F](?<=\p{Nd}.)(?=\p{Nd}{3}(?!\p{Nd}))/gu;

/**
 * The character that `plainText` can write for a space within a number. This character does not otherwise occur in a
 * plain text, because it is invisible.
 */
export const GROUP_MARK = '\u2063';

/**
 * Matches an i with marks after it. In lower case and decomposed, İ is an i and a dot above, possibly with other marks
 * between them.
 */
const MARKED_I = /i\p{M}+/gu;
const DOT_ABOVE = '\u0307';

const NOT_ONE_SPACE = /[\s\x85]{2,}|[^\S ]|\x85/gu;

/**
 * Returns the canonical form of the text, which is the same however the text is typeset, so that equal texts are equal
 * strings. Quotation marks, apostrophes, hyphens and ellipses become plain characters, letters are composed, and
 * full-width and half-width forms become the usual characters. Whitespace of any kind and length, including line
 * breaks, becomes one space, and is removed at both ends. Invisible characters are removed. Letters keep their accents,
 * and digits keep their script. Takes time linear in the length of the text.
 *
 * With `ignoreCase`, letters are folded as in full Unicode case folding (ß and ẞ become ss, ς becomes σ), and dotless ı
 * and dotted İ become i: whether an I is the upper case of a dotted or a dotless i depends on the language, which is
 * unknown.
 *
 * @param groupSpace the replacement for a no-break space within a number: a space, or `GROUP_MARK`.
 */
export function plainText(
  text: string,
  { ignoreCase, groupSpace = ' ' }: { readonly ignoreCase: boolean; readonly groupSpace?: string },
): string {
  if (!NOT_ASCII.test(text)) return oneSpace(ignoreCase ? text.toLowerCase() : text);
  const shown = withShortRuns(text.replace(NOT_SHOWN, '').replace(FORMS, (form) => form.normalize('NFKC')));
  return oneSpace(
    (ignoreCase ? foldCase(shown) : shown)
      .normalize('NFC')
      .replace(WRITTEN_OTHERWISE, (way) => PLAIN.get(way) ?? way)
      .replace(EN_DASH_IN_WORD, '-')
      .replace(GROUP_SPACE, groupSpace),
  );
}

function oneSpace(text: string): string {
  return text.replace(NOT_ONE_SPACE, ' ').trim();
}

/**
 * Folds the case of the text. Converting it to upper case and back unifies forms that differ only in lower case. Before the
 * conversion, ẞ must become ß, because only ß has a full upper-case form.
 */
function foldCase(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(MARKED_I, (letter) => letter.replaceAll(DOT_ABOVE, ''));
}

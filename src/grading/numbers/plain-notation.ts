/** LaTeX in and around numbers, and its replacements. All other LaTeX is kept, since it may change a value. */
const LATEX: readonly (readonly [RegExp, string])[] = [
  [/\\[dtc]frac(?![a-zA-Z])/g, '\\frac'],
  [/\\(?:left|right|[bB]igg?[lr]?|displaystyle|textstyle|limits)(?![a-zA-Z])\.?/g, ''],
  [/\\(?:times|ast)(?![a-zA-Z])/g, '×'],
  [/\\cdot(?![a-zA-Z])/g, '·'],
  [/\\div(?![a-zA-Z])/g, '÷'],
  [/\\(?:approx|approxeq|simeq|thickapprox)(?![a-zA-Z])/g, '≈'],
  [/\\(?:implies|Rightarrow|Longrightarrow|rightarrow|to)(?![a-zA-Z])/g, '⇒'],
  [/\\(?:pounds|textsterling)(?![a-zA-Z])/g, '£'],
  [/\\(?:euro|texteuro)(?![a-zA-Z])/g, '€'],
  [/\\(?:quad|qquad|hspace\{[^{}]*\})(?![a-zA-Z])|\\[;:> ]|~/g, ' '],
  [/\\!/g, ''],
  [/\s?\{\s?,\s?\}\s?/g, ','],
  [/,\\,\s?/g, ','],
  [/\\,/g, '\u2009'],
  [/\\([$%#&_])/g, '$1'],
  [/\^\s?\{?\s?(?:\\(?:text|mathrm)\s?\{\s?)?(?:st|nd|rd|th)\s?\}{0,2}(?![a-zA-Z])/g, 'th'],
  [/\^\{?\s?\\circ\s?\}?|\\(?:degree|textdegree)(?![a-zA-Z])/g, '°'],
  [/\\[[\]()]/g, ' '],
  [/\\\\|\\newline(?![a-zA-Z])/g, ' '],
];
/** Matches text and font commands whose content has no braces. */
const WRAPPED =
  /\\(?:text(?:bf|it|rm|sf|tt|normal|up)?|mbox|hbox|mathrm|mathbf|mathit|mathsf|mathbb|boldsymbol|bm|boxed|fbox|underline)\s?\{([^{}]*)\}/g;
/** Matches GSM8K's calculator annotations: `<<5+13=18>>18`. */
const NOTE = /<<[^<>\n]{0,200}>>/g;
const MARKUP = /\*\*|__|`|[“”"]/g;

// oxlint-disable-next-line no-control-regex -- all of ASCII
const ASCII = /^[\0-\x7f]*$/;
const DIGIT = /\p{Nd}/gu;
const VARIANTS: Readonly<Record<string, string>> = {
  '−': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '﹣': '-',
  '－': '-',
  '＋': '+',
  '＝': '=',
  '．': '.',
  '，': ',',
  '：': ':',
  '％': '%',
  '٪': '%',
  '／': '/',
  '⁄': '/',
  '∕': '/',
  '（': '(',
  '）': ')',
  '＄': '$',
  '￥': '¥',
  '￡': '£',
  '∗': '×',
  '⋅': '·',
  '∙': '·',
  '≒': '≈',
  '≃': '≈',
  '⟹': '⇒',
  '→': '⇒',
  '٫': '.',
  '٬': ',',
  '’': "'",
  º: '°',
  '\u00a0': '\u2009',
  '\u202f': '\u2009',
  '\u2007': '\u2009',
  '\u3000': ' ',
  '\u200b': '',
  '\u200e': '',
  '\u200f': '',
  '\ufeff': '',
  '\u2060': '',
};
const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'gu');

/** Converts a digit of any script to ASCII. Unicode encodes digits in contiguous blocks of ten, from 0 to 9. */
function asciiDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return String((code - first) % 10);
}

/** Converts digits of every script, signs and spaces to ASCII. Superscripts and fractions are kept. */
export function plainCharacters(text: string): string {
  if (ASCII.test(text)) return text;
  return text
    .replaceAll(VARIANT, (character) => VARIANTS[character] ?? character)
    .replaceAll(/[\uff21-\uff3a\uff41-\uff5a]/g, (letter) =>
      String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
    )
    .replaceAll(DIGIT, asciiDigit);
}

/** Removes markup, and LaTeX that does not change a value, so that numbers are in plain notation. */
export function plainNotation(text: string): string {
  let plain = plainCharacters(text);
  if (plain.includes('<<')) plain = plain.replaceAll(NOTE, '');
  plain = plain.replaceAll(MARKUP, '').replaceAll(/ {2,}/g, ' ');
  if (!plain.includes('\\') && !/[{~]/.test(plain)) return plain;
  for (const [pattern, replacement] of LATEX) plain = plain.replaceAll(pattern, replacement);
  for (let depth = 0; depth < 3 && WRAPPED.test(plain); depth++) plain = plain.replaceAll(WRAPPED, ' $1 ');
  WRAPPED.lastIndex = 0;
  return plain.replaceAll(/ {2,}/g, ' ');
}

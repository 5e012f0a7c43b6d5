/** Matches numbers with thousands separators, but not `(1,200)`, which is a point. */
const THOUSANDS = /(?<![\d.,_^]|(?:[([]|\\\{)\s?[-+]?\s?|,[-+])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/g;
const SPACED_THOUSANDS = /(?<![\d.,]\s?)[1-9]\d{0,2}(?: \d{3})+(?!\s?\d|,\d)/g;

const RULES: readonly (readonly [RegExp, string])[] = [
  // Separators: 1{,}000 and 1,\!000 are thousands, 3{,}14 is a decimal comma.
  [/(?<=\d)\s?\{\s?,\s?\}\s?(?=\d{3}(?!\d))/g, ''],
  [/(?<=\d)\{,\}(?=\d)/g, '.'],
  [/\{,\}/g, ','],
  [/,\s*\\!\s*/g, ''],
  [/(?<=\d)(?:\\!|\\,|\\ |\\;|\\:)(?=\d{3}(?!\d))/g, ' '],
  [/^(\s*\d{1,3}),(?:\\,|\\ )(\d{3})(?!\d)/g, '$1$2'],
  [/(?<=\d)['_](?=\d{3}(?!\d))/g, ''],
  [/(?<![\d.,])(\d{1,3})\.(\d{3})\.(\d{3})(?![\d.])/g, '$1$2$3'],
  // A sign in words, except in `positive or negative 3`.
  [/\\text\{\s*(?:[Nn]egative|[Mm]inus)\s*\}\s*(?=[\d.\\])/g, '-'],
  [
    /(?<!\p{L})(?<!\b(?:or|and) )(?<![\p{N})}]\s?)(?:[Nn]egative|[Mm]inus) (?=\.?\d|\\frac|\\sqrt|infinity(?!\p{L}))/gu,
    '-',
  ],
  [/(?<![\p{L}\\])log(\d{1,2})(?=\()/gu, '\\log_{$1}'],
  // Repeating decimals.
  [/(\.\d*)\\(?:dot|bar|overline)\s?\{?\s?(\d+)\s?\}?/g, '$1\\overline{$2}'],
  [/(\.\d*)\((\d+)\)(?!\d)/g, '$1\\overline{$2}'],
  // Powers and products as written in plain text: 2^10, x**2, 3 x 10^8, 1.5e-3.
  [/\*\*/g, '^'],
  [/\*/g, '\\cdot '],
  [/\^\s?(-?\d{2,}|-\d)(?!\d)/g, '^{$1}'],
  [/(?<=\d)\s?[xX]\s?(?=10\s?\^)/g, '\\times '],
  [/(?<=\d)[eE]([+-]\d{1,4})(?![\d.])/g, '\\times 10^{$1}'],
  [/(?<=\d\.\d+)[eE](\d{1,4})(?![\d.])/g, '\\times 10^{$1}'],
  // A mixed number, and a fraction before a variable.
  [/(?<![\d.,/{^_])(\d+)(?: |\\ | ?\+ ?(?=$))(\d+)\/(\d+)(?![\d.])/g, '$1\\frac{$2}{$3}'],
  [/(?<![\w.}/^_)])(\d+)\/(\d+)(?=\s?[a-zA-Z](?![a-zA-Z]))/g, '\\frac{$1}{$2}'],
];

/** Converts plain-text numbers and powers to LaTeX and removes thousands separators. */
export function plainNumbers(latex: string): string {
  let text = latex;
  for (const [pattern, replacement] of RULES) text = text.replaceAll(pattern, replacement);
  return text
    .replaceAll(THOUSANDS, (number) => number.replaceAll(',', ''))
    .replaceAll(SPACED_THOUSANDS, (number) => number.replaceAll(' ', ''));
}

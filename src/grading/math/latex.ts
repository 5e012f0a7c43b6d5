/** Commands that are written otherwise before an answer is read, and what they become. Longer names stand first. */
const COMMANDS: readonly (readonly [RegExp, string])[] = [
  [/\\(?:left|right|[bB]igg?[lr]?)(?![a-zA-Z])\.?/g, ''],
  [/\\(?:displaystyle|textstyle|limits|nolimits|phantom\{[^{}]*\})(?![a-zA-Z])/g, ''],
  [/\\[dtc]frac(?![a-zA-Z])/g, '\\frac'],
  [/\\dbinom(?![a-zA-Z])/g, '\\binom'],
  [/,\\!\s*/g, ''],
  [/\{,\}/g, ','],
  [/\\(?:quad|qquad)(?![a-zA-Z])/g, ' '],
  [/\\[,;:> ]|~/g, ' '],
  [/\\!/g, ''],
  [/\\leqslant(?![a-zA-Z])|\\leq(?![a-zA-Z])|\\le(?![a-zA-Z])|<=|≤/g, '\\le '],
  [/\\geqslant(?![a-zA-Z])|\\geq(?![a-zA-Z])|\\ge(?![a-zA-Z])|>=|≥/g, '\\ge '],
  [/\\neq(?![a-zA-Z])|\\ne(?![a-zA-Z])|!=|≠/g, '\\ne '],
  [/\\lt(?![a-zA-Z])|&lt;/g, '<'],
  [/\\gt(?![a-zA-Z])|&gt;/g, '>'],
  [/\\approx(?![a-zA-Z])/g, '≈'],
  [/\\lbrace(?![a-zA-Z])/g, '\\{'],
  [/\\rbrace(?![a-zA-Z])/g, '\\}'],
  [/\\[lr]?vert(?![a-zA-Z])/g, '|'],
  [/\\colon(?![a-zA-Z])/g, ':'],
  [/\\(?:iff|implies|Rightarrow|Leftrightarrow)(?![a-zA-Z])/g, '⇒'],
  [/\\%|%/g, '\\%'],
  [/\\\$|[$€£¥]/g, ''],
  [/\^\{?\s*(?:\\circ|°)\s*\}?|°/g, '^\\circ'],
];

const CHARACTERS: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '×': '\\times ',
  '·': '\\cdot ',
  '⋅': '\\cdot ',
  '÷': '\\div ',
  π: '\\pi ',
  θ: '\\theta ',
  α: '\\alpha ',
  β: '\\beta ',
  '∞': '\\infty ',
  '∪': '\\cup ',
  '∈': '\\in ',
  '±': '\\pm ',
  '∅': '\\emptyset ',
  '²': '^2',
  '³': '^3',
  '½': '\\frac{1}{2}',
  '¼': '\\frac{1}{4}',
  '¾': '\\frac{3}{4}',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
};
const SPECIAL = new RegExp(`[${Object.keys(CHARACTERS).join('')}]`, 'gu');

const ROMAN =
  /\\(?:text(?:bf|it|rm|sf|tt|normal|up)?|mbox|hbox|mathrm|mathbf|mathit|mathsf|boldsymbol|operatorname)\s?\{([^{}]*)\}/g;
const BARE_ROOT = /√\s?(\(|\{|\d+(?:\.\d+)?|[a-zA-Z])/g;
/** `(1,200)` is a point, not a number. */
const THOUSANDS = /(?<![\d.,]|[([]\s?|\\\{\s?)[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/g;
const SPACED_THOUSANDS = /(?<![\d.,]\s?)[1-9]\d{0,2}(?: \d{3})+(?!\s?\d|,\d)/g;

const MIXED = /(?<![\d.,/{])(\d+) (\d+)\/(\d+)(?![\d.])/g;
const ROW_END = '\u0001';

/** Text in an answer: a letter stands for itself, (A) and words stay text. */
function plainText(_: string, content: string): string {
  const trimmed = content.trim();
  const option = /^\(?([A-Za-z])\)?\.?$/.exec(trimmed)?.[1];
  if (option !== undefined) return ` ${option} `;
  if (/^[\d\s.,\\+\-*/=^_]*$/.test(trimmed)) return ` ${trimmed} `;
  return /^[-+]?\d/.test(trimmed) ? ` ${trimmed} ` : `\\text{${content}}`;
}

function rootOf(_: string, operand: string): string {
  return operand === '(' || operand === '{' ? `\\sqrt${operand}` : `\\sqrt{${operand}}`;
}

/**
 * The LaTeX of an answer in one way of writing: no delimiters, sizes, spacing, currency signs or thousands separators;
 * `\frac` for its variants; `\text{…}` for words in whatever font; Unicode signs as commands. Linear in the length.
 */
export function plainLatex(latex: string): string {
  // Two backslashes end a row; elsewhere they are one that was escaped once too often.
  let text = latex.includes('\\begin')
    ? latex.replaceAll('\\\\', ROW_END)
    : latex.replaceAll(/\\\\(?=[a-zA-Z])/g, '\\');
  text = text.replaceAll(/\\[[\]()]/g, ' ');
  for (const [pattern, replacement] of COMMANDS) text = text.replaceAll(pattern, replacement);
  text = text
    .replaceAll(BARE_ROOT, rootOf)
    .replaceAll(SPECIAL, (sign) => CHARACTERS[sign] ?? sign)
    .replaceAll(ROMAN, plainText)
    .replaceAll(/\s+/g, ' ');
  return text
    .replaceAll(THOUSANDS, (number) => number.replaceAll(',', ''))
    .replaceAll(SPACED_THOUSANDS, (number) => number.replaceAll(' ', ''))
    .replaceAll(MIXED, '$1\\frac{$2}{$3}')
    .trim()
    .replace(/[\s.,;:]+$/, '')
    .replaceAll(ROW_END, '\\\\');
}

const OPENS = /^(?:\\\{|\\begin(?![a-zA-Z])|\\langle(?![a-zA-Z])|[([{])/;
const CLOSES = /^(?:\\\}|\\end(?![a-zA-Z])|\\rangle(?![a-zA-Z])|[)\]}])/;
/** Of the environment: `{pmatrix}` after `\begin` opens nothing. */
const TOKEN = /\\(?:begin|end)\s?\{[a-zA-Z]*\*?\}|\\[a-zA-Z]+|\\.|[^\\]/gsu;

/** Where a text stands outside of all brackets, token by token. Undefined where its brackets do not match. */
export function topLevel(
  latex: string,
): readonly { readonly token: string; readonly at: number }[] | undefined {
  const found: { token: string; at: number }[] = [];
  let depth = 0;
  for (const match of latex.matchAll(TOKEN)) {
    const [token] = match;
    if (CLOSES.test(token)) {
      depth--;
      if (depth < 0) return undefined;
    } else if (OPENS.test(token)) depth++;
    else if (depth === 0) found.push({ token, at: match.index });
  }
  return depth === 0 ? found : undefined;
}

/** The text cut at every token of a kind that stands outside of all brackets; what is cut off comes as `tokens`. */
export function splitAtTop(
  latex: string,
  isCut: (token: string) => boolean,
): { readonly parts: readonly string[]; readonly tokens: readonly string[] } {
  const parts: string[] = [];
  const tokens: string[] = [];
  let from = 0;
  for (const { token, at } of topLevel(latex) ?? []) {
    if (!isCut(token)) continue;
    parts.push(latex.slice(from, at).trim());
    tokens.push(token);
    from = at + token.length;
  }
  parts.push(latex.slice(from).trim());
  return { parts, tokens };
}

import { plainGroups } from './grouping.ts';
import { withMarkedWords } from './prose.ts';
import { inBraces } from './split-latex.ts';
import { withoutUnicode } from './unicode-math.ts';
import { plainNumbers } from './written-numbers.ts';

/** Commands with several spellings, each with the spelling that the parser can read. Longer names come first. */
const COMMANDS: readonly (readonly [RegExp, string])[] = [
  [/\\(?:left|right|[bB]igg?[lr]?|middle|mathopen|mathclose|mathrel|mathbin|mathord)(?![a-zA-Z])\.?/g, ''],
  [/\\(?:displaystyle|textstyle|scriptstyle|limits|nolimits|null|centering|noindent)(?![a-zA-Z])/g, ''],
  [/\\(?:rm|bf|it|sf|tt|large|Large|huge|small|boldmath|bfseries)(?![a-zA-Z])/g, ''],
  [/\\(?:phantom|[hv]space\*?|label|tag|color)\s?\{[^{}]*\}/g, ''],
  [/\\textcolor\s?\{[^{}]*\}/g, ''],
  [/\\textcircled\s?\{?\s*(\d+)\s*\}?/g, ' $1, '],
  [/(?<=\\(?:begin|end)\s?\{[a-z]+)\*(?=\})/g, ''],
  [/\\(max|min|gcd)\s*\\\{([^{}\\]*)\\\}/g, '\\$1($2)'],
  [/\\[dtc]frac(?![a-zA-Z])/g, '\\frac'],
  [/\\[dt]binom(?![a-zA-Z])/g, '\\binom'],
  [/(?<=\\operatorname\s?\{[a-zA-Z]+\})\s+(?=\()/g, ''],
  [/\\operatorname\s?\{(sin|cos|tan|cot|sec|csc|arcsin|arccos|arctan|ln|log|exp|gcd|max|min)\}/g, '\\$1 '],
  [
    /(\\(?:mathbf|boldsymbol|bm|vec|overrightarrow|hat)\s?(?:\{[a-zA-Z]+\}|[a-zA-Z]))\s*\\times\s*(\\(?:mathbf|boldsymbol|bm|vec|overrightarrow|hat)\s?(?:\{[a-zA-Z]+\}|[a-zA-Z]))/g,
    '$1 \\otimes $2',
  ],
  [/\\mathbb\s+([A-Z])/g, '\\mathbb{$1}'],
  [
    /(\\(?:vec|overline|bar|hat|tilde|overrightarrow|mathbf|boldsymbol|mathrm|mathcal))\s+([a-zA-Z])(?![a-zA-Z])/g,
    '$1{$2}',
  ],
  [/(?:\{\}\s?|(?<![\w)}\]]))[_^]\s?\{?(\d{1,4})\}?\s?C\s?_\s?\{?(\d{1,4})\}?/g, '\\binom{$1}{$2}'],
  [/(?<![\w.}])(\d{1,4})\s?C\s?_?\{?(\d{1,4})(?!\d)\}?/g, '\\binom{$1}{$2}'],
  [/\\(?:leqslant|leqq|leq|le)(?![a-zA-Z])|<=/g, '\\le '],
  [/\\(?:geqslant|geqq|geq|ge)(?![a-zA-Z])|>=/g, '\\ge '],
  [/\\(?:neq|ne)(?![a-zA-Z])|!=|\\not\s?=/g, '\\ne '],
  [/\\lt(?![a-zA-Z])|&lt;/g, '<'],
  [/\\gt(?![a-zA-Z])|&gt;/g, '>'],
  [/\\(?:approx|simeq|approxeq|cong)(?![a-zA-Z])/g, '≈'],
  [/\\lbrace(?![a-zA-Z])/g, '\\{'],
  [/\\rbrace(?![a-zA-Z])/g, '\\}'],
  [/\\lbrack(?![a-zA-Z])/g, '['],
  [/\\rbrack(?![a-zA-Z])/g, ']'],
  [/\\[lr]?[vV]ert(?![a-zA-Z])/g, '|'],
  [/\\(?:colon|ratio)(?![a-zA-Z])/g, ':'],
  [/\\(?:smallsetminus|backslash)(?![a-zA-Z])/g, '\\setminus '],
  [/\\varnothing(?![a-zA-Z])/g, '\\emptyset '],
  [/\\(?:R|reals|Reals)(?![a-zA-Z])/g, '\\mathbb{R}'],
  [/\\(?:arc|a)(sin|cos|tan)(?![a-zA-Z])/g, '\\arc$1'],
  [/\\(?:ast|cdotp|centerdot)(?![a-zA-Z])/g, '\\cdot '],
  [/\\(?:dots|cdots|dotsc|dotsm|dotsb)(?![a-zA-Z])|\.\.\.+/g, '\\ldots '],
  [/\\(?:therefore|because|checkmark|blacksquare|square|qed)(?![a-zA-Z])/g, ''],
  [/\\equiv(?=.*(?:\\(?:pmod|bmod|mod)(?![a-zA-Z])|\(\s*mod\s))/g, '='],
  [/\(\s*\\?mod\s+(\w+)\s*\)|(?<=\d\s*)\s\\?mod\s+(\w+)/g, '\\pmod{$1$2}'],
  [/\\(?:degree|degrees)(?![a-zA-Z])/g, '^\\circ '],
  [/\\q?quad|\\(?:enspace|enskip|thinspace|thickspace|medspace|space|newline)(?![a-zA-Z])/g, ' '],
  [/\\%|%/g, '\\%'],
  [/\^\s?\{\s*(?:\\circ|°)\s*\}|\^\s?(?:\\circ(?![a-zA-Z])|°)|°/g, '^\\circ '],
  [/(?<=\d)(?:\^\s?\{?\s*)?\\text(?:rm|it|bf|up|superscript)?\s?\{\s*(?:st|nd|rd|th)\s*\}\s*\}?/g, ''],
  [/(?<=\d)\^?\{?(?:st|nd|rd|th)\}?(?![a-zA-Z])/g, ''],
  [/(?<=[\d)}](?:\s|\\[,;:> ])+)(k?)\\Omega\s*$/g, '\\text{$1ohm}'],
  [/\^\s?\{\s*\\prime\s*\\prime\s*\}/g, "''"],
  [/\^\s?\{\s*\\prime\s*\}|\^\s?\\prime(?![a-zA-Z])/g, "'"],
  [/(?<=[_^]\{)\s*\\(?:text|mathrm|rm)\s?\{([^{}]*)\}\s*(?=\})/g, '$1'],
];

/** Matches remnants of chat-template marks and other tags, left when a completion was cut. */
const TAGS = /<\/?(?:s|[a-z_]{4,})>|<\|[^|<>]{1,30}\|>/gi;

const SPACES: readonly (readonly [RegExp, string])[] = [
  [/\\!/g, ''],
  [/\\[,;:> \n]|~/g, ' '],
];

const MATH_FONT =
  /\\(?:boxed|fbox|ensuremath|underline|math(?:bf|it|sf|tt|normal|cal)|boldsymbol|bm|pmb)\s?\{/g;
const ROMAN =
  /\\(?:text(?:bf|it|rm|sf|tt|sc|sl|md|normal|up)?|emph|mbox|hbox|mathrm|textsuperscript|operatorname)\s?\{([^{}]*)\}/g;
const DELIMITED = /\$\$([^$]+)\$\$|(?<!\\)\$([^$]*[^$\\])\$|\\\[(.+?)\\\]|\\\((.+?)\\\)/gs;
const CURRENCIES: Readonly<Record<string, string>> = { $: 'dollars', '€': 'euros' };
/** Matches a price at the end of an answer, with its currency: 5 dollars are not 5 cents. */
const PRICE = /(\\\$|[$€])\s?(\d[\d,]*(?:\.\d+)?|\.\d+)(?=[\s.$]*$)/;
const ROW_END = '\u0001';
/** Matches an option's letter in brackets before its value: `\textbf{(B)}\ 5`, `\text{(B) even}`. */
const LABEL =
  /^\s*(\\(?:text|math)(?:bf|rm|it)?\s?\{)\s*\(([A-Z])\)\s*(?:(\})\s*(?=[\w\\$({[+-])|(?=[^\s}]))/;
/** Matches an option's letter without a text command before its value: `(C)\\ 17`, `C. 17`. */
const PLAIN_LABEL =
  /^(?!.*\S\s+\(?[A-J][.)]\s)\s*(?:\(([A-Z])\)|([A-J])[.)])(?:\s|\\[,;: ]|~|\\q?quad(?![a-zA-Z]))+(?=[\d$\\{(]|[-−]\d)/;
/** Matches letters of several options: `\text{(A), (C)}`. */
const OPTIONS = /^\(?[A-Z]\)?(?:\s*,\s*\(?[A-Z]\)?)+$/;
/** Matches names that remain operators in `\\operatorname{…}`. */
const FUNCTION_NAMES = /^(?:lcm|abs|sgn|Re|Im|rank|tr|det|arg|deg)$/;

function unescaped(latex: string): string {
  const runs = latex.match(/\\+/g) ?? [];
  const escaped = runs.length > 0 && runs.every((run) => run.length % 2 === 0) && /\\\\[a-zA-Z]/.test(latex);
  const isWhole = escaped && (!latex.includes('\\\\\\\\') || latex.includes('\\\\begin'));
  if (isWhole) return latex.replaceAll('\\\\', '\\');
  if (latex.includes('\\begin')) return latex;
  // Two backslashes before a command are one escaped backslash; otherwise they end a line.
  return latex.replaceAll(/\\\\(?=[a-zA-Z{}%$,;!:_])/g, '\\').replaceAll('\\\\', ', ');
}

/** Removes math delimiters and currency signs. Two dollar signs around words are currency signs, as in `$5 and $6`. */
function withoutDelimiters(latex: string): string {
  return latex
    .replaceAll(DELIMITED, (whole, display?: string, inline?: string, block?: string, round?: string) => {
      const math = display ?? inline ?? block ?? round ?? '';
      return inline !== undefined && /^\s*[\d.,]+\s[a-z ]*[a-z]{2,}/i.test(math) && !math.includes('\\')
        ? whole
        : ` ${math} `;
    })
    .replaceAll(/\\[[\]()]/g, ' ')
    .replace(PRICE, (_, sign: string, number: string) => `${number}\\text{ ${CURRENCIES[sign.at(-1) ?? '']}}`)
    .replaceAll(/\\\$|[$€£¥₹]/g, '');
}

function withoutFonts(latex: string): string {
  let text = latex;
  for (;;) {
    MATH_FONT.lastIndex = 0;
    const found = MATH_FONT.exec(text);
    const braces = found === null ? undefined : inBraces(text, found.index + found[0].length - 1);
    if (found === null) return text;
    text = `${text.slice(0, found.index)} ${braces === undefined ? '' : braces.inner} ${text.slice(braces?.end ?? found.index + found[0].length)}`;
  }
}

/** Whether a letter in text is a unit: it follows a number or π, and is not the `C` of a temperature or of combinations. */
function isUnit(letter: string, whole: string, before: string, after: string): boolean {
  if (!/^[mgshlLNJWVAKC]$/.test(letter) || !/(?:\d|\d\.|\\pi|[})])\s*$/.test(before)) return false;
  const isSpaced = /\s$/.test(before) || /\{\s/.test(whole);
  const mayBeVariable = whole.startsWith('\\mathrm') && /[A-Z]/.test(letter) && !isSpaced;
  return !mayBeVariable && !/\^\\circ\s*$/.test(before) && !/^\s*[_\d({a-zA-Z]/.test(after);
}

/** Converts a single letter or number in text to math, together with its unit. Words remain text. */
function plainText(whole: string, content: string, at: number, latex: string): string {
  const trimmed = content.replaceAll(/\\[,;:! ]/g, ' ').trim();
  const option = /^\(?([A-Za-z])\)?\.?$/.exec(trimmed)?.[1];
  if (option !== undefined) {
    return isUnit(option, whole, latex.slice(Math.max(0, at - 20), at), latex.slice(at + whole.length))
      ? `\\text{${option}}`
      : ` ${option} `;
  }
  if (OPTIONS.test(trimmed)) return ` ${trimmed.replaceAll(/[()]/g, '')} `;
  if (trimmed.includes('\\')) return ` ${trimmed} `;
  if (whole.startsWith('\\operatorname') && FUNCTION_NAMES.test(trimmed)) return whole;
  const isMath = whole.startsWith('\\mathrm') && /^(?:[A-Z]+|\w')$/.test(trimmed);
  if (isMath || /[\d=<>^]|^[\s.,+\-*/_()]*$/.test(trimmed)) return ` ${trimmed} `;
  return `\\text{${content.replaceAll('~', ' ')}}`;
}

function withBalancedBraces(latex: string): string {
  let depth = 0;
  let text = '';
  for (const [token] of latex.matchAll(/\\.|[^\\]|\\/gs)) {
    if (token === '{') depth++;
    else if (token === '}') {
      if (depth === 0) continue;
      depth--;
    }
    text += token;
  }
  return depth > 3 ? latex : text + '}'.repeat(depth);
}

/**
 * Normalizes an answer's LaTeX. The result has no delimiters, sizes, fonts, spacing, currency signs or thousands
 * separators; `\frac` for its variants; `\text{…}` around words; Unicode signs as commands; and closing braces for those
 * left open when the text was cut. Linear in the length of the text, except for nested fonts.
 */
export function plainLatex(latex: string): string {
  let text = unescaped(withoutUnicode(latex))
    .replaceAll(TAGS, ' ')
    .replaceAll(/^\s*[*_`"#]+|[*_`"]+\s*$/g, ' ');
  if (text.includes('\\begin')) text = text.replaceAll('\\\\', ROW_END);
  text = withBalancedBraces(withoutDelimiters(text));
  const label = LABEL.exec(text) ?? PLAIN_LABEL.exec(text);
  const [labelled = '', opening = '', second = '', closing] = label ?? [];
  const isPlain = label !== null && closing === undefined && !labelled.includes('{');
  const letter = isPlain ? opening || second : second;
  if (label !== null)
    text = `${isPlain || closing !== undefined ? '' : opening}${text.slice(labelled.length)}`;
  for (const [pattern, replacement] of COMMANDS) text = text.replaceAll(pattern, replacement);
  text = plainNumbers(text);
  for (const [pattern, replacement] of SPACES) text = text.replaceAll(pattern, replacement);
  text = withoutFonts(text).replaceAll(ROMAN, plainText).replaceAll(ROMAN, plainText);
  text = withMarkedWords(text.replaceAll(/["`]/g, ' '));
  text = plainGroups(plainNumbers(text.replaceAll(/\s+/g, ' ')))
    .trim()
    .replace(/^(?:=|≈|:|\\implies|[-•](?=\s+\\text\{))\s*/, '')
    .replace(/[\s.,;:?]+$/, '')
    .replaceAll(ROW_END, '\\\\');
  return label === null ? text : `\\text{(${letter})} ${text}`;
}

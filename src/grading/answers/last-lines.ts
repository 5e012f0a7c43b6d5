import { comesTo, endsInRightResult } from './arithmetic.ts';
import { CHANGES_BOLD, GOES_ON } from './sentences.ts';
import { MAX_ANSWER_LENGTH, type StatedAnswer, unmarkedSentence, whole } from './stated-answer.ts';

const NUMERAL = String.raw`[-−]?\d[\d,]*(?:\.\d+)?`;
const NUMBERS = new RegExp(`(?<![\\d.,])${NUMERAL}(?![\\d,]*\\d)`, 'g');
/** A number with an optional currency sign before it and an optional unit after it. */
const VALUE = String.raw`(?:US|USD|Rs\.?)?[ ]?[$€£¥₹]?[ ]?(${NUMERAL})(?:[ ]?(?:%|°C?|[$€£¥₹])|[ ]?\p{L}[\p{L}\p{M}]*(?:[ ]\p{L}[\p{L}\p{M}]*){0,2})?`;
/** Matches a line that contains only a value. */
const BARE = new RegExp(`^[\\s*_$\\\\[(>\`]{0,8}${VALUE}$`, 'u');
/** Matches a line that labels the number at its end: "Fruit: 12". */
const LABELLED = new RegExp(
  `^[\\s*_#>•-]{0,8}(\\p{L}[^\\p{N}:=\\n?!]{0,80}?)[*_]{0,3}[ ]?[:：=][*_\\s$]{0,6}${VALUE}$`,
  'u',
);
/** Matches labels of values that are never the answer, or that are only one of several answers. */
const OTHER_LABEL =
  /\b(?:confidence|score|rating|level|difficulty|step|check|verif\p{L}*|tokens?|page|date|time taken|note|hint|source|points?|grade|version|line|example|question|exercise|problem|case|part|day|option|choice)\s*$/iu;
const LIST_ITEM = /^\s*(?:[-•*]\s|\d{1,2}[.)]\s)/;
/** How far before a line to search for its value, in UTF-16 code units. */
const REACH = 600;
const NOTHING_SAID = /^[\s$\\[\]*_`-]*$/;

function digitsOf(written: string): string {
  return written.replaceAll(',', '').replace('−', '-').replace(/\.0+$/, '');
}

function lastNumbers(text: string): readonly string[] {
  return (
    text
      .slice(-REACH)
      .replaceAll(/\{,\}|\\,/g, ',')
      .match(NUMBERS) ?? []
  ).map(digitsOf);
}

/** The last line with content before `end`, and the text before that line. */
function lineBefore(text: string, end: number): { readonly line: string; readonly before: string } {
  let to = end;
  for (;;) {
    const newline = to === 0 ? -1 : text.lastIndexOf('\n', to - 1);
    const line = text.slice(newline + 1, to);
    if (newline === -1 || !NOTHING_SAID.test(line)) return { line, before: text.slice(0, newline + 1) };
    to = newline;
  }
}

/** Whether the line above has the same label and gives the value's calculation: "Sold = 14 + 36" above "Sold = 50". */
function isWorkedAbove(label: string, value: string, above: string): boolean {
  const equals = above.search(/[:：=]/);
  return (
    equals > 0 &&
    above.slice(0, equals).trim().toLowerCase() === label.trim().toLowerCase() &&
    comesTo(above.slice(equals + 1).trim(), value)
  );
}

/** Whether text that is only an expression, reduced line by line, ends in this value: "6 * (5 - 2)", "6 * 3", "18". */
function isReduced(before: string, above: string, value: string): boolean {
  return !/\p{L}/u.test(before) && comesTo(above.replace(/^[\s=]+/, ''), value);
}

/**
 * Reads the last line in either of two cases: the line consists only of a value, and the line above announces the value
 * with a colon, ends in the same number, or is an expression that is reduced to this value; or the line labels the last result of the working, as in "Fruit: 12".
 */
export function valueLine(text: string, endOfContent: number): StatedAnswer | undefined {
  const { line, before } = lineBefore(text, endOfContent);
  if (line.length > 150 || before.trim() === '') return undefined;
  const above = lineBefore(before, before.trimEnd().length);
  const bare = BARE.exec(line);
  if (bare !== null && !LIST_ITEM.test(line) && !BARE.test(above.line.trim())) {
    const value = digitsOf(bare[1] ?? '');
    const announced = /^(.*)[:：]\W{0,9}$/su.exec(above.line.slice(-150))?.[1];
    const isAnnounced = announced !== undefined && !OTHER_LABEL.test(announced);
    const isKnown = isAnnounced
      ? lastNumbers(before).includes(value)
      : lastNumbers(above.line).at(-1) === value || isReduced(before, above.line, value);
    const ends = text.slice(endOfContent).trim() !== '';
    return isKnown || (isAnnounced && ends)
      ? whole('last-line', line.replace(/^[\s*_$\\[(>`]+/, ''), -4)
      : undefined;
  }
  const labelled = LABELLED.exec(line);
  if (labelled === null) return undefined;
  const isWorked = isWorkedAbove(labelled[1] ?? '', digitsOf(labelled[2] ?? ''), above.line);
  if (!isWorked && OTHER_LABEL.test(labelled[1] ?? '')) return undefined;
  // The last value of a list is only one of several values.
  if (LABELLED.test(above.line.trim()) && /^[^\n]*\n$/.test(before.slice(above.before.length)))
    return undefined;
  const isLastResult = isWorked || lastNumbers(before).at(-1) === digitsOf(labelled[2] ?? '');
  return isLastResult
    ? unmarkedSentence('last-line', line.slice(line.search(/[:：=]/) + 1).trim(), -4)
    : undefined;
}

/** Matches words that show that the text is checking its own working. */
const CHECKS =
  /\b(?:check(?:s|ed|ing)?|verif(?:y|ies|ied|ication)|confirm(?:s|ed|ing)?|proof|prove|double-check|sanity)\b/i;
/** LaTeX patterns in calculations, and the plain text that replaces each. */
const LATEX: readonly (readonly [RegExp, string])[] = [
  [/\\(?:text|mathrm|mbox)\s?\{[^{}]*\}/g, ' '],
  [/\\[dt]?frac\s?\{([^{}]*)\}\s?\{([^{}]*)\}/g, '($1)/($2)'],
  [/\\(?:times|cdot)(?![a-z])/g, '×'],
  [/\\div(?![a-z])/g, '÷'],
  [/\{,\}/g, ','],
  [/\\[,;! ()[\]]/g, ' '],
  [/\\\$/g, '$'],
];

function plainCalculation(line: string): string {
  if (!/[\\{]/.test(line)) return line;
  return LATEX.reduce((plain, [pattern, to]) => plain.replaceAll(pattern, to), line);
}

const RESULT_AT_END = new RegExp(
  `=[*\\s$]{0,4}[$€£]?\\s?(${NUMERAL})[\\s)*$]{0,4}((?:\\s?\\/?\\p{L}[^=\\p{N}\\n]{0,60})?)$`,
  'u',
);

/** Reads the result of a last sentence that ends the working with a correct calculation. */
export function lastResult(sentence: string, above: string): StatedAnswer | undefined {
  const plain = plainCalculation(sentence)
    .replaceAll(/\*{2,}/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const match = RESULT_AT_END.exec(plain);
  if (match === null || GOES_ON.test(plain) || CHECKS.test(sentence) || CHECKS.test(above.slice(-200)))
    return undefined;
  const [, value = '', unit = ''] = match;
  const calculation = plain.slice(0, match.index);
  const begin = Math.max(
    calculation.lastIndexOf(':'),
    calculation.lastIndexOf(', '),
    calculation.search(/\d[^:]*$/) - 1,
  );
  const candidates = [calculation, calculation.slice(begin + 1)];
  if (!candidates.some((it) => endsInRightResult(`${it}= ${value}`))) return undefined;
  return unmarkedSentence('last-line', `${value}${unit.trimEnd()}`, -4);
}

const BOLD = /\*\*([^*\n]{1,200}?)\*\*/g;

/** Matches bold text that is a heading or a label. */
const HEADING =
  /^(?:\d{1,3}[.)]\s|(?:step|part|day|chapter|question|problem|case|note|example|phase)\b|(?:therefore|thus|hence|so|finally|in conclusion|conclusion|result|answer|total),?$)/i;

/** The bold text in the last line; undefined if the line has no bold text, or contains two different bold texts. */
export function boldEnding(text: string, endOfContent: number): StatedAnswer | undefined {
  const content = text.slice(0, Math.min(text.length, endOfContent + 8)).trimEnd();
  const line = content.slice(Math.max(content.lastIndexOf('\n') + 1, content.length - MAX_ANSWER_LENGTH));
  const said = new Set([...line.matchAll(BOLD)].map((match) => (match[1] ?? '').trim()));
  const [only = '', ...others] = said;
  const behind = line.slice(line.lastIndexOf('**') + 2);
  if (
    others.length > 0 ||
    !/[\p{L}\p{N}\\]/u.test(only) ||
    only.endsWith(':') ||
    HEADING.test(only) ||
    CHANGES_BOLD.test(behind)
  )
    return undefined;
  if (/[-−]$/.test(line.slice(0, line.indexOf('**')))) return undefined;
  // Marked answers take precedence over bold text.
  return whole('bold-ending', only, -1);
}

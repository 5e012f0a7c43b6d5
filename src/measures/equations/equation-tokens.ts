/** Every spelling of an arithmetic mark, with its canonical form. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['+', '+'],
  ['-', '-'],
  ['−', '-'],
  ['–', '-'],
  ['*', '*'],
  ['×', '*'],
  ['·', '*'],
  ['⋅', '*'],
  ['∙', '*'],
  ['/', '/'],
  ['÷', '/'],
  ['∕', '/'],
  ['^', '^'],
  ['%', '%'],
  ['(', '('],
  [')', ')'],
  ['=', '='],
]);

const FRACTION = /\\[dt]?frac\{([^{}\n]*)\}\{([^{}\n]*)\}/g;
const LATEX: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/\\(?:times|cdot|ast)(?![a-zA-Z])/g, '*'],
  [/\\div(?![a-zA-Z])/g, '/'],
  [/\\(?:left|right)(?![a-zA-Z])/g, ''],
  [/\\([$%])/g, '$1'],
  [/\\[,!;: ]/g, ' '],
];

const NUMBER = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+/y;
const PLAIN_WHOLE = /^[1-9]\d*$/u;
const WORD = String.raw`\p{L}{2,30}(?:\/\p{L}{2,30})?`;
/**
 * Matches a number's unit, which is up to three words between the number and the next mark, as in `12 miles per hour`. A
 * single letter is not a unit but a variable.
 */
const UNIT = new RegExp(
  String.raw`(?<=[\d)%])[^\S\n]?${WORD}(?:[^\S\n]${WORD}){0,2}(?=[^\S\n]*[-−–+*×·⋅∙/÷∕=])`,
  'uy',
);
/** Matches the start of an operand after an `x`, which shows that the `x` is a multiplication sign. */
const LETTER_TIMES = /^\s*[\d.($€£¥]/u;
const LINE_START = /(?:^|\n)[^\S\n]*$/u;
const BULLET = /^[-–*+]\s/u;

/**
 * A character's role in a run of arithmetic. Roles are plain numbers for speed, because the role of every character is
 * looked up.
 */
const OTHER = 0;
const SPACE = 1;
const DIGIT = 2;
const POINT = 3;
const CURRENCY = 4;
const MARK = 5;

const ASCII_KINDS = Uint8Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));

function kindOf(character: string): number {
  if (MARKS.has(character) || character === 'x' || character === 'X') return MARK;
  if (/\d/u.test(character)) return DIGIT;
  if (/\s/u.test(character)) return SPACE;
  if (/[$€£¥]/u.test(character)) return CURRENCY;
  return character === '.' ? POINT : OTHER;
}

function kindAt(text: string, place: number): number {
  return ASCII_KINDS[text.charCodeAt(place)] ?? kindOf(text.charAt(place));
}

/**
 * The runs of arithmetic in text that contain `=`: maximal sequences of numbers and marks on one line, separated only
 * by spaces, units, and currency signs before or after numbers (`$` only before a number, because after a number it
 * ends LaTeX). A run is returned without spaces, with canonical marks and canonical numbers: no separators, no leading
 * or trailing zeros. Linear in the length of the text.
 */
export function arithmeticRuns(text: string): string[] {
  const plain = text.includes('\\') ? withoutLatex(text) : text;
  const runs = new Runs();
  let end = 0;
  for (let equals = plain.indexOf('='); equals !== -1; equals = plain.indexOf('=', end)) {
    const lineBreak = plain.indexOf('\n', equals);
    end = lineBreak === -1 ? plain.length : lineBreak;
    readLine(plain, { start: plain.lastIndexOf('\n', equals) + 1, end }, runs);
  }
  return runs.found;
}

function withoutLatex(text: string): string {
  return LATEX.reduce(
    (plain, [pattern, replacement]) => plain.replace(pattern, replacement),
    text.replace(FRACTION, '(($1)/($2))'),
  );
}

class Runs {
  readonly found: string[] = [];
  /** The last token added, a number or a mark; empty at the beginning of a run. */
  last = '';
  #run = '';
  #hasEquals = false;

  get afterOperand(): boolean {
    return isNumber(this.last) || this.last === ')' || this.last === '%';
  }

  addNumber(number: string): void {
    if (isNumber(this.last)) this.end();
    this.#add(number);
  }

  addMark(mark: string): void {
    if (mark === '=') this.#hasEquals = true;
    this.#add(mark);
  }

  end(): void {
    if (this.last === '') return;
    if (this.#hasEquals) this.found.push(this.#run);
    this.last = '';
    this.#run = '';
    this.#hasEquals = false;
  }

  #add(token: string): void {
    this.last = token;
    this.#run += token;
  }
}

function readLine(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  runs: Runs,
): void {
  let place = start;
  while (place < end) {
    switch (kindAt(text, place)) {
      case DIGIT:
      case POINT: {
        const length = lengthAt(NUMBER, text, place);
        if (length > 0) runs.addNumber(canonicalNumber(text.slice(place, place + length)));
        else runs.end();
        place += Math.max(1, length);
        if (length > 0) place += lengthAt(UNIT, text, place);
        continue;
      }
      case MARK: {
        const mark = markAt(text, place, runs);
        if (mark === undefined) runs.end();
        else runs.addMark(mark);
        place += 1;
        if (mark === ')' || mark === '%') place += lengthAt(UNIT, text, place);
        continue;
      }
      case CURRENCY:
        if (!isPartOfAmount(text, place, runs)) runs.end();
        break;
      case OTHER:
        runs.end();
        // Text consists mostly of words. Outside a run, letters and spaces change nothing, so a tight loop skips them.
        while (place + 1 < end && isLetterOrSpace(text.charCodeAt(place + 1))) place += 1;
        break;
      case SPACE:
        break;
    }
    place += 1;
  }
  runs.end();
}

/** Whether the currency sign at `place` belongs to an amount, as in `$3`, `€.5` and `3 €`. */
function isPartOfAmount(text: string, place: number, { afterOperand }: Runs): boolean {
  return (afterOperand && text.charAt(place) !== '$') || /[\d.]/u.test(text.charAt(place + 1));
}

function isLetterOrSpace(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 32;
}

/** The length of a sticky pattern's match at a position; 0 if the pattern does not match. */
function lengthAt(pattern: RegExp, text: string, place: number): number {
  pattern.lastIndex = place;
  return pattern.test(text) ? pattern.lastIndex - place : 0;
}

/** Whether a token of a run is a number. */
export function isNumber(token: string): boolean {
  return token >= '0' && token < ':';
}

function markAt(text: string, place: number, { last, afterOperand }: Runs): string | undefined {
  const character = text.charAt(place);
  if (character === 'x' || character === 'X') {
    return afterOperand && LETTER_TIMES.test(text.slice(place + 1, place + 8)) ? '*' : undefined;
  }
  const isBullet =
    last === '' &&
    BULLET.test(text.slice(place, place + 2)) &&
    LINE_START.test(text.slice(Math.max(0, place - 8), place));
  return isBullet ? undefined : MARKS.get(character);
}

/** Normalizes a number: 1,000 → 1000, 18.00 → 18, .5 → 0.5, 007 → 7. */
export function canonicalNumber(written: string): string {
  if (PLAIN_WHOLE.test(written)) return written;
  const [whole = '', decimals = ''] = written.replaceAll(',', '').split('.');
  const shortWhole = whole.replace(/^0+(?=\d)/u, '') || '0';
  const shortDecimals = decimals.replace(/0+$/u, '');
  return shortDecimals === '' ? shortWhole : `${shortWhole}.${shortDecimals}`;
}

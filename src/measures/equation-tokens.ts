/** Marks of arithmetic. */
type Mark = '+' | '-' | '*' | '/' | '^' | '%' | '(' | ')' | '=';

export type EquationToken = { readonly kind: 'number'; readonly value: string } | { readonly kind: Mark };

const MARKS: Readonly<Record<string, Mark>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '–': '-',
  '*': '*',
  '×': '*',
  '·': '*',
  '⋅': '*',
  '∙': '*',
  '/': '/',
  '÷': '/',
  '∕': '/',
  '^': '^',
  '%': '%',
  '(': '(',
  ')': ')',
  '=': '=',
};

const FRACTION = /\\[dt]?frac\{([^{}\n]*)\}\{([^{}\n]*)\}/g;
const LATEX: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/\\(?:times|cdot|ast)(?![a-zA-Z])/g, '*'],
  [/\\div(?![a-zA-Z])/g, '/'],
  [/\\(?:left|right)(?![a-zA-Z])/g, ''],
  [/\\([$%])/g, '$1'],
  [/\\[,!;: ]/g, ' '],
];

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+`;
const WORD = String.raw`\p{L}{2,30}(?:\/\p{L}{2,30})?`;
/** `12 miles per hour`: up to three words after a number, before the next mark, are its unit. One letter is a variable. */
const UNIT = String.raw`(?<=[\d)%])[^\S\n]?${WORD}(?:[^\S\n]${WORD}){0,2}(?=[^\S\n]*[-−–+*×·⋅∙/÷∕=])`;
/** In order: line break, unit, space, currency before a number, number, anything else. */
const PIECE = new RegExp(
  String.raw`(?<line>\n|\\\\)|${UNIT}|[^\S\n]+|[$€£¥](?=[\d.])|(?<number>${NUMBER})|(?<other>[^])`,
  'gu',
);
/** `x` between two operands is a multiplication sign. */
const LETTER_TIMES = /^\s*[\d.($€£¥]/u;
const BULLET = /^[-–*+]\s/u;

/**
 * The runs of arithmetic in a text: maximal sequences of numbers and marks on one line, with nothing but spaces,
 * currency signs and units between. Numbers are canonical: no separators, no leading or trailing zeros. Linear in the text.
 */
export function arithmeticRuns(text: string): EquationToken[][] {
  const plain = LATEX.reduce(
    (soFar, [pattern, replacement]) => soFar.replace(pattern, replacement),
    text.replace(FRACTION, '(($1)/($2))'),
  );
  const runs: EquationToken[][] = [];
  let run: EquationToken[] = [];
  const endRun = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const { 0: piece, groups, index } of plain.matchAll(PIECE)) {
    if (groups?.['line'] !== undefined) endRun();
    else if (groups?.['number'] !== undefined) {
      if (run.at(-1)?.kind === 'number') endRun();
      run.push({ kind: 'number', value: canonicalNumber(piece) });
    } else if (groups?.['other'] !== undefined) {
      const mark = markAt(plain, index, run.at(-1));
      if (mark === undefined) endRun();
      else run.push({ kind: mark });
    }
  }
  endRun();
  return runs;
}

function markAt(text: string, index: number, before: EquationToken | undefined): Mark | undefined {
  const character = text[index] ?? '';
  if (character === 'x' || character === 'X') {
    const afterOperand = before?.kind === 'number' || before?.kind === ')' || before?.kind === '%';
    return afterOperand && LETTER_TIMES.test(text.slice(index + 1, index + 8)) ? '*' : undefined;
  }
  const atLineStart =
    before === undefined && /(?:^|\n)[^\S\n]*$/u.test(text.slice(Math.max(0, index - 8), index));
  if (atLineStart && BULLET.test(text.slice(index, index + 2))) return undefined;
  return MARKS[character];
}

/** 1,000 → 1000, 18.00 → 18, .5 → 0.5, 007 → 7. */
export function canonicalNumber(written: string): string {
  const [whole = '', decimals = ''] = written.replaceAll(',', '').split('.');
  const shortWhole = whole.replace(/^0+(?=\d)/u, '') || '0';
  const shortDecimals = decimals.replace(/0+$/u, '');
  return shortDecimals === '' ? shortWhole : `${shortWhole}.${shortDecimals}`;
}

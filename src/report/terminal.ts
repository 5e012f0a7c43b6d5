import picocolors from 'picocolors';
import stringWidth from 'string-width';
import { ASCII_STRIP, intervalStrip, sparkline, UNICODE_STRIP } from './bars.ts';
import { fit, wrap } from './columns.ts';
import { oneLine, SENTENCE_LIMIT, terminalText } from '../result/text/neutralise.ts';
import { costSentence } from '../result/sentences/cost-sentence.ts';
import * as numbers from '../result/sentences/numbers.ts';
import {
  gatingInOrder,
  GLYPHS,
  measureRow,
  type Mark,
  type MeasureRow,
} from '../result/sentences/measure-row.ts';
import type { MeasureResult, Result, SuiteResult } from '../result/result.ts';
import { sidesOf } from './version-names.ts';
import { headlineAfterName, VERDICT_ALERTS, verdictName } from '../result/sentences/verdict-names.ts';

export interface TerminalOptions {
  /** Whether to use colors; the text is complete without them. */
  readonly colour: boolean;
  /** Width, in columns, of the terminal or of a typical log viewer; values below 60 are treated as 60. */
  readonly columns: number;
  /** Whether the tool's own symbols may contain non-ASCII characters. */
  readonly unicode: boolean;
}

type Colours = ReturnType<typeof picocolors.createColors>;
type Paint = (text: string) => string;

const ASCII_MARKS: Readonly<Record<Mark, string>> = {
  gained: '+',
  kept: '=',
  within: '~',
  lost: '!',
  unclear: '?',
  up: '+',
  down: '-',
  level: '.',
  unmeasured: '.',
};

const ASCII: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '…': '...',
  '→': '->',
  '±': '+/-',
  '·': '*',
};

/** Maximum number of non-gating measures to show. If there are more, they appear only in the report. */
const MOST_OTHERS = 6;

const STRIP_WIDTH = 19;
const STRIP_FROM = 104;
const LABEL_AT_LEAST = 12;

const verdictPaint = (colours: Colours, { verdict }: Result): Paint =>
  ({ CAUTION: colours.red, WARNING: colours.yellow, TIP: colours.green, NOTE: (text: string) => text })[
    VERDICT_ALERTS[verdict.status]
  ];

const markPaint = (colours: Colours, mark: Mark): Paint => {
  if (mark === 'lost') return colours.red;
  if (mark === 'unclear' || mark === 'within') return colours.yellow;
  if (mark === 'gained' || mark === 'kept') return colours.green;
  return colours.dim;
};

const longLabel = ({ dimension, name, plain, suite }: MeasureRow): string =>
  terminalText(`${dimension} ${plain ? '' : `${name} `}${oneLine(suite)}`);

const shortLabel = ({ name, suite }: MeasureRow): string => terminalText(`${oneLine(name)} ${suite}`);

const widest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0);

interface Page {
  readonly columns: number;
  readonly unicode: boolean;
  readonly colours: Colours;
}

const stripOf = ({ change, margin, gates }: MeasureResult, unicode: boolean): string => {
  const loss = margin?.accepted_loss ?? null;
  if (!gates || change === null || loss === null) return '';
  const { estimate: delta, interval } = change;
  return intervalStrip({ delta, interval, margin: loss }, STRIP_WIDTH, unicode ? UNICODE_STRIP : ASCII_STRIP);
};

/** Measures as aligned rows, with a heading above those that do not gate. */
const measureLines = (
  gating: readonly MeasureResult[],
  others: readonly MeasureResult[],
  [older, newer]: readonly [string, string],
  { columns, unicode, colours }: Page,
): readonly string[] => {
  const measures = [...gating, ...others];
  if (measures.length === 0) return [];
  const readings = measures.map(measureRow);
  const strips = columns >= STRIP_FROM ? measures.map((measure) => stripOf(measure, unicode)) : [];
  const change = widest(readings.map(({ change }) => change));
  const widths = {
    old: widest([older, ...readings.map((reading) => reading.old)]),
    new: widest([newer, ...readings.map((reading) => reading.new)]),
    change: Math.max(
      change + 1 + widest(readings.map(({ interval }) => interval)),
      'change, 95% interval'.length,
    ),
    strip: strips.some((strip) => strip !== '') ? STRIP_WIDTH + 2 : 0,
    state: widest(readings.map(({ shortState }) => shortState)),
  };
  const room =
    columns - (2 + 2 + widths.old + 2 + widths.new + 2 + widths.change + widths.strip + 2 + widths.state);
  const long = readings.map(longLabel);
  const labels = widest(long) <= room ? long : readings.map(shortLabel);
  const label = Math.min(widest(labels), Math.max(LABEL_AT_LEAST, room));
  const line = (mark: string, cells: readonly [string, string, string, string, string, string]): string =>
    [
      `${mark} ${fit(cells[0], label)}`,
      fit(cells[1], widths.old, 'r'),
      fit(cells[2], widths.new, 'r'),
      fit(cells[3], widths.change),
      ...(widths.strip === 0 ? [] : [fit(cells[4], STRIP_WIDTH)]),
      cells[5],
    ].join('  ');
  const rows = readings.map((reading, at): readonly string[] => {
    const { mark, reason } = reading;
    const paint = markPaint(colours, mark);
    const row = line(paint(unicode ? GLYPHS[mark] : ASCII_MARKS[mark]), [
      labels[at] ?? '',
      reading.old,
      reading.new,
      `${fit(reading.change, change, 'r')} ${reading.interval}`,
      strips[at] ?? '',
      paint(reading.shortState),
    ]).trimEnd();
    const why = reason === null ? [] : wrap(terminalText(reason, SENTENCE_LIMIT), columns - 4);
    return [row, ...why.map((text) => colours.dim(`    ${text}`))];
  });
  return [
    colours.dim(line(' ', ['', older, newer, 'change, 95% interval', '-margin  0', '']).trimEnd()),
    ...rows.slice(0, gating.length).flat(),
    ...(others.length === 0 ? [] : [colours.dim('  not guardrails:')]),
    ...rows.slice(gating.length).flat(),
  ];
};

const curveLines = (
  suites: readonly SuiteResult[],
  [older, newer]: readonly [string, string],
  { unicode, columns }: Page,
): readonly string[] =>
  suites.flatMap(({ name, curve, crossover }) => {
    const [first, last] = [curve.at(0), curve.at(-1)];
    if (first === undefined || last === undefined) return [];
    const sorted = curve.flatMap((point) => [point.old, point.new]).toSorted((one, other) => one - other);
    const range = [sorted.at(0) ?? 0, sorted.at(-1) ?? 1] as const;
    const side = (label: string, of: 'old' | 'new'): string => {
      const values = curve.map((point) => point[of]);
      const line = unicode ? `${sparkline(values, range)} ` : '';
      return `  ${label}  ${line}${numbers.percent(first[of])} → ${numbers.percent(last[of])}`;
    };
    const width = Math.max(stringWidth(older), stringWidth(newer));
    const crossing =
      crossover === null
        ? 'no crossover shown'
        : `the candidate falls below the baseline from k = ${crossover}`;
    return [
      ...wrap(`pass@k of ${terminalText(name)}, k = ${first.k} to ${last.k}: ${crossing}`, columns),
      side(fit(older, width), 'old'),
      side(fit(newer, width), 'new'),
    ];
  });

const listLines = (sentences: readonly string[], lead: string, { columns }: Page): readonly string[] =>
  sentences.flatMap((sentence) =>
    wrap(terminalText(sentence, SENTENCE_LIMIT), columns - stringWidth(lead)).map(
      (line, at) => (at === 0 ? lead : ' '.repeat(stringWidth(lead))) + line,
    ),
  );

const paragraphs = (...parts: readonly (readonly string[])[]): string =>
  parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');

const inAscii = (text: string): string => text.replace(/[−–…→±·]/gu, (sign) => ASCII[sign] ?? sign);

/**
 * A result for a terminal or a log: the verdict and the reason for it, the measures (gating ones first), the reasons,
 * the pass@k curves, the warnings and the cost. No text from the result can move the cursor, set a color or be
 * mistaken for a workflow command. Ends with a newline.
 */
export const renderTerminal = (result: Result, { colour, columns, unicode }: TerminalOptions): string => {
  const colours = picocolors.createColors(colour);
  const page: Page = { columns: Math.max(60, columns), unicode, colours };
  const { verdict, measures, suites, warnings, cost } = result;
  const heads = sidesOf(result).byVersion
    ? ([terminalText(result.old.version), terminalText(result.new.version)] as const)
    : (['old', 'new'] as const);
  const paint = verdictPaint(colours, result);
  const others = measures.filter(({ gates }) => !gates);
  const text = paragraphs(
    [
      `${colours.bold(paint(`${verdictName(result)}.`))} The check ${verdict.passed ? 'passes' : 'fails'}.`,
      ...listLines([headlineAfterName(verdict.status, verdict.headline)], '', page),
      ...(heads[0] === 'old'
        ? listLines([`old: ${oneLine(result.old.version)}, new: ${oneLine(result.new.version)}`], '', page)
        : []),
    ],
    measureLines(gatingInOrder(measures), others.length > MOST_OTHERS ? [] : others, heads, page),
    others.length > MOST_OTHERS
      ? [
          colours.dim(
            `The report contains ${numbers.count(others.length)} more measures that are not guardrails.`,
          ),
        ]
      : [],
    listLines(verdict.reasons, '- ', page),
    curveLines(suites, heads, page),
    listLines(warnings, 'Warning: ', page),
    listLines(
      costSentence(cost).map((sentence) => `${sentence}.`),
      '',
      page,
    ),
  ).replaceAll('\u00A0', ' ');
  return `${unicode ? text : inAscii(text)}\n`;
};

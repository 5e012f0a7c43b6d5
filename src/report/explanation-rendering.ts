import picocolors from 'picocolors';
import stringWidth from 'string-width';
import { fit, wrap } from './columns.ts';
import type { ExplainedItem, ExplainedSample, ExplainedSide, Explanation } from '../result/explanation.ts';
import { blocks, list, table } from './fold.ts';
import {
  markdownFence,
  markdownText,
  SENTENCE_LIMIT,
  terminalLines,
  terminalText,
} from '../result/text/neutralise.ts';
import * as numbers from '../result/sentences/numbers.ts';
import { measureRow, readValue } from '../result/sentences/measure-row.ts';
import type { MeasureResult } from '../result/result.ts';
import type { TerminalOptions } from './terminal.ts';

const LIMIT = SENTENCE_LIMIT;

/** Maximum number of prompt lines, and of completion lines, to show in a terminal. */
const PROMPT_LINES = 8;
const COMPLETION_LINES = 60;

/**
 * Minimum number of columns for showing completions side by side. In a narrower terminal, they are shown one below the
 * other.
 */
const SIDE_BY_SIDE = 90;

/** One sentence about the change; not yet neutralized. */
const headline = ({ versions, measure, moved, items }: Explanation): string => {
  const pair = `${versions.old} → ${versions.new}`;
  if (measure === undefined || moved === undefined) return `${pair}, one item.`;
  const { old, new: candidate, change, interval, state } = measureRow(measure);
  const inWords = [`${old} → ${candidate}`, `${change} ${interval}`.trim(), state].filter(
    (part) => part !== '',
  );
  const shown =
    items.length === 0
      ? 'No item changed in the same direction as the measure'
      : items.length === 1
        ? 'The item that contributed most to the change is shown below'
        : `The ${numbers.count(items.length)} items that contributed most to the change are shown below`;
  return `${measure.id}, ${pair}: ${inWords.join(', ')}. Of ${numbers.counted(moved.items, 'item')}, ${numbers.count(moved.up)} went up and ${numbers.count(moved.down)} went down. ${shown}.`;
};

const valueOf = ({ value }: ExplainedSide, measure: MeasureResult | undefined): string =>
  value === null || measure === undefined ? '' : readValue(value, measure.unit);

/** A side's outcomes with their counts, such as `12 correct, 4 incorrect`. */
const outcomesOf = ({ outcomes }: ExplainedSide): string =>
  Object.entries(outcomes)
    .map(([outcome, count]) => `${numbers.count(count)} ${outcome}`)
    .join(', ') || 'no samples';

const answersOf = ({ answers }: ExplainedSide): string =>
  answers.map(({ answer, count }) => `${answer} (${numbers.count(count)})`).join(', ') || 'none';

const waysOf = ({ ways }: ExplainedSide): string => (ways === null ? 'unknown' : numbers.count(ways));

/** A sample's grade in words. */
const gradeOf = ({ index, outcome, answer, rule, lenient, reason }: ExplainedSample): string =>
  [
    `sample ${numbers.count(index)}: ${outcome}`,
    answer === null ? '' : `answer ${answer}${rule === null ? '' : ` (rule ${rule})`}`,
    lenient === null ? '' : 'the last value in the text is correct',
    reason ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ');

const wayOf = ({ way }: ExplainedSample): string => (way.length === 0 ? '' : `way: ${way.join('; ')}`);

const factsOf = (side: ExplainedSide): string =>
  `${outcomesOf(side)}; answers: ${answersOf(side)}; different correct ways: ${waysOf(side)}`;

/** An explanation in Markdown, with all text neutralized and a final newline. */
export const renderExplanationMarkdown = (explanation: Explanation): string => {
  const { versions, measure, items, notes } = explanation;
  const completion = (version: string, sample: ExplainedSample): string =>
    blocks(
      markdownText(
        `${version}, ${gradeOf(sample)}${wayOf(sample) === '' ? '' : `; ${wayOf(sample)}`}`,
        LIMIT,
      ),
      sample.text === null ? '' : markdownFence(sample.text, 'text'),
    );
  const item = (each: ExplainedItem): string => {
    const pairs = Math.max(each.old.samples.length, each.new.samples.length);
    return blocks(
      `### ${markdownText(`${each.suite}/${each.id}`, LIMIT)}`,
      each.prompt === null ? '' : markdownFence(each.prompt, 'text'),
      each.right_answer === null ? '' : `Right answer: ${markdownText(each.right_answer, LIMIT)}`,
      table(
        ['', ...(measure === undefined ? [] : ['value']), 'outcomes', 'answers', 'ways'],
        (['old', 'new'] as const).map((side) => [
          markdownText(versions[side]),
          ...(measure === undefined ? [] : [valueOf(each[side], measure)]),
          outcomesOf(each[side]),
          markdownText(answersOf(each[side]), LIMIT),
          waysOf(each[side]),
        ]),
        measure === undefined ? ['l', 'l', 'l', 'r'] : ['l', 'r', 'l', 'l', 'r'],
      ),
      ...Array.from({ length: pairs }, (_, place) =>
        blocks(
          ...(['old', 'new'] as const).map((side) => {
            const sample = each[side].samples[place];
            return sample === undefined ? '' : completion(versions[side], sample);
          }),
        ),
      ),
    );
  };
  return `${blocks(
    markdownText(headline(explanation), LIMIT),
    list(notes.map((note) => markdownText(note, LIMIT))),
    ...items.map(item),
  )}\n`;
};

/** An explanation for a terminal or a log, with all text neutralized and a final newline. */
export const renderExplanationTerminal = (
  explanation: Explanation,
  { colour, columns, unicode }: TerminalOptions,
): string => {
  const { versions, measure, items, notes } = explanation;
  const colours = picocolors.createColors(colour);
  const width = Math.max(60, columns);
  const sentence = (text: string, indent = ''): string[] =>
    wrap(terminalText(text, LIMIT), width - indent.length).map((line) => indent + line);
  const bar = unicode ? '│' : '|';

  /** Wraps text to `room` columns and shows at most `most` lines. Lines that fit are left unchanged. */
  const linesIn = (text: string, room: number, most: number): string[] => {
    const lines = terminalLines(text).flatMap((line) =>
      stringWidth(line) <= room ? [line] : wrap(line, room),
    );
    return lines.length <= most
      ? lines
      : [
          ...lines.slice(0, most),
          `(${numbers.counted(lines.length - most, 'more line')}; to see all of them, use --json)`,
        ];
  };
  const grade = (version: string, sample: ExplainedSample | undefined, room: number): string[] =>
    sample === undefined
      ? []
      : [
          ...wrap(terminalText(`${version}, ${gradeOf(sample)}`, LIMIT), room),
          ...(wayOf(sample) === '' ? [] : wrap(terminalText(wayOf(sample), LIMIT), room)),
        ];
  const text = (sample: ExplainedSample | undefined, room: number): string[] =>
    sample === undefined
      ? []
      : sample.text === null
        ? ['(text not found)']
        : linesIn(sample.text, room, COMPLETION_LINES);
  const pair = ({ old, new: candidate }: ExplainedItem, place: number): string[] => {
    const [left, right] = [old.samples[place], candidate.samples[place]];
    if (width < SIDE_BY_SIDE) {
      return [
        ...grade(versions.old, left, width),
        '',
        ...text(left, width),
        '',
        ...grade(versions.new, right, width),
        '',
        ...text(right, width),
        '',
      ];
    }
    const room = Math.floor((width - 3) / 2);
    const beside = (ofOld: readonly string[], ofNew: readonly string[]): string[] =>
      Array.from({ length: Math.max(ofOld.length, ofNew.length) }, (_, row) =>
        `${fit(ofOld[row] ?? '', room)} ${bar} ${ofNew[row] ?? ''}`.trimEnd(),
      );
    return [
      ...beside(grade(versions.old, left, room), grade(versions.new, right, room)),
      ...beside([''], ['']),
      ...beside(text(left, room), text(right, room)),
      '',
    ];
  };
  const item = (each: ExplainedItem, place: number): string[] => {
    const value = (side: 'old' | 'new'): string => valueOf(each[side], measure);
    const values = measure === undefined ? '' : `: ${value('old')} → ${value('new')}`;
    const group = each.group === null ? '' : ` (${each.group})`;
    const pairs = Math.max(each.old.samples.length, each.new.samples.length);
    return [
      ...sentence(`${place + 1}. ${each.suite}/${each.id}${group}${values}`).map((line) =>
        colours.bold(line),
      ),
      ...(each.prompt === null
        ? []
        : linesIn(each.prompt, width - 2, PROMPT_LINES).map((line) => `  ${line}`)),
      ...(each.right_answer === null ? [] : sentence(`Right answer: ${each.right_answer}`, '  ')),
      ...sentence(`${versions.old}: ${factsOf(each.old)}`, '  '),
      ...sentence(`${versions.new}: ${factsOf(each.new)}`, '  '),
      '',
      ...Array.from({ length: pairs }, (_, at) => pair(each, at)).flat(),
    ];
  };
  const whole = [
    ...sentence(headline(explanation)),
    ...notes.flatMap((note) => sentence(`Note: ${note}`)),
    '',
    ...items.flatMap(item),
  ]
    .join('\n')
    .trimEnd()
    .replaceAll('\u00A0', ' ');
  return `${unicode ? whole : whole.replaceAll('→', '->').replaceAll('−', '-').replaceAll('…', '...')}\n`;
};

import { bar } from './bars.ts';
import { blocks, table, type Fold } from './fold.ts';
import { htmlCode, markdownFence, markdownText } from '../result/text/neutralise.ts';
import * as numbers from '../result/sentences/numbers.ts';
import type { Change, SuiteResult } from '../result/result.ts';
import type { Sides } from './version-names.ts';

/** Maximum number of groups to list per suite; the others are in the result file. */
const GROUP_LIMIT = 60;

const BAR_WIDTH = 12;

const byName = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const changeCell = ({ estimate, interval }: Change): string =>
  `**${numbers.points(estimate)}** ${numbers.interval(interval, numbers.points)}`;

const title = ({ name }: SuiteResult): string => `**${markdownText(name)}**`;

const crossing = ({ crossover, curve }: SuiteResult, newer: string, older: string): string =>
  crossover === null
    ? `no crossover shown up to k = ${numbers.count(curve.at(-1)?.k ?? 0)}`
    : `${newer} falls below ${older} from k = ${numbers.count(crossover)}`;

const curveChart = ({ curve }: SuiteResult): string =>
  markdownFence(
    [
      `${'k'.padStart(5)}  ${'old'.padEnd(BAR_WIDTH)}  new`,
      ...curve.map(({ k, old, new: newer }) =>
        `${String(k).padStart(5)}  ${bar(old, BAR_WIDTH)}  ${bar(newer, BAR_WIDTH)}`.trimEnd(),
      ),
    ].join('\n'),
    'text',
  );

const curveRow = ({ k, old, new: newer, change }: SuiteResult['curve'][number]): string[] => [
  numbers.count(k),
  numbers.percent(old),
  numbers.percent(newer),
  changeCell(change),
];

const forecastTable = ({ forecast, samples_per_item: n }: SuiteResult, sides: Sides): string =>
  forecast.length === 0
    ? ''
    : blocks(
        `Forecast for more than ${numbers.counted(n, 'sample')} (does not affect the verdict):`,
        table(['k', sides.old.markdown, sides.new.markdown, 'change, 95% interval'], forecast.map(curveRow), [
          'r',
          'r',
          'r',
          'l',
        ]),
      );

/** pass@k as a function of k, for the suites that have this curve; undefined if no suite does. */
export const curveFold = (suites: readonly SuiteResult[], sides: Sides): Fold | undefined => {
  const shown = suites.filter(({ curve }) => curve.length > 0);
  const [first] = shown.toSorted((one, other) => (one.crossover ?? Infinity) - (other.crossover ?? Infinity));
  if (first === undefined) return undefined;
  const of = shown.length > 1 && first.crossover !== null ? ` of ${htmlCode(first.name)}` : '';
  return {
    summary: `pass@k${of}: ${crossing(first, sides.new.html, sides.old.html)}`,
    body: blocks(
      ...shown.map((suite) =>
        blocks(
          `${title(suite)}: ${crossing(suite, sides.new.markdown, sides.old.markdown)}.`,
          curveChart(suite),
          table(
            ['k', sides.old.markdown, sides.new.markdown, 'change, 95% interval'],
            suite.curve.map(curveRow),
            ['r', 'r', 'r', 'l'],
          ),
          forecastTable(suite, sides),
        ),
      ),
    ),
  };
};

const disparitySentence = ({ group_disparity: disparity }: SuiteResult, sides: Sides): string =>
  disparity === null
    ? ''
    : `The disparity, (best − worst)/best over groups equivalent to at least 30 independent items, is ${numbers.percent(disparity.old)} for ${sides.old.markdown} and ${numbers.percent(disparity.new)} for ${sides.new.markdown}.`;

/** Accuracy by group, largest loss first; undefined if no suite has groups. */
export const groupsFold = (suites: readonly SuiteResult[], sides: Sides): Fold | undefined => {
  const shown = suites.filter(({ groups }) => groups.length > 0);
  if (shown.length === 0) return undefined;
  return {
    summary: 'By group',
    body: blocks(
      ...shown.map((suite) => {
        const ordered = suite.groups.toSorted(
          (one, other) => one.change.estimate - other.change.estimate || byName(one.name, other.name),
        );
        const left = ordered.length - GROUP_LIMIT;
        return blocks(
          title(suite),
          table(
            ['group', sides.old.markdown, sides.new.markdown, 'change, 95% interval', 'items'],
            ordered
              .slice(0, GROUP_LIMIT)
              .map((group) => [
                markdownText(group.name),
                numbers.percent(group.old),
                numbers.percent(group.new),
                changeCell(group.change),
                numbers.count(group.items),
              ]),
            ['l', 'r', 'r', 'l', 'r'],
          ),
          left > 0 ? `${numbers.counted(left, 'more group')} in \`result.json\`.` : '',
          disparitySentence(suite, sides),
        );
      }),
    ),
  };
};

const OUTCOMES = ['correct', 'incorrect', 'unparseable', 'truncated', 'failed'] as const;

const shares = (counts: readonly number[]): readonly string[] => {
  const total = counts.reduce((sum, value) => sum + value, 0);
  return counts.map((value) =>
    total === 0 ? '–' : `${numbers.count(value)} (${numbers.percent(value / total)})`,
  );
};

/** The outcomes of a suite's samples. On open suites, the outcome `correct` only means that the text is complete. */
const outcomesTable = ({ role, outcomes }: SuiteResult, sides: Sides): string => {
  const isOpen = role === 'open';
  const names = OUTCOMES.filter((name) => !isOpen || (name !== 'incorrect' && name !== 'unparseable'));
  const [older, newer] = [outcomes.old, outcomes.new].map((side) => shares(names.map((name) => side[name])));
  return table(
    ['outcome', sides.old.markdown, sides.new.markdown],
    names.map((name, at) => [
      isOpen && name === 'correct' ? 'not graded' : name,
      older?.[at] ?? '',
      newer?.[at] ?? '',
    ]),
    ['l', 'r', 'r'],
  );
};

const extractionTable = ({ extraction }: SuiteResult, sides: Sides): string => {
  const rules = [...new Set([...Object.keys(extraction.old), ...Object.keys(extraction.new)])].sort(byName);
  if (rules.length === 0) return '';
  const [older, newer] = [extraction.old, extraction.new].map((side) =>
    shares(rules.map((rule) => (Object.hasOwn(side, rule) ? (side[rule] ?? 0) : 0))),
  );
  return table(
    ['answer found by', sides.old.markdown, sides.new.markdown],
    rules.map((rule, at) => [markdownText(rule), older?.[at] ?? '', newer?.[at] ?? '']),
    ['l', 'r', 'r'],
  );
};

const distanceSentence = ({ extraction_distance: distance }: SuiteResult): string =>
  distance === undefined
    ? ''
    : `The rules that found the answers differ by ${numbers.percent(distance)} between the checkpoints (total variation). This alone does not mean that either checkpoint is correct more often.`;

const reasoningSentence = ({ reasoning, samples }: SuiteResult, sides: Sides): string => {
  if (reasoning === undefined) return '';
  const of = (side: 'old' | 'new'): string => {
    const { tokens, ended_inside: ended } = reasoning[side];
    const mean = tokens === null || samples[side] === 0 ? 'unknown' : numbers.count(tokens / samples[side]);
    return `${sides[side].markdown} ${mean} (${numbers.counted(ended, 'sample')} ended during reasoning)`;
  };
  return `Reasoning tokens per sample: ${of('old')}, ${of('new')}.`;
};

/** Outcomes of the samples, and the rules that found their answers; undefined if there are no suites. */
export const outcomesFold = (suites: readonly SuiteResult[], sides: Sides): Fold | undefined =>
  suites.length === 0
    ? undefined
    : {
        summary: 'Outcomes of the samples and how their answers were found',
        body: blocks(
          ...suites.map((suite) =>
            blocks(
              title(suite),
              outcomesTable(suite, sides),
              extractionTable(suite, sides),
              distanceSentence(suite),
              reasoningSentence(suite, sides),
            ),
          ),
        ),
      };

import { blocks, list, renderFold, table, type Fold } from './fold.ts';
import { evidenceTable, measureTable } from './measure-table.ts';
import { methodFold } from './method-fold.ts';
import { markdownCode, markdownText, SENTENCE_LIMIT } from '../result/text/neutralise.ts';
import * as numbers from '../result/sentences/numbers.ts';
import { gatingInOrder } from '../result/sentences/measure-row.ts';
import type { Result } from '../result/result.ts';
import { sidesOf, type Sides } from './version-names.ts';
import { problemsFold } from './problems-fold.ts';
import { curveFold, groupsFold, outcomesFold } from './suite-folds.ts';
import {
  headlineAfterName,
  needsReasons,
  VERDICT_ALERTS,
  verdictName,
} from '../result/sentences/verdict-names.ts';

/** A report's level of detail. */
export interface Detail {
  /** Maximum number of rows in the table that is always visible. */
  readonly rows: number;
  /** Number of reasons to show unfolded if the verdict needs them. */
  readonly reasons: number;
  /**
   * Which folds to include. `all`: every fold; `why`: only the reasons for the verdict and the method; `none`: no
   * folds.
   */
  readonly folds: 'all' | 'why' | 'none';
}

export const FULL: Detail = { rows: 8, reasons: 8, folds: 'all' };

const sentence = (text: string): string => markdownText(text, SENTENCE_LIMIT);

/** The alert at the top of the report: the verdict, the reason for it and its effect on the check. */
const renderAlert = (result: Result): string => {
  const { status, headline, passed } = result.verdict;
  return [
    `> [!${VERDICT_ALERTS[status]}]`,
    `> **${verdictName(result)}.** ${sentence(headlineAfterName(status, headline))}`,
    '>',
    `> The check **${passed ? 'passes' : 'fails'}**.`,
  ].join('\n');
};

const identities = ({ old, new: newer }: Result, sides: Sides): string =>
  sides.byVersion ? '' : `old: ${markdownCode(old.version)}, new: ${markdownCode(newer.version)}`;

const foldedReasons = (reasons: readonly string[], shown: number): Fold | undefined => {
  const left = reasons.slice(shown);
  if (left.length === 0) return undefined;
  const noun = shown === 0 ? 'reason' : 'more reason';
  return {
    summary: shown === 0 ? 'Why' : numbers.counted(left.length, noun),
    body: list(left.map(sentence)),
  };
};

/** A table that shows how much more the target gained than each ood suite. */
const gapTable = ({ suites }: Result): string => {
  const rows = suites.flatMap(({ name, generalization_gap: gap }) =>
    gap === null
      ? []
      : [
          [
            markdownText(name),
            `**${numbers.points(gap.estimate)}** ${numbers.interval(gap.interval, numbers.points)}`,
          ],
        ],
  );
  return rows.length === 0
    ? ''
    : table(['gap: gain on the target minus gain on this suite', 'points, 95% interval'], rows, ['l', 'l']);
};

const moreMeasures = (result: Result, shown: readonly object[], sides: Sides): Fold | undefined => {
  const rest = [
    ...gatingInOrder(result.measures).filter((measure) => !shown.includes(measure)),
    ...result.measures.filter(({ gates }) => !gates),
  ];
  if (rest.length === 0) return undefined;
  const free = rest.every(({ gates }) => !gates);
  return {
    summary: `${numbers.counted(rest.length, 'more measure')}${free ? ' that are not guardrails' : ''}`,
    body: blocks(measureTable(rest, sides, 'whole'), gapTable(result)),
  };
};

const evidence = ({ measures }: Result): Fold | undefined => {
  const gating = measures.filter(({ gates }) => gates);
  return gating.length === 0
    ? undefined
    : { summary: 'Items, p values and detectable losses', body: evidenceTable(gating) };
};

const warnings = ({ warnings }: Result): Fold | undefined =>
  warnings.length === 0
    ? undefined
    : { summary: numbers.counted(warnings.length, 'warning'), body: list(warnings.map(sentence)) };

/**
 * A report in GitHub's Markdown at the given level of detail. The output depends only on the result and the detail, and all
 * text in the result is neutralized. It has no final newline.
 */
export const renderDetail = (result: Result, detail: Detail): string => {
  const sides = sidesOf(result);
  const { reasons } = result.verdict;
  const visible = gatingInOrder(result.measures).slice(0, detail.rows);
  const unfolded = needsReasons(result.verdict) ? reasons.slice(0, detail.reasons) : [];
  const curve = curveFold(result.suites, sides);
  const problems = problemsFold(result.suites, sides);
  const explained = foldedReasons(reasons, unfolded.length);
  const ending = [warnings(result), methodFold(result)];
  const folds = {
    all: [
      explained,
      moreMeasures(result, visible, sides),
      curve,
      problems,
      groupsFold(result.suites, sides),
      outcomesFold(result.suites, sides),
      evidence(result),
      ...ending,
    ],
    why: [explained, curve, problems, ...ending],
    none: [],
  }[detail.folds];
  return blocks(
    renderAlert(result),
    list(unfolded.map(sentence)),
    visible.length === 0 ? '' : blocks(identities(result, sides), measureTable(visible, sides, 'brief')),
    ...folds.flatMap((fold) => (fold === undefined ? [] : [renderFold(fold)])),
  );
};

/**
 * The complete report in Markdown, as written to `report.md`. The verdict comes first, then a table of at most 8 gating
 * measures; everything else is folded. Rendering a result again gives the same bytes.
 */
export const renderMarkdown = (result: Result): string => `${renderDetail(result, FULL)}\n`;

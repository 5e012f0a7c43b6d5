import { table } from './fold.ts';
import { markdownText } from './neutralise.ts';
import * as numbers from './numbers.ts';
import { GLYPHS, read, readDetectable, type Reading } from './reading.ts';
import type { MeasureResult } from './result.ts';
import type { Sides } from './sides.ts';

const label = ({ dimension, name, plain, suite }: Reading): string =>
  `**${dimension}** ${plain ? '' : `${markdownText(name)} `}${markdownText(suite)}`;

const stateCell = ({ mark, state, reason }: Reading): string => {
  const words = `${GLYPHS[mark]} ${state}`;
  return reason === null ? words : `${words}: ${markdownText(reason)}`;
};

const changeCell = ({ change, interval }: Reading): string =>
  interval === '' ? change : `**${change}** ${interval}`;

/** Measures as a table of five short columns: what, old, new, change with its interval, state in words. */
export const measureTable = (measures: readonly MeasureResult[], sides: Sides): string =>
  table(
    ['', sides.old.markdown, sides.new.markdown, 'change, 95\u00A0% interval', ''],
    measures
      .map(read)
      .map((reading) => [label(reading), reading.old, reading.new, changeCell(reading), stateCell(reading)]),
    ['l', 'r', 'r', 'l', 'l'],
  );

/** What stands behind each measure: how much data, how sure, and what it could have found. */
export const evidenceTable = (measures: readonly MeasureResult[]): string =>
  table(
    ['', 'items', 'effective clusters', 'p of no loss', 'adjusted', 'detectable'],
    measures.map((measure) => [
      label(read(measure)),
      `${numbers.count(measure.items)} (${numbers.percent(measure.eligible_share)})`,
      numbers.count(measure.effective_clusters),
      measure.p_loss === null ? '–' : numbers.pValue(measure.p_loss),
      measure.p_loss_adjusted === null ? '–' : numbers.pValue(measure.p_loss_adjusted),
      readDetectable(measure),
    ]),
    ['l', 'r', 'r', 'r', 'r', 'r'],
  );

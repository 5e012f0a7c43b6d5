import { table } from './fold.ts';
import { markdownText, SENTENCE_LIMIT } from './neutralise.ts';
import * as numbers from './numbers.ts';
import { GLYPHS, read, readDetectable, type Reading } from './reading.ts';
import type { MeasureResult } from './result.ts';
import type { Sides } from './sides.ts';

const label = ({ dimension, name, plain, suite }: Reading): string =>
  `**${dimension}** ${plain ? '' : `${markdownText(name)} `}${markdownText(suite)}`;

/** What a reader must not miss stands on the left too: on a phone the last column is out of sight. */
const flag = ({ mark }: Reading): string =>
  mark === 'lost' || mark === 'unclear' || mark === 'within' ? `${GLYPHS[mark]}\u00A0` : '';

/** Graphemes of a reason that a table on a phone has room for. */
const CLAUSE_LIMIT = 60;

/** The state in words, with the reason's first clause or the whole of it. */
const stateCell = ({ mark, state, reason }: Reading, reasons: 'brief' | 'whole'): string => {
  const words = `${GLYPHS[mark]} ${state}`;
  if (reason === null) return words;
  const said =
    reasons === 'whole'
      ? markdownText(reason, SENTENCE_LIMIT)
      : markdownText(reason.split('; ', 1).join(''), CLAUSE_LIMIT);
  return `${words}: ${said}`;
};

const changeCell = ({ change, interval }: Reading): string =>
  interval === '' ? change : `**${change}** ${interval}`;

/**
 * Measures as a table of five short columns: what, old, new, change with its interval, state in words. `reasons` says
 * how much of a reason its cell holds.
 */
export const measureTable = (
  measures: readonly MeasureResult[],
  sides: Sides,
  reasons: 'brief' | 'whole',
): string =>
  table(
    ['', sides.old.markdown, sides.new.markdown, 'change, 95\u00A0% interval', ''],
    measures
      .map(read)
      .map((reading) => [
        flag(reading) + label(reading),
        reading.old,
        reading.new,
        changeCell(reading),
        stateCell(reading, reasons),
      ]),
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

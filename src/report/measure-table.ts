import { table } from './fold.ts';
import { markdownText, SENTENCE_LIMIT } from '../result/text/neutralise.ts';
import * as numbers from '../result/sentences/numbers.ts';
import {
  GLYPHS,
  NONE,
  measureRow,
  readDetectable,
  type MeasureRow,
} from '../result/sentences/measure-row.ts';
import type { MeasureResult } from '../result/result.ts';
import type { Sides } from './version-names.ts';

const label = ({ dimension, name, plain, suite }: MeasureRow): string =>
  `**${dimension}** ${plain ? '' : `${markdownText(name)} `}${markdownText(suite)}`;

/** Maximum length, in graphemes, of a reason that fits into a table on a phone. */
const CLAUSE_LIMIT = 60;

/** The state in words. The reason is added if there is no change to show or if `reasons` is `whole`. */
const stateWords = ({ state, change, reason }: MeasureRow, reasons: 'brief' | 'whole'): string => {
  if (reason === null || (reasons === 'brief' && change !== NONE)) return state;
  return reasons === 'whole'
    ? `${state}: ${markdownText(reason, SENTENCE_LIMIT)}`
    : `${state}: ${markdownText(reason.split('; ', 1).join(''), CLAUSE_LIMIT)}`;
};

const levels = ({ old, new: newer }: MeasureRow): string =>
  old === NONE && newer === NONE ? NONE : `${old} → ${newer}`;

const changeAndState = (reading: MeasureRow, reasons: 'brief' | 'whole'): string => {
  const { change, interval } = reading;
  const words = stateWords(reading, reasons);
  if (change === NONE) return words;
  return interval === '' ? `${change} ${words}` : `**${change}** ${interval} ${words}`;
};

/**
 * Measures as a table of three columns, which fits on a phone: name and state icon; both sides' values; the change with
 * its interval and state in words. `reasons` determines how much of each reason is shown.
 */
export const measureTable = (
  measures: readonly MeasureResult[],
  sides: Sides,
  reasons: 'brief' | 'whole',
): string =>
  table(
    ['', `${sides.old.markdown} → ${sides.new.markdown}`, 'change, 95% interval'],
    measures
      .map(measureRow)
      .map((reading) => [
        `${GLYPHS[reading.mark]}\u00A0${label(reading)}`,
        levels(reading),
        changeAndState(reading, reasons),
      ]),
    ['l', 'r', 'l'],
  );

/**
 * The evidence behind each measure: sample size, certainty, and the smallest loss that the check could have detected.
 */
export const evidenceTable = (measures: readonly MeasureResult[]): string =>
  table(
    ['', 'p for no loss', 'adjusted', 'detectable', 'items', 'effective clusters'],
    measures.map((measure) => [
      label(measureRow(measure)),
      measure.p_loss === null ? NONE : numbers.pValue(measure.p_loss),
      measure.p_loss_adjusted === null ? NONE : numbers.pValue(measure.p_loss_adjusted),
      readDetectable(measure),
      `${numbers.count(measure.items)} (${numbers.percent(measure.eligible_share)})`,
      numbers.count(measure.effective_clusters),
    ]),
    ['l', 'r', 'r', 'r', 'r', 'r'],
  );

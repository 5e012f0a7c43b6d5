import type { Margin } from '../../config/policy.ts';
import type { MeasureResult } from '../result.ts';
import * as numbers from './numbers.ts';

/** This is the only module that formats margins and the unit that a change shares with its margin. */

/** Formats a margin, or another loss in the same unit, for a reader: `2 points`, `1 point`, `10%`. */
export function marginWords({ kind, fraction }: Margin): string {
  const amount = numbers.plain(fraction * 100);
  return kind === 'relative' ? `${amount}%` : inPoints(amount);
}

/** Formats a margin as it is written in `reversal.yml`: `2 points`, `1 point`, `10%`. */
export function marginSetting({ kind, fraction }: Margin): string {
  const amount = String(Number((fraction * 100).toPrecision(6)));
  return kind === 'relative' ? `${amount}%` : inPoints(amount);
}

/**
 * Formats a measure's margin without the word "points", for a column of changes: `2`, `10%`; empty if there is no
 * margin.
 */
export function marginInColumn({ margin, unit }: MeasureResult): string {
  if (margin === null) return '';
  if (margin.kind === 'relative') return marginWords({ kind: 'relative', fraction: margin.value });
  return numbers.plain(unit === 'probability' ? margin.value * 100 : margin.value);
}

/** Formats a measure's margin for a sentence: `2 points`, `10%`, `0.02`; empty if there is no margin. */
export function marginOf(measure: MeasureResult): string {
  const margin = marginInColumn(measure);
  return margin === '' ? '' : withUnit(measure, margin);
}

/**
 * Appends the unit to an amount: "points" for a probability. Relative amounts already include a percent sign, and other
 * measures have no named unit.
 */
export function withUnit({ unit, margin }: Pick<MeasureResult, 'unit' | 'margin'>, amount: string): string {
  return unit === 'probability' && margin?.kind !== 'relative' ? inPoints(amount) : amount;
}

function inPoints(amount: string): string {
  return amount === '1' ? '1 point' : `${amount} points`;
}

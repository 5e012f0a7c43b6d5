import { marginInColumn } from './margins.ts';
import * as numbers from './numbers.ts';
import type { MeasureResult } from '../result.ts';

/**
 * A measure's state as shown to a reader. `within` means that a loss is shown but is within the margin. `up`, `down`
 * and `level` are for measures that do not gate; `level` only means that no change was shown.
 */
export type Mark = 'gained' | 'kept' | 'within' | 'lost' | 'unclear' | 'up' | 'down' | 'level' | 'unmeasured';

/** One measure as shown to a reader. Numbers are final; names and reasons are not yet neutralized. */
export interface MeasureRow {
  readonly dimension: 'Accuracy' | 'Coverage' | 'Diversity' | 'Generalization';
  /** The measure's name, with the group if there is one, such as `pass@32` or `hardest group level 5`. */
  readonly name: string;
  /** Whether the dimension identifies the measure, so that the name can be omitted. */
  readonly plain: boolean;
  readonly suite: string;
  /** The baseline's value; `–` if not measured. */
  readonly old: string;
  readonly new: string;
  readonly change: string;
  /** The interval as `[…, …]`; empty if not measured. */
  readonly interval: string;
  readonly mark: Mark;
  /** The state in words, without the reason, such as `lost, margin 2`. */
  readonly state: string;
  /** A shorter form of the state, at most about 18 columns wide. */
  readonly shortState: string;
  readonly reason: string | null;
}

export const GLYPHS: Readonly<Record<Mark, string>> = {
  gained: '▲',
  kept: '✓',
  within: '▽',
  lost: '▼',
  unclear: '?',
  up: '▲',
  down: '▼',
  level: '·',
  unmeasured: '·',
};

/** Shown in place of a missing value. */
export const NONE = '–';

const DIMENSIONS = {
  accuracy: 'Accuracy',
  coverage: 'Coverage',
  diversity: 'Diversity',
  generalization: 'Generalization',
} as const;

const VALUES = {
  probability: numbers.percent,
  dissimilarity: numbers.dissimilarity,
  ways: numbers.ways,
  equations: numbers.ways,
  ratio: numbers.dissimilarity,
  bits: numbers.bits,
  tokens: numbers.words,
} as const;

/** Formats a measure's value in its unit. */
export const readValue = (value: number, unit: MeasureResult['unit']): string => VALUES[unit](value);

const CHANGES = {
  probability: numbers.points,
  dissimilarity: numbers.dissimilarityChange,
  ways: numbers.waysChange,
  equations: numbers.waysChange,
  ratio: numbers.dissimilarityChange,
  bits: numbers.dissimilarityChange,
  tokens: numbers.waysChange,
} as const;

interface Scale {
  /** Formats a change, with its unit if needed. */
  readonly change: (value: number) => string;
  /** Formats an interval bound in the same unit as the change, without naming the unit. */
  readonly bound: (value: number) => string;
}

/**
 * A change is shown in the same unit as its margin: as a share of the baseline's value if the margin is relative,
 * otherwise in the measure's unit. A relative loss is at most 100%.
 */
const scaleOf = ({ unit, old, margin }: MeasureResult): Scale =>
  margin?.kind === 'relative' && old !== null && old > 0
    ? {
        change: (value) => numbers.relativePercent(value / old),
        bound: (value) => numbers.relativeChange(Math.max(-1, value / old)),
      }
    : { change: CHANGES[unit], bound: CHANGES[unit] };

const markOf = ({ state, change }: MeasureResult): Mark => {
  if (state === 'lost' || state === 'unclear') return state;
  if (change === null) return state === 'kept' ? 'kept' : 'unmeasured';
  const [lower, upper] = change.interval;
  if (state === 'kept') return lower > 0 ? 'gained' : upper < 0 ? 'within' : 'kept';
  return lower > 0 ? 'up' : upper < 0 ? 'down' : 'level';
};

const stateWords = (mark: Mark, margin: string, isWaived: boolean): string => {
  switch (mark) {
    case 'lost':
      return `lost${isWaived ? ' (waived)' : ''}${margin === '' ? '' : `, margin\u00A0${margin}`}`;
    case 'within':
      return `kept, loss within the margin of\u00A0${margin}`;
    case 'level':
      return 'no change shown';
    case 'unmeasured':
      return 'not measured';
    case 'gained':
    case 'kept':
    case 'unclear':
    case 'up':
    case 'down':
      break;
  }
  return mark;
};

/** Formats one measure. A null value is shown as `–`, and the state gives the reason if the result has one. */
export const measureRow = (measure: MeasureResult): MeasureRow => {
  const { dimension, name, group, unit } = measure;
  const scale = scaleOf(measure);
  const change = measure.change === null ? NONE : scale.change(measure.change.estimate);
  const mark = markOf(measure);
  const margin = marginInColumn(measure);
  const state = stateWords(mark, margin, measure.waiver !== undefined);
  return {
    dimension: DIMENSIONS[dimension],
    name: group === null ? name : `${name} ${group}`,
    plain:
      name === 'pass@1' && group === null && (dimension === 'accuracy' || dimension === 'generalization'),
    suite: measure.suite ?? 'all target suites',
    old: measure.old === null ? NONE : VALUES[unit](measure.old),
    new: measure.new === null ? NONE : VALUES[unit](measure.new),
    change,
    interval: measure.change === null ? '' : numbers.interval(measure.change.interval, scale.bound),
    mark,
    state,
    shortState: mark === 'within' ? `kept, margin\u00A0${margin}` : state,
    reason: measure.reason,
  };
};

/** Formats the smallest loss that would be detected, in the same unit as the change; `–` if it was not computed. */
export const readDetectable = (measure: MeasureResult): string => {
  if (measure.detectable_loss === null) return NONE;
  return scaleOf(measure).change(-measure.detectable_loss);
};

const RANK: Readonly<Record<Mark, number>> = {
  lost: 0,
  unclear: 1,
  within: 2,
  gained: 3,
  kept: 3,
  down: 4,
  unmeasured: 5,
  up: 5,
  level: 5,
};

/** Whether this is the target's accuracy, on which the verdict depends. */
const isTargetAccuracy = (measure: MeasureResult, gating: readonly MeasureResult[]): boolean => {
  const targets = gating.filter(
    ({ dimension, role, name }) => dimension === 'accuracy' && role === 'target' && name === 'pass@1',
  );
  return (
    measure ===
    (targets.find(({ suite }) => suite === null) ?? (targets.length === 1 ? targets[0] : undefined))
  );
};

/** Gating measures in reading order: the target's accuracy, then lost, unclear and kept measures. */
export const gatingInOrder = (measures: readonly MeasureResult[]): readonly MeasureResult[] => {
  const gating = measures.filter(({ gates }) => gates);
  const rank = (measure: MeasureResult): number =>
    isTargetAccuracy(measure, gating) ? -1 : RANK[markOf(measure)];
  return gating.toSorted((one, other) => rank(one) - rank(other));
};

import type { GradedItem } from '../../grading/outcome.ts';
import type { LenientMeasures } from '../../measures/lenient-measures.ts';
import type { Measure, PairedItem } from '../../measures/measurement.ts';
import type { SuiteMeasures } from '../../measures/measure-suite.ts';
import type { SuiteSamples } from '../../measures/samples.ts';
import { claimOf, isSameClaim } from '../claim.ts';
import type { Estimate, Part } from '../estimate.ts';
import { estimate } from '../estimate.ts';
import { type MovedRule, movedRules } from './extraction.ts';
import { pooledTarget } from '../pooled-target.ts';
import { byId } from './sample-shares.ts';
import type { Decision } from '../verdict.ts';

/** Maximum number of examples that a finding lists. */
const EXAMPLES = 3;

/** A drift that opposes a claimed change may have caused it if the drift is at least this fraction of the change. */
const MAKES_THE_CHANGE = 0.5;

/** A sample on which the two grades differ. */
export interface Example {
  readonly suite: string;
  readonly id: string;
  readonly side: 'old' | 'new';
  readonly index: number;
}

type Figures = Pick<Estimate, 'old' | 'new' | 'delta'>;

/**
 * The lenient and the strict grade differ more on one side than on the other, so the way answers are written has
 * changed, not just whether they are right.
 */
export interface FormatDrift {
  readonly cause: 'format-drift';
  /** Name of the suite; undefined if target suites are pooled. */
  readonly suite: string | undefined;
  readonly measure: string;
  readonly strict: Figures;
  readonly lenient: Figures;
  /**
   * The change measured with the lenient grade minus the change measured with the strict grade. The interval excludes
   * 0.
   */
  readonly drift: Pick<Estimate, 'delta' | 'interval'>;
  /** Whether any of the verdict's claims depends on the drift. */
  readonly decides: boolean;
  readonly rules: readonly MovedRule[];
  readonly examples: readonly Example[];
}

/**
 * A measure computed with both grades, and a copy of all measures in which only this measure uses the lenient grade.
 */
interface TwiceMeasured {
  readonly measure: Measure;
  readonly strict: readonly Part[];
  readonly lenient: readonly Part[];
  readonly leniently: readonly SuiteMeasures[];
  /** The suites that the measure covers. */
  readonly of: readonly SuiteMeasures[];
}

/**
 * The measures for which the lenient grade is shown to drift (docs/method.md, section "Validity"). A drift is decisive if
 * the lenient grade changes a claim, or if the drift opposes a claimed change and is at least half of it.
 */
export function formatDrifts({
  suites,
  measures,
  lenient,
  decision,
  judge,
}: {
  readonly suites: readonly SuiteSamples[];
  /** In the same order as `suites`. */
  readonly measures: readonly SuiteMeasures[];
  /** The same measures computed with the lenient grade; undefined if both grades agree on every sample. */
  readonly lenient: readonly (LenientMeasures | undefined)[];
  readonly decision: Decision;
  readonly judge: (measures: readonly SuiteMeasures[]) => Decision;
}): FormatDrift[] {
  const byLenient = new Map(measures.map((suite, place) => [suite, lenient[place]] as const));
  const twice = [
    ...measures.flatMap((suite) => ofSuite(suite, measures, byLenient)),
    ...pooled(measures, byLenient),
  ];
  return twice.flatMap(({ measure, strict, lenient: graded, leniently, of }): FormatDrift[] => {
    const drift = estimate(driftParts(strict, graded));
    if (drift.interval[0] <= 0 && drift.interval[1] >= 0) return [];
    const changesClaim = !isSameClaim(claimOf(judge(leniently)), claimOf(decision));
    const own = suites.filter(({ name }) => of.some(({ suite }) => suite.name === name));
    return [
      {
        cause: 'format-drift',
        suite: measure.suite,
        measure: measure.name,
        strict: figures(estimate(strict)),
        lenient: figures(estimate(graded)),
        drift: { delta: drift.delta, interval: drift.interval },
        decides: changesClaim || opposesClaim(drift.delta, claimedChange(measure, decision)),
        rules: movedRules(own.flatMap(({ items }) => items)),
        examples: examplesOf(own, drift.delta > 0 ? 'new' : 'old'),
      },
    ];
  });
}

function ofSuite(
  suite: SuiteMeasures,
  measures: readonly SuiteMeasures[],
  byLenient: ReadonlyMap<SuiteMeasures, LenientMeasures | undefined>,
): TwiceMeasured[] {
  const lenient = byLenient.get(suite);
  if (lenient === undefined) return [];
  return (['accuracy', 'coverage', 'hardestGroup'] as const).flatMap((kind): TwiceMeasured[] => {
    const [measure, leniently] = [suite[kind], lenient[kind]];
    if (measure?.measurement.kind !== 'measured' || leniently?.measurement.kind !== 'measured') return [];
    return [
      {
        measure,
        strict: [{ measurement: measure.measurement, weight: 1 }],
        lenient: [{ measurement: leniently.measurement, weight: 1 }],
        leniently: measures.map((each) => (each === suite ? { ...each, [kind]: leniently } : each)),
        of: [suite],
      },
    ];
  });
}

/**
 * The pooled target, if it consists of several suites. A single target suite is already covered by its accuracy
 * measure.
 */
function pooled(
  measures: readonly SuiteMeasures[],
  byLenient: ReadonlyMap<SuiteMeasures, LenientMeasures | undefined>,
): TwiceMeasured[] {
  const leniently = measures.map((suite) =>
    suite.suite.role === 'target'
      ? { ...suite, accuracy: byLenient.get(suite)?.accuracy ?? suite.accuracy }
      : suite,
  );
  const targets = measures.filter(({ suite }) => suite.role === 'target');
  const [first] = targets;
  if (targets.length < 2 || first?.accuracy === undefined) return [];
  if (targets.every((suite) => byLenient.get(suite) === undefined)) return [];
  const strict = pooledTarget(targets);
  const lenient = pooledTarget(leniently.filter(({ suite }) => suite.role === 'target'));
  if (strict === undefined || lenient === undefined) return [];
  return [{ measure: { ...first.accuracy, suite: undefined }, strict, lenient, leniently, of: targets }];
}

/** Subtracts the strict values from the lenient ones, item by item. Both have the same items in the same order. */
function driftParts(strict: readonly Part[], lenient: readonly Part[]): Part[] {
  return strict.map(({ measurement, weight }, part) => {
    const others = lenient[part]?.measurement.items ?? [];
    const items = measurement.items.map((item, place): PairedItem => {
      const other = others[place] ?? item;
      return { ...item, old: other.old - item.old, new: other.new - item.new };
    });
    return { measurement: { ...measurement, items, largestValue: 1, reach: 1 }, weight };
  });
}

/** The change in this measure that the verdict claims: a gain of the target, or a loss. */
function claimedChange(measure: Measure, { family, gain }: Decision): number | undefined {
  const judged = family.find(
    ({ member }) => member.measure === measure || (measure.suite === undefined && member.pooledTarget),
  );
  if (judged?.estimate === undefined) return undefined;
  const isGain = judged.member.pooledTarget && gain;
  return isGain || judged.state?.kind === 'lost' ? judged.estimate.delta : undefined;
}

function opposesClaim(drift: number, claimed: number | undefined): boolean {
  if (claimed === undefined || Math.sign(drift) === Math.sign(claimed)) return false;
  return Math.abs(drift) >= MAKES_THE_CHANGE * Math.abs(claimed);
}

function figures({ old, new: candidate, delta }: Estimate): Figures {
  return { old, new: candidate, delta };
}

/**
 * Selects samples that only the lenient grade counts as correct. Prefers samples from different items and from `side`.
 */
function examplesOf(suites: readonly SuiteSamples[], side: 'old' | 'new'): Example[] {
  const found = (of: 'old' | 'new'): Example[] =>
    suites.flatMap(({ name, items }) => byId(items).flatMap((item) => exampleOf(item, of, name)));
  return [...found(side), ...found(side === 'old' ? 'new' : 'old')].slice(0, EXAMPLES);
}

function exampleOf(item: GradedItem, side: 'old' | 'new', suite: string): Example[] {
  const sample = item[side].find(({ lenient }) => lenient !== undefined);
  return sample === undefined ? [] : [{ suite, id: item.id, side, index: sample.index }];
}

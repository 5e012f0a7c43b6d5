import type { GradedSample } from '../../grading/outcome.ts';
import type { SuiteSamples } from '../../measures/samples.ts';
import { byId, sharesOf } from './sample-shares.ts';

/**
 * If one reason accounts for at least this share of both sides' samples, nothing was measured. If the share is smaller
 * on either side, the finding is only a warning.
 */
const NOTHING_MEASURED = 0.8;
const WORTH_A_WARNING = 0.5;

/** The same limit for truncated samples. */
const NEARLY_ALL_TRUNCATED = 0.8;
const OFTEN_TRUNCATED = 0.5;

/** Why a sample is not correct although it contains no wrong answer. The grader, prompt or server may be unsuitable. */
export type Fault =
  | 'no answer read'
  | NonNullable<GradedSample['blank']>
  | 'NameError'
  | 'ImportError'
  | 'SyntaxError';

/** One reason accounts for most of a suite's samples. */
export interface OneReason {
  readonly cause: 'one-reason';
  readonly suite: string;
  readonly fault: Fault;
  /** The share of each side's graded samples. */
  readonly old: number;
  readonly new: number;
  readonly example: {
    readonly id: string;
    readonly side: 'old' | 'new';
    readonly reason: string | undefined;
  };
  /** Whether the reason accounts for most samples on both sides. */
  readonly decides: boolean;
}

/** Most of a side's samples were cut off by the token limit. */
export interface Truncation {
  readonly cause: 'truncation';
  readonly suite: string;
  /** The share of each side's graded samples. */
  readonly old: number;
  readonly new: number;
  /** Each side's share of samples that ended inside the reasoning. */
  readonly inReasoning: { readonly old: number; readonly new: number };
  readonly decides: boolean;
}

/** Neither side has a correct sample on any suite with right answers. */
export interface NothingSolved {
  readonly cause: 'nothing-solved';
  readonly samples: number;
}

const FAULTS_OF_PROGRAMS: readonly (readonly [RegExp, Fault])[] = [
  [/\bNameError\b/, 'NameError'],
  [/\b(?:ImportError|ModuleNotFoundError)\b|, because the sandbox does not have /, 'ImportError'],
  [/\b(?:SyntaxError|IndentationError|TabError)\b|^not a valid Python program/, 'SyntaxError'],
];

/**
 * Returns the reason why a sample has no usable answer; undefined for a wrong answer, a failed assertion, a time limit
 * or a truncated sample.
 */
export function faultOf({ outcome, blank, reason = '' }: GradedSample): Fault | undefined {
  if (outcome !== 'incorrect' && outcome !== 'unparseable') return undefined;
  if (blank !== undefined) return blank;
  if (outcome === 'unparseable') return 'no answer read';
  return FAULTS_OF_PROGRAMS.find(([pattern]) => pattern.test(reason))?.[1];
}

/** Returns the reasons that account for at least half of a side's samples on a suite with right answers. */
export function oneReasons({ name, role, items }: SuiteSamples): OneReason[] {
  if (role === 'open') return [];
  const faults = new Map<Fault, OneReason['example']>();
  for (const side of ['old', 'new'] as const) {
    for (const { id, [side]: samples } of byId(items)) {
      for (const sample of samples) {
        const fault = faultOf(sample);
        if (fault !== undefined && !faults.has(fault)) faults.set(fault, { id, side, reason: sample.reason });
      }
    }
  }
  return [...faults]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([fault, example]): OneReason[] => {
      const share = sharesOf(items, (sample) => faultOf(sample) === fault);
      if (Math.max(share.old, share.new) < WORTH_A_WARNING) return [];
      const decides = Math.min(share.old, share.new) >= NOTHING_MEASURED;
      return [{ cause: 'one-reason', suite: name, fault, ...share, example, decides }];
    });
}

/** Returns a finding if more than half of a side's samples on a suite were cut off. */
export function truncations({ name, items }: SuiteSamples): Truncation[] {
  const share = sharesOf(items, ({ outcome }) => outcome === 'truncated');
  if (Math.max(share.old, share.new) <= OFTEN_TRUNCATED) return [];
  const inReasoning = sharesOf(items, ({ endedInReasoning }) => endedInReasoning === true);
  const decides = Math.min(share.old, share.new) > NEARLY_ALL_TRUNCATED;
  return [{ cause: 'truncation', suite: name, ...share, inReasoning, decides }];
}

/** Returns a finding if no suite with right answers has a single correct sample. */
export function nothingSolved(suites: readonly SuiteSamples[]): NothingSolved[] {
  const graded = suites
    .filter(({ role }) => role !== 'open')
    .flatMap(({ items }) => items.flatMap((item) => [...item.old, ...item.new]))
    .filter(({ outcome }) => outcome !== 'failed');
  return graded.length > 0 && graded.every(({ outcome }) => outcome !== 'correct')
    ? [{ cause: 'nothing-solved', samples: graded.length }]
    : [];
}

import type { GradingEdges } from '../../grading/grader.ts';
import type { Sampler } from '../../sampling/sampling-request.ts';
import type { Draws } from '../../servers/resolve-checkpoints.ts';
import type { OpenLooks } from '../../store/look-file.ts';
import type { EmbeddingEdges } from '../stages/embed-solutions.ts';
import type { Files } from '../stages/plan.ts';
import type { OpenBudget, PreparingEdges } from '../stages/prepare.ts';

/** Which check to run, and what it may use of the outside world. */
export interface CheckRequest extends EmbeddingEdges, PreparingEdges {
  readonly configPath: string;
  readonly versions: { readonly old: string; readonly new: string };
  /** Tells these completions from others of the same checkpoints; the first of each if absent. */
  readonly draws?: Draws | undefined;
  readonly files: Files;
  /** Whole sentences for the report. They decide nothing. */
  readonly notes?: readonly string[];
  readonly sampler: Sampler;
  readonly openBudget: OpenBudget;
  readonly openLooks: OpenLooks;
  readonly grading: GradingEdges;
  /** The time of the check, in milliseconds since 1970. */
  readonly nowMs: number;
  /** Whether shards have spent sampling's part of the budget: the sampler requests nothing, and judges get only their own part. */
  readonly isSampled?: boolean;
  /** Whether the check stops if the first samples of a suite cannot be graded; default: it does. */
  readonly preflight?: boolean;
  /** Gets one line about each side's first completion. */
  readonly onNote?: (line: string) => void;
}

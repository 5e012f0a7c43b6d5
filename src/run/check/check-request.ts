import type { GradingEdges } from '../../grading/grader.ts';
import type { Sampler } from '../../sampling/sampling-request.ts';
import type { Draws } from '../../servers/resolve-checkpoints.ts';
import type { OpenLooks } from '../../store/look-file.ts';
import type { EmbeddingEdges } from '../stages/embed-solutions.ts';
import type { Files } from '../stages/plan.ts';
import type { OpenBudget, PreparingEdges } from '../stages/prepare.ts';
import type { OnStage } from '../stages/stage-progress.ts';

/** The check to run, and its access to the outside world. */
export interface CheckRequest extends EmbeddingEdges, PreparingEdges {
  readonly configPath: string;
  readonly versions: { readonly old: string; readonly new: string };
  /** Distinguishes these completions from others of the same checkpoints. Default: the first draw of each. */
  readonly draws?: Draws | undefined;
  readonly files: Files;
  /** Complete sentences for the report. They do not affect the verdict. */
  readonly notes?: readonly string[];
  readonly sampler: Sampler;
  readonly openBudget: OpenBudget;
  readonly openLooks: OpenLooks;
  readonly grading: GradingEdges;
  /** The time of the check, in milliseconds since 1970. */
  readonly nowMs: number;
  /**
   * Whether shards have already spent the part of the budget that is reserved for sampling. If so, the sampler sends no
   * requests, and judges may spend only their own part.
   */
  readonly isSampled?: boolean;
  /** Whether the check stops if the first samples of a suite cannot be graded. Default: true. */
  readonly preflight?: boolean;
  /** Called with one line about each side's first completion. */
  readonly onNote?: (line: string) => void;
  readonly onStage?: OnStage;
}

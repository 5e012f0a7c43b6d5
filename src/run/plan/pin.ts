import { lockPathOf, lockText } from '../../config/lock/lock.ts';
import type { Exclusion } from '../../result/exclusions.ts';
import { exclusionsOf } from '../stages/exclusions.ts';
import { refuseGivenOutcomes } from '../stages/given-grader-checks.ts';
import type { Files } from '../stages/plan.ts';
import { checkFeasible, checkSamplesSuffice, firstLook, lockOf, readPlan } from '../stages/plan.ts';

/** Creates the lock for the current configuration and eval set. Checks then require exactly this state. */
export async function pin(
  configPath: string,
  files: Files,
): Promise<{
  readonly path: string;
  readonly text: string;
  /** The items that are pinned with their file but not sampled. */
  readonly exclusions: readonly Exclusion[];
}> {
  const plan = await readPlan(configPath, files);
  refuseGivenOutcomes(plan);
  checkSamplesSuffice(plan, plan.config.sampling.n);
  checkFeasible(plan, firstLook(plan));
  return { path: lockPathOf(configPath), text: lockText(lockOf(plan)), exclusions: exclusionsOf(plan) };
}

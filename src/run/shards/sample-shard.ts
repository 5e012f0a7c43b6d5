import { lockHash } from '../../config/lock/lock.ts';
import type { GradingEdges } from '../../grading/grader.ts';
import { samplingShare } from '../stages/judge-budget.ts';
import { isJudged, openGraders } from '../stages/open-graders.ts';
import type { Sampled } from '../../sampling/sampled.ts';
import type { Sampler, SamplingRequest } from '../../sampling/sampling-request.ts';
import { ENGINE_VERSION } from '../../version.ts';
import { sampleAll } from '../stages/greedy.ts';
import { checkFeasible, type Files, firstLook } from '../stages/plan.ts';
import { type OpenBudget, prepare, type PreparingEdges } from '../stages/prepare.ts';
import { type Shard, suitesOfShard } from './shard.ts';
import type { FailedSample, ShardRecord } from './shard-file.ts';

/**
 * Samples one shard of a check without deciding a verdict. The completions are saved in the store. The verdict is
 * decided when all shards are merged.
 *
 * @throws {ConfigError} as a check does
 * @throws {SamplingError} if further requests would be pointless, or if the store cannot be written
 */
export async function sampleShard({
  configPath,
  versions,
  files,
  shard,
  sampler,
  openBudget,
  grading,
  now,
  ...sampling
}: {
  readonly configPath: string;
  readonly versions: { readonly old: string; readonly new: string };
  readonly files: Files;
  readonly shard: Shard;
  readonly sampler: Sampler;
  readonly openBudget: OpenBudget;
  readonly grading: GradingEdges;
  /** Milliseconds since 1970. */
  readonly now: () => number;
} & PreparingEdges): Promise<{
  readonly record: ShardRecord;
  readonly request: SamplingRequest;
}> {
  const {
    plan,
    locked,
    request: whole,
  } = await prepare({
    configPath,
    versions,
    files,
    openBudget,
    shares: shard.of,
    ...sampling,
  });
  // Computed from all suites, not only this shard's, because the merge spends the rest of the budget on judges.
  const budget = samplingShare(plan.suites, whole.budget);
  const request = { ...whole, budget, suites: suitesOfShard(whole.suites, shard), isPart: true };
  checkFeasible(plan, firstLook(plan));
  const { greedy } = plan.config.sampling;
  // Grading happens only in the merge, but a grader that fails its known answers is reported before anything is spent.
  // Judges are called only in the merge.
  const unjudged = plan.suites.filter(({ grader }) => !isJudged(grader));
  await (await openGraders({ ...plan, suites: unjudged }, grading)).close();
  const began = now();
  const sampled = await sampleAll(request, { sampler, greedy }).finally(() => budget.end());
  return {
    request,
    record: {
      schema: 1,
      shard: shard.number,
      of: shard.of,
      engine: ENGINE_VERSION,
      old: versions.old,
      new: versions.new,
      config: plan.configHash,
      lock: lockHash(locked),
      status: sampled.cut === undefined ? 'sampled' : 'cut',
      began: new Date(began).toISOString(),
      cost: costOfShard(sampled.cost),
      cut:
        sampled.cut === undefined
          ? null
          : { limit: sampled.cut.limit, allowed: sampled.cut.allowed, by_default: sampled.cut.byDefault },
      failed: [...failedOf('samples', sampled.failed), ...failedOf('greedy', sampled.greedy?.failed)],
    },
  };
}

function costOfShard({ bySide, ...cost }: Sampled['cost']): ShardRecord['cost'] {
  return { ...cost, ...(bySide && { by_side: bySide }) };
}

function failedOf(
  draw: FailedSample['draw'],
  failed: Sampled['failed'] = { old: [], new: [] },
): FailedSample[] {
  return (['old', 'new'] as const).flatMap((side) =>
    failed[side].map(({ suite, id, index, error }) => ({ draw, side, suite, id, index, error: error ?? '' })),
  );
}

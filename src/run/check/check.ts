import { lockHash } from '../../config/lock/lock.ts';
import { outlookWarnings } from '../../report/plan.ts';
import type { Result } from '../../result/result.ts';
import { checkArguments } from '../../result/sentences/commands.ts';
import { isOneCheckpoint } from '../../servers/resolve-checkpoints.ts';
import type { SamplingRequest } from '../../sampling/sampling-request.ts';
import { type Checked, conclude } from '../stages/conclude.ts';
import { invalidIfDistrusted } from '../stages/invalid-if-distrusted.ts';
import { solutionEmbedder } from '../stages/embed-solutions.ts';
import { judgingShare, withJudging } from '../stages/judge-budget.ts';
import { judgesOf, openGraders } from '../stages/open-graders.ts';
import { checkFeasible, outlookOf } from '../stages/plan.ts';
import { prepare } from '../stages/prepare.ts';
import { samplingCost } from '../stages/sampling-cost.ts';
import type { CheckRequest } from './check-request.ts';
import { openLook } from './open-look.ts';
import { sampleCheck } from './sample-check.ts';

/**
 * Runs a complete check, from the configuration, lock and eval set through completions, grades and measures to the
 * verdict and the result.
 */
export async function check(request: CheckRequest): Promise<Checked> {
  const prepared = await prepare(request);
  const { plan, checkpoints, locked, newer } = prepared;
  const { config } = plan;
  const { n } = config.sampling;
  const opened = await openLook(prepared, request);
  checkFeasible(plan, opened.expected);
  const embedSolutions = solutionEmbedder(config, request);
  const expected = outlookWarnings({ outlook: outlookOf(plan, opened.expected), samplesPerItem: n });
  for (const warning of expected) request.onWarning?.(warning);
  const budget = request.isSampled
    ? judgingShare(plan.suites, prepared.request.budget)
    : prepared.request.budget;
  const judges = judgesOf(plan, request.grading);
  judges?.spendFrom(budget);
  const sides = sidesOf(checkpoints);
  const itself = comparedWithItself(checkpoints);
  for (const note of itself) request.onWarning?.(note);
  const lock = lockHash(locked);
  let cost: Result['cost'] = {};

  const run = async (): Promise<Checked> => {
    const graders = await openGraders(plan, request.grading, judges);
    try {
      const { sampled, suites, samplesPerItem, ...completions } = await sampleCheck(prepared, request, {
        graders,
        budget,
      });
      cost = samplingCost(sampled.cost, config.prices);
      const look = opened.on(sampled);
      const checked = await conclude(
        { ...plan, suites },
        {
          ...completions,
          ...sides,
          graders,
          judging: judges && { judges, budget },
          embedSolutions,
          samplesPerItem: () => n,
          alpha: look.alpha,
          nowMs: request.nowMs,
          servedBy: sampled.servedBy,
          atOneAddress: areAtOneAddress(checkpoints),
          notes: [...(request.notes ?? []), ...itself, ...newer, ...look.notes, ...expected],
          cost,
          lock,
          sampling: locked.sampling,
          command: checkArguments({ ...request, fresh: request.draws?.new }),
          onStage: request.onStage,
        },
      );
      return await look.record(checked, samplesPerItem);
    } finally {
      budget.end();
      await graders.close();
    }
  };
  return invalidIfDistrusted(plan, run, {
    ...sides,
    lock,
    cost: () => withJudging(cost, judges, config.prices),
  });
}

function sidesOf({ old, new: candidate }: SamplingRequest['checkpoints']): Pick<Result, 'old' | 'new'> {
  return {
    old: { version: old.version, model: old.model },
    new: { version: candidate.version, model: candidate.model },
  };
}

/** A sentence for the report if both sides are the same checkpoint. */
function comparedWithItself(checkpoints: SamplingRequest['checkpoints']): readonly string[] {
  if (!isOneCheckpoint(checkpoints)) return [];
  const { version } = checkpoints.old;
  return [
    `This compares the version ${version} with itself, because --old and --new are the same. Any difference between the sides is noise, or is caused by a change on the server. To look for a change in the model, specify two different versions.`,
  ];
}

/**
 * Whether both sides are sampled at the same address. If the check starts the servers, each side has its own address.
 */
function areAtOneAddress({ old, new: candidate }: SamplingRequest['checkpoints']): boolean {
  return old.baseUrl === candidate.baseUrl && old.serve === undefined && candidate.serve === undefined;
}

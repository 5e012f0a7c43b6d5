import type { Draws } from '../../servers/resolve-checkpoints.ts';
import type { BudgetConfig } from '../../config/schema/budget.ts';
import { lockHash } from '../../config/lock/lock.ts';
import { type Checked, conclude } from '../stages/conclude.ts';
import { type EmbeddingEdges, solutionEmbedder } from '../stages/embed-solutions.ts';
import { sampleAll } from '../stages/greedy.ts';
import { judgesOf, openGraders } from '../stages/open-graders.ts';
import { unlessDistrusted } from '../stages/distrusted.ts';
import { judgingShare, samplingShare, withJudging } from '../stages/judging.ts';
import type { Files } from '../stages/plan.ts';
import { checkFeasible, outlookOf } from '../stages/plan.ts';
import { balanceRead } from './balance.ts';
import { openPreflight } from './preflight.ts';
import { type OpenBudget, prepare, type PreparingEdges } from '../stages/prepare.ts';
import type { GradingEdges } from '../../grading/grader.ts';
import { exploratoryResult } from '../../result/exploratory.ts';
import { lookNotes } from '../../result/look-notes.ts';
import { outlookWarnings } from '../../report/plan.ts';
import type { Result } from '../../result/result.ts';
import type { OpenLooks } from '../../store/look-file.ts';
import type { Cut, Sampled } from '../../sampling/sampled.ts';
import type { Sampler, SamplingRequest } from '../../sampling/sampling-request.ts';
import { standingOf } from '../../verdict/looks.ts';

/** The whole pipeline: config and lock, eval set, sampling, grading, measures, verdict, result. */
export async function check({
  configPath,
  versions,
  draws,
  files,
  notes = [],
  sampler,
  openBudget,
  openLooks,
  grading,
  embed,
  nowMs,
  isSampled = false,
  preflight = true,
  onNote = () => {},
  ...sampling
}: {
  readonly configPath: string;
  readonly versions: { readonly old: string; readonly new: string };
  /** Distinguishes these draws from others of the same checkpoints; default: the first of each. */
  readonly draws?: Draws | undefined;
  readonly files: Files;
  /** Whole sentences that a reader of the report should know, and that decide nothing. */
  readonly notes?: readonly string[];
  readonly sampler: Sampler;
  readonly openBudget: OpenBudget;
  readonly openLooks: OpenLooks;
  readonly grading: GradingEdges;
  /** The time of the check, in milliseconds since 1970. */
  readonly nowMs: number;
  /**
   * Whether sampling's part of the budget was spent elsewhere: the sampler then requests nothing, and judges
   * have only their own part.
   */
  readonly isSampled?: boolean;
  /** Whether to stop the check if the first samples are unusable; default: true. */
  readonly preflight?: boolean;
  /** Called with a line about each side's first answer. */
  readonly onNote?: (line: string) => void;
} & EmbeddingEdges &
  PreparingEdges): Promise<Checked> {
  const { plan, locked, checkpoints, newer, request } = await prepare({
    configPath,
    versions,
    draws,
    files,
    openBudget,
    ...sampling,
  });
  const { config } = plan;
  const { n } = config.sampling;
  const looks = await openLooks({ checkpoints, lock: locked, storeDir: sampling.storeDir });
  const standing = standingOf({ earlier: looks.earlier, n, extend: config.extend });
  checkFeasible(plan, standing);
  const embedSolutions = solutionEmbedder(config, { embed, ...sampling });
  const expected = outlookWarnings({ outlook: outlookOf(plan, standing), samplesPerItem: n });
  for (const warning of expected) sampling.onWarning?.(warning);
  const judges = judgesOf(plan, grading);
  const forAll = isSampled ? judgingShare(plan.suites, request.budget) : request.budget;
  judges?.spendFrom(forAll);
  const sides = {
    old: { version: checkpoints.old.version, model: checkpoints.old.model },
    new: { version: checkpoints.new.version, model: checkpoints.new.model },
  };
  const models = { old: checkpoints.old.model, new: checkpoints.new.model };
  let cost: Result['cost'] = NOTHING_SPENT;
  const lock = lockHash(locked);
  const measure = async (): Promise<Checked> => {
    const graders = await openGraders(plan, grading, judges);
    const forSampling = isSampled ? forAll : samplingShare(plan.suites, forAll);
    try {
      const sampled = await sampleAll(
        {
          ...request,
          budget: forSampling,
          preflight: openPreflight(plan, { graders, models, goesOn: !preflight, onNote }),
        },
        { sampler, greedy: config.sampling.greedy },
      ).finally(() => {
        if (forSampling !== forAll) forSampling.end();
      });
      const { cut, servedBy } = sampled;
      ({ cost } = sampled);
      // Re-sampling expired completions counts as a new look.
      const decided = standingOf({
        earlier: looks.earlier,
        n,
        extend: config.extend,
        drawn: config.sampling.maxAgeMs === undefined ? undefined : drawnSince(sampled.cost.reused, nowMs),
      });
      const { generations } = sampled;
      const whole = { suites: plan.suites, generations, greedy: sampled.greedy?.generations };
      const judged =
        cut === undefined
          ? { ...whole, samplesPerItem: n, cut: undefined }
          : await balanceRead({ ...whole, samples: n, cut: asConfigured(cut, config.budget) });
      const seen = await conclude(
        { ...plan, suites: judged.suites },
        {
          graders,
          judging: judges && { judges, budget: forAll },
          generations: judged.generations,
          greedy: judged.greedy,
          cut: judged.cut,
          embedSolutions,
          samplesPerItem: () => n,
          alpha: decided.alpha,
          nowMs,
          servedBy,
          atOneAddress: areAtOneAddress(checkpoints),
          ...sides,
          notes: [...notes, ...newer, ...lookNotes(decided, config), ...expected],
          cost,
          lock,
          sampling: locked.sampling,
          command: [
            'check',
            '--config',
            configPath,
            '--old',
            versions.old,
            '--new',
            versions.new,
            ...(draws?.new === undefined ? [] : ['--fresh', draws.new]),
          ],
        },
      );
      const { status } = seen.result.verdict;
      // The same data under another policy are not a new look, but have another verdict.
      const isOther =
        decided.number === 1 && status !== looks.earlier.findLast(({ n: of }) => of === n)?.verdict;
      if (decided.fresh || isOther) {
        const redrawn = decided.redrawn ? { redrawn: true } : {};
        await looks.add({ n: judged.samplesPerItem, verdict: status, ...redrawn });
      }
      return { ...seen, result: exploratoryResult(seen.result, decided.exploratoryAfter, config.policy) };
    } finally {
      forAll.end();
      await graders.close();
    }
  };
  return unlessDistrusted(plan, measure, {
    ...sides,
    lock,
    cost: () => withJudging(cost, judges, config.prices),
  });
}

const NOTHING_SPENT = { requests: 0, prompt_tokens: 0, completion_tokens: 0, cached: 0 };

/** Reports the configured limit; the one that ended sampling may be a part of it. */
function asConfigured(cut: Cut, budget: BudgetConfig): Cut {
  const { maxRequests, maxTokens, maxCostUsd, maxMinutes } = budget;
  const set = {
    'max-requests': maxRequests,
    'max-tokens': maxTokens,
    'max-cost': maxCostUsd,
    'max-minutes': maxMinutes,
  };
  return { ...cut, allowed: set[cut.limit] ?? cut.allowed };
}

/** Whether both sides use one server; checkpoints served here have a server each. */
function areAtOneAddress({ old, new: fresh }: SamplingRequest['checkpoints']): boolean {
  return old.baseUrl === fresh.baseUrl && old.serve === undefined && fresh.serve === undefined;
}

/** When sampling of the data began, for the side sampled last: the time of its oldest stored completion, else now. */
function drawnSince(reused: Sampled['cost']['reused'], nowMs: number): string {
  const now = new Date(nowMs).toISOString();
  const [old, fresh] = [reused.old.oldest ?? now, reused.new.oldest ?? now];
  return old > fresh ? old : fresh;
}

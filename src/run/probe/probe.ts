import { resolveCheckpoints } from '../../servers/resolve-checkpoints.ts';
import type { Item, Suite } from '../../evalset/suite.ts';
import { gradeSuite } from '../../grading/grade-suite.ts';
import type { GradingEdges } from '../../grading/grader.ts';
import type { Probed, ProbedSample, ProbedSuite } from '../../report/probe.ts';
import type { Estimator } from '../../sampling/estimate/estimate.ts';
import type { Completion } from '../../servers/chat/completion.ts';
import type { Sampled } from '../../sampling/sampled.ts';
import type { Sampler } from '../../sampling/sampling-request.ts';
import { refuseGivenOutcomes } from '../stages/given-grader-checks.ts';
import { sampleAll } from '../stages/greedy.ts';
import { isJudged, openGraders } from '../stages/open-graders.ts';
import { refuseOwnJudge } from '../stages/refuse-own-judge.ts';
import type { PreparingEdges } from '../stages/prepare.ts';
import { type Files, type Plan, type PlannedSuite, readPlan } from '../stages/plan.ts';
import { serveCheckpoints } from '../stages/serve-checkpoints.ts';

/** Number of concurrent requests in a probe. */
const AT_ONCE = 8;

/**
 * Samples a few items of each suite once from both sides, and shows the requests, the completions and their grades.
 * Does not decide a verdict. The samples are stored, so a later check reuses them. Suites with a judge are not graded.
 *
 * @throws {ConfigError} as `readPlan` and `resolveCheckpoints` do
 * @throws {SamplingError} if a side returns no completions
 */
export async function probe({
  configPath,
  versions,
  files,
  itemsOfSuite,
  sampler,
  estimator,
  grading,
  serving,
  ...sampling
}: {
  readonly configPath: string;
  readonly versions: { readonly old: string; readonly new: string };
  readonly files: Files;
  /** At least 1. */
  readonly itemsOfSuite: number;
  readonly sampler: Sampler;
  readonly estimator: Estimator;
  readonly grading: GradingEdges;
} & PreparingEdges): Promise<Probed> {
  const plan = await readPlan(configPath, files);
  refuseGivenOutcomes(plan);
  const { config } = plan;
  const { env, storeDir } = sampling;
  const checkpoints = resolveCheckpoints({ checkpoints: config.checkpoints, versions, env });
  refuseOwnJudge(plan, checkpoints);
  const servers = serveCheckpoints(checkpoints, { config, configPath, env, edges: serving });
  const suites = plan.suites.map((planned) => ({ ...planned, suite: fewItems(planned.suite, itemsOfSuite) }));
  const blocks: number[] = [];
  const graders = await openGraders(
    { ...plan, suites: suites.filter(({ grader }) => !isJudged(grader)) },
    grading,
  );
  try {
    const sampled = await sampleAll(
      {
        checkpoints,
        suites: suites.map(({ suite }) => suite),
        settings: { ...config.sampling, n: 1, concurrency: AT_ONCE },
        onBlock: ({ ms }) => blocks.push(ms),
        ...sampling,
        ...(servers === undefined ? {} : { servers }),
      },
      { sampler, greedy: false },
    );
    const all = {
      checkpoints,
      suites: plan.suites.map(({ suite }) => suite),
      settings: config.sampling,
      prices: config.prices,
      storeDir,
    };
    const probed: ProbedSuite[] = [];
    for (const planned of suites) {
      probed.push(await probedSuite(planned, { graders, sampled, plan }));
    }
    return {
      versions,
      models: { old: checkpoints.old.model, new: checkpoints.new.model },
      suites: probed,
      projected: {
        sides: await estimator(all),
        meanMs: blocks.length === 0 ? undefined : blocks.reduce((sum, ms) => sum + ms, 0) / blocks.length,
        concurrency: config.sampling.concurrency,
      },
    };
  } finally {
    await graders.close();
  }
}

/** Selects this many items of a suite, evenly spread from the first to the last. */
function fewItems(suite: Suite, count: number): Suite {
  const last = suite.items.length - 1;
  const places = Array.from({ length: Math.min(count, suite.items.length) }, (_, place) =>
    count === 1 ? 0 : Math.round((place * last) / (Math.min(count, suite.items.length) - 1 || 1)),
  );
  const items = [...new Set(places)].flatMap((place) => suite.items[place] ?? []);
  return { ...suite, items };
}

async function probedSuite(
  { suite, grader: spec }: PlannedSuite,
  {
    graders,
    sampled,
    plan: { config },
  }: {
    readonly graders: Awaited<ReturnType<typeof openGraders>>;
    readonly sampled: Sampled;
    readonly plan: Plan;
  },
): Promise<ProbedSuite> {
  const grader = isJudged(spec) ? undefined : graders.of(suite.name);
  const generations = await sampled.generations(suite.name);
  const { items } = await gradeSuite({
    suite: grader === undefined ? { ...suite, role: 'open' } : suite,
    grader,
    generations,
    reasoning: config.sampling.reasoning,
    reasoningTags: config.sampling.reasoningTags,
  });
  return {
    name: suite.name,
    grader: grader?.name ?? null,
    items: suite.items.map((item) => {
      const graded = items.find(({ id }) => id === item.id);
      const sampleOf = (side: 'old' | 'new'): ProbedSample | null => {
        const generation = generations[side].find(({ id }) => id === item.id);
        const sample = graded?.[side][0];
        return generation === undefined || sample === undefined
          ? null
          : probedSample(generation, { sample, isGraded: grader !== undefined });
      };
      return { id: item.id, ...asked(item), old: sampleOf('old'), new: sampleOf('new') };
    }),
  };
}

function asked({ messages, answer }: Item): Pick<ProbedSuite['items'][number], 'messages' | 'right_answer'> {
  return { messages, right_answer: answer ?? null };
}

function probedSample(
  { text, finish_reason: finishReason, usage, error }: Completion,
  {
    sample: { outcome, answer, rule, lenient, reason },
    isGraded,
  }: {
    readonly sample: Awaited<ReturnType<typeof gradeSuite>>['items'][number]['old'][number];
    readonly isGraded: boolean;
  },
): ProbedSample {
  const { prompt_tokens: prompt, completion_tokens: completion, reasoning_tokens: reasoning } = usage ?? {};
  return {
    text: typeof error === 'string' ? null : text,
    finish_reason: finishReason ?? null,
    outcome: isGraded || outcome !== 'correct' ? outcome : null,
    answer: answer ?? null,
    rule: rule ?? null,
    lenient: lenient ?? null,
    reason: reason ?? null,
    tokens: { prompt: prompt ?? null, completion: completion ?? null, reasoning: reasoning ?? null },
  };
}

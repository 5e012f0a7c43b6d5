import { resolveCheckpoints } from '../../servers/resolve-checkpoints.ts';
import { SAMPLES_NEEDED } from '../../config/measurable-guardrails.ts';
import { ConfigError } from '../../errors.ts';
import type { GradingEdges } from '../../grading/grader.ts';
import { asksForChoice } from '../../config/graders/graders.ts';
import { gradeSuite } from '../../grading/grade-suite.ts';
import { splitter } from '../../measures/halves.ts';
import type { SuiteSamples } from '../../measures/samples.ts';
import { exclusionsOf } from '../stages/exclusions.ts';
import { checkGivenOutcomes, refuseGivenOutcomes } from '../stages/given-grader-checks.ts';
import { itemCounter, type OnStage } from '../stages/stage-progress.ts';
import { type Graders, isJudged, judgesOf, openGraders } from '../stages/open-graders.ts';
import type { Role } from '../../evalset/suite.ts';
import type { Files, Plan } from '../stages/plan.ts';
import { readPlan } from '../stages/plan.ts';
import type { LeftOut, SelfTest } from '../../report/self-test.ts';
import type { Completion } from '../../servers/chat/completion.ts';
import { readCompletions } from '../../store/read-completions.ts';
import type { storedCompletions } from '../../store/stored.ts';
import { FalseAlarmCounter } from '../../verdict/false-alarms.ts';
import { type GuardrailName, type Policy, turnedOff } from '../../config/policy.ts';
import { guardrailOn } from '../../verdict/guardrail-on.ts';
import { decideVerdict } from '../../verdict/verdict.ts';

/** The location of one checkpoint's completions: a completions file or the completion store. */
export type Source =
  | { readonly path: string }
  | { readonly version: string; readonly storeDir: string; readonly lookUp: typeof storedCompletions };

/**
 * Checks an unchanged pair many times: randomly splits one checkpoint's samples into halves, and decides the verdict
 * for each split as a complete check would. Any loss is a false alarm. Guardrails that cannot be measured with half of
 * the samples are omitted and listed. The same seed gives the same result.
 *
 * @throws {ConfigError} if the completions cannot be read or split, and as `readPlan` does
 */
export async function selfTest({
  configPath,
  source,
  runs,
  seed,
  files,
  grading,
  onStage,
}: {
  readonly configPath: string;
  readonly source: Source;
  /** At least 1. */
  readonly runs: number;
  readonly seed: number;
  readonly files: Files;
  readonly grading: GradingEdges;
  /** Counts items while grading and measuring, and then counts splits. */
  readonly onStage: OnStage;
}): Promise<SelfTest> {
  const plan = await readPlan(configPath, files);
  if ('version' in source) refuseGivenOutcomes(plan);
  const where = 'path' in source ? source.path : source.storeDir;
  const generations = await generationsOf(plan, source, files, grading.env);
  checkGivenOutcomes(plan, [{ path: where, generations }]);
  const { sampling } = plan.config;
  const fromFile = 'path' in source && !sampling.nWritten;
  const samplesPerItem = fromFile
    ? 1 + generations.reduce((largest, { index }) => Math.max(largest, index), 0)
    : sampling.n;
  const half = Math.floor(samplesPerItem / 2);
  refuseUnsplittable(plan, samplesPerItem, where);
  const graders = await openGraders(plan, grading, judgesOf(plan, grading));
  let suites: SuiteSamples[];
  try {
    suites = await gradeAll(plan, graders, { generations, samplesPerItem, where, onStage });
  } finally {
    await graders.close();
  }
  const { policy, leftOut } = adapted(plan, half);
  const total = suites.reduce((sum, { items }) => sum + items.length, 0);
  let measured = 0;
  const split = splitter(suites, seed, () => {
    measured += 1;
    onStage({ stage: 'measuring', done: measured, total });
  });
  const counter = new FalseAlarmCounter();
  for (let run = 1; run <= runs; run += 1) {
    counter.see(decideVerdict(split(), policy));
    onStage({ stage: 'self-test', done: run, total: runs });
  }
  return {
    samplesPerItem,
    half,
    seed,
    items: total,
    shortItems: suites.reduce(
      (sum, { items }) => sum + items.filter(({ old }) => old.length < samplesPerItem).length,
      0,
    ),
    leftOut,
    exclusions: exclusionsOf(plan),
    withoutSemantic:
      plan.config.embeddings !== undefined &&
      plan.suites.some(({ suite }) => guardrailOn(policy, 'diversity', suite.name) !== 'off'),
    found: counter.result(),
  };
}

async function generationsOf(
  { config, suites }: Plan,
  source: Source,
  files: Files,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Completion[]> {
  if ('path' in source) return readCompletions({ path: source.path, open: files.open });
  const { version, storeDir, lookUp } = source;
  const { old: checkpoint } = resolveCheckpoints({
    checkpoints: config.checkpoints,
    versions: { old: version, new: version },
    env,
  });
  const found: Completion[] = [];
  for (const { suite } of suites) {
    const stored = await lookUp({ checkpoint, suite, settings: config.sampling, storeDir });
    for (const each of stored) found.push(each);
  }
  return found;
}

/** @throws {ConfigError} if an item's samples are all identical, as at temperature 0, or if there are too few to split */
function refuseUnsplittable({ config }: Plan, samplesPerItem: number, where: string): void {
  if (config.sampling.temperature === 0) {
    throw new ConfigError({
      what: 'at temperature 0, all samples of an item are identical, so all splits are identical too',
      where: 'sampling.temperature',
      fix: 'Use completions that were sampled at a temperature above 0.',
    });
  }
  if (samplesPerItem >= 2) return;
  throw new ConfigError({
    what: 'found one sample per item, expected at least two',
    where,
    fix: 'Increase sampling.n to sample each item more often.',
  });
}

async function gradeAll(
  { config, suites }: Plan,
  graders: Graders,
  {
    generations,
    samplesPerItem,
    where,
    onStage,
  }: {
    readonly generations: readonly Completion[];
    readonly samplesPerItem: number;
    readonly where: string;
    readonly onStage: OnStage;
  },
): Promise<SuiteSamples[]> {
  const onItem = itemCounter(suites, 1, onStage);
  const graded: SuiteSamples[] = [];
  for (const { suite, grader: spec, hardestGroup, unparseable } of suites) {
    const grader = graders.of(suite.name);
    const { items, problems } = await gradeSuite({
      suite,
      grader,
      generations: { old: generations, new: [] },
      reasoning: config.sampling.reasoning,
      reasoningTags: config.sampling.reasoningTags,
      ...(isJudged(spec) ? {} : { onItem }),
    });
    const [problem] = problems;
    if (problem !== undefined || items.every(({ old }) => old.length === 0)) {
      throw new ConfigError({
        what:
          problem === undefined
            ? `found no completions for suite ${suite.name}`
            : `found ${problem.kind === 'duplicate' ? `sample ${problem.index} of ${problem.id} twice` : `completions for ${JSON.stringify(problem.id)}, which is not an item of suite ${suite.name}`}`,
        where,
        fix: 'Use a file with completions of one checkpoint on this eval set, or a version that has been sampled.',
      });
    }
    const { name, role } = suite;
    graded.push({
      name,
      role,
      grader: grader?.name,
      choice: asksForChoice(spec),
      samplesPerItem,
      hardestGroup,
      ...(unparseable === undefined ? {} : { unparseable }),
      items,
    });
  }
  return graded;
}

/** The policy without the guardrails that this many samples per item cannot measure. */
function adapted({ config, suites }: Plan, half: number): { policy: Policy; leftOut: readonly LeftOut[] } {
  const leftOut = (['coverage', 'diversity', 'hardest-group'] as const)
    .filter(
      (guardrail) =>
        half < SAMPLES_NEEDED[guardrail] &&
        suites.some(({ suite }) => guardrailOn(config.policy, guardrail, suite.name) !== 'off'),
    )
    .map((guardrail): LeftOut => ({ guardrail, needed: 2 * SAMPLES_NEEDED[guardrail] }));
  const policy = turnedOff(
    config.policy,
    leftOut.map(({ guardrail }) => guardrail),
  );
  const on = (role: Role, guardrail: GuardrailName): boolean =>
    suites.some(({ suite }) => suite.role === role && guardrailOn(policy, guardrail, suite.name) !== 'off');
  const target = suites.some(({ suite }) => suite.role === 'target');
  if (target || on('ood', 'ood') || on('open', 'diversity')) return { policy, leftOut };
  throw new ConfigError({
    what: `found ${2 * half} samples per item; half of these are too few to measure any guardrail of this policy`,
    where: 'guardrails',
    fix: `Sample each item at least ${2 * SAMPLES_NEEDED.diversity} times (sampling.n).`,
  });
}

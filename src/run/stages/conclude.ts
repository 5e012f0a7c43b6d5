import type { EmbedSolutions } from './embed-solutions.ts';
import { gradeSuite } from '../../grading/grade-suite.ts';
import { asksForChoice, type GraderSpec, graderVersion, judgeOf } from '../../config/graders/graders.ts';
import { exclusionsOf } from './exclusions.ts';
import { greedyNotes } from './greedy.ts';
import { decide } from './decide.ts';
import { measureSuites } from './measured-suite.ts';
import type { SuiteSamples } from '../../measures/samples.ts';
import { type Graders, isJudged } from './open-graders.ts';
import { type Judging, payingFor, withJudging } from './judge-budget.ts';
import type { Plan } from './plan.ts';
import { itemCounter, type OnStage } from './stage-progress.ts';
import { assembleResult } from '../../result/assemble.ts';
import type { Result } from '../../result/result.ts';
import { incomparableSentence } from '../../result/sentences/finding-sentences.ts';
import { pinnedCommand } from '../../result/sentences/commands.ts';
import type { ReadCompletions } from '../../servers/chat/completion.ts';
import { oneModel, sameCompletions } from '../../verdict/validity/one-model.ts';
import { incomparableStacks, type ServingStacks } from '../../verdict/validity/stack-change.ts';
import type { BudgetCut } from '../../verdict/validity/budget-cut.ts';
import type { Unexpected } from '../../verdict/validity/validity.ts';
import { applyWaivers } from '../../verdict/waivers.ts';
import { ENGINE_VERSION } from '../../version.ts';

export interface Checked {
  readonly result: Result;
  /** All samples with their outcomes, by suite. */
  readonly graded: readonly SuiteSamples[];
}

/** Turns completions into a result: grades and measures them, and decides the verdict. */
export async function conclude(
  { config, configHash, suites, waivers, gradedBy }: Plan,
  {
    graders,
    judging,
    generations,
    greedy,
    cut,
    embedSolutions,
    samplesPerItem,
    alpha,
    nowMs,
    servedBy,
    atOneAddress = false,
    notes,
    cost,
    lock,
    sampling,
    command,
    onStage = () => {},
    ...known
  }: Pick<Result, 'old' | 'new' | 'cost'> & {
    readonly graders: Graders;
    /** Present if any grader uses a judge model. */
    readonly judging?: Judging | undefined;
    /** Read suite by suite. */
    readonly generations: ReadCompletions;
    readonly greedy: ReadCompletions | undefined;
    /** Present if a budget ended sampling. In that case, the suites contain only the part to compare. */
    readonly cut?: BudgetCut | undefined;
    readonly embedSolutions: EmbedSolutions | undefined;
    /** Returns a suite's number of samples per item (n). */
    readonly samplesPerItem: (suite: string) => number;
    readonly alpha?: number;
    /** The time of the check, in milliseconds since 1970. Determines which waivers have expired. */
    readonly nowMs: number;
    /** Absent if the completions come from files. */
    readonly servedBy?: ServingStacks;
    /** Whether both sides were sampled at the same address. */
    readonly atOneAddress?: boolean;
    readonly notes: readonly string[];
    readonly lock: string | undefined;
    readonly sampling: Result['provenance']['sampling'];
    /** The command-line arguments that reproduce this result. */
    readonly command: readonly string[];
    /** Counts items while grading, except those that a judge model grades, and counts completions while measuring. */
    readonly onStage?: OnStage | undefined;
  },
): Promise<Checked> {
  const unexpected: Unexpected[] = [];
  const gradedSuites: SuiteSamples[] = [];
  const same: (number | undefined)[] = [];
  const { reasoning, reasoningTags } = config.sampling;
  const onItem = itemCounter(suites, greedy === undefined ? 1 : 2, onStage);
  const gradeAll = async (): Promise<void> => {
    for (const { suite, grader: spec, hardestGroup, unparseable } of suites) {
      const grader = graders.of(suite.name);
      const ofSuite = await generations(suite.name);
      same.push(sameCompletions(ofSuite));
      const { items, problems } = await gradeSuite({
        suite,
        grader,
        generations: ofSuite,
        reasoning,
        reasoningTags,
        ...(isJudged(spec) ? {} : { onItem }),
      });
      const ofGreedy =
        greedy === undefined || grader === undefined
          ? undefined
          : await gradeSuite({
              suite,
              grader,
              generations: await greedy(suite.name),
              reasoning,
              reasoningTags,
              ...(isJudged(spec) ? {} : { onItem }),
            });
      for (const problem of problems) unexpected.push({ ...problem, suite: suite.name });
      gradedSuites.push({
        name: suite.name,
        role: suite.role,
        grader: grader?.name,
        choice: asksForChoice(spec),
        samplesPerItem: samplesPerItem(suite.name),
        hardestGroup,
        ...(unparseable === undefined ? {} : { unparseable }),
        items,
        ...(ofGreedy === undefined ? {} : { greedy: ofGreedy.items }),
      });
    }
  };
  await payingFor(judging, await judgedIn(suites, [generations, greedy]), gradeAll);
  const embedded = await embedSolutions?.(gradedSuites);
  const graded = gradedSuites.map((samples) =>
    embedded === undefined ? samples : { ...samples, embeddingOf: embedded.embeddingOf },
  );
  const measured = measureSuites(graded, onStage);
  const { decision, validity } = decide({
    suites: graded,
    measures: measured.map(({ measures }) => measures),
    unexpected,
    cut,
    policy: config.policy,
    alpha,
    served: servedBy && { by: servedBy, onChange: config.stackChange },
    oneModel: oneModel({
      names: { old: known.old.model ?? '', new: known.new.model ?? '' },
      same,
      served: servedBy && { by: servedBy, atOneAddress },
    }),
  });
  const unlike = servedBy && incomparableStacks(servedBy);
  const result = assembleResult({
    ...known,
    exclusions: exclusionsOf({ suites }),
    notes: [...notes, ...greedyNotes(graded), ...(judging?.judges.notes() ?? []), ...(embedded?.notes ?? [])],
    cost: {
      ...withJudging(cost, judging?.judges, config.prices),
      ...(embedded === undefined ? {} : { embeddings: embedded.cost }),
    },
    suites: measured,
    decision,
    validity,
    policy: config.policy,
    waived: applyWaivers({
      waivers,
      decision,
      versions: { old: known.old.version, new: known.new.version },
      today: new Date(nowMs).toISOString().slice(0, 10),
    }),
    provenance: {
      engine: ENGINE_VERSION,
      ...(configHash !== '' && { config_hash: configHash }),
      ...(lock !== undefined && { lock_hash: lock }),
      sampling,
      graders: Object.fromEntries(
        suites.map(({ suite, grader }) => [suite.name, graderInWords(grader, gradedBy?.get(suite.name))]),
      ),
      ...(embedded === undefined ? {} : { embeddings: embedded.provenance }),
      ...(unlike === undefined ? {} : { serving: incomparableSentence(unlike) }),
      reproduce: pinnedCommand(ENGINE_VERSION, command),
    },
  });
  return { result, graded };
}

/**
 * Describes a grader: its type and version, and the model if it is a judge. For given outcomes, the description
 * includes who assigned them.
 */
function graderInWords(grader: GraderSpec | undefined, by = 'with the completions'): string {
  if (grader === undefined) return 'none';
  if (grader.type === 'given') return `given: ${by}`;
  const judge = judgeOf(grader);
  return `${grader.type} ${graderVersion(grader)}${judge === undefined ? '' : ` by ${judge.model}`}`;
}

/** The number of completions that judge models will grade. Reads nothing if there are no judges. */
async function judgedIn(
  suites: Plan['suites'],
  read: readonly (ReadCompletions | undefined)[],
): Promise<number> {
  let completions = 0;
  for (const { suite } of suites.filter(({ grader }) => isJudged(grader))) {
    for (const generations of read) {
      const both = await generations?.(suite.name);
      completions += (both?.old.length ?? 0) + (both?.new.length ?? 0);
    }
  }
  return completions;
}

import { SamplingError } from '../../errors.ts';
import type { Suite } from '../../evalset/suite.ts';
import { gradeSuite } from '../../grading/grade-suite.ts';
import type { Grader } from '../../grading/grader.ts';
import type { GradedSample } from '../../grading/outcome.ts';
import { faultClause, faultRemedy, TRUNCATED_REMEDY } from '../../result/sentences/faults.ts';
import { counted, tokens } from '../../result/sentences/numbers.ts';
import type { Completion } from '../../servers/chat/completion.ts';
import type { FirstAnswer, Preflight } from '../../sampling/preflight.ts';
import { faultOf } from '../../verdict/validity/nothing-measured.ts';
import type { Graders } from '../stages/open-graders.ts';
import { isJudged } from '../stages/open-graders.ts';
import type { Plan } from '../stages/plan.ts';

/** The number of examples in an error, and the number of characters that each quotes from the end of a completion. */
const EXAMPLES = 3;
const EXAMPLE_LENGTH = 120;

type Side = 'old' | 'new';

/**
 * Examines the start of a check. Reports each side's first response in one line, and checks the first 20 samples of
 * each suite and side. If all of these samples are truncated, or if all fail for the same reason other than a wrong
 * answer, the run stops before it spends more, unless `goesOn` is set. Suites with a judge are examined without the
 * judge.
 */
export function openPreflight(
  { config, suites }: Pick<Plan, 'config' | 'suites'>,
  {
    graders,
    models,
    goesOn,
    onNote,
  }: {
    readonly graders: Graders;
    readonly models: Readonly<Record<Side, string>>;
    readonly goesOn: boolean;
    /** Called with one line for each side. */
    readonly onNote: (line: string) => void;
  },
): Preflight {
  const told = new Set<Side>();
  const gradeFirst = async (
    name: string,
    side: Side,
    generations: readonly Completion[],
  ): Promise<readonly { readonly sample: GradedSample; readonly id: string }[]> => {
    const planned = suites.find(({ suite }) => suite.name === name);
    if (planned === undefined) return [];
    const grader = isJudged(planned.grader) ? undefined : graders.of(name);
    const { items } = await gradeSuite({
      suite: suiteOf(planned.suite, { generations, grader }),
      grader,
      generations: { old: [], new: [], [side]: generations },
      reasoning: config.sampling.reasoning,
      reasoningTags: config.sampling.reasoningTags,
    });
    return items.flatMap((item) => item[side].map((sample) => ({ sample, id: item.id })));
  };
  return {
    onFirst: async (answer) => {
      if (told.has(answer.side)) return;
      told.add(answer.side);
      const graded = await gradeFirst(answer.suite, answer.side, answer.generations);
      onNote(
        firstLine(
          answer,
          models[answer.side],
          graded.map(({ sample }) => sample),
        ),
      );
    },
    ...(goesOn
      ? {}
      : {
          look: async ({ side, suite, generations }) => {
            const graded = await gradeFirst(suite, side, generations);
            const why = whyUseless(graded.map(({ sample }) => sample));
            if (why !== undefined) throw useless({ side, suite, why, graded });
          },
        }),
  };
}

/** The suite, reduced to the items that have a completion. It is an open suite if the items are not graded. */
function suiteOf(
  suite: Suite,
  {
    generations,
    grader,
  }: { readonly generations: readonly Completion[]; readonly grader: Grader | undefined },
): Suite {
  const ids = new Set(generations.map(({ id }) => id));
  const items = suite.items.filter(({ id }) => ids.has(id));
  return { ...suite, items, ...(grader === undefined && { role: 'open' }) };
}

/**
 * Describes one side's first response: the model, the samples, how they ended, their tokens, and the rules that found
 * their answers.
 */
function firstLine(
  { side, requested, completions }: FirstAnswer,
  model: string,
  graded: readonly GradedSample[],
): string {
  const [first] = completions;
  const named = first?.model === undefined || first.model === model ? '' : ` (reported as ${first.model})`;
  const ends = [...new Set(completions.map(({ finish_reason: reason }) => reason ?? 'unknown'))].join(', ');
  const rules = graded.flatMap(({ rule }) => rule ?? []);
  const isGraded = graded.some(({ outcome, rule }) => outcome !== 'correct' || rule !== undefined);
  const answers = isGraded
    ? `answers found in ${rules.length} of ${graded.length}${rules.length === 0 ? '' : ` (${[...new Set(rules)].join(', ')})`}`
    : `${graded.filter(({ text }) => text.trim() !== '').length} of ${graded.length} not empty`;
  return `preflight, ${side}: ${model}${named}; ${completions.length} of ${counted(requested, 'sample')} in the first response; finish reason ${ends}; ${usageWords(completions)}; ${answers}. The seed is not checked.`;
}

function usageWords(completions: FirstAnswer['completions']): string {
  const usage = completions.flatMap(({ usage: of }) => of ?? []);
  if (usage.length === 0)
    return 'the server reports no token counts, so a budget in tokens or dollars counts each request at its limit';
  const sum = (key: 'prompt_tokens' | 'completion_tokens'): number =>
    usage.reduce((total, one) => total + one[key], 0);
  const [prompt, completion] = [sum('prompt_tokens'), sum('completion_tokens')];
  const characters = completions.reduce((total, { text }) => total + text.length, 0);
  const counts = `${tokens(prompt)} prompt and ${tokens(completion)} completion tokens`;
  if (characters === 0 && completion > 0) return `${counts}, but no text`;
  const isOdd =
    prompt === 0 || (completion === 0 && characters > 0) || completion * MOST_CHARACTERS < characters;
  return isOdd ? `${counts}, which cannot be right for ${counted(characters, 'character')}` : counts;
}

/** An upper bound on any tokenizer's mean number of characters per token. */
const MOST_CHARACTERS = 40;

interface Why {
  readonly what: string;
  readonly remedy: string;
  /** Whether the next run reuses these samples. Completions without any text are requested again. */
  readonly areReused: boolean;
}

/** The reason why all samples are unusable; undefined if any is usable, or if they fail for different reasons. */
function whyUseless(samples: readonly GradedSample[]): Why | undefined {
  if (samples.every(({ outcome }) => outcome === 'truncated')) {
    const inside = samples.filter(({ endedInReasoning }) => endedInReasoning === true).length;
    const where = inside === 0 ? '' : `, ${inside} of them during reasoning`;
    return { what: `are cut off by the token limit${where}`, remedy: TRUNCATED_REMEDY, areReused: true };
  }
  const [fault, ...others] = new Set(samples.map((sample) => faultOf(sample)));
  if (fault === undefined || others.length > 0) return undefined;
  return {
    what: `fail for the same reason: ${faultClause(fault)}`,
    remedy: faultRemedy(fault),
    areReused: fault !== 'empty' && fault !== 'reasoning-apart',
  };
}

function useless({
  side,
  suite,
  why,
  graded,
}: {
  readonly side: Side;
  readonly suite: string;
  readonly why: Why;
  readonly graded: readonly { readonly sample: GradedSample; readonly id: string }[];
}): SamplingError {
  const ofItems = [...new Map(graded.map((each) => [each.id, each])).values()];
  const examples = ofItems.slice(0, EXAMPLES).map(({ id, sample: { text, reason } }) => {
    const end = text.trim().slice(-EXAMPLE_LENGTH).replaceAll(/\s+/gu, ' ');
    return `${id}: ${reason === undefined ? '' : `${reason}; `}${end === '' ? 'nothing' : `… ${end}`}`;
  });
  return new SamplingError({
    what: `The first ${graded.length} samples of ${suite} (${side}) ${why.what}. Examples (the end of each):\n${examples.map((example) => `    ${example}`).join('\n')}`,
    where: `suite ${suite}`,
    fix: `${why.remedy} To continue anyway, run again with --no-preflight (in the Action, preflight: false); ${why.areReused ? 'these samples are kept' : 'these samples will be requested again'}.`,
  });
}

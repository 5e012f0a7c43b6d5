import type { GraderOptions } from '../../config/graders/graders.ts';
import { judge as declaration } from '../../config/graders/judge.ts';
import { GraderError } from '../../errors.ts';
import type { Judge } from '../../sampling/judges/judges.ts';
import type { GradableItem, Grade, GraderDefinition, GraderEdges, KnownAnswer } from '../grader.ts';
import { attacked } from '../judge/attacks.ts';
import { questionOf } from '../judge/question.ts';
import type { Verdict } from '../judge/verdict.ts';
import { runKnownAnswer } from '../known-answers/known-answer.ts';
import { NoGrade } from '../no-grade.ts';
import { Turns } from '../turns.ts';

/**
 * Maximum number of completions that await a verdict at a time. The server's pace determines how many requests are sent.
 */
const MOST_AT_ONCE = 256;

type Options = GraderOptions<'judge'>;

const FIX =
  'Its grades cannot be trusted. Use a stronger judge, make the rubric cover this case, or correct the case under known if it is wrong.';

/** The judge's client and rubric. */
interface Bench {
  readonly judge: Judge;
  readonly rubric: string;
}

function benchOf({ rubric, 'rubric-file': file = '' }: Options, { judge, files }: GraderEdges): Bench {
  if (judge === undefined) throw new Error('this command cannot send requests to a judge');
  // Restores line endings that the checkout may have changed, so that requests and stored verdicts are the same
  // everywhere.
  const read = rubric ?? new TextDecoder().decode(files?.get(file)).replaceAll('\r\n', '\n');
  if (read.trim() !== '') return { judge, rubric: read };
  throw new GraderError({
    what: 'the rubric is empty',
    where: file,
    fix: 'Describe in this file what makes a completion correct.',
  });
}

/** The user's cases, plus copies of the wrong ones with text appended that tries to influence the judge. */
const casesOf = ({ known }: Options): readonly KnownAnswer[] => [...known, ...attacked(known)];

const gradeOf = ({ verdict, reason }: Verdict): Grade => ({
  outcome: verdict,
  rule: 'verdict',
  ...(verdict === 'incorrect' && { reason }),
});

/**
 * Grades with a rubric, applied by a model that is neither of the two being compared. The judge must give the user's
 * known cases their expected grades, and must still grade the wrong cases as wrong when text is appended that claims
 * that they are right. Both conditions are checked at the start of a run and, if all of these verdicts came from the
 * store, again before the judge's first new request. A response that is not a verdict yields no grade.
 */
export const judge: GraderDefinition<'judge'> = {
  create(options, edges) {
    const turns = new Turns(MOST_AT_ONCE);
    let bench: Bench | undefined;
    let proof: Promise<void> | undefined;
    const itself = { name: declaration.name, version: declaration.version, checkItem: () => undefined };

    const ask = async (text: string, item: GradableItem): Promise<Grade> => {
      bench ??= benchOf(options, edges);
      const answer = await bench.judge.ask(questionOf(bench.rubric, item, text));
      if ('failure' in answer) throw new NoGrade(answer.failure, { byGrader: answer.byJudge });
      return gradeOf(answer.verdict);
    };
    const prove = async (): Promise<void> => {
      const runs = await Promise.allSettled(
        casesOf(options).map((known) => runKnownAnswer({ ...itself, grade: ask }, known, FIX)),
      );
      for (const run of runs) if (run.status === 'rejected') throw run.reason;
    };
    const grade = async (text: string, item: GradableItem): Promise<Grade> => {
      bench ??= benchOf(options, edges);
      const stored = await bench.judge.stored(questionOf(bench.rubric, item, text));
      if (stored !== undefined) return gradeOf(stored);
      await (proof ??= prove());
      return ask(text, item);
    };
    return {
      ...itself,
      fix: FIX,
      grade(text, item) {
        if (text.trim() === '') return { outcome: 'unparseable' };
        const most = options['max-characters'];
        if (text.length > most) {
          return { outcome: 'incorrect', reason: `the completion is longer than ${most} characters` };
        }
        return turns.take(() => grade(text, item));
      },
    };
  },
  knownAnswers: [],
  ownKnownAnswers: casesOf,
};

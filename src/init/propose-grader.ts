import { sortItems } from '../evalset/sort-items.ts';
import type { GradableItem, Grader, GradingEdges } from '../grading/grader.ts';
import { type GraderSpec, graderSpecSchema } from '../config/graders/graders.ts';
import { createGrader } from '../grading/registry.ts';
import { ASK_FOR_BOX, ASK_FOR_LETTER, ASK_FOR_NUMBER } from '../import/instructions.ts';

/**
 * A grader that fits a suite's answers, and the instruction that a prompt needs so that the grader finds the answer in
 * a completion.
 */
export interface ProposedGrader {
  readonly spec: GraderSpec;
  /** The instruction. Undefined if the grader finds the answer in any format. */
  readonly ask: string | undefined;
}

interface Candidate {
  readonly name: 'code' | 'choice' | 'numeric' | 'math' | 'contains';
  readonly ask?: string;
  /** Returns a completion that gives the answer in the requested format. Absent if the grader is not tried on items. */
  readonly stated?: (answer: string) => string;
  /** Whether the grader is appropriate for these answers, rather than just able to read them. */
  readonly suits?: (answers: readonly string[]) => boolean;
}

/** Number of items on which a grader is tried. */
const TRIED = 25;

/**
 * Maximum length of a short answer. Longer answers are free text, and no built-in grader can decide whether a
 * completion means the same.
 */
const LONGEST_PHRASE = 60;

/** Whether an answer is mathematics: it contains symbols or digits, and no words except LaTeX commands. */
const isMathematics = (answer: string): boolean =>
  /[\d\\^=]/u.test(answer) && !/(?<![\\A-Za-z])[A-Za-z]{4,}/u.test(answer);

const CANDIDATES: readonly Candidate[] = [
  { name: 'code' },
  {
    name: 'choice',
    ask: ASK_FOR_LETTER,
  },
  {
    name: 'numeric',
    ask: ASK_FOR_NUMBER,
    stated: (answer) => `The answer is ${answer}`,
  },
  {
    name: 'math',
    ask: ASK_FOR_BOX,
    stated: (answer) => String.raw`So it is \boxed{${answer}}.`,
    suits: (answers) => 2 * answers.filter(isMathematics).length >= answers.length,
  },
  {
    name: 'contains',
    stated: (answer) => `It is ${answer}.`,
    suits: (answers) => answers.every((answer) => answer.length <= LONGEST_PHRASE),
  },
];

/**
 * Proposes the first grader that accepts the items as a suite would (a few may be excluded) and that grades completions
 * with the items' own answers as correct. Undefined if there is no such grader; in that case, the suite's completions
 * can be compared but not graded. Runs no code from the items. Requires at least one item.
 */
export async function proposeGrader(items: readonly GradableItem[]): Promise<ProposedGrader | undefined> {
  const edges: GradingEdges = { env: {}, signal: new AbortController().signal, headIsTrusted: true };
  const answers = items.flatMap(({ answer }) => (answer === undefined ? [] : [answer]));
  for (const { name, ask, stated, suits } of CANDIDATES) {
    const spec = graderSpecSchema.parse(name);
    const grader = createGrader(spec, edges);
    try {
      const { problems } = sortItems(items, {
        checks: grader,
        asked: (item) => item,
        grader: name,
        fix: '',
      });
      if (problems.length > 0) continue;
      if (suits?.(answers) === false) continue;
      if (stated === undefined || (await findsAll(grader, items, stated))) return { spec, ask };
    } finally {
      await grader.close?.();
    }
  }
  return undefined;
}

async function findsAll(
  grader: Grader,
  items: readonly GradableItem[],
  stated: (answer: string) => string,
): Promise<boolean> {
  const step = Math.max(1, Math.floor(items.length / TRIED));
  const tried = items.filter((_, place) => place % step === 0).slice(0, TRIED);
  const grades = await Promise.all(tried.map(async (item) => grader.grade(stated(item.answer ?? ''), item)));
  return grades.every(({ outcome }) => outcome === 'correct');
}

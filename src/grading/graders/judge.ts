import { z } from 'zod';
import type { JudgeConfig } from '../../servers/judge-model.ts';
import { baseUrl, environmentVariable, modelName } from '../../config/schema/server.ts';
import { GraderError } from '../../errors.ts';
import type { Judge } from '../../sampling/judges/judges.ts';
import {
  defineGrader,
  type GradableItem,
  type Grade,
  type GraderEdges,
  type KnownAnswer,
} from '../grader.ts';
import { attacked } from '../judge/attacks.ts';
import { questionOf } from '../judge/question.ts';
import type { Verdict } from '../judge/verdict.ts';
import { runKnownAnswer } from '../known-answers/known-answer.ts';
import { NoGrade } from '../no-grade.ts';
import { ownKnownAnswers } from '../known-answers/own-known-answers.ts';
import { fileInside } from '../program/options.ts';
import { Turns } from '../turns.ts';

const name = 'judge';
const version = '1';

/**
 * Maximum number of completions that wait for their verdict at a time; the pace of the server decides how many requests are sent.
 */
const MOST_AT_ONCE = 256;

const optionsSchema = z
  .strictObject({
    type: z.literal(name),
    model: modelName('Qwen/Qwen2.5-72B-Instruct').describe(
      'The model that judges, of neither side; in the lock',
    ),
    digest: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Identifies its weights; stored verdicts are found again under it wherever the model is served. The base URL does so where absent',
      ),
    'base-url': baseUrl
      .optional()
      .describe('OpenAI-compatible server, up to and with `/v1`; no user info, no query'),
    'base-url-env': environmentVariable('JUDGE_BASE_URL')
      .optional()
      .describe('Names the variable that holds the base URL, where the address is not public'),
    'api-key-env': environmentVariable('JUDGE_API_KEY')
      .optional()
      .describe('Names the variable with the API key'),
    'headers-env': environmentVariable('JUDGE_HEADERS')
      .optional()
      .describe('Names the variable with a JSON object of further headers'),
    rubric: z.string().min(1).optional().describe('What makes a completion correct, in words'),
    'rubric-file': fileInside
      .optional()
      .describe(
        'The same as a file, relative to the folder of this file; pinned in the lock and, on a pull request, the base’s',
      ),
    known: ownKnownAnswers,
    'max-tokens': z.int().min(16).max(100_000).default(1024).describe('Longest answer of the judge'),
    'max-characters': z
      .int()
      .min(1)
      .max(10_000_000)
      .default(100_000)
      .describe('Longest completion that is judged; a longer one is incorrect'),
    'extra-body': z
      .record(z.string(), z.unknown())
      .default({})
      .describe(
        'Further members of each request; `null` leaves one out that is sent otherwise (`temperature`, `max_tokens`)',
      ),
    timeout: z.number().positive().max(3600).default(300).describe('Seconds that one answer may take'),
    concurrency: z
      .union([z.int().min(1).max(256), z.literal('auto')])
      .default('auto')
      .describe('Most requests at a time; `auto`: as many as the server keeps up with'),
  })
  .superRefine((options, context) => {
    refuseUnlessOne(options, ['base-url', 'base-url-env'], context);
    refuseUnlessOne(options, ['rubric', 'rubric-file'], context);
    options.known.forEach(({ expected }, place) => {
      if (expected !== 'unparseable') return;
      const message = 'found unparseable, expected correct or incorrect: a judge knows no other verdict';
      context.addIssue({ code: 'custom', path: ['known', place, 'expected'], message });
    });
  });

type Options = z.output<typeof optionsSchema>;

function refuseUnlessOne(
  options: Readonly<Record<string, unknown>>,
  keys: readonly [string, string],
  context: z.core.$RefinementCtx,
): void {
  const found = keys.filter((key) => options[key] !== undefined);
  if (found.length === 1) return;
  const message = `found ${found.length === 0 ? 'neither' : 'both'} ${keys.join(found.length === 0 ? ' nor ' : ' and ')}, expected one of the two`;
  context.addIssue({ code: 'custom', path: found.length === 0 ? [] : [keys[1]], message });
}

const FIX =
  'Its grades cannot be trusted. Use a stronger judge, say in the rubric what the case needs, or fix the case under known if that is what is wrong.';

/** The client of the judge, with its rubric. */
interface Bench {
  readonly judge: Judge;
  readonly rubric: string;
}

function benchOf({ rubric, 'rubric-file': file = '' }: Options, { judge, files }: GraderEdges): Bench {
  if (judge === undefined) throw new Error('a judge cannot be asked here');
  // With the line endings of the repository, whatever the checkout changed: requests and stored verdicts are then the same
  // everywhere.
  const read = rubric ?? new TextDecoder().decode(files?.get(file)).replaceAll('\r\n', '\n');
  if (read.trim() !== '') return { judge, rubric: read };
  throw new GraderError({
    what: 'the rubric is empty',
    where: file,
    fix: 'Write into it what makes a completion correct.',
  });
}

/** The user's cases, and the wrong ones with text that may influence the judge. */
const casesOf = ({ known }: Options): readonly KnownAnswer[] => [...known, ...attacked(known)];

const gradeOf = ({ verdict, reason }: Verdict): Grade => ({
  outcome: verdict,
  rule: 'verdict',
  ...(verdict === 'incorrect' && { reason }),
});

/**
 * A rubric that a model of neither side applies. The judge must grade the user's known completions as expected, and the wrong
 * ones as wrong even when they claim to be right: at the start of a run and, if all of those verdicts came from the store, again
 * before its first new request. A response that is not a verdict gives no grade.
 */
export const judge = defineGrader({
  name,
  version,
  optionsSchema,
  create(options, edges) {
    const turns = new Turns(MOST_AT_ONCE);
    let bench: Bench | undefined;
    let proof: Promise<void> | undefined;
    const itself = { name, version, checkItem: () => undefined };

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
          return { outcome: 'incorrect', reason: `is longer than ${most} characters` };
        }
        return turns.take(() => grade(text, item));
      },
    };
  },
  knownAnswers: [],
  ownKnownAnswers: casesOf,
  filesOf: ({ 'rubric-file': file }) => (file === undefined ? [] : [file]),
  judgeOf,
  lockedOptions({
    model,
    digest,
    rubric,
    'rubric-file': file,
    known,
    'max-tokens': maxTokens,
    'max-characters': maxCharacters,
    'extra-body': extraBody,
  }) {
    return {
      model,
      ...(digest !== undefined && { digest }),
      ...(rubric !== undefined && { rubric }),
      ...(file !== undefined && { 'rubric-file': file }),
      known,
      'max-tokens': maxTokens,
      'max-characters': maxCharacters,
      'extra-body': extraBody,
    };
  },
});

function judgeOf(options: Options): JudgeConfig {
  const {
    'base-url': baseUrl,
    'base-url-env': baseUrlEnv,
    'api-key-env': apiKeyEnv,
    'headers-env': headersEnv,
    digest,
  } = options;
  return {
    model: options.model,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(baseUrlEnv !== undefined && { baseUrlEnv }),
    ...(apiKeyEnv !== undefined && { apiKeyEnv }),
    ...(headersEnv !== undefined && { headersEnv }),
    ...(digest !== undefined && { digest }),
    maxTokens: options['max-tokens'],
    extraBody: options['extra-body'],
    concurrency: options.concurrency,
    timeoutMs: options.timeout * 1000,
  };
}

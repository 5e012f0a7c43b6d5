import { type OpenFile, readJsonLines } from '../files/json-lines.ts';
import { mistakes } from '../files/mistakes.ts';
import { type Problem, configError } from '../files/problem.ts';
import { type Completion, completionSchema } from '../servers/chat/completion.ts';

/** Converts numeric ids and answers to text, as for items, so that 7 and "7" are equal. */
const withTexts = (value: object): object => ({
  ...value,
  ...('id' in value && Number.isSafeInteger(value.id) && { id: String(value.id) }),
  ...('answer' in value && typeof value.answer === 'number' && { answer: String(value.answer) }),
});

const parseGeneration = (
  value: unknown,
): { readonly generation: Completion } | { readonly problems: Omit<Problem, 'line'>[] } => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      problems: [
        {
          what: 'this line is JSON but not an object, expected a completion',
          fix: 'Write {"suite": …, "id": …, "index": …, "text": …}.',
        },
      ],
    };
  }
  const parsed = completionSchema.safeParse(withTexts(value));
  return parsed.success
    ? { generation: parsed.data }
    : {
        problems: mistakes({
          schema: completionSchema,
          error: parsed.error,
          value: value,
          notation: 'json',
        }).map(({ what, fix }) => ({ what, fix })),
      };
};

/** Reading stops after this many invalid lines, because the file is probably of another kind. */
const MOST_PROBLEMS = 1000;

/**
 * Reads a completions file (JSONL, one completion per line) in file order. Unknown members are dropped. Does not check
 * whether every sample is present exactly once, because that is checked when completions are matched to items.
 *
 * @throws {ConfigError} with the file and line of every invalid line, or if the file has no completions
 */
export const readCompletions = async (options: {
  readonly path: string;
  readonly open: OpenFile;
}): Promise<Completion[]> => {
  const { path, open } = options;
  const generations: Completion[] = [];
  const problems: Problem[] = [];
  const fix = 'Check the path. Expected a JSONL file with one completion per line.';
  for await (const { line, value, problem } of readJsonLines({ path, open, fix })) {
    if (problem === undefined) {
      const parsed = parseGeneration(value);
      if ('generation' in parsed) generations.push(parsed.generation);
      else for (const each of parsed.problems) problems.push({ line, ...each });
    } else problems.push(problem);
    if (problems.length >= MOST_PROBLEMS) break;
  }
  if (problems.length > 0) throw configError(path, problems);
  if (generations.length === 0) {
    const what = 'this file contains no completions, expected one JSON object per line';
    throw configError(path, [
      { what, fix: 'Write lines like {"suite": "gsm8k", "id": "q1", "index": 0, "text": "…"}.' },
    ]);
  }
  return generations;
};

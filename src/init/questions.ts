import { ConfigError } from '../errors.ts';
import { quoted } from '../files/printable.ts';
import { type Read, readChoice, readYes } from './answers.ts';
import type { FoundSuite, Unusable } from './find-eval-sets.ts';
import type { ModelFile } from './find-model-file.ts';
import { FEWEST_ITEMS } from './look-around.ts';

/** Asks the user a question and repeats the question until the answer is valid. */
export type Ask = <Value>(question: {
  readonly text: string;
  /** The answer to assume if the user enters nothing; absent if an answer is required. */
  readonly fallback?: string;
  /** The option that answers the question as well. */
  readonly option?: string;
  readonly read: (answer: string) => Read<Value>;
}) => Promise<Value>;

/** The values given as options, which `init` therefore does not ask for. */
export interface Given {
  readonly baseUrl?: string | undefined;
  readonly model?: string | undefined;
  readonly apiKeyEnv?: string | undefined;
  /** The name of the suite that the model was trained for. */
  readonly target?: string | undefined;
  readonly nightly?: boolean | undefined;
  /** Whether to start with the example's eval set if the folder has no eval set. */
  readonly example?: boolean | undefined;
}

/** Returns the parsed option if it was given; otherwise, the user's answer to a question. */
export async function either<Value>(
  given: string | undefined,
  option: string,
  read: (text: string) => Read<Value>,
  answered: () => Promise<Value>,
): Promise<Value> {
  if (given === undefined) return answered();
  const found = read(given);
  if ('value' in found) return found.value;
  throw new ConfigError({
    what: found.fault,
    where: option,
    fix: 'Correct the option, or omit it and answer the question.',
  });
}

export async function wantsExample(unusable: readonly Unusable[], given: Given, ask: Ask): Promise<boolean> {
  if (given.example === true) return true;
  const seen = unusable.map(({ source, why }) => `${source}: ${why}`).join('; ');
  const begin =
    given.example ??
    (await ask({
      text: `No eval set was found${seen === '' ? '' : ` (${seen})`}. Start with the example's eval set (300 word problems and 300 longer chains)? y or n`,
      fallback: 'n',
      read: readYes,
    }));
  if (begin) return true;
  throw new ConfigError({
    what: `found no eval set${seen === '' ? '' : ` (${seen})`}, expected a JSONL file of at least ${FEWEST_ITEMS} items, each with a prompt, or a published data set`,
    where: 'the current folder and its subfolders',
    fix: 'Create a file such as evals/gsm8k.jsonl with lines like {"id": "q1", "prompt": "2 + 2 = ?", "answer": "4"}, copy a starter suite (examples/suites), or start with the eval set of the example: reversal-check init --example',
  });
}

export async function chooseModelFile(found: readonly ModelFile[], ask: Ask): Promise<ModelFile | undefined> {
  const [only] = found;
  if (found.length < 2) return only;
  const options = found.slice(0, 9).map(({ path, pointer, version }) => `${path} ${pointer} (${version})`);
  const place = await ask({
    text: `Which file contains the model version that pull requests change?\n${numbered(options)}\n`,
    fallback: '1',
    read: (answer) => readChoice(answer, options),
  });
  return found[place];
}

/**
 * Chooses the graded suite that the model was trained for; undefined if no suite is graded. Proposes the largest one that is
 * not multiple choice.
 */
export async function chooseTarget(
  suites: readonly FoundSuite[],
  given: Given,
  ask: Ask,
): Promise<string | undefined> {
  // On multiple choice, no diversity can be lost, so it makes the weaker target.
  const names = suites
    .filter(({ grader }) => grader !== undefined)
    .toSorted((a, b) => Number(a.grader === 'choice') - Number(b.grader === 'choice'))
    .map(({ name }) => name);
  const read = (answer: string): Read<number> => readChoice(answer, names);
  if (given.target !== undefined && !names.includes(given.target)) {
    throw new ConfigError({
      what: `found ${quoted(given.target)}, expected one of ${names.map(quoted).join(', ') || 'the graded suites, but no suite has answers that a grader can read'}`,
      where: '--target',
      fix: 'Specify the name of the suite that the model was trained for.',
    });
  }
  if (given.target !== undefined || names.length < 2) return given.target ?? names[0];
  const place = await ask({
    text: `Which of these suites was the model trained for? The others are used to detect losses\n${numbered(names)}\n`,
    fallback: '1',
    read,
  });
  return names[place];
}

const numbered = (options: readonly string[]): string =>
  options.map((option, place) => `  ${place + 1} ${option}`).join('\n');

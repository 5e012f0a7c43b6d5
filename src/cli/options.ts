import { InvalidArgumentError, Option } from 'commander';
import { TOOLS } from '../logs/task-log.ts';

/** The configuration. */
export const config = (): Option =>
  new Option('--config <file>', 'the configuration file').default('reversal.yml');
/** The folder of a run. */
export const out = (): Option =>
  new Option('--out <folder>', 'the folder for the result and the report').default('.reversal-check');
/** The completion store. */
export const store = (): Option =>
  new Option(
    '--store <folder>',
    'the folder where completions are stored and reused (default: completions in the --out folder)',
  );
/** Whether to print a single JSON value and nothing else. */
export const json = (): Option =>
  new Option('--json', 'print the result as JSON; everything else goes to standard error').default(false);
/** The score in a log that decides what is correct. */
export const from = (): Option =>
  new Option(
    '--from <tool>',
    'the tool that wrote the logs; items, prompts and answers come from them',
  ).choices(TOOLS);
/** The score of a log that counts. */
export const score = (): Option =>
  new Option(
    '--score <names...>',
    'the scores that say whether a sample is correct, if the logs have several',
  );
/** The grader that grades logs anew. */
export const grader = (): Option =>
  new Option(
    '--grader <name>',
    'grade the completions again with this grader (default: use the scores in the logs)',
  );
/** The tasks that the models were not trained for. */
export const ood = (): Option =>
  new Option('--ood <tasks...>', 'the tasks that get the role ood; all others are targets');
/** Parses a whole number ≥ `least`. */
export const wholeNumber =
  (least: number) =>
  (text: string): number => {
    const value = Number(text);
    if (Number.isSafeInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`Expected a whole number of at least ${least}.`);
  };
/** The examples at the end of a command's help. */
export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}\n`;

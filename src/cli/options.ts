import { InvalidArgumentError, Option } from 'commander';
import { TOOLS } from '../logs/task-log.ts';

/** The configuration. */
export const config = (): Option =>
  new Option('--config <file>', 'the configuration').default('reversal.yml');
/** The folder of a run. */
export const out = (): Option =>
  new Option('--out <folder>', 'where result and report are written').default('.reversal-check');
/** The completion store. */
export const store = (): Option =>
  new Option(
    '--store <folder>',
    'where completions are kept and found again (default: completions in the --out folder)',
  );
/** Whether to print a single JSON value and nothing else. */
export const json = (): Option =>
  new Option('--json', 'print the result as JSON; everything else goes to standard error').default(false);
/** The tool whose logs are compared. */
export const from = (): Option =>
  new Option('--from <tool>', 'the tool that wrote the logs; items, prompts and answers are theirs').choices(
    TOOLS,
  );
/** The score of a log that counts. */
export const score = (): Option =>
  new Option('--score <names...>', 'the score that says what is right, where a log has several');
/** The grader that grades logs anew. */
export const grader = (): Option =>
  new Option('--grader <name>', 'grade anew with this grader (default: the scores of the logs)');
/** The tasks that the models were not trained for. */
export const ood = (): Option =>
  new Option('--ood <tasks...>', 'the tasks that were not trained for (default: every task is a target)');
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

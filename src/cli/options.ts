import { InvalidArgumentError, Option } from 'commander';
import { TOOLS } from '../logs/task-log.ts';

/** The configuration that judges. */
export const config = (): Option =>
  new Option('--config <file>', 'the configuration').default('reversal.yml');
/** Where a run is written, or was. */
export const out = (): Option =>
  new Option('--out <folder>', 'where result and report are written').default('.reversal-check');
/** Where completions are. */
export const store = (): Option =>
  new Option(
    '--store <folder>',
    'where completions are kept and found again (default: completions in the --out folder)',
  );
/** Whether one JSON value is all that is printed. */
export const json = (): Option =>
  new Option('--json', 'print the result as JSON; everything else goes to standard error').default(false);
/** Whose logs are compared. */
export const from = (): Option =>
  new Option('--from <tool>', 'the tool that wrote the logs; items, prompts and answers are theirs').choices(
    TOOLS,
  );
/** Which score of a log counts. */
export const score = (): Option =>
  new Option('--score <names...>', 'the score that says what is right, where a log has several');
/** Who grades logs anew. */
export const grader = (): Option =>
  new Option('--grader <name>', 'grade anew with this grader (default: the scores of the logs)');
/** What the models were not trained for. */
export const ood = (): Option =>
  new Option('--ood <tasks...>', 'the tasks that were not trained for (default: every task is a target)');
/** Reads a whole number from `least` on. */
export const wholeNumber =
  (least: number) =>
  (text: string): number => {
    const value = Number(text);
    if (Number.isSafeInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`Expected a whole number of at least ${least}.`);
  };
/** What a command's help ends with. */
export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}\n`;

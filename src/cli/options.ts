import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { TOOLS } from '../logs/task-log.ts';

/** The option for the configuration's path. */
export const config = (): Option =>
  new Option('--config <file>', 'the configuration file').default('reversal.yml');
/** The option for a run's folder. `resolveFolders` makes it relative to the configuration's folder. */
export const out = (): Option =>
  new Option(
    '--out <folder>',
    "the folder for the result and the report, relative to the configuration's folder",
  ).default('.reversal-check');
/** The option for the completion store. `resolveFolders` sets its default. */
export const store = (): Option =>
  new Option(
    '--store <folder>',
    "the folder where completions are stored and reused, relative to the configuration's folder (default: a folder named completions in the --out folder)",
  );

/**
 * Resolves a command's folders, `--out` and `--store`, so that a command finds the same completions no matter which
 * folder it is run from: paths are relative to the configuration's folder, and the default store is in the `--out`
 * folder. In earlier versions, paths were relative to the current folder. A folder that exists only there is still
 * used, and `onNote` reports this.
 */
export const resolveFolders = (command: Command, onNote: (sentence: string) => void): void => {
  const { config: configPath, out: folder, store: own }: Record<string, unknown> = command.opts();
  if (typeof folder !== 'string') return;
  const resolved = (path: string): string => {
    const there = isAbsolute(path)
      ? path
      : join(dirname(typeof configPath === 'string' ? configPath : '.'), path);
    if (existsSync(there) || !existsSync(path)) return there;
    onNote(
      `Using ${path} in the current folder, because ${there} does not exist. To avoid this note, move the folder there.`,
    );
    return path;
  };
  const outFolder = resolved(folder);
  command.setOptionValue('out', outFolder);
  command.setOptionValue('store', typeof own === 'string' ? resolved(own) : join(outFolder, 'completions'));
};
/** The option to print a single JSON value and nothing else. */
export const json = (): Option =>
  new Option('--json', 'print the result as JSON; everything else goes to standard error').default(false);
/** The option for the tool that wrote the logs. */
export const from = (): Option =>
  new Option(
    '--from <tool>',
    'the tool that wrote the logs; items, prompts and answers are read from the logs',
  ).choices(TOOLS);
/** The option for the scores in a log that determine whether a sample is correct. */
export const score = (): Option =>
  new Option(
    '--score <names...>',
    'the scores that determine whether a sample is correct, if the logs have several',
  );
/** The option for a grader that grades the completions in logs again. */
export const grader = (): Option =>
  new Option(
    '--grader <name>',
    'grade the completions again with this grader (default: use the scores in the logs)',
  );
/** The option for the tasks that the models were not trained for. */
export const ood = (): Option =>
  new Option(
    '--ood <tasks...>',
    'the tasks that get the role ood, with * for any characters; all others are targets',
  );
/** The option for tasks that are compared as one suite. */
export const pool = (): Option =>
  new Option('--pool <suite=tasks...>', "compare tasks as one suite, for example 'mmlu=mmlu_*'");
/** The option for parts of prompts that may differ between the two sides' logs. */
export const ignorePromptDifference = (): Option =>
  new Option(
    '--ignore-prompt-difference <regex>',
    'ignore matching text in the prompts of the logs, for example the date that a chat template inserts',
  );
/** Creates a parser for whole numbers that are at least `least`. */
export const wholeNumber =
  (least: number) =>
  (text: string): number => {
    const value = Number(text);
    if (Number.isSafeInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`Expected a whole number of at least ${least}.`);
  };
/** Formats the examples at the end of a command's help. */
export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}\n`;

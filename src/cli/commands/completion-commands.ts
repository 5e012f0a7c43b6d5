import type { Command } from 'commander';
import {
  config,
  examples,
  from,
  grader,
  ignorePromptDifference,
  json,
  ood,
  out,
  pool,
  score,
  store,
  wholeNumber,
} from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { compareCommand } from './compare-command.ts';
import { explainCommand } from './explain-command.ts';

/** Adds the commands that read completions from files or from the logs of other tools. */
export function addCompletionCommands(
  program: Command,
  { terminal, interruptible }: { readonly terminal: Terminal; readonly interruptible: () => AbortSignal },
): void {
  program
    .command('compare')
    .description('compare completions from files, without sampling the checkpoints')
    .argument('<old>', "the baseline's completions: a JSONL file or, with --from, a log or a folder of logs")
    .argument('<new>', "the candidate's completions, in the same form")
    .addOption(from())
    .addOption(score())
    .addOption(grader())
    .addOption(ood())
    .addOption(pool())
    .addOption(ignorePromptDifference())
    .option('--old <name>', 'the name of the baseline in the report (default: its file name)')
    .option('--new <name>', 'the name of the candidate in the report (default: its file name)')
    .option('--config <file>', 'the configuration file (default: reversal.yml; optional with --from)')
    .addOption(out())
    .addOption(store())
    .addOption(json())
    .addHelpText(
      'after',
      examples(
        'reversal-check compare v2.jsonl v3.jsonl --config reversal.yml',
        'reversal-check compare logs/v2 logs/v3 --from lm-eval --score exact_match,strict-match --ood arc_easy',
        'reversal-check compare v2.eval v3.eval --from inspect --config logs.yml',
      ),
    )
    .action(async (old: string, candidate: string, options) => {
      process.exitCode = await compareCommand({ old, new: candidate }, options, terminal, interruptible);
    });

  program
    .command('explain')
    .description(
      "show the items that contributed most to a measure's change, with both sides' completions, outcomes and answers",
    )
    .argument('[measure]', 'the id of a measure, or SUITE/ITEM (default: the first lost measure)')
    .option('--items <count>', 'the number of items to show', wholeNumber(1), 3)
    .option(
      '--samples <count>',
      'the number of completions to show per side and item (default: 1, or 2 for diversity)',
      wholeNumber(1),
    )
    .option(
      '--old-completions <path>',
      "for a result from compare: the path of the baseline's completions or logs that you passed to compare",
    )
    .option(
      '--new-completions <path>',
      "for a result from compare: the path of the candidate's completions or logs that you passed to compare",
    )
    .addOption(from())
    .addOption(pool())
    .addOption(ignorePromptDifference())
    .option('--fresh <word>', 'the word that you passed to check --fresh')
    .addOption(config())
    .addOption(out())
    .addOption(store())
    .option('--markdown', 'print Markdown', false)
    .addOption(json())
    .addHelpText(
      'after',
      examples(
        'reversal-check explain',
        'reversal-check explain gsm8k/coverage/pass@32 --items 5',
        'reversal-check explain gsm8k/q17 --samples 2 --json',
      ),
    )
    .action(async (measure: string | undefined, options) => {
      process.exitCode = await explainCommand(measure, options, terminal);
    });
}

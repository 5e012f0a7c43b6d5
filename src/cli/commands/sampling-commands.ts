import { type Command, Option } from 'commander';
import { checkCommand } from './check-command.ts';
import { mergeCommand } from './merge-command.ts';
import { config, examples, json, out, store, wholeNumber } from '../options.ts';
import { probeCommand } from './probe-command.ts';
import { shardCommand } from './shard-command.ts';
import type { Terminal } from '../terminal.ts';

/** Adds the commands that sample checkpoints or merge samples. */
export function addSamplingCommands(
  program: Command,
  { terminal, interruptible }: { readonly terminal: Terminal; readonly interruptible: () => AbortSignal },
): void {
  program
    .command('check')
    .description('sample two checkpoints on the pinned eval set, compare them and decide the verdict')
    .requiredOption('--old <version>', 'the version of the baseline')
    .requiredOption('--new <version>', 'the version of the candidate')
    .option(
      '--shard <i/n>',
      'sample only this share of the items; run merge on all n shards to get the verdict',
    )
    .addOption(
      new Option(
        '--fresh <word>',
        'sample the candidate again, and store the new samples under this word, for example a date',
      ).conflicts('shard'),
    )
    .addOption(
      new Option(
        '--no-preflight',
        'continue even if the first 20 samples of a suite are all cut off or all fail for the same reason',
      ).conflicts('shard'),
    )
    .addOption(config())
    .addOption(out())
    .addOption(store())
    .addOption(json())
    .addHelpText(
      'after',
      examples(
        'reversal-check check --old v2 --new v3',
        'reversal-check check --old v2 --new v3 --json > result.json',
        'reversal-check check --old v2 --new v3 --shard 3/10 --out shards/3',
      ),
    )
    .action(async ({ shard, ...options }) => {
      const signal = interruptible();
      process.exitCode =
        shard === undefined
          ? await checkCommand(options, terminal, signal)
          : await shardCommand({ ...options, shard }, terminal, signal);
    });

  program
    .command('merge')
    .description('merge the shards of a check and decide the verdict, without sampling the checkpoints')
    .argument('<folders...>', 'the --out folders of check --shard, or folders that contain them')
    .addOption(config())
    .addOption(out())
    .addOption(store())
    .addOption(json())
    .addHelpText(
      'after',
      examples('reversal-check merge shards/1 shards/2', 'reversal-check merge shards --json'),
    )
    .action(async (folders: string[], options) => {
      process.exitCode = await mergeCommand(folders, options, terminal, interruptible());
    });

  program
    .command('probe')
    .description(
      'sample a few items per suite from both checkpoints, and show prompts, completions and grades',
    )
    .requiredOption('--old <version>', 'the version of the baseline')
    .requiredOption('--new <version>', 'the version of the candidate')
    .option('--items <count>', 'the number of items per suite', wholeNumber(1), 3)
    .addOption(config())
    .addOption(out())
    .addOption(store())
    .addOption(json())
    .addHelpText(
      'after',
      examples(
        'reversal-check probe --old v2 --new v3',
        'reversal-check probe --old v2 --new v3 --items 1 --json',
      ),
    )
    .action(async (options) => {
      process.exitCode = await probeCommand(options, terminal, interruptible());
    });
}

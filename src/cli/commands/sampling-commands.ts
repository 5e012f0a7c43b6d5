import { type Command, Option } from 'commander';
import { checkCommand } from './check-command.ts';
import { mergeCommand } from './merge-command.ts';
import { config, examples, json, out, store, wholeNumber } from '../options.ts';
import { probeCommand } from './probe-command.ts';
import { shardCommand } from './shard-command.ts';
import type { Terminal } from '../terminal.ts';

/** The commands that sample checkpoints, or join samples. */
export function addSamplingCommands(
  program: Command,
  { terminal, interruptible }: { readonly terminal: Terminal; readonly interruptible: () => AbortSignal },
): void {
  program
    .command('check')
    .description('sample two checkpoints on the pinned eval set and judge what changed')
    .requiredOption('--old <version>', 'the version to compare with')
    .requiredOption('--new <version>', 'the version to judge')
    .option(
      '--shard <i/n>',
      'sample this share of the items only and judge nothing: merge does, once all n are there',
    )
    .addOption(
      new Option(
        '--fresh <word>',
        "sample new afresh and keep its samples under this word, as a night's date",
      ).conflicts('shard'),
    )
    .addOption(
      new Option(
        '--no-preflight',
        'go on where the first 20 samples of a suite cannot be read, are cut off or fail alike',
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
    .description('join the shards of a check and judge them; no checkpoint is asked')
    .argument('<folders...>', 'the --out folders of check --shard, or folders that hold them')
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
      'sample a few items of each suite from both checkpoints, and show prompts, completions and grades',
    )
    .requiredOption('--old <version>', 'the version to compare with')
    .requiredOption('--new <version>', 'the version to judge')
    .option('--items <count>', 'how many items of each suite', wholeNumber(1), 3)
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

import { type Command, Option } from 'commander';
import { CUSTOM, CUSTOM_GRADERS, FORMAT_NAMES } from '../../import/format-names.ts';
import { examples, json } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import type { ImportOptions } from './import-files.ts';

/** Adds `import` to the program. */
export function addImportCommand(program: Command, terminal: Terminal): void {
  program
    .command('import')
    .description('convert files of a published data set, or your own data, to items; sends no requests')
    .argument('<format>', `${FORMAT_NAMES.join(', ')}, or ${CUSTOM}`)
    .argument('<files...>', 'JSONL, JSON, CSV, TSV or Parquet files as published, plain or packed with gzip')
    .option('--out <file>', 'the file for the items (default: evals/FORMAT.jsonl)')
    .option('--prompt <template>', `for ${CUSTOM}: the prompt, with fields in double braces`)
    .option('--answer <template>', `for ${CUSTOM}: the right answer (default: an open suite without answers)`)
    .option('--group <template>', `for ${CUSTOM}: the group`)
    .option('--id <template>', `for ${CUSTOM}: the id (default: derived from the prompt)`)
    .option('--choices <field>', `for ${CUSTOM}: the field with the list of options`)
    .addOption(
      new Option(
        '--grader <name>',
        `for ${CUSTOM}: the grader (default: the first that reads the answers)`,
      ).choices(CUSTOM_GRADERS),
    )
    .option('--force', 'replace the file for the items if it exists and differs', false)
    .addOption(json())
    .addHelpText(
      'after',
      examples(
        'reversal-check import gsm8k test.jsonl',
        'reversal-check import arc ARC-Challenge/test-00000-of-00001.parquet --out evals/arc.jsonl',
        "reversal-check import custom quiz.csv --prompt '{{question}}' --answer '{{answer}}' --group '{{level}}'",
      ),
    )
    .action(async (format: string, files: readonly string[], options: ImportOptions) => {
      // Loaded only here, so that other commands start as fast as without the readers of tables.
      const { importFiles } = await import('./import-files.ts');
      process.exitCode = await importFiles(format, files, options, terminal);
    });
}

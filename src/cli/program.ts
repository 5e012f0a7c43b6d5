import { Command, CommanderError } from 'commander';
import { fileURLToPath } from 'node:url';
import { addCompletionCommands } from './commands/completion-commands.ts';
import { demoCommand } from './commands/demo-command.ts';
import { addImportCommand } from './commands/import-command.ts';
import { config, examples, json, out, resolveFolders, store, wholeNumber } from './options.ts';
import { pinCommand } from './commands/pin-command.ts';
import { planCommand } from './commands/plan-command.ts';
import { addSamplingCommands } from './commands/sampling-commands.ts';
import { publishCommand } from './commands/publish-command.ts';
import { reportCommand } from './commands/report-command.ts';
import { selfTestCommand } from './commands/self-test-command.ts';
import type { Terminal } from './terminal.ts';
import { ReversalCheckError } from '../errors.ts';
import { terminalMessage } from '../result/text/neutralise.ts';
import { ENGINE_VERSION } from '../version.ts';

const EXIT_CODES = `
Exit codes: 0 the check passed, 1 the check failed, 2 invalid usage or configuration, 3 no trustworthy result.`;

const terminal: Terminal = { out: process.stdout, err: process.stderr, env: process.env };
const stop = new AbortController();

function interruptible(): AbortSignal {
  for (const [name, exitCode] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(name, () => {
      // Child processes are ended only if this process exits normally. If it is killed, they keep running.
      if (stop.signal.aborted) process.exit(exitCode);
      terminal.err.write(
        '\nstopping: completions received so far are stored; interrupt again to stop immediately\n',
      );
      stop.abort(new Error(name));
    });
  }
  return stop.signal;
}

// The package's root is the same number of levels up from the sources and from the chunks in `dist/`.
const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

const program = new Command('reversal-check')
  .description('Catches self-improvement reversal: the benchmark went up while the model got narrower.')
  .version(ENGINE_VERSION)
  .configureHelp({ showGlobalOptions: true })
  .configureOutput({ writeErr: (text) => terminal.err.write(terminalMessage(text)) })
  .exitOverride()
  .showHelpAfterError('(add --help for usage and examples)')
  .addHelpText('after', EXIT_CODES)
  .hook('preAction', (_, command) =>
    resolveFolders(command, (sentence) => terminal.err.write(`note: ${terminalMessage(sentence)}\n`)),
  );

addSamplingCommands(program, { terminal, interruptible });
addCompletionCommands(program, { terminal, interruptible });

program
  .command('pin')
  .description('write the lock, which pins the eval set, prompts, sampling settings and graders of a check')
  .addOption(config())
  .addOption(json())
  .addHelpText('after', examples('reversal-check pin', 'reversal-check pin --config evals/reversal.yml'))
  .action(async (options) => {
    process.exitCode = await pinCommand(options, terminal);
  });

program
  .command('plan')
  .description("estimate a check's requests, cost and detectable losses, without sending requests")
  .option(
    '--old <version>',
    'the version of the baseline; specify both versions to exclude samples that are already stored',
  )
  .option('--new <version>', 'the version of the candidate')
  .addOption(config())
  .addOption(out())
  .addOption(store())
  .option('--markdown', 'print Markdown', false)
  .addOption(json())
  .addHelpText('after', examples('reversal-check plan', 'reversal-check plan --old v2 --new v3 --json'))
  .action(async (options) => {
    process.exitCode = await planCommand(options, terminal);
  });

program
  .command('self-test')
  .description(
    'split the completions of one checkpoint many times and count the false alarms, without sending requests',
  )
  .option('--generations <file>', 'a JSONL file with the completions of one checkpoint')
  .option('--old <version>', 'alternatively, a version whose completions are in the store')
  .option('--runs <count>', 'the number of splits', wholeNumber(1), 1000)
  .option(
    '--seed <number>',
    'the seed of the random splits; the same seed gives the same splits',
    wholeNumber(0),
    1,
  )
  .addOption(config())
  .addOption(out())
  .addOption(store())
  .addOption(json())
  .addHelpText(
    'after',
    examples(
      'reversal-check self-test --old v2',
      'reversal-check self-test --generations v2.jsonl --runs 200 --json',
    ),
  )
  .action(async (options) => {
    process.exitCode = await selfTestCommand(options, terminal, interruptible);
  });

program
  .command('report')
  .description('render a stored result again')
  .argument('<result>', 'the result.json of a run')
  .option('--markdown', 'print Markdown, byte-for-byte identical to report.md', false)
  .addOption(json())
  .addHelpText(
    'after',
    examples(
      'reversal-check report .reversal-check/result.json',
      'reversal-check report --markdown .reversal-check/result.json > report.md',
    ),
  )
  .action(async (path: string, options) => {
    process.exitCode = await reportCommand(path, options, terminal);
  });

program
  .command('publish')
  .description("post the unverified report of a run for a fork's pull request")
  .option(
    '--run <id>',
    'the id of the run (default: the run that triggered the workflow_run event)',
    wholeNumber(1),
  )
  .option(
    '--artifact <name>',
    'the name of the artifact that contains result.json (default: the name that the Action uses)',
  )
  .option(
    '--comment-key <key>',
    "the comment-key of this repository's own check, or the path of its configuration",
    'reversal.yml',
  )
  .addOption(json())
  .addHelpText('after', examples('reversal-check publish', 'reversal-check publish --run 1234567890'))
  .action(async (options) => {
    process.exitCode = await publishCommand(options, terminal, interruptible());
  });

program
  .command('init')
  .description('inspect a repository and write its configuration, lock and workflows')
  .option('--yes', 'accept every proposal without asking; existing files are not replaced', false)
  .option(
    '--base-url <url>',
    'the URL of the model server up to and including /v1, or the name of the environment variable that contains it',
  )
  .option('--model <name>', "the model's name on the server, with {version} in place of the version")
  .option(
    '--api-key-env <name>',
    'the name of the environment variable that contains the API key, or the word none if the server needs no key',
  )
  .option('--target <suite>', 'the suite that the training should improve; it gets the role target')
  .option('--nightly', 'also write a workflow that runs every night')
  .option('--example', "use the example's eval set if the repository has no eval set")
  .option(
    '--action <name>',
    'the Action that the workflows use, as owner/repository@ref (default: the copy that this command was installed from)',
  )
  .option('--add <file>', 'only add the data of this file to reversal.yml as a suite, and pin again')
  .addOption(json())
  .addHelpText(
    'after',
    examples(
      'reversal-check init',
      'reversal-check init --yes --base-url https://inference.example.com/v1 --model acme/math-7b-{version}',
      'reversal-check init --add data/commonsenseqa.parquet',
    ),
  )
  .action(async (options) => {
    // Loaded only here, so that other commands start as fast as without the readers of tables.
    const { initCommand } = await import('./commands/init-command.ts');
    process.exitCode = await initCommand(options, terminal, { packageRoot });
  });

addImportCommand(program, terminal);

program
  .command('demo')
  .description('run a complete check on two simulated checkpoints, served on this machine')
  .addOption(out())
  .addOption(json())
  .addHelpText('after', examples('reversal-check demo'))
  .action(async (options) => {
    process.exitCode = await demoCommand(options, terminal, { packageRoot, signal: interruptible() });
  });

/** Runs the command given by the arguments and sets `process.exitCode`. */
export async function runProgram(): Promise<void> {
  // A reader such as `head` may close the pipe before all output is written, and a terminal may be closed.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    process.exit();
  });
  // A closed terminal must not end a run before its servers are stopped.
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOfError(error);
  }
}

/**
 * Prints an error and returns the exit code. Errors that the user can fix are shown in full. Any other error is a bug
 * and keeps its stack.
 */
function exitCodeOfError(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof ReversalCheckError) {
    terminal.err.write(`error: ${terminalMessage(error.message)}\n`);
    return error.exitCode;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err.write(
    `${terminalMessage(stack)}\nThis is a bug in reversal-check ${ENGINE_VERSION}. Please report it with the lines above.\n`,
  );
  return 3;
}

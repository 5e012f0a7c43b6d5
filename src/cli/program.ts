import { Command, CommanderError } from 'commander';
import { fileURLToPath } from 'node:url';
import { compareCommand } from './commands/compare-command.ts';
import { demoCommand } from './commands/demo-command.ts';
import { explainCommand } from './commands/explain-command.ts';
import { initCommand } from './commands/init-command.ts';
import { config, examples, from, grader, json, ood, out, score, store, wholeNumber } from './options.ts';
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
Exit codes: 0 the check passes, 1 the verdict fails it, 2 bad usage or configuration, 3 no result that can be trusted.`;

const terminal: Terminal = { out: process.stdout, err: process.stderr, env: process.env };
const stop = new AbortController();

function interruptible(): AbortSignal {
  for (const [name, exitCode] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.on(name, () => {
      // Child processes end with this process only if it exits by itself.
      if (stop.signal.aborted) process.exit(exitCode);
      terminal.err.write('\nstopping: what has arrived is kept; once more to stop at once\n');
      stop.abort(new Error(name));
    });
  }
  return stop.signal;
}

// Equally far up from the sources and from the chunks in `dist/`.
const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

const program = new Command('reversal-check')
  .description('Catches self-improvement reversal: the benchmark went up while the model got narrower.')
  .version(ENGINE_VERSION)
  .configureHelp({ showGlobalOptions: true })
  .configureOutput({ writeErr: (text) => terminal.err.write(terminalMessage(text)) })
  .exitOverride()
  .showHelpAfterError('(--help shows an example)')
  .addHelpText('after', EXIT_CODES);

addSamplingCommands(program, { terminal, interruptible });

program
  .command('compare')
  .description('judge completions that files hold; no checkpoint is asked')
  .argument('<old>', "old's completions: JSONL, or with --from a log or a folder of logs")
  .argument('<new>', "new's")
  .addOption(from())
  .addOption(score())
  .addOption(grader())
  .addOption(ood())
  .option('--old <name>', 'what to call old (default: the name of its file)')
  .option('--new <name>', 'what to call new (default: the name of its file)')
  .option('--config <file>', 'the configuration (default: reversal.yml; with --from none is needed)')
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
  .command('pin')
  .description('write reversal.lock: the eval set, prompts, sampling and graders that check insists on')
  .addOption(config())
  .addOption(json())
  .addHelpText('after', examples('reversal-check pin', 'reversal-check pin --config evals/reversal.yml'))
  .action(async (options) => {
    process.exitCode = await pinCommand(options, terminal);
  });

program
  .command('plan')
  .description('tell what a check would ask, spend and be able to show; nothing is asked')
  .option('--old <version>', 'the version to compare with; with --new, what is stored is not asked again')
  .option('--new <version>', 'the version to judge')
  .addOption(config())
  .addOption(out())
  .addOption(store())
  .option('--markdown', 'as Markdown', false)
  .addOption(json())
  .addHelpText('after', examples('reversal-check plan', 'reversal-check plan --old v2 --new v3 --json'))
  .action(async (options) => {
    process.exitCode = await planCommand(options, terminal);
  });

program
  .command('self-test')
  .description('split the samples of one checkpoint many times and count the false alarms; no model is asked')
  .option('--generations <file>', 'completions of one checkpoint, JSONL')
  .option('--old <version>', 'or the version whose completions are in the store')
  .option('--runs <count>', 'how many splits', wholeNumber(1), 1000)
  .option('--seed <number>', 'the same seed gives the same splits', wholeNumber(0), 1)
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
  .option('--markdown', 'as Markdown, byte for byte as report.md', false)
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
  .command('explain')
  .description('show the items that moved a measure most: completions of both sides, outcomes, answers')
  .argument('[measure]', "a measure's id, or SUITE/ITEM (default: the first measure that was lost)")
  .option('--items <count>', 'how many items', wholeNumber(1), 3)
  .option('--samples <count>', 'completions a side and item (default: one, of diversity two)', wholeNumber(1))
  .option('--old-completions <path>', "for a result of compare: old's completions or logs, as it was given")
  .option('--new-completions <path>', "for a result of compare: new's")
  .addOption(from())
  .option('--fresh <word>', 'the word that new was sampled afresh under')
  .addOption(config())
  .addOption(out())
  .addOption(store())
  .option('--markdown', 'as Markdown', false)
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

program
  .command('publish')
  .description("post what the run of a fork's pull request reported of itself; nothing in it is trusted")
  .option('--run <id>', 'the run (default: the one that the workflow_run event names)', wholeNumber(1))
  .option('--artifact <name>', 'the artifact that holds its result.json (default: what the Action calls it)')
  .option(
    '--comment-key <key>',
    "what this check's own comments have as their key: comment-key, or the configuration",
    'reversal.yml',
  )
  .addOption(json())
  .addHelpText('after', examples('reversal-check publish', 'reversal-check publish --run 1234567890'))
  .action(async (options) => {
    process.exitCode = await publishCommand(options, terminal, interruptible());
  });

program
  .command('init')
  .description('look around in a repository, and write its configuration, lock and workflows')
  .option('--yes', 'ask nothing: take what is proposed, and replace no file', false)
  .option(
    '--base-url <url>',
    'where the model is served, up to /v1, or the name of the variable that holds it',
  )
  .option('--model <name>', "the model's name there, with {version} in it")
  .option('--api-key-env <name>', 'the variable with the API key; none where it needs none')
  .option('--target <suite>', 'the suite that the model was trained for')
  .option('--nightly', 'a workflow for every night too')
  .option('--example', "begin with the example's eval set where there is none")
  .option('--action <name>', 'the Action that the workflows use', 'OWNER/reversal-check@v1')
  .addOption(json())
  .addHelpText(
    'after',
    examples(
      'reversal-check init',
      'reversal-check init --yes --base-url https://inference.example.com/v1 --model acme/math-7b-{version}',
    ),
  )
  .action(async (options) => {
    process.exitCode = await initCommand(options, terminal, { packageRoot });
  });

program
  .command('demo')
  .description('run the whole check on two simulated checkpoints served from this machine')
  .addOption(out())
  .addOption(json())
  .addHelpText('after', examples('reversal-check demo'))
  .action(async (options) => {
    process.exitCode = await demoCommand(options, terminal, { packageRoot, signal: interruptible() });
  });

/** Runs the command given by the arguments and sets `process.exitCode`. */
export async function runProgram(): Promise<void> {
  // A reader such as `head` may close the pipe before all output is written.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOfError(error);
  }
}

/** Errors that the user can fix are shown in full; anything else is a bug and keeps its stack. */
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

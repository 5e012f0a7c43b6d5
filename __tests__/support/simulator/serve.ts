import { fstatSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ConfigError } from '../../../src/errors.ts';
import { readEvals } from './read-evals.ts';
import { checkpoints } from './scenarios.ts';
import { startSimulator } from './simulator.ts';

/*
 * Serves the simulated checkpoints until SIGTERM, SIGINT or, if standard input is a pipe, until the process
 * that started it is gone. Prints one line, {"baseUrl":"…"}, as soon as it listens. Reads only the folder
 * given by --evals.
 */

const usage = 'serve --evals DIR [--port 0] [--seed 0] [--api-key-env NAME]';

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new ConfigError({
    what: `found "${text}", expected a whole number`,
    where: `--${name}`,
    fix: usage,
  });
}

/** Whether standard input is a pipe from the process that started this one. */
function startedOverPipe(): boolean {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isSocket();
  } catch {
    return false;
  }
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        evals: { type: 'string' },
        port: { type: 'string', default: '0' },
        seed: { type: 'string', default: '0' },
        'api-key-env': { type: 'string' },
      },
    }).values;
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new ConfigError({ what, where: 'the command line', fix: usage, cause: error });
  }
}

async function main(): Promise<void> {
  const values = readOptions();
  if (values.evals === undefined) {
    throw new ConfigError({ what: 'no folder with eval sets was named', where: '--evals', fix: usage });
  }
  const variable = values['api-key-env'];
  const apiKey = variable === undefined ? undefined : process.env[variable];
  if (variable !== undefined && (apiKey === undefined || apiKey === '')) {
    throw new ConfigError({
      what: `the variable ${variable} is empty`,
      where: '--api-key-env',
      fix: `Set ${variable}.`,
    });
  }
  const server = await startSimulator({
    checkpoints,
    items: readEvals(values.evals),
    port: wholeNumber('port', values.port),
    seed: wholeNumber('seed', values.seed),
    ...(apiKey === undefined ? {} : { apiKey }),
  });
  const stop = (): void => {
    process.stdin.destroy();
    void server.close();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  if (startedOverPipe()) process.stdin.once('end', stop).once('error', stop).resume();
  process.stdout.write(`${JSON.stringify({ baseUrl: server.baseUrl })}\n`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}

import { join } from 'node:path';
import { type Answers, answersFrom, fallbacks } from '../question-answers.ts';
import { ConfigError } from '../../errors.ts';
import { writeTogether } from '../../files/write-together.ts';
import { readYes } from '../../init/answers.ts';
import { CONFIG, draftInitial, type DraftedFile, type Initial } from '../../init/init.ts';
import type { Ask, Given } from '../../init/questions.ts';
import { renderInitial } from '../render-initial.ts';
import { localFiles } from '../files.ts';
import type { Terminal } from '../terminal.ts';
import { jsonForLogs } from '../../result/text/log-commands.ts';

/**
 * `reversal-check init`: inspects the current folder, asks for anything that it cannot find, and writes the
 * configuration, the lock and the workflows: either all of them or none. Existing files are replaced only if the user
 * agrees.
 */
export async function initCommand(
  options: Given & { readonly yes: boolean; readonly json: boolean },
  { out, err }: Terminal,
  { packageRoot }: { readonly packageRoot: string },
): Promise<number> {
  const answers: Answers = options.yes
    ? { ask: fallbacks, close: () => {} }
    : answersFrom({ input: process.stdin, output: err, onInterrupt: interrupted });
  try {
    const ask = options.yes ? undefined : answers.ask;
    if (!(await mayWrite(CONFIG, ask))) return leaveAll(err);
    const initial = await draftInitial({
      folder: '.',
      exampleFolder: join(packageRoot, 'examples', 'simulated', 'evals'),
      files: localFiles,
      given: options,
      ask: answers.ask,
    });
    const chosen = await filesToWrite(initial, ask);
    if (chosen === undefined) return leaveAll(err);
    answers.close();
    await writeAll(chosen.write);
    const written = chosen.write.map(({ path }) => path);
    if (options.json) out.write(`${jsonForLogs(jsonOf(initial, written))}\n`);
    else out.write(renderInitial(initial, { ...chosen, written, action: options.action, packageRoot }));
    return 0;
  } finally {
    answers.close();
  }

  function interrupted(): void {
    err.write('\nNothing was written.\n');
    process.exit(130);
  }
}

function leaveAll(err: Terminal['err']): number {
  err.write('Nothing was written.\n');
  return 0;
}

/**
 * Whether a file may be written at this path: nothing exists there, or the user agrees to replace it. If there is no
 * user to ask, files are not replaced.
 */
async function mayWrite(path: string, ask: Ask | undefined): Promise<boolean> {
  if ((await localFiles.readIfThere(path)) === undefined) return true;
  if (ask !== undefined)
    return ask({ text: `${path} already exists. Replace it? y or n`, fallback: 'n', read: readYes });
  throw new ConfigError({
    what: 'the file already exists, and --yes does not replace files',
    where: path,
    fix: 'Run reversal-check init without --yes to decide for each file, or move this file.',
  });
}

/**
 * The files to write and those to keep. Undefined if a required file must not be replaced, because the other files
 * would be useless without it.
 */
async function filesToWrite(
  { files }: Initial,
  ask: Ask | undefined,
): Promise<{ readonly write: readonly DraftedFile[]; readonly kept: readonly string[] } | undefined> {
  const write: DraftedFile[] = [];
  const kept: string[] = [];
  for (const file of files) {
    const before = await localFiles.readIfThere(file.path);
    if (before !== undefined && Buffer.from(before).toString() === file.text) kept.push(file.path);
    else if (file.path === CONFIG || (await mayWrite(file.path, ask))) write.push(file);
    else if (file.needed) return undefined;
    else kept.push(file.path);
  }
  return { write, kept };
}

/** Writes all files. Delays interrupts until all are in place, which takes no noticeable time. */
async function writeAll(files: readonly DraftedFile[]): Promise<void> {
  const wait = (): void => {};
  process.on('SIGINT', wait).on('SIGTERM', wait).on('SIGHUP', wait);
  try {
    await writeTogether(files);
  } catch (cause) {
    throw new ConfigError({
      what: `cannot write the files: ${cause instanceof Error ? cause.message : String(cause)}`,
      where: 'the current folder',
      fix: 'Nothing was written. Free up disk space or make the folder writable, then run the command again.',
      cause,
    });
  } finally {
    process.off('SIGINT', wait).off('SIGTERM', wait).off('SIGHUP', wait);
  }
}

const jsonOf = (
  { suites, unusable, margins, modelFile }: Initial,
  written: readonly string[],
): Record<string, unknown> => ({
  written,
  suites,
  unusable,
  model_file: modelFile ?? null,
  margins: margins.map(({ guardrail, setting }) => ({
    guardrail,
    margin: setting === 'off' ? null : setting.margin.fraction,
    relative: setting !== 'off' && setting.margin.kind === 'relative',
  })),
});

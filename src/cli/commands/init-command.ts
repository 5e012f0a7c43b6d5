import { join } from 'node:path';
import { type Answers, answersFrom, fallbacks } from '../question-answers.ts';
import { parseConfig } from '../../config/read.ts';
import { ConfigError } from '../../errors.ts';
import { writeTogether } from '../../files/write-together.ts';
import { type Addition, draftAddition } from '../../init/add-suite.ts';
import { readYes } from '../../init/answers.ts';
import { CONFIG } from '../../init/draft-config.ts';
import { draftInitial, type DraftedFile } from '../../init/init.ts';
import { lookAround } from '../../init/look-around.ts';
import type { Ask, Given } from '../../init/questions.ts';
import { UNKNOWN_ACTION } from '../../init/workflows.ts';
import { jsonForLogs } from '../../result/text/log-commands.ts';
import { terminalMessage } from '../../result/text/neutralise.ts';
import { listModels } from '../../servers/list-models.ts';
import { systemTiming } from '../../timing.ts';
import { localFiles } from '../files.ts';
import { ignoresRuns, type OwnAction, ownAction } from '../own-action.ts';
import {
  additionJson,
  type KeptFile,
  initialJson,
  renderAddition,
  renderFound,
  renderInitial,
  renderUnchanged,
} from '../render-initial.ts';
import type { Terminal } from '../terminal.ts';

/** The options of `init`. */
export interface InitCommandOptions extends Given {
  readonly action?: string | undefined;
  readonly add?: string | undefined;
  readonly yes: boolean;
  readonly json: boolean;
}

/**
 * `reversal-check init`: inspects the current folder, says what it found, asks for anything that it cannot find, and writes
 * the configuration, the lock and the workflows: either all of them or none. Existing files are replaced only if the user
 * agrees. A repository that has a configuration is not changed without a question. With `--add`, adds a suite to the
 * configuration instead.
 */
export async function initCommand(
  options: InitCommandOptions,
  terminal: Terminal,
  { packageRoot }: { readonly packageRoot: string },
): Promise<number> {
  const { out, err, env } = terminal;
  const answers: Answers = options.yes
    ? { ask: fallbacks, close: () => {} }
    : answersFrom({ input: process.stdin, output: err, onInterrupt: interrupted });
  const ask = options.yes ? undefined : answers.ask;
  try {
    const own = await ownAction(packageRoot, env);
    if (options.add !== undefined) return await add(options.add, options, answers.ask, terminal);
    const isThere = await configurationThere();
    if (isThere === 'valid' && options.yes) return await leaveAsIs(options.json, terminal);
    if (isThere !== 'absent' && !(await mayWrite(CONFIG, ask))) return leaveAll(err);
    const initial = await draftInitial({
      folder: '.',
      exampleFolder: join(packageRoot, 'examples', 'simulated', 'evals'),
      files: localFiles,
      given: options,
      actionIn: (folder) => options.action ?? actionName(own, folder),
      ask: answers.ask,
      attended: !options.yes,
      env,
      listModels: (at) => listModels({ ...at, env, timing: systemTiming }),
      onFound: (around) => err.write(renderFound(around)),
      say: (sentence) => err.write(`${terminalMessage(sentence)}\n`),
      runsAreIgnored: await ignoresRuns('.', env),
    });
    const chosen = await filesToWrite(initial.files, ask);
    if (chosen === undefined) return leaveAll(err);
    answers.close();
    await writeAll(chosen.write);
    const rest = {
      ...chosen,
      packageRoot,
      isTagged: options.action !== undefined || own?.isTagged === true,
      targetIsDefault: options.yes && options.target === undefined,
    };
    out.write(
      options.json ? `${jsonForLogs(initialJson(initial, chosen.write))}\n` : renderInitial(initial, rest),
    );
    return 0;
  } finally {
    answers.close();
  }

  function interrupted(): void {
    err.write('\nNothing was written.\n');
    process.exit(130);
  }
}

/** The Action's name in a workflow. Gitea and Forgejo take actions from other servers unless the name has the host. */
function actionName(own: OwnAction | undefined, folder: string): string {
  if (own === undefined) return UNKNOWN_ACTION;
  const name = `${own.path}@v1`;
  return folder === '.github/workflows' ? name : `https://${own.host}/${name}`;
}

async function configurationThere(): Promise<'absent' | 'valid' | 'invalid'> {
  const before = await localFiles.readIfThere(CONFIG);
  if (before === undefined) return 'absent';
  try {
    parseConfig(Buffer.from(before).toString(), CONFIG);
    return 'valid';
  } catch (error) {
    if (error instanceof ConfigError) return 'invalid';
    throw error;
  }
}

/** Says that a repository already has a configuration, and which data in it the configuration does not use. */
async function leaveAsIs(json: boolean, { out }: Terminal): Promise<number> {
  const { config } = parseConfig(Buffer.from(await localFiles.readFile(CONFIG)).toString(), CONFIG);
  const used = new Set(config.suites.map(({ items }) => items));
  const { suites } = await lookAround('.', localFiles.open);
  const unused = suites.filter(({ sources }) => !sources.some((source) => used.has(source)));
  out.write(
    json
      ? `${jsonForLogs({ written: [], unused: unused.flatMap(({ sources }) => sources) })}\n`
      : renderUnchanged(unused),
  );
  return 0;
}

async function add(source: string, given: InitCommandOptions, ask: Ask, { out }: Terminal): Promise<number> {
  const addition: Addition = await draftAddition({ folder: '.', source, files: localFiles, given, ask });
  if ('files' in addition) await writeAll(addition.files);
  out.write(given.json ? `${jsonForLogs(additionJson(addition))}\n` : renderAddition(addition, source));
  return 0;
}

function leaveAll(err: Terminal['err']): number {
  err.write('Nothing was written. To add an eval set to a check: reversal-check init --add FILE\n');
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
 * The files to write, and those to keep with whether they already are as drafted. Undefined if a required file must not be
 * replaced, because the other files would be useless without it.
 */
async function filesToWrite(
  files: readonly DraftedFile[],
  ask: Ask | undefined,
): Promise<{ readonly write: readonly DraftedFile[]; readonly kept: readonly KeptFile[] } | undefined> {
  const write: DraftedFile[] = [];
  const kept: KeptFile[] = [];
  for (const file of files) {
    const { path, needed } = file;
    const before = await localFiles.readIfThere(path);
    const isMine = path === CONFIG || file.extends === true || before === undefined;
    if (before !== undefined && Buffer.from(before).toString() === file.text)
      kept.push({ path, isSame: true });
    else if (isMine || ((needed || ask !== undefined) && (await mayWrite(path, ask)))) write.push(file);
    else if (needed) return undefined;
    else kept.push({ path, isSame: false });
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

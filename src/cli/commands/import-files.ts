import { createHash } from 'node:crypto';
import { mkdir, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ConfigError } from '../../errors.ts';
import { sha256OfParts } from '../../files/canonical-json.ts';
import { quoted } from '../../files/printable.ts';
import { unreadableFile } from '../../files/unreadable-file.ts';
import { writeWhole } from '../../files/write-whole.ts';
import { customFormat, type CustomParts } from '../../import/custom-format.ts';
import { CUSTOM, CUSTOM_GRADERS, type CustomGrader } from '../../import/format-names.ts';
import type { PublishedFormat } from '../../import/format.ts';
import { type ImportedItem, importRows, itemLines } from '../../import/import-rows.ts';
import { formatNamed, PUBLISHED_FORMATS } from '../../import/published-formats.ts';
import { readRows } from '../../import/rows/read-rows.ts';
import type { Row } from '../../import/rows/row.ts';
import { recogniseFile, rowsAs } from '../../import/select-rows.ts';
import { proposeGrader } from '../../init/propose-grader.ts';
import { importCommand } from '../../result/sentences/commands.ts';
import { jsonForLogs } from '../../result/text/log-commands.ts';
import { localFiles } from '../files.ts';
import { progressDisplay } from '../progress.ts';
import { withReadingStage } from '../reading-stage.ts';
import { importedJson, type ImportedSuite, renderImported } from '../render-imported.ts';
import type { Terminal } from '../terminal.ts';

/** The options of `import`. */
export interface ImportOptions extends Omit<CustomParts, 'prompt'> {
  readonly out?: string | undefined;
  readonly prompt?: string | undefined;
  readonly grader?: CustomGrader | undefined;
  readonly force: boolean;
  readonly json: boolean;
}

/** `reversal-check import`: writes a suite's items, and prints how to use them. */
export async function importFiles(
  name: string,
  paths: readonly string[],
  options: ImportOptions,
  terminal: Terminal,
): Promise<number> {
  const named = namedFormat(name, options);
  const out = options.out ?? join('evals', `${named.name}.jsonl`);
  await refuseToOverwriteSource(out, paths);
  const progress = progressDisplay(terminal, () => performance.now());
  try {
    const { rows, notes } = await readAll(named, paths, withReadingStage(localFiles, progress.onStage).open);
    const onRow = (done: number): void => progress.onStage({ stage: 'converting', done, total: rows.length });
    const format = named.name === CUSTOM ? await withGrader(named, rows, options) : named;
    const imported = importRows({ format, rows, onRow });
    progress.stop();
    const isNew = await writeItems(out, imported.items, options.force);
    const suite: ImportedSuite = { format, imported, out, isNew, notes };
    terminal.out.write(options.json ? `${jsonForLogs(importedJson(suite))}\n` : renderImported(suite));
    return 0;
  } finally {
    progress.stop();
  }
}

function namedFormat(name: string, options: ImportOptions): PublishedFormat {
  const given = (['prompt', 'answer', 'group', 'id', 'choices', 'grader'] as const).find(
    (option) => options[option] !== undefined,
  );
  if (name === CUSTOM) {
    const parts = partsOf(options);
    if (parts !== undefined) return customFormat(parts, options.grader);
    throw new ConfigError({
      what: `found no --prompt, which the format ${CUSTOM} needs`,
      where: 'the command line',
      fix: "Write the prompt with the names of your fields in double braces, for example: --prompt '{{question}}' --answer '{{answer}}'",
    });
  }
  const format = formatNamed(name);
  if (format === undefined) {
    throw new ConfigError({
      what: `found the format ${quoted(name)}, expected one of ${PUBLISHED_FORMATS.map((each) => each.name).join(', ')}, or ${CUSTOM}`,
      where: 'the command line',
      fix: `For other data, use templates: reversal-check import ${CUSTOM} FILE --prompt '{{question}}' --answer '{{answer}}'`,
    });
  }
  if (given === undefined) return format;
  throw new ConfigError({
    what: `found --${given}, but ${format.title} has a known structure`,
    where: 'the command line',
    fix: `Remove --${given}, or write ${CUSTOM} instead of ${format.name}.`,
  });
}

async function readAll(
  format: PublishedFormat,
  paths: readonly string[],
  open: typeof localFiles.open,
): Promise<{ readonly rows: readonly Row[]; readonly notes: readonly string[] }> {
  const read: (readonly Row[])[] = [];
  const notes = new Set<string>();
  for (const path of paths) {
    const file = await readRows(path, open);
    read.push(rowsAs(format, file, { path, commandFor: (other) => importCommand(other.name, [path]) }));
    const seen = format.name === CUSTOM ? undefined : recogniseFile(file)?.format;
    if (seen !== undefined && seen !== format) {
      notes.add(
        `The rows look like ${seen.title}, which has the same fields. They were read as ${format.title}.`,
      );
    }
  }
  return { rows: read.flat(), notes: [...notes] };
}

/** The templates among the options; undefined if there is none for the prompt. */
function partsOf({ prompt, answer, group, id, choices }: ImportOptions): CustomParts | undefined {
  return prompt === undefined ? undefined : { prompt, answer, group, id, choices };
}

/** The user's own format with the grader that the user chose or, if none was chosen, the first that fits the answers. */
async function withGrader(
  format: PublishedFormat,
  rows: readonly Row[],
  options: ImportOptions,
): Promise<PublishedFormat> {
  const parts = partsOf(options);
  if (parts?.answer === undefined || options.grader !== undefined) return format;
  const { items } = importRows({ format, rows });
  const proposed = await proposeGrader(
    items.map(({ id, prompt, answer, meta }) => ({ id, prompt, answer, meta })),
  );
  const found = CUSTOM_GRADERS.find((name) => name === proposed?.spec.type);
  if (found !== undefined) return customFormat(parts, found);
  throw new ConfigError({
    what: 'no built-in grader reads all of these answers',
    where: '--answer',
    fix: `Choose a grader with --grader (${CUSTOM_GRADERS.join(', ')}); items that it cannot grade are left out. Or omit --answer, and use a grader of your own (docs/graders.md).`,
  });
}

async function refuseToOverwriteSource(out: string, paths: readonly string[]): Promise<void> {
  const target = await realpath(out).catch(() => undefined);
  for (const path of paths) {
    if (target === undefined || (await realpath(path).catch(() => undefined)) !== target) continue;
    throw new ConfigError({
      what: 'the items would replace the file that they are read from',
      where: out,
      fix: 'Choose another file with --out.',
    });
  }
}

/** Writes the items if the file does not exist or may be replaced. Returns whether the file is new or has changed. */
async function writeItems(out: string, items: readonly ImportedItem[], force: boolean): Promise<boolean> {
  const before = await hashOf(out);
  if (before === sha256OfParts(itemLines(items))) return false;
  if (before !== undefined && !force) {
    throw new ConfigError({
      what: 'this file exists and has other content',
      where: out,
      fix: 'Choose another file with --out, or replace this one with --force. If reversal.lock pins it, run reversal-check pin afterwards.',
    });
  }
  try {
    await mkdir(dirname(out), { recursive: true });
    await writeWhole(out, itemLines(items));
    return true;
  } catch (cause) {
    throw new ConfigError({
      what: `cannot write this file: ${cause instanceof Error ? cause.message : String(cause)}`,
      where: out,
      fix: `Nothing was written. Free up disk space, or choose a folder that you can write to: --out FOLDER/${basename(out)}`,
      cause,
    });
  }
}

/** The hash of a file's content; undefined if there is no such file. */
async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of localFiles.open(path)) hash.update(chunk);
    return `sha256:${hash.digest('hex')}`;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw unreadableFile(path, error, 'Choose another file with --out.');
  }
}

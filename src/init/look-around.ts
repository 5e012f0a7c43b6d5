import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenFile } from '../files/json-lines.ts';
import { readRegularFile } from '../files/regular-file.ts';
import { readDataSets } from './data-sets.ts';
import { mayBeModelFile, findModelFiles, type ModelFile } from './find-model-file.ts';
import { WORKFLOW_FOLDERS, type WorkflowFolder } from './workflows.ts';
import type { FoundSuite, Unusable } from './find-eval-sets.ts';
import { withoutRepeats } from './without-repeats.ts';

/** The files in a folder that a new configuration could use. */
export interface Surroundings {
  /** Candidate model files, most likely first. */
  readonly modelFiles: readonly ModelFile[];
  /** The suites found, largest first. */
  readonly suites: readonly FoundSuite[];
  /** The folder in which the server looks for workflows. */
  readonly workflowFolder: WorkflowFolder;
  /** Files with data that are not suites, or were not examined. */
  readonly unusable: readonly Unusable[];
}

/** Minimum number of items in a suite. A suite with fewer items cannot fail a check, regardless of the margins. */
export const FEWEST_ITEMS = 30;

const DEEPEST = 4;
const MOST_FILES = 5000;
const LARGEST_MODEL_FILE = 256 * 1024;
const LARGEST_EVAL_SET = 50 * 1024 * 1024;
const MOST_EVAL_SETS = 100;

const PASSED_OVER = /^(?:\..*|node_modules|dist|build|venv|__pycache__|vendor|target|site-packages|wandb)$/u;
const TRAINING = /(?:^|[/_.-])train(?:ing)?(?:[/_.-]|$)/iu;
const DATA = /\.(?:jsonl|ndjson|json|csv|tsv|parquet)(?:\.gz)?$/iu;
/** Files of these kinds are often something else than data, and are then not worth mentioning. */
const OFTEN_OTHER = /\.json(?:\.gz)?$/iu;

/**
 * Searches a folder and its subfolders, four levels deep. Skips hidden folders and folders of installed packages. Does
 * not change or run anything.
 */
export async function lookAround(folder: string, open: OpenFile): Promise<Surroundings> {
  const paths: string[] = [];
  await walk(folder, '', 0, paths);
  const models = await Promise.all(
    paths.filter(mayBeModelFile).map(async (path) => {
      const { size } = await stat(join(folder, path));
      return size > LARGEST_MODEL_FILE
        ? []
        : [{ path, text: (await readRegularFile(join(folder, path))).toString() }];
    }),
  );
  const usable: string[] = [];
  const unusable: Unusable[] = [];
  const data = paths.filter((path) => DATA.test(path));
  for (const source of [
    ...data.filter((path) => !OFTEN_OTHER.test(path)),
    ...data.filter((path) => OFTEN_OTHER.test(path)),
  ]) {
    const why = await whyNotRead(join(folder, source), source, usable.length);
    if (why === undefined) usable.push(source);
    else unusable.push({ source, why });
  }
  const found = await readDataSets(usable, (path) => open(join(folder, path)));
  const large = found.suites.filter(({ count }) => count >= FEWEST_ITEMS);
  const small = found.suites
    .filter(({ count }) => count < FEWEST_ITEMS)
    .flatMap(({ sources, count }) =>
      sources.map((source) => ({
        source,
        why: `it has ${count} item${count === 1 ? '' : 's'}, but at least ${FEWEST_ITEMS} are required`,
      })),
    );
  const distinct = withoutRepeats(
    large.toSorted((a, b) => b.count - a.count || ((a.sources[0] ?? '') < (b.sources[0] ?? '') ? -1 : 1)),
  );
  return {
    modelFiles: findModelFiles(models.flat()),
    suites: distinct.suites,
    unusable: [
      ...[...unusable, ...found.unusable, ...small].filter(({ source }) => !OFTEN_OTHER.test(source)),
      ...distinct.unusable,
    ],
    workflowFolder: await workflowFolderIn(folder),
  };
}

async function workflowFolderIn(folder: string): Promise<WorkflowFolder> {
  for (const path of WORKFLOW_FOLDERS) {
    const found = await stat(join(folder, path)).catch(() => undefined);
    if (found?.isDirectory() === true) return path;
  }
  return '.github/workflows';
}

async function whyNotRead(path: string, source: string, read: number): Promise<string | undefined> {
  if (TRAINING.test(source)) return 'its name indicates training data';
  if (read >= MOST_EVAL_SETS) return `only the first ${MOST_EVAL_SETS} files are read`;
  const { size } = await stat(path);
  return size > LARGEST_EVAL_SET ? 'it is larger than 50 MB' : undefined;
}

/**
 * Adds the paths of the files below `inside`, with `/` as separator, ordered by name. Skips files and folders that it
 * is not permitted to read.
 */
async function walk(folder: string, inside: string, depth: number, found: string[]): Promise<void> {
  const entries = await readdir(join(folder, inside), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (found.length >= MOST_FILES) return;
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
    if (entry.isFile()) found.push(path);
    else if (entry.isDirectory() && depth < DEEPEST && !PASSED_OVER.test(entry.name)) {
      await walk(folder, path, depth + 1, found);
    }
  }
}

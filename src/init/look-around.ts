import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readRegularFile } from '../files/regular-file.ts';
import { mayBeModelFile, findModelFiles, type ModelFile } from './find-model-file.ts';
import { WORKFLOW_FOLDERS, type WorkflowFolder } from './workflows.ts';
import { type FoundSuite, readEvalSet, type Unusable } from './find-eval-sets.ts';

/** The files in a folder that a new configuration could use. */
export interface Surroundings {
  /** Candidate model files, most likely first. */
  readonly modelFiles: readonly ModelFile[];
  /** The suites found, largest first. */
  readonly suites: readonly FoundSuite[];
  /** The folder in which the server looks for workflows. */
  readonly workflowFolder: WorkflowFolder;
  /** JSONL files that are not suites, or were not examined. */
  readonly unusable: readonly Unusable[];
}

const DEEPEST = 4;
const MOST_FILES = 5000;
const LARGEST_MODEL_FILE = 256 * 1024;
const LARGEST_EVAL_SET = 50 * 1024 * 1024;
const MOST_EVAL_SETS = 20;

const PASSED_OVER = /^(?:\..*|node_modules|dist|build|venv|__pycache__|vendor|target|site-packages|wandb)$/u;
const TRAINING = /(?:^|[/_.-])train(?:ing)?(?:[/_.-]|$)/iu;

/**
 * Searches a folder and its subfolders, four levels deep. Skips hidden folders and folders of installed packages. Does
 * not change or run anything.
 */
export async function lookAround(folder: string): Promise<Surroundings> {
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
  const suites: FoundSuite[] = [];
  const unusable: Unusable[] = [];
  for (const [place, source] of paths.filter((path) => path.endsWith('.jsonl')).entries()) {
    const found = await look(folder, source, place);
    if ('why' in found) unusable.push(found);
    else suites.push(found);
  }
  return {
    modelFiles: findModelFiles(models.flat()),
    suites: suites.toSorted((a, b) => b.count - a.count || (a.source < b.source ? -1 : 1)),
    unusable,
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

async function look(folder: string, source: string, place: number): Promise<FoundSuite | Unusable> {
  if (TRAINING.test(source)) return { source, why: 'its name indicates training data' };
  if (place >= MOST_EVAL_SETS) return { source, why: `only the first ${MOST_EVAL_SETS} files are read` };
  const { size } = await stat(join(folder, source));
  if (size > LARGEST_EVAL_SET) return { source, why: 'it is larger than 50 MB' };
  return readEvalSet(source, (await readRegularFile(join(folder, source))).toString());
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

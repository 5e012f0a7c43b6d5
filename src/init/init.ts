import { join } from 'node:path';
import { readRegularFile, streamRegularFile } from '../files/regular-file.ts';
import type { Files } from '../run/stages/plan.ts';
import { readYes } from './answers.ts';
import { composeSuites, type InitialSuite } from './compose-suites.ts';
import { configText } from './draft-config.ts';
import { readDataSets } from './data-sets.ts';
import type { FoundSuite, Unusable } from './find-eval-sets.ts';
import type { ModelFile } from './find-model-file.ts';
import { withIgnoredRuns } from './ignored.ts';
import { lookAround, type Surroundings } from './look-around.ts';
import type { notCarried } from './propose-margins.ts';
import { type Ask, chooseModelFile, chooseTarget, type Given, wantsExample } from './questions.ts';
import { findServer, type ListModels, type Served } from './served.ts';
import { onePerName, placeSuite } from './suite-files.ts';
import {
  NIGHTLY_WORKFLOW,
  nightlyWorkflow,
  PULL_REQUEST_WORKFLOW,
  pullRequestWorkflow,
  type WorkflowFolder,
} from './workflows.ts';

/** A file to write. */
export interface DraftedFile {
  /** The file's path relative to the folder, with `/` as separator. */
  readonly path: string;
  readonly text: string;
  /** Whether the other files are useless without this one. */
  readonly needed: boolean;
  /** Whether the text is that of the existing file with additions, which needs no permission. */
  readonly extends?: boolean;
}

/** The files to write and the reasons for their contents. They have not been written yet. */
export interface Initial {
  readonly files: readonly DraftedFile[];
  readonly suites: readonly InitialSuite[];
  readonly unusable: readonly Unusable[];
  readonly notCarried: ReturnType<typeof notCarried>;
  readonly modelFile: ModelFile | undefined;
  readonly served: Served;
  readonly workflowFolder: WorkflowFolder;
  /** The name of the Action in the workflows. */
  readonly action: string;
  readonly withExample: boolean;
}

/** The example's model file. Used if the folder has no model file. */
const EXAMPLE_MODEL_FILE = { path: 'model.yaml', text: 'model: simulated\nversion: v1\n' };

/** What `init` needs from outside. */
export interface InitOptions {
  readonly folder: string;
  /** The folder that contains the example's eval set. */
  readonly exampleFolder: string;
  readonly files: Files;
  readonly given: Given;
  /** The name of the Action in a workflow, as `owner/repository@ref`. */
  readonly actionIn: (folder: WorkflowFolder) => string;
  readonly ask: Ask;
  /** Whether a person answers the questions. */
  readonly attended: boolean;
  readonly listModels: ListModels;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Called with what is in the folder, before the first question. */
  readonly onFound: (around: Surroundings) => void;
  /** Shows a sentence at once. */
  readonly say: (sentence: string) => void;
  /** Whether git already ignores the folder of a run. */
  readonly runsAreIgnored: boolean;
}

/**
 * Inspects a folder, asks for the information that it cannot find, and drafts the configuration, the lock and the
 * workflows. The workflow for pull requests is drafted only if there is a model file. Does not write files. The only
 * request that it sends asks the server that the user named for its models.
 *
 * @throws {ConfigError} if there is no eval set to start with, or if an option is invalid
 */
export async function draftInitial(options: InitOptions): Promise<Initial> {
  const { folder, exampleFolder, files, given, ask, say } = options;
  const around = await lookAround(folder, files.open);
  options.onFound(around);
  const withExample = around.suites.length === 0 && (await wantsExample(around.unusable, given, ask));
  const found = onePerName(withExample ? await exampleSuites(exampleFolder) : around.suites);
  const modelFile =
    around.modelFiles[0] === undefined && withExample
      ? { path: EXAMPLE_MODEL_FILE.path, pointer: '/version', version: 'v1', model: 'simulated-{version}' }
      : await chooseModelFile(around.modelFiles, ask);
  const target = await chooseTarget(found, given, ask);
  const served = await findServer({
    ...options,
    version: modelFile?.version,
    likely: withExample
      ? { baseUrl: 'http://127.0.0.1:8000/v1', model: 'simulated-{version}' }
      : { baseUrl: undefined, model: modelFile?.model },
  });
  const nightly =
    modelFile !== undefined &&
    (given.nightly ??
      (await ask({
        text: `Also compare with ${modelFile.version} every night? y or n`,
        fallback: 'n',
        read: readYes,
      })));
  const placed = await Promise.all(
    found.map((suite) =>
      placeSuite(
        suite,
        suite.grader === undefined ? 'open' : suite.name === target ? 'target' : 'ood',
        options,
      ),
    ),
  );
  const draft = { modelFile, baseline: nightly ? modelFile.version : undefined, ...served };
  const composed = await composeSuites(placed, {
    textOf: (suites, idle) => configText({ ...draft, suites, notCarried: idle }),
    folder,
    files,
  });
  for (const { source, why } of composed.leftOut) say(`Left out ${source}: ${why}.`);
  const { workflowFolder } = around;
  const action = options.actionIn(workflowFolder);
  const workflow = { action, folder: workflowFolder, ...served };
  const workflows = [
    ...(modelFile === undefined
      ? []
      : [{ name: PULL_REQUEST_WORKFLOW, text: pullRequestWorkflow(workflow) }]),
    ...(nightly ? [{ name: NIGHTLY_WORKFLOW, text: nightlyWorkflow(workflow) }] : []),
  ];
  return {
    files: [
      ...composed.files.map((file) => ({ ...file, needed: true })),
      ...(withExample && around.modelFiles.length === 0 ? [{ ...EXAMPLE_MODEL_FILE, needed: true }] : []),
      ...workflows.map(({ name, text }) => ({ path: `${workflowFolder}/${name}`, text, needed: false })),
      ...(options.runsAreIgnored ? [] : await ignoreFile(folder, files)),
    ],
    suites: composed.suites,
    unusable: [...around.unusable, ...composed.leftOut],
    notCarried: composed.notCarried,
    modelFile,
    served,
    workflowFolder,
    action,
    withExample,
  };
}

async function ignoreFile(folder: string, files: Files): Promise<readonly DraftedFile[]> {
  const path = '.gitignore';
  const before = await files.readIfThere(join(folder, path));
  const text = withIgnoredRuns(Buffer.from(before ?? []).toString());
  return text === undefined ? [] : [{ path, text, needed: false, extends: true }];
}

/** The example's suites, to be copied unchanged. */
async function exampleSuites(folder: string): Promise<readonly FoundSuite[]> {
  const names = ['word-problems.jsonl', 'longer-chains.jsonl'];
  const { suites } = await readDataSets(names, (name) => streamRegularFile(join(folder, name)));
  return Promise.all(
    suites.map(async (suite) => ({
      ...suite,
      rewritten: (await readRegularFile(join(folder, suite.sources[0] ?? ''))).toString(),
    })),
  );
}

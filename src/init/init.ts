import { join } from 'node:path';
import type { Files } from '../run/stages/plan.ts';
import { pin } from '../run/plan/pin.ts';
import { readRegularFile } from '../files/regular-file.ts';
import { lockPathOf } from '../config/lock/lock.ts';
import { parseConfig } from '../config/read.ts';
import type { Suite } from '../evalset/suite.ts';
import { readSuite } from '../evalset/read-suite.ts';
import { createGrader } from '../grading/registry.ts';
import type { SuiteToPlan } from '../verdict/outlook.ts';
import type { Read, ServedAt } from './answers.ts';
import { isOfThisMachine, readModel, readServedAt, readVariable, readYes } from './answers.ts';
import { type Draft, configText, type DraftedSuite, SAMPLES_PER_ITEM } from './draft-config.ts';
import type { FoundSuite, Unusable } from './find-eval-sets.ts';
import { readEvalSet } from './find-eval-sets.ts';
import type { ModelFile } from './find-model-file.ts';
import { lookAround } from './look-around.ts';
import {
  type Ask,
  chooseModelFile,
  chooseTarget,
  either,
  FEWEST_ITEMS,
  type Given,
  wantsExample,
} from './questions.ts';
import { proposeMargins, type ProposedMargin } from './propose-margins.ts';
import {
  NIGHTLY_WORKFLOW,
  nightlyWorkflow,
  PULL_REQUEST_WORKFLOW,
  pullRequestWorkflow,
} from './workflows.ts';

/** A file to write. */
export interface DraftedFile {
  /** The file's path relative to the folder, with `/` as separator. */
  readonly path: string;
  readonly text: string;
  /** Whether the other files are useless without this one. */
  readonly needed: boolean;
}

/** The files to write and the reasons for their contents. They have not been written yet. */
export interface Initial {
  readonly files: readonly DraftedFile[];
  readonly suites: readonly (DraftedSuite & {
    readonly count: number;
    /** The number of items that the grader cannot grade. */
    readonly excluded: number;
  })[];
  readonly unusable: readonly Unusable[];
  readonly margins: readonly ProposedMargin[];
  readonly modelFile: ModelFile | undefined;
  readonly servedAt: ServedAt;
  readonly apiKeyEnv: string | undefined;
  readonly withExample: boolean;
}

export const CONFIG = 'reversal.yml';

/** The example's model file. Used if the folder has no model file. */
const EXAMPLE_MODEL_FILE = { path: 'model.yaml', text: 'model: simulated\nversion: v1\n' };

/**
 * Inspects a folder, asks for the information that it cannot find, and drafts the configuration, the lock and the
 * workflows. The workflow for pull requests is drafted only if there is a model file. Does not write files or call
 * models.
 *
 * @throws {ConfigError} if there is no eval set to start with, or if an option is invalid
 */
export async function draftInitial({
  folder,
  exampleFolder,
  files,
  given,
  ask,
}: {
  readonly folder: string;
  /** The folder that contains the example's eval set. */
  readonly exampleFolder: string;
  readonly files: Files;
  readonly given: Given;
  readonly ask: Ask;
}): Promise<Initial> {
  const around = await lookAround(folder);
  const large = around.suites.filter(({ count }) => count >= FEWEST_ITEMS);
  const unusable = [
    ...around.unusable,
    ...around.suites
      .filter(({ count }) => count < FEWEST_ITEMS)
      .map(({ source, count }) => ({
        source,
        why: `it has ${count} items, but at least ${FEWEST_ITEMS} are required`,
      })),
  ];
  const withExample = large.length === 0 && (await wantsExample(unusable, given, ask));
  const found = withExample ? await exampleSuites(exampleFolder) : onePerName(large);
  const modelFile =
    around.modelFiles[0] === undefined && withExample
      ? { path: EXAMPLE_MODEL_FILE.path, pointer: '/version', version: 'v1', model: 'simulated-{version}' }
      : await chooseModelFile(around.modelFiles, ask);

  const target = await chooseTarget(found, given, ask);
  const servedAt = await either(given.baseUrl, '--base-url', readServedAt, () =>
    ask({
      text: 'Where is the model served? Enter the URL up to and including /v1, or the name of the environment variable that contains it',
      fallback: 'http://127.0.0.1:8000/v1',
      read: readServedAt,
    }),
  );
  const named = (answer: string): Read<string> => readModel(answer, servedAt);
  const model = await either(given.model, '--model', named, () =>
    ask({
      text: 'What is the name of the model on that server? Write {version} in place of the version',
      fallback: withExample ? 'simulated-{version}' : (modelFile?.model ?? 'model-{version}'),
      read: named,
    }),
  );
  const apiKeyEnv = await either(given.apiKeyEnv, '--api-key-env', readVariable, () =>
    ask({
      text: 'Which environment variable contains its API key? Enter none if it needs no key',
      fallback: isOfThisMachine(servedAt) ? 'none' : 'INFERENCE_API_KEY',
      read: readVariable,
    }),
  );
  const nightly =
    modelFile !== undefined &&
    (given.nightly ??
      (await ask({
        text: `Also compare with ${modelFile.version} every night? y or n`,
        fallback: 'n',
        read: readYes,
      })));

  const written = found.map((suite) => draftedSuite(suite, target));
  const suites = written.map(({ suite }) => suite);
  const overlay = new Map(
    written.flatMap(({ file }) => (file === undefined ? [] : [[file.path, file.text]])),
  );
  const seen = withOverlay(files, folder, overlay);
  const draft = {
    modelFile,
    baseline: nightly ? modelFile.version : undefined,
    model,
    servedAt,
    apiKeyEnv,
    suites,
  };
  const planned = await toPlan(draft, folder, seen);
  const margins = proposeMargins(planned, SAMPLES_PER_ITEM);
  const config = configText({ ...draft, margins });
  overlay.set(CONFIG, config);
  const lock = await pin(join(folder, CONFIG), seen);
  const workflow = { action: given.action, servedAt, apiKeyEnv };
  return {
    files: [
      ...[...overlay].map(([path, text]) => ({ path, text, needed: true })),
      { path: lockPathOf(CONFIG), text: lock.text, needed: true },
      ...(withExample && around.modelFiles.length === 0 ? [{ ...EXAMPLE_MODEL_FILE, needed: true }] : []),
      ...(modelFile === undefined
        ? []
        : [
            {
              path: `${around.workflowFolder}/${PULL_REQUEST_WORKFLOW}`,
              text: pullRequestWorkflow(workflow),
              needed: false,
            },
          ]),
      ...(nightly
        ? [
            {
              path: `${around.workflowFolder}/${NIGHTLY_WORKFLOW}`,
              text: nightlyWorkflow(workflow),
              needed: false,
            },
          ]
        : []),
    ],
    suites: suites.map((suite, place) => ({
      ...suite,
      count: found[place]?.count ?? 0,
      excluded: planned[place]?.excluded?.items.length ?? 0,
    })),
    unusable,
    margins,
    modelFile,
    servedAt,
    apiKeyEnv,
    withExample,
  };
}

/** The example's suites, to be copied unchanged. */
async function exampleSuites(folder: string): Promise<readonly FoundSuite[]> {
  return Promise.all(
    ['word-problems.jsonl', 'longer-chains.jsonl'].map(async (name) => {
      const text = (await readRegularFile(join(folder, name))).toString();
      const suite = await readEvalSet(name, text);
      if ('why' in suite) throw new Error(`the example's ${name} is not a suite: ${suite.why}`);
      return { ...suite, rewritten: text };
    }),
  );
}

/**
 * Numbers suites that have the same name, because they would otherwise share files. The largest suite keeps its name.
 */
function onePerName(suites: readonly FoundSuite[]): readonly FoundSuite[] {
  const byName = Map.groupBy(suites, ({ name }) => name.toLowerCase());
  return [...byName.values()].flatMap((same) =>
    same.map((suite, place) =>
      place === 0 ? suite : { ...suite, name: `${suite.name.slice(0, 60)}-${place + 1}` },
    ),
  );
}

function draftedSuite(
  { name, source, rewritten, grader, asksAlready }: FoundSuite,
  target: string | undefined,
): {
  readonly suite: DraftedSuite;
  readonly file: { readonly path: string; readonly text: string } | undefined;
} {
  const own = `evals/${name}.jsonl`;
  const items = rewritten === undefined ? source : own === source ? `evals/${name}.items.jsonl` : own;
  return {
    suite: {
      name,
      role: grader === undefined ? 'open' : name === target ? 'target' : 'ood',
      items,
      grader: grader?.spec.type,
      template: grader?.ask === undefined || asksAlready ? undefined : `{{prompt}}\n\n${grader.ask}`,
    },
    file: rewritten === undefined ? undefined : { path: items, text: rewritten },
  };
}

/** Reads the suites in the same way as a check does. */
async function toPlan(
  draft: Omit<Draft, 'margins'>,
  folder: string,
  files: Files,
): Promise<readonly (SuiteToPlan & Pick<Suite, 'excluded'>)[]> {
  const { config } = parseConfig(configText({ ...draft, margins: [] }), CONFIG);
  return Promise.all(
    config.suites.map(async (suite) => {
      const grader = suite.grader === undefined ? undefined : createGrader(suite.grader);
      const read = await readSuite({
        suite,
        folder,
        open: files.open,
        grader,
      });
      return { ...read, grader: suite.grader?.type, hardestGroup: undefined };
    }),
  );
}

/** A view of a folder's files as they will be after the files in `overlay` have been written. */
function withOverlay(files: Files, folder: string, overlay: ReadonlyMap<string, string>): Files {
  const drafted = (path: string): Uint8Array | undefined => {
    for (const [name, text] of overlay) if (join(folder, name) === path) return Buffer.from(text);
    return undefined;
  };
  return {
    readFile: async (path, mostBytes) => drafted(path) ?? files.readFile(path, mostBytes),
    readIfThere: async (path) => drafted(path) ?? files.readIfThere(path),
    open: async function* open(path) {
      const bytes = drafted(path);
      if (bytes === undefined) yield* files.open(path);
      else yield bytes;
    },
  };
}

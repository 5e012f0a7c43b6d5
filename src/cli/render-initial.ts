import type { Addition } from '../init/add-suite.ts';
import type { InitialSuite } from '../init/compose-suites.ts';
import { CONFIG } from '../init/draft-config.ts';
import type { FoundSuite } from '../init/find-eval-sets.ts';
import type { DraftedFile, Initial } from '../init/init.ts';
import type { Surroundings } from '../init/look-around.ts';
import type { ProposedMargin } from '../init/propose-margins.ts';
import { UNKNOWN_ACTION } from '../init/workflows.ts';
import { SENTENCE_LIMIT, terminalText } from '../result/text/neutralise.ts';
import { addCommand, checkCommand } from '../result/sentences/commands.ts';
import { marginWords } from '../result/sentences/margins.ts';
import { count, counted } from '../result/sentences/numbers.ts';

const PATH_LIMIT = 200;
const shown = (text: string): string => terminalText(text, PATH_LIMIT);
const sentence = (text: string): string => terminalText(text, SENTENCE_LIMIT);
const paths = (sources: readonly string[]): string =>
  sources.length > 3
    ? `${sources.slice(0, 3).map(shown).join(', ')} and ${sources.length - 3} more files`
    : sources.map(shown).join(', ');

/** Joins lines without the spaces that reports use in numbers. Ends with a newline. */
const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`.replaceAll('\u00A0', ' ');

/** Describes what `init` found in a folder, and what it skips. */
export function renderFound({ suites, unusable, modelFiles }: Surroundings): string {
  return text([
    'Found:',
    ...modelFiles.map(
      ({ path, pointer, version }) =>
        `  ${shown(path)}: model version ${shown(version)}, at ${shown(pointer)}`,
    ),
    ...suites.flatMap(foundLines),
    ...(modelFiles.length + suites.length === 0 ? ['  nothing that a check could use'] : []),
    ...(unusable.length === 0 ? [] : ['Skipped:']),
    ...unusable.map(({ source, why }) => `  ${shown(source)}: ${sentence(why)}`),
  ]);
}

const foundLines = ({ sources, title, count: items, grader, notes }: FoundSuite): readonly string[] => [
  `  ${paths(sources)}: ${title === undefined ? '' : `${title} as published, `}${counted(items, 'item')}, ${gradedBy(grader)}`,
  ...notes.map((note) => `    ${sentence(note)}`),
];

const gradedBy = (grader: string | undefined): string =>
  grader === undefined ? 'not graded' : `graded by ${grader}`;

/** A file that was not written, and whether it already has the content that it would have got. */
export interface KeptFile {
  readonly path: string;
  readonly isSame: boolean;
}

/** Describes what `init` wrote and why, and the next steps. */
export function renderInitial(
  initial: Initial,
  {
    write,
    kept,
    packageRoot,
    isTagged,
    targetIsDefault,
  }: {
    readonly write: readonly DraftedFile[];
    readonly kept: readonly KeptFile[];
    readonly packageRoot: string;
    /** Whether the Action's name is known to lead to a version. */
    readonly isTagged: boolean;
    /** Whether the user was not asked for the target. */
    readonly targetIsDefault: boolean;
  },
): string {
  const { suites, notCarried, modelFile, withExample } = initial;
  return text([
    ...write.map(({ path, extends: isExtended }) =>
      isExtended === true ? `Added .reversal-check/ to ${shown(path)}.` : `Wrote ${shown(path)}.`,
    ),
    ...kept.map(
      ({ path, isSame }) =>
        `Kept ${shown(path)} unchanged${isSame ? '' : ', although it is not as this command would write it. To get that, remove it and run the command again'}.`,
    ),
    '',
    'Suites, each with the smallest margins that a check of an unchanged checkpoint will probably report as kept:',
    ...suites.flatMap(suiteText),
    ...(targetIsDefault && suites.filter(({ role }) => role !== 'open').length > 1
      ? [`To choose another target: rm ${CONFIG} reversal.lock, then run init again with --target NAME.`]
      : []),
    ...notCarried.map(({ guardrail, why }) => `The guardrail ${guardrail} is off: ${why}.`),
    ...(modelFile === undefined
      ? [
          'No workflow was written, because no file with a model version was found. To check pull requests, set checkpoints.file and checkpoints.version in reversal.yml.',
        ]
      : []),
    '',
    'Next:',
    ...(withExample && initial.served.reach === 'machine'
      ? [`  node ${packageRoot}dist/simulator.js --evals evals --port ${portOf(initial)} &`]
      : []),
    '  reversal-check plan',
    `  ${checkCommand({ versions: { old: modelFile?.version ?? 'v1', new: withExample ? 'v2' : (initial.served.otherVersion ?? 'NEW-VERSION') } })}`,
    ...todo(initial, isTagged),
    'Commit these files.',
  ]);
}

/** A suite with its margins, on lines of their own. */
const suiteText = ({
  name,
  role,
  grader,
  count: items,
  excluded,
  convertedFrom,
  items: path,
  margins,
}: InitialSuite): readonly string[] => [
  `  ${shown(name)}: ${role}, ${counted(items, 'item')}${excluded === 0 ? '' : ` (${count(excluded)} excluded; to list them: reversal-check plan)`}, ${gradedBy(grader)}`,
  ...(convertedFrom.length === 0 ? [] : [`    ${shown(path)} was converted from ${paths(convertedFrom)}`]),
  ...margins.map((margin) => `    ${marginText(margin)}`),
];

const marginText = ({ guardrail, setting, why, outlook }: ProposedMargin): string =>
  setting === 'off'
    ? `${guardrail}: off, because ${why ?? 'it is off for all suites'}`
    : `${guardrail}: margin ${marginWords(setting.margin)}, detects losses of at least ${marginWords({ ...setting.margin, fraction: Math.max(...outlook.map(({ detectable }) => detectable)) })}`;

/** What the user has to do before the workflow can run. */
function todo({ served, modelFile, action, workflowFolder }: Initial, isTagged: boolean): readonly string[] {
  const { servedAt, apiKeyEnv, reach } = served;
  const names = ['env' in servedAt ? servedAt.env : undefined, apiKeyEnv].filter(
    (name) => name !== undefined,
  );
  const lines =
    names.length === 0
      ? []
      : [`First set ${names.join(' and ')} in this shell and in the secrets of the repository.`];
  if (modelFile === undefined) return lines;
  if (reach !== 'everywhere' && workflowFolder === '.github/workflows')
    lines.push(
      `GitHub's runners cannot reach ${reach === 'machine' ? 'a server on this machine' : 'an address in a private network'}, so the workflow uses a self-hosted runner. Register one ${reach === 'machine' ? 'on this machine' : 'in that network'}, or set base-url to a public address and runs-on to ubuntu-latest.`,
    );
  else if (reach === 'machine')
    lines.push(
      'The job must run where the server can be reached: in a container, 127.0.0.1 is the container itself.',
    );
  if (action === UNKNOWN_ACTION)
    lines.push(
      'In the workflow, replace OWNER with the owner of your copy of the Action (README, "Publish your own copy of the Action").',
    );
  else if (!isTagged)
    lines.push(
      `The workflow uses ${shown(action)}, but your copy has no tag v1 yet: git tag v1 && git push origin v1`,
    );
  return lines;
}

/** The port in a URL, for the simulator. */
function portOf({ served: { servedAt } }: Initial): string {
  const address = 'url' in servedAt ? servedAt.url : '';
  return (URL.canParse(address) && new URL(address).port) || '8000';
}

/** Describes a repository that already has a configuration, with data that the configuration does not use. */
export const renderUnchanged = (unused: readonly FoundSuite[]): string =>
  text([
    `${CONFIG} already exists, so nothing was changed.`,
    ...(unused.length === 0 ? [] : ['It does not use:']),
    ...unused.flatMap((suite) => [
      ...foundLines(suite),
      `    To add it: ${sentence(addCommand(suite.sources[0] ?? ''))}`,
    ]),
    `To begin again, remove ${CONFIG}, or run reversal-check init without --yes.`,
  ]);

/** Describes what `init --add` did. */
export function renderAddition(addition: Addition, source: string): string {
  if ('same' in addition)
    return text([
      `The suite ${shown(addition.same)} already has the questions of ${shown(source)}, so nothing was changed.`,
    ]);
  const { files, suite, notes } = addition;
  return text([
    ...files.map(({ path, extends: isExtended }) =>
      isExtended !== true
        ? `Wrote ${shown(path)}.`
        : path === CONFIG
          ? `Added the suite ${shown(suite.name)} to ${path}.`
          : `Pinned the eval set again in ${shown(path)}.`,
    ),
    ...suiteText(suite),
    ...notes.map(sentence),
    '',
    'Next:',
    '  reversal-check plan',
    'Commit these files.',
  ]);
}

const marginJson = ({ guardrail, setting, why }: ProposedMargin): Record<string, unknown> => ({
  guardrail,
  margin: setting === 'off' ? null : setting.margin.fraction,
  relative: setting !== 'off' && setting.margin.kind === 'relative',
  why: why ?? null,
});

const suiteJson = ({
  name,
  role,
  items,
  grader,
  template,
  count: number,
  excluded,
  convertedFrom,
  margins,
}: InitialSuite): Record<string, unknown> => ({
  name,
  role,
  items,
  grader: grader ?? null,
  template: template ?? null,
  count: number,
  excluded,
  converted_from: convertedFrom,
  guardrails: margins.map(marginJson),
});

/** The same as a JSON value. */
export const initialJson = (
  { suites, unusable, notCarried, modelFile, served, action }: Initial,
  written: readonly DraftedFile[],
): Record<string, unknown> => ({
  written: written.map(({ path }) => path),
  suites: suites.map(suiteJson),
  unusable,
  guardrails_off: notCarried,
  model_file: modelFile ?? null,
  served: {
    ...served.servedAt,
    api_key_env: served.apiKeyEnv ?? null,
    model: served.model,
    reach: served.reach,
  },
  action,
});

export const additionJson = (addition: Addition): Record<string, unknown> =>
  'same' in addition
    ? { written: [], same_as: addition.same }
    : {
        written: addition.files.map(({ path }) => path),
        suite: suiteJson(addition.suite),
        notes: addition.notes,
      };

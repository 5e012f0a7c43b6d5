import { isOfThisMachine } from '../init/answers.ts';
import type { Initial } from '../init/init.ts';
import { terminalText } from '../result/text/neutralise.ts';
import { checkCommand } from '../result/sentences/commands.ts';
import { marginWords } from '../result/sentences/margins.ts';
import { count } from '../result/sentences/numbers.ts';

const PATH_LIMIT = 200;

/** What `init` wrote and why, and the next steps. Ends with a line end. */
export function renderInitial(
  { suites, unusable, margins, modelFile, servedAt, apiKeyEnv, withExample, files }: Initial,
  {
    written,
    kept,
    action,
    packageRoot,
  }: {
    readonly written: readonly string[];
    readonly kept: readonly string[];
    readonly action: string;
    readonly packageRoot: string;
  },
): string {
  const shown = (text: string): string => terminalText(text, PATH_LIMIT);
  const address = 'url' in servedAt ? servedAt.url : undefined;
  const workflow = files.some(({ path }) => path.startsWith('.github/'));
  const names = ['env' in servedAt ? servedAt.env : undefined, apiKeyEnv].filter(
    (name) => name !== undefined,
  );
  const version = modelFile?.version ?? 'v1';
  return [
    ...written.map((path) => `Wrote ${shown(path)}.`),
    ...kept.map((path) => `Left ${shown(path)} as it is.`),
    '',
    'Suites:',
    ...suites.map(
      ({ name, role, grader, count: items, excluded }) =>
        `  ${shown(name)}: ${role}, ${count(items)} items${excluded === 0 ? '' : ` (${count(excluded)} excluded: reversal-check plan names them)`}, ${grader === undefined ? 'not graded: no answer that a grader reads' : `graded by ${grader}`}`,
    ),
    ...unusable.map(({ source, why }) => `  not used: ${shown(source)}: ${shown(why)}`),
    'Margins, the narrowest that are likely to be shown kept where nothing changed:',
    ...margins.map(({ guardrail, setting, outlook }) =>
      setting === 'off'
        ? `  ${guardrail}: off, too few items`
        : `  ${guardrail}: ${marginWords(setting.margin)}, finds losses from ${marginWords({ ...setting.margin, fraction: Math.max(...outlook.map(({ detectable }) => detectable)) })}`,
    ),
    ...(modelFile === undefined
      ? [
          'No file was found in which the version of a model stands, so no workflow was written: checkpoints.file and .version say where it is.',
        ]
      : [
          `The version stands in ${shown(modelFile.path)} at ${shown(modelFile.pointer)}: ${shown(version)}.`,
        ]),
    '',
    'Next:',
    ...(withExample && isOfThisMachine(servedAt)
      ? [`  node ${packageRoot}dist/simulator.js --evals evals --port ${portOf(address)} &`]
      : []),
    '  reversal-check plan',
    `  ${checkCommand({ versions: { old: version, new: withExample ? 'v2' : 'NEW-VERSION' } })}`,
    ...(names.length === 0 ? [] : [`First set ${names.join(' and ')}, here and for the workflow.`]),
    ...(workflow && isOfThisMachine(servedAt)
      ? ['The workflow cannot reach an address of this machine: give it one in base-url before it is used.']
      : []),
    ...(workflow && action.startsWith('OWNER/')
      ? ['In the workflow put the owner of the action in place of OWNER.']
      : []),
    'Commit what was written.',
    '',
  ]
    .join('\n')
    .replaceAll('\u00A0', ' ');
}

const portOf = (address: string | undefined): string =>
  (address !== undefined && URL.canParse(address) && new URL(address).port) || '8000';

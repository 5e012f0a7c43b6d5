import { isOfThisMachine } from '../init/answers.ts';
import type { Initial } from '../init/init.ts';
import { terminalText } from '../result/text/neutralise.ts';
import { checkCommand } from '../result/sentences/commands.ts';
import { marginWords } from '../result/sentences/margins.ts';
import { count } from '../result/sentences/numbers.ts';

const PATH_LIMIT = 200;

/** Describes what `init` wrote and why, and the next steps. Ends with a newline. */
export function renderInitial(
  { suites, unusable, margins, modelFile, servedAt, apiKeyEnv, withExample }: Initial,
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
  const workflow = modelFile !== undefined;
  const names = ['env' in servedAt ? servedAt.env : undefined, apiKeyEnv].filter(
    (name) => name !== undefined,
  );
  const version = modelFile?.version ?? 'v1';
  return [
    ...written.map((path) => `Wrote ${shown(path)}.`),
    ...kept.map((path) => `Kept ${shown(path)} unchanged.`),
    '',
    'Suites:',
    ...suites.map(
      ({ name, role, grader, count: items, excluded }) =>
        `  ${shown(name)}: ${role}, ${count(items)} items${excluded === 0 ? '' : ` (${count(excluded)} excluded; to list them: reversal-check plan)`}, ${grader === undefined ? 'not graded, because no grader can read its answers' : `graded by ${grader}`}`,
    ),
    ...unusable.map(({ source, why }) => `  not used: ${shown(source)}: ${shown(why)}`),
    'Margins (the smallest with which an unchanged checkpoint will probably keep every guardrail):',
    ...margins.map(({ guardrail, setting, outlook }) =>
      setting === 'off'
        ? `  ${guardrail}: off, too few items`
        : `  ${guardrail}: ${marginWords(setting.margin)}, detects losses of at least ${marginWords({ ...setting.margin, fraction: Math.max(...outlook.map(({ detectable }) => detectable)) })}`,
    ),
    ...(modelFile === undefined
      ? [
          'No workflow was written, because no file with a model version was found. To check pull requests, set checkpoints.file and checkpoints.version in reversal.yml.',
        ]
      : [`Model version: ${shown(version)} (${shown(modelFile.path)}, at ${shown(modelFile.pointer)}).`]),
    '',
    'Next:',
    ...(withExample && isOfThisMachine(servedAt)
      ? [`  node ${packageRoot}dist/simulator.js --evals evals --port ${portOf(address)} &`]
      : []),
    '  reversal-check plan',
    `  ${checkCommand({ versions: { old: version, new: withExample ? 'v2' : 'NEW-VERSION' } })}`,
    ...(names.length === 0 ? [] : [`First set ${names.join(' and ')} in this shell and in the workflow.`]),
    ...(workflow && isOfThisMachine(servedAt)
      ? [
          "GitHub's runners cannot reach a server on this machine. Before you use the workflow, set base-url to an address that they can reach.",
        ]
      : []),
    ...(workflow && action.startsWith('OWNER/')
      ? ["In the workflow, replace OWNER with the Action's owner."]
      : []),
    'Commit these files.',
    '',
  ]
    .join('\n')
    .replaceAll('\u00A0', ' ');
}

const portOf = (address: string | undefined): string =>
  (address !== undefined && URL.canParse(address) && new URL(address).port) || '8000';

import type { ServedAt } from './answers.ts';
import type { ModelFile } from './find-model-file.ts';
import type { ProposedMargin } from './propose-margins.ts';
import type { Guardrail, GuardrailName } from '../config/policy.ts';
import { marginSetting } from '../result/sentences/margins.ts';

/** A suite as written in the configuration. */
export interface DraftedSuite {
  readonly name: string;
  readonly role: 'target' | 'ood' | 'open';
  /** The path of the suite's file, relative to the configuration's folder. */
  readonly items: string;
  /** The grader; undefined for open suites. */
  readonly grader: string | undefined;
  readonly template: string | undefined;
  /** The suite's own guardrails; default: none. */
  readonly margins?: readonly ProposedMargin[];
}

/** The values for a new configuration. */
export interface Draft {
  readonly modelFile: ModelFile | undefined;
  /** The baseline version for the nightly check; undefined if there is no nightly check. */
  readonly baseline: string | undefined;
  readonly model: string;
  readonly servedAt: ServedAt;
  /** The name of the variable that contains the API key; undefined if no key is needed. */
  readonly apiKeyEnv: string | undefined;
  readonly suites: readonly DraftedSuite[];
  /** The guardrails that are off because they apply to no suite, with the reason. */
  readonly notCarried: readonly { readonly guardrail: GuardrailName; readonly why: string }[];
}

/** The path of the configuration that is drafted. */
export const CONFIG = 'reversal.yml';

/** Samples per item and side. */
export const SAMPLES_PER_ITEM = 16;

/** Writes text as a plain scalar if YAML reads it back unchanged; otherwise, in double quotes with JSON's escapes. */
const scalar = (text: string): string =>
  /^(?:[A-Za-z]|\/)[\w./{}:-]*[\w/}]$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/iu.test(text)
    ? text
    : JSON.stringify(text);

const settingText = (setting: Guardrail): string =>
  setting === 'off' ? 'off' : `{ margin: ${marginSetting(setting.margin)} }`;

/** The lines of a suite's own guardrails; empty if it has none. */
function guardrailLines(margins: readonly ProposedMargin[]): readonly string[] {
  const own = margins.filter(({ isDefault }) => !isDefault);
  if (own.length === 0) return [];
  const narrowest = own.some(({ setting }) => setting !== 'off');
  return [
    `    guardrails:${narrowest ? ' # the narrowest margins that its items can support' : ''}`,
    ...own.map(
      ({ guardrail, setting, why }) =>
        `      ${guardrail}: ${settingText(setting)}${why === undefined ? '' : ` # ${why}`}`,
    ),
  ];
}

/** The lines of a suite under `suites:`. */
export const suiteLines = ({
  name,
  role,
  items,
  grader,
  template,
  margins = [],
}: DraftedSuite): readonly string[] => [
  `  - name: ${scalar(name)}`,
  `    role: ${role}`,
  `    items: ${scalar(items)}`,
  ...(grader === undefined ? [] : [`    grader: ${grader}`]),
  ...(template === undefined ? [] : [`    template: ${JSON.stringify(template)}`]),
  ...guardrailLines(margins),
];

/** Returns the text of `reversal.yml`. */
export function configText(draft: Draft): string {
  const { modelFile, baseline, model, servedAt, apiKeyEnv, suites, notCarried } = draft;
  return [
    'checkpoints:',
    ...(modelFile === undefined
      ? []
      : [
          `  file: ${scalar(modelFile.path)} # pull requests that change the version in this file are checked`,
          `  version: ${scalar(modelFile.pointer)}`,
        ]),
    `  model: ${scalar(model)}`,
    'url' in servedAt ? `  base-url: ${scalar(servedAt.url)}` : `  base-url-env: ${servedAt.env}`,
    ...(apiKeyEnv === undefined ? [] : [`  api-key-env: ${apiKeyEnv}`]),
    ...(baseline === undefined ? [] : [`  baseline: ${scalar(baseline)} # the baseline of the nightly run`]),
    '',
    `sampling: { n: ${SAMPLES_PER_ITEM}, temperature: 0.8, top-p: 0.95, max-tokens: 1024 }`,
    '',
    'suites:',
    ...suites.flatMap(suiteLines),
    '',
    ...(notCarried.length === 0
      ? []
      : ['guardrails:', ...notCarried.map(({ guardrail, why }) => `  ${guardrail}: off # ${why}`), '']),
    'policy: { fail-on: [reversal, regression, invalid] }',
    '',
  ].join('\n');
}

import type { Suite } from '../evalset/suite.ts';
import { quoted } from '../files/printable.ts';
import type { Mistake } from '../files/mistakes.ts';
import { configError } from '../files/problem.ts';
import type { GuardrailName } from './policy.ts';
import { unenforceableBudget } from './unenforceable-budget.ts';
import { type SuiteOutline, appliesTo, guardedBy, unmeasurable } from './measurable-guardrails.ts';
import type { Config } from './schema/config.ts';
import { judgesIn } from './secrets.ts';
import type { ServeConfig } from './schema/serve.ts';

const GUARDS: Readonly<Record<GuardrailName, string>> = {
  accuracy: 'a suite with role target',
  coverage: 'a suite with role target',
  diversity:
    'a suite with role target whose grader is not choice (unless there are embeddings), or a suite with role open',
  ood: 'a suite with role ood',
  'hardest-group': 'a suite with role target whose items have a "group"',
};

const NAMES = ['accuracy', 'coverage', 'diversity', 'ood'] as const;

const isOn = (config: Config, name: GuardrailName): boolean => config.policy.guardrails[name] !== 'off';

/**
 * Returns a mistake for each configured guardrail that has nothing to guard. Without this check, such guardrails would
 * pass silently.
 */
const idleGuardrails = (config: Config, suites: readonly SuiteOutline[]): Mistake[] =>
  NAMES.filter(
    (name) =>
      config.writtenGuardrails.includes(name) &&
      isOn(config, name) &&
      appliesTo(config, name, suites).length === 0,
  ).map((name) => ({
    path: ['guardrails', name],
    at: 'key',
    what: `guardrails.${name}: found no suite that it applies to, expected ${GUARDS[name]}`,
    fix: `Add such a suite, or remove guardrails.${name}.`,
  }));

/** Returns a mistake for each guardrail of a suite that does not apply to this suite. */
const idleOnSuites = (
  config: Config,
  suites: readonly SuiteOutline[],
  names: readonly GuardrailName[],
): Mistake[] =>
  config.suites.flatMap(({ name: suite, role, guardrails }, index) =>
    names
      .filter((name) => guardrails?.[name] !== undefined && guardrails[name] !== 'off')
      .filter((name) => !appliesTo(config, name, suites).some((each) => each.name === suite))
      .map((name): Mistake => ({
        path: ['suites', index, 'guardrails', name],
        at: 'key',
        what: `suites[${index}].guardrails.${name}: found on suite ${suite} (role ${role}), expected ${GUARDS[name]}`,
        fix: 'Remove it, because this guardrail does not apply to the suite.',
      })),
  );

const nothingToJudge = (config: Config, suites: readonly SuiteOutline[]): Mistake[] => {
  if (suites.some(({ role }) => role === 'target')) return [];
  if (NAMES.some((name) => guardedBy(config, name, suites).length > 0)) return [];
  return [
    {
      path: ['guardrails'],
      at: 'key',
      what: 'guardrails: found no suite with role target, and no active guardrail applies to any suite, so the check would measure nothing',
      fix: 'Add a suite with role target, or turn on a guardrail for an existing suite (ood for role ood, diversity for role open).',
    },
  ];
};

const idleGreedy = ({ sampling, suites }: Config): Mistake[] =>
  sampling.greedy && suites.every(({ role }) => role === 'open')
    ? [
        {
          path: ['sampling', 'greedy'],
          at: 'key',
          what: 'sampling.greedy: found no suite with right answers, so greedy accuracy cannot be measured',
          fix: 'Remove sampling.greedy, or add a suite with role target or ood.',
        },
      ]
    : [];

/**
 * Returns a mistake for each secret that would be passed to a server started by the check. Variables whose names mark
 * them as secrets have already been rejected.
 */
const secretsHandedOn = ({ checkpoints, embeddings, suites }: Config): Mistake[] => {
  if (checkpoints === undefined) return [];
  const { old, new: candidate } = checkpoints;
  const judges = judgesIn({ suites });
  const secrets = new Set([
    ...[checkpoints, old, candidate, embeddings, ...judges].map((place) => place?.apiKeyEnv),
    ...[checkpoints, embeddings, ...judges].flatMap((place) => [place?.headersEnv, place?.baseUrlEnv]),
  ]);
  const places: readonly [path: readonly string[], serve: ServeConfig | undefined][] = [
    [['checkpoints', 'serve'], checkpoints.serve],
    [['checkpoints', 'old', 'serve'], old.serve],
    [['checkpoints', 'new', 'serve'], candidate.serve],
  ];
  return places.flatMap(([path, serve]) =>
    (serve?.env ?? [])
      .filter((name) => secrets.has(name))
      .map((name): Mistake => ({
        path: [...path, 'env'],
        at: 'key',
        what: `${path.join('.')}.env: found ${name}, which this configuration uses as a secret`,
        fix: 'Remove it. The check sends no key to a server that it starts.',
      })),
  );
};

/** Returns a mistake for each suite without an items file. */
export const missingItems = ({ suites }: Config): Mistake[] =>
  suites.flatMap(({ items }, index): Mistake[] =>
    items === undefined
      ? [
          {
            path: ['suites', index, 'items'],
            at: 'value',
            what: `suites[${index}].items: missing, expected the path of a JSONL file`,
            fix: 'Add items: evals/gsm8k.jsonl',
          },
        ]
      : [],
  );

/** Checks that involve several keys. They find combinations that could not measure anything or would have no effect. */
export const crossChecks = (config: Config): Mistake[] => {
  const suites = config.suites.map(({ name, role }): SuiteOutline => ({ name, role, items: [] }));
  const idle = [...idleGuardrails(config, suites), ...idleOnSuites(config, suites, NAMES)];
  return [
    ...idle,
    ...(idle.length > 0 ? [] : nothingToJudge(config, suites)),
    ...unmeasurable({ config, suites, n: config.sampling.n }),
    ...idleGreedy(config),
    ...secretsHandedOn(config),
    ...unenforceableBudget(config),
  ];
};

/**
 * Rejects a hardest group that contains no items. Also rejects a configured hardest-group guardrail if no target suite
 * has groups.
 *
 * @throws {ConfigError} listing every such suite with its groups
 */
export const checkHardestGroups = (options: {
  readonly config: Config;
  readonly suites: readonly Suite[];
  /** The configuration file, for the error message. */
  readonly path?: string;
}): void => {
  const { config, suites } = options;
  const mistakes = config.suites.flatMap(({ name, hardestGroup }, index): Mistake[] => {
    const groups = new Set(suites.find((suite) => suite.name === name)?.items.map(({ group }) => group));
    if (hardestGroup === undefined || groups.has(hardestGroup)) return [];
    const known = [...groups].filter((group) => group !== undefined).toSorted();
    const shown = known.slice(0, 10).map(quoted).join(', ');
    return [
      {
        path: ['suites', index, 'hardest-group'],
        at: 'value',
        what: `suites[${index}].hardest-group: found ${quoted(hardestGroup)}, but no item of ${name} belongs to this group`,
        fix:
          known.length === 0
            ? 'Give the items a "group", or remove hardest-group.'
            : `Use one of these groups: ${shown}${known.length > 10 ? ', …' : ''}`,
      },
    ];
  });
  const name = 'hardest-group';
  mistakes.push(...idleOnSuites(config, suites, [name]));
  const asked = config.writtenGuardrails.includes(name) && isOn(config, name);
  if (asked && appliesTo(config, name, suites).length === 0) {
    mistakes.push({
      path: ['guardrails', name],
      at: 'key',
      what: `guardrails.${name}: found no suite that it applies to, expected ${GUARDS[name]}`,
      fix: `Give the items a "group", or remove guardrails.${name}.`,
    });
  }
  if (mistakes.length > 0) throw configError(options.path ?? 'the configuration', mistakes);
};

import type { Item, Suite } from '../evalset/suite.ts';
import type { Mistake } from '../files/mistakes.ts';
import { configError } from '../files/problem.ts';
import { asksForChoice } from './graders/graders.ts';
import type { GuardrailName } from './policy.ts';
import type { Config } from './schema/config.ts';

/** Minimum number of samples per item that each of these guardrails needs to be able to fail a check. */
export const SAMPLES_NEEDED = { coverage: 8, diversity: 4, 'hardest-group': 4 } as const satisfies Partial<
  Record<GuardrailName, number>
>;

/** The suite properties that determine which guardrails apply. */
export type SuiteOutline = Pick<Suite, 'name' | 'role'> & { readonly items: readonly Pick<Item, 'group'>[] };

/** Whether diversity is measured on this suite. On multiple-choice suites, only semantic diversity is measured. */
const hasDiversity = (config: Config, { name, role }: SuiteOutline): boolean => {
  const grader = config.suites.find((suite) => suite.name === name)?.grader;
  return (
    role === 'open' || (role === 'target' && (!asksForChoice(grader) || config.embeddings !== undefined))
  );
};

/** The suites that a guardrail applies to; may be empty. Groups are known only after the items have been read. */
export const appliesTo = (
  config: Config,
  name: GuardrailName,
  suites: readonly SuiteOutline[],
): readonly SuiteOutline[] => {
  if (name === 'ood') return suites.filter(({ role }) => role === 'ood');
  if (name === 'diversity') return suites.filter((suite) => hasDiversity(config, suite));
  const targets = suites.filter(({ role }) => role === 'target');
  if (name !== 'hardest-group') return targets;
  return targets.filter(({ items }) => items.some(({ group }) => group !== undefined));
};

/** The suites that a guardrail applies to and on which it is not off. */
export const guardedBy = (
  config: Config,
  name: GuardrailName,
  suites: readonly SuiteOutline[],
): readonly SuiteOutline[] =>
  appliesTo(config, name, suites).filter((suite) => {
    const own = config.suites.find((each) => each.name === suite.name)?.guardrails?.[name];
    return (own ?? config.policy.guardrails[name]) !== 'off';
  });

/** Where a guardrail is set: for all suites, or for one suite. */
interface SetAt {
  readonly path: readonly (string | number)[];
  /** The path as text, such as `suites[1].guardrails.coverage`. */
  readonly key: string;
}

/** Where a guardrail is set for these suites: once for all suites without a setting of their own. */
const settingsOf = (config: Config, name: GuardrailName, suites: readonly SuiteOutline[]): SetAt[] => {
  const own = config.suites.flatMap((suite, index): SetAt[] =>
    suite.guardrails?.[name] !== undefined && suites.some((each) => each.name === suite.name)
      ? [{ path: ['suites', index, 'guardrails', name], key: `suites[${index}].guardrails.${name}` }]
      : [],
  );
  const forAll = suites.length > own.length;
  return [...(forAll ? [{ path: ['guardrails', name], key: `guardrails.${name}` }] : []), ...own];
};

const samples = (n: number): string => (n === 1 ? 'one sample per item' : `${n} samples per item`);

const subject: Readonly<Record<keyof typeof SAMPLES_NEEDED, string>> = {
  coverage: 'coverage',
  diversity: 'diversity',
  'hardest-group': 'the hardest group',
};

const tooFew = (name: keyof typeof SAMPLES_NEEDED, { path, key }: SetAt, n: number): Mistake => ({
  path,
  at: 'value',
  what: `${key}: ${samples(n)} cannot measure ${subject[name]}, expected sampling.n of at least ${SAMPLES_NEEDED[name]}`,
  fix: `Set sampling.n: ${SAMPLES_NEEDED[name]} or more, or turn the guardrail off with ${key}: off`,
});

const noRandomness = (name: 'coverage' | 'diversity', { path, key }: SetAt): Mistake => ({
  path,
  at: 'value',
  what: `${key}: at temperature 0, all samples of an item are identical, so they cannot measure ${subject[name]}`,
  fix: `Set sampling.temperature above 0, for example 0.8, or turn the guardrail off with ${key}: off`,
});

/** The guardrails that are on and apply to a suite, but cannot be measured with n samples per item. */
export const unmeasurable = (options: {
  readonly config: Config;
  readonly suites: readonly SuiteOutline[];
  readonly n: number;
}): Mistake[] => {
  const { config, suites, n } = options;
  const names = ['coverage', 'diversity', 'hardest-group'] as const;
  return names.flatMap((name) => {
    const set = settingsOf(config, name, guardedBy(config, name, suites));
    if (n < SAMPLES_NEEDED[name]) return set.map((at) => tooFew(name, at, n));
    return name !== 'hardest-group' && config.sampling.temperature === 0
      ? set.map((at) => noRandomness(name, at))
      : [];
  });
};

/**
 * Rejects a policy if a guardrail cannot be measured with n samples per item: coverage needs at least 8 samples, and
 * diversity and the hardest group (if items have groups) need at least 4. Coverage and diversity also need a
 * temperature above 0. Runs before anything is sampled.
 *
 * @throws {ConfigError} listing every such guardrail, the number of samples it needs, and how to switch it off
 */
export const checkPolicyCanBeMeasured = (options: {
  readonly config: Config;
  readonly suites: readonly SuiteOutline[];
  /** Samples per item and side: `sampling.n`, or the number in the files. */
  readonly n: number;
  /** The configuration file, for the error message. */
  readonly path?: string;
}): void => {
  const mistakes = unmeasurable(options);
  if (mistakes.length > 0) throw configError(options.path ?? 'the configuration', mistakes);
};

import { isAbsolute, join, relative, sep } from 'node:path';
import { lockPathOf } from '../config/lock/lock.ts';
import { appliesTo, SAMPLES_NEEDED } from '../config/measurable-guardrails.ts';
import type { GuardrailName } from '../config/policy.ts';
import { parseConfig } from '../config/read.ts';
import type { Config } from '../config/schema/config.ts';
import { ConfigError } from '../errors.ts';
import type { Role } from '../evalset/suite.ts';
import { appendToList } from '../files/yaml-append.ts';
import { pin } from '../run/plan/pin.ts';
import type { Files } from '../run/stages/plan.ts';
import { readYes } from './answers.ts';
import { explained, type InitialSuite } from './compose-suites.ts';
import { type PlannedSuite, toPlan } from './composed.ts';
import { readDataSets } from './data-sets.ts';
import { CONFIG, type DraftedSuite, suiteLines } from './draft-config.ts';
import type { FoundSuite } from './find-eval-sets.ts';
import type { DraftedFile } from './init.ts';
import { FEWEST_ITEMS } from './look-around.ts';
import { type ProposedMargin, proposeMargins } from './propose-margins.ts';
import type { Ask, Given } from './questions.ts';
import { onePerName, placeSuite, withOverlay } from './suite-files.ts';
import { sameQuestions } from './without-repeats.ts';

/** What adding data to a check would write, or the suite that already has the data. */
export type Addition =
  | { readonly same: string }
  | {
      readonly files: readonly DraftedFile[];
      readonly suite: InitialSuite;
      /** What to know about the data and the lock, in sentences. */
      readonly notes: readonly string[];
    };

/**
 * Drafts a configuration with one more suite, and its lock. Does not write files.
 *
 * @throws {ConfigError} if there is no valid configuration, or if the file cannot be a suite
 */
export async function draftAddition({
  folder,
  source,
  files,
  given,
  ask,
}: {
  readonly folder: string;
  readonly source: string;
  readonly files: Files;
  readonly given: Given;
  readonly ask: Ask;
}): Promise<Addition> {
  const bytes = await files.readIfThere(join(folder, CONFIG));
  if (bytes === undefined)
    throw new ConfigError({
      what: 'there is no configuration yet that a suite could be added to',
      where: CONFIG,
      fix: 'Create it first: reversal-check init',
    });
  const text = Buffer.from(bytes).toString();
  const { config } = parseConfig(text, CONFIG);
  const data = await readOne(source, folder, files);
  const same = await suiteWith(data, { config, folder, files });
  if (same !== undefined) return { same };
  const [found = data] = onePerName(
    [data],
    config.suites.map(({ name }) => name),
  );
  const role = await roleOf(found, config, given, ask);
  const placed = await placeSuite(found, role, { folder, files });
  const overlay = new Map(placed.file === undefined ? [] : [[placed.file.path, placed.file.text]]);
  const textWith = (drafted: DraftedSuite): string => added(text, drafted);
  const bare = textWith(placed.drafted);
  const planned = await explained(bare, [placed], () =>
    toPlan(bare, folder, withOverlay(files, folder, overlay)),
  );
  const margins = withoutOff(
    proposeMargins(planned, config.sampling.n, config.policy, new Set([found.name])),
    config,
    planned.filter(({ name }) => name !== found.name),
  );
  const [useless] = margins;
  if (useless !== undefined && role !== 'target' && margins.every(({ setting }) => setting === 'off'))
    throw new ConfigError({
      what: `this suite could support no guardrail: ${useless.why ?? 'they are off'}`,
      where: source,
      fix: 'Add items. With 185 independent items, the default margins work.',
    });
  const drafted = { ...placed.drafted, margins };
  const complete = textWith(drafted);
  const wasPinned = await isPinned(folder, files);
  const lock = await explained(complete, [placed], () =>
    pin(join(folder, CONFIG), withOverlay(files, folder, new Map([...overlay, [CONFIG, complete]]))),
  );
  return {
    files: [
      ...[...overlay].map(([path, content]) => ({ path, text: content, needed: true })),
      { path: CONFIG, text: complete, needed: true, extends: true },
      { path: lockPathOf(CONFIG), text: lock.text, needed: true, extends: true },
    ],
    suite: {
      ...drafted,
      margins,
      count: found.count,
      excluded: planned.find(({ name }) => name === found.name)?.excluded?.items.length ?? 0,
      convertedFrom: placed.file === undefined ? [] : found.sources,
    },
    notes: [
      ...found.notes,
      ...(wasPinned
        ? []
        : ['The lock was not up to date before. It now pins the other suites as they are, too.']),
    ],
  };
}

/** The data of a file, with its path relative to the folder. Data outside the folder is copied into it. */
async function readOne(source: string, folder: string, files: Files): Promise<FoundSuite> {
  const { suites, unusable } = await readDataSets([source], files.open);
  const [found] = suites;
  const why =
    unusable[0]?.why ??
    ((found?.count ?? 0) < FEWEST_ITEMS
      ? `it has ${found?.count ?? 0} items, but at least ${FEWEST_ITEMS} are required`
      : undefined);
  if (found === undefined || why !== undefined)
    throw new ConfigError({
      what: `this file cannot be a suite: ${why ?? 'it has no items'}`,
      where: source,
      fix: 'Expected items, or a data set as it is published. For other data, see: reversal-check import --help',
    });
  const path = relative(folder, source).split(sep).join('/');
  const isInside = !path.startsWith('../') && !isAbsolute(path);
  const rewritten =
    found.rewritten ?? (isInside ? undefined : Buffer.from(await files.readFile(source)).toString());
  return { ...found, sources: [isInside ? path : source], rewritten };
}

/** The suite of the configuration that has the same questions; undefined if there is none. */
async function suiteWith(
  data: FoundSuite,
  { config, folder, files }: { readonly config: Config; readonly folder: string; readonly files: Files },
): Promise<string | undefined> {
  for (const { name, items } of config.suites) {
    if (items === undefined) continue;
    const { suites } = await readDataSets([join(folder, items)], files.open);
    if (suites.some((suite) => sameQuestions(suite, data))) return name;
  }
  return undefined;
}

async function roleOf(
  { name, grader }: FoundSuite,
  { suites }: Config,
  given: Given,
  ask: Ask,
): Promise<Role> {
  if (grader === undefined) return 'open';
  if (given.target !== undefined) return given.target === name ? 'target' : 'ood';
  const isTarget = await ask({
    text: `Was the model trained for ${name}? y or n`,
    fallback: suites.some(({ role }) => role === 'target') ? 'n' : 'y',
    read: readYes,
  });
  return isTarget ? 'target' : 'ood';
}

function added(text: string, suite: DraftedSuite): string {
  const lines = suiteLines(suite);
  const found = appendToList(text, 'suites', lines);
  if (found !== undefined) return found;
  throw new ConfigError({
    what: 'cannot add a suite to the list of suites as it is written here',
    where: CONFIG,
    fix: `Add it yourself, then run reversal-check pin:\n${lines.join('\n')}`,
  });
}

/**
 * Leaves out guardrails that the user turned off although a suite has them, and those that the number of samples cannot
 * measure. A guardrail that is off because no suite had it is on for the new suite.
 */
const withoutOff = (
  margins: readonly ProposedMargin[],
  config: Config,
  others: readonly PlannedSuite[],
): readonly ProposedMargin[] => {
  const isOff = (name: GuardrailName): boolean => {
    const needed: number = { accuracy: 1, ood: 1, ...SAMPLES_NEEDED }[name];
    if (config.sampling.n < needed) return true;
    return config.policy.guardrails[name] === 'off' && appliesTo(config, name, others).length > 0;
  };
  return margins.filter(({ guardrail }) => !isOff(guardrail));
};

async function isPinned(folder: string, files: Files): Promise<boolean> {
  const before = await files.readIfThere(join(folder, lockPathOf(CONFIG)));
  const { text } = await pin(join(folder, CONFIG), files);
  return before !== undefined && Buffer.from(before).toString() === text;
}

import { basename } from 'node:path';
import { readConfig, parseConfig, type ReadConfig } from '../../config/read.ts';
import { unmeasurable } from '../../config/measurable-guardrails.ts';
import type { SuiteConfig } from '../../config/schema/suites.ts';
import { ConfigError } from '../../errors.ts';
import { contentHash } from '../../files/canonical-json.ts';
import { quoted } from '../../files/printable.ts';
import { sortItems } from '../../evalset/sort-items.ts';
import { configError } from '../../files/problem.ts';
import type { GraderSpec } from '../../config/graders/graders.ts';
import { createGrader } from '../../grading/registry.ts';
import { chooseScore } from '../../logs/choose-score.ts';
import { checkSameScorer } from '../../logs/pair-logs.ts';
import type { LogFiles } from '../../logs/read-logs.ts';
import { matchesTask } from '../../logs/task-pattern.ts';
import { completionsFrom, itemsOf } from '../../logs/to-samples.ts';
import type { TaskLog } from '../../logs/task-log.ts';
import type { Completion } from '../../servers/chat/completion.ts';
import type { Compared } from './compared.ts';
import { type Pair, pairUp } from './pair-up.ts';
import { type LogOptions, readBothLogs } from '../stages/read-both-logs.ts';
import {
  checkPlan,
  type Files,
  type Plan,
  type PlannedSuite,
  readGraderFiles,
  readWaivers,
} from '../stages/plan.ts';

/** The user's options for logs. */
export interface LogsAsked extends LogOptions {
  /**
   * The scores that determine whether a sample is correct. For each task, the first of these scores that the task's log
   * contains is used. If the list is empty, the task's only score is used.
   */
  readonly scores: readonly string[];
  /** The grader for the completions; undefined to use the scores in the logs. Allowed only without a configuration. */
  readonly grader: string | undefined;
  /** The tasks, or patterns for them, that the models were not trained for. Allowed only without a configuration. */
  readonly ood: readonly string[];
}

/**
 * Reads two models' logs as the input of a comparison. Items, prompts and answers come from the logs and must be the
 * same on both sides. Without a configuration, every task is a target unless listed in `ood`; guardrails that these
 * samples cannot measure are off, and a note lists them.
 *
 * @throws {ConfigError} if logs are invalid or do not belong together, and as `readPlan` does
 */
export async function comparedLogs({
  asked,
  configPath,
  paths,
  files,
}: {
  readonly asked: LogsAsked;
  /** Undefined to compare with the defaults. */
  readonly configPath: string | undefined;
  readonly paths: { readonly old: string; readonly new: string };
  readonly files: Files & LogFiles;
}): Promise<Compared> {
  const logs = await readBothLogs(asked, paths, files);
  const written = configPath === undefined ? undefined : await readLogConfig(configPath, asked, files);
  const names = written?.config.suites.map(({ name }) => name);
  const { pairs, leftOut } = pairUp(logs, { names, paths, tool: asked.tool });
  const notes = [
    ...logs.notes,
    ...(leftOut.length === 0
      ? []
      : [`Ignored tasks that the configuration does not list: ${leftOut.join(', ')}.`]),
  ];
  for (const pair of pairs) logs.checkSame(pair.suite, pair.old, pair.new);
  const read = written ?? defaults(asked, pairs, notes);
  const { config } = read;
  const drawing = drawingOf(pairs, config.suites);
  const withDrawing = {
    ...config,
    sampling: {
      ...config.sampling,
      ...(drawing.temperature !== undefined && { temperature: drawing.temperature }),
    },
  };
  const suites: PlannedSuite[] = [];
  const generations = { old: [] as Completion[], new: [] as Completion[] };
  const gradedBy = new Map<string, string>();
  for (const suite of config.suites) {
    const pair = pairs.find((each) => each.suite === suite.name);
    if (pair === undefined) throw new Error(`no logs for ${suite.name}`);
    const grader = graderOf(suite.grader, pair);
    suites.push(await planSuite(suite, grader, { pair, configPath, files }));
    const score =
      grader?.type === 'given' ? chooseScore(suite.name, [pair.old, pair.new], asked.scores) : undefined;
    if (score !== undefined) {
      checkSameScorer(suite.name, score, pair.old, pair.new);
      gradedBy.set(suite.name, `${score}, as ${asked.tool} logged it`);
    }
    for (const each of completionsFrom(pair.old, suite.name, score)) generations.old.push(each);
    for (const each of completionsFrom(pair.new, suite.name, score)) generations.new.push(each);
  }
  const plan: Plan = {
    config: withDrawing,
    configPath: read.path,
    configHash: written?.hash ?? '',
    suites,
    waivers: configPath === undefined ? [] : await readWaivers(configPath, files),
    gradedBy,
  };
  try {
    checkPlan(plan, drawing.samplesPerItem);
  } catch (error) {
    throw configPath === undefined && pairs.length > 1 ? withPoolHint(error) : error;
  }
  return {
    plan,
    generations,
    samplesPerItem: (suite) => pairs.find((each) => each.suite === suite)?.old.samplesPerItem ?? 1,
    sampling: {
      n: Object.fromEntries(pairs.map((pair) => [pair.suite, pair.old.samplesPerItem])),
      logged: Object.fromEntries(pairs.map((pair) => [pair.suite, pair.old.sampling])),
    },
    names: { old: nameOf(paths.old), new: nameOf(paths.new) },
    notes,
  };
}

/** Adds a hint about `--pool`, because several tasks that are each too small may be large enough together. */
function withPoolHint(error: unknown): unknown {
  if (!(error instanceof ConfigError)) return error;
  const { what, where, fix, mistakes } = error;
  const hint =
    "If the tasks belong together, such as the subjects of MMLU, compare them as one suite: --pool 'mmlu=mmlu_*'";
  return new ConfigError({
    what,
    ...(where !== undefined && { where }),
    fix: `${fix}\n  ${hint}`,
    mistakes,
    cause: error,
  });
}

const nameOf = (path: string): string => basename(path).replace(/\.(?:jsonl?|eval)$/u, '');

async function readLogConfig(path: string, { grader, ood }: LogsAsked, files: Files): Promise<ReadConfig> {
  if (grader !== undefined || ood.length > 0) {
    throw new ConfigError({
      what: `found --${grader === undefined ? 'ood' : 'grader'} together with --config, but the configuration sets the role and grader of every suite`,
      where: 'the command line',
      fix: 'Set role: ood or grader in the configuration.',
    });
  }
  return readConfig({ path, readFile: files.readFile, items: 'logged' });
}

const WITHOUT = 'the defaults (to change them, use --config)';

/** The defaults: every task is a target unless listed in `ood`, and guardrails that these samples cannot measure are off. */
function defaults({ grader = 'given', ood }: LogsAsked, pairs: readonly Pair[], notes: string[]): ReadConfig {
  const unknown = ood.find((pattern) => !pairs.some(({ suite }) => matchesTask(pattern, suite)));
  if (unknown !== undefined) {
    throw new ConfigError({
      what: `found no task ${quoted(unknown)}; the logs contain ${pairs.map(({ suite }) => suite).join(', ')}`,
      where: '--ood',
      fix: 'Use the name of a task in the logs, with * for any characters.',
    });
  }
  const suites = pairs.map(({ suite, old }) => ({
    name: suite,
    role: ood.some((pattern) => matchesTask(pattern, suite)) ? 'ood' : 'target',
    grader: grader === 'given' && isChoice(old) ? { type: 'given', choice: true } : grader,
  }));
  const parse = (off: readonly string[]): ReadConfig => {
    const guardrails = Object.fromEntries(off.map((name) => [name, 'off']));
    return parseConfig(JSON.stringify({ suites, guardrails }), WITHOUT, { items: 'logged' });
  };
  const read = parse([]);
  const { samplesPerItem, temperature = read.config.sampling.temperature } = drawingOf(
    pairs,
    read.config.suites,
  );
  const off = unmeasurable({
    config: { ...read.config, sampling: { ...read.config.sampling, temperature } },
    suites: pairs.map(({ suite: name, old }, at) => ({
      name,
      role: read.config.suites[at]?.role ?? 'target',
      items: [...old.items.values()].map(({ group }) => ({ group })),
    })),
    n: samplesPerItem,
  }).map(({ path }) => String(path[1]));
  if (off.length === 0) return read;
  const because =
    samplesPerItem > 1 && temperature === 0
      ? 'at temperature 0, all samples of an item are identical'
      : `the logs have ${samplesPerItem === 1 ? 'one sample' : `${samplesPerItem} samples`} per item`;
  notes.push(`Guardrails that are off because ${because}: ${off.join(', ')}.`);
  return parse(off);
}

const isChoice = ({ items }: TaskLog): boolean => [...items.values()].every(({ choice }) => choice);

/**
 * The number of samples and the temperature to check the policy against, taken from the suites whose samples are
 * compared.
 */
function drawingOf(
  pairs: readonly Pair[],
  suites: readonly SuiteConfig[],
): { readonly samplesPerItem: number; readonly temperature: number | undefined } {
  const sampled = pairs.filter(({ suite }) =>
    suites.some(({ name, role }) => name === suite && role !== 'ood'),
  );
  const relevant = (sampled.length === 0 ? pairs : sampled).map(({ old }) => old);
  const temperatures = relevant.flatMap(({ temperature }) => temperature ?? []);
  return {
    samplesPerItem: Math.min(...relevant.map(({ samplesPerItem }) => samplesPerItem)),
    temperature: temperatures.length === 0 ? undefined : Math.min(...temperatures),
  };
}

function graderOf(spec: GraderSpec | undefined, { old }: Pair): GraderSpec | undefined {
  return spec?.type === 'given' && isChoice(old) ? { ...spec, choice: true } : spec;
}

async function planSuite(
  suite: SuiteConfig,
  grader: GraderSpec | undefined,
  {
    pair,
    configPath,
    files,
  }: { readonly pair: Pair; readonly configPath: string | undefined; readonly files: Files },
): Promise<PlannedSuite> {
  const items = itemsOf(pair.old);
  const checker = grader === undefined ? undefined : createGrader(grader);
  // Both logs have the same prompts, so the items of either can be used.
  const { kept, excluded, problems } = sortItems(items, {
    checks: checker,
    asked: (item) => item,
    grader: grader?.type ?? '',
    fix: 'Choose another grader for the suite, or use the scores in the log: grader: given.',
  });
  if (problems.length > 0) throw configError(pair.old.where, problems);
  if (grader?.type !== 'given') refuseWithoutText(pair);
  return {
    suite: {
      name: suite.name,
      role: suite.role,
      items: kept,
      ...(excluded.length > 0 && { excluded: { items: excluded, of: items.length } }),
      hash: contentHash(items),
    },
    grader,
    graderFiles: configPath === undefined ? new Map() : await readGraderFiles(grader, { configPath, files }),
    hardestGroup: suite.hardestGroup,
    unparseable: suite.unparseable,
  };
}

function refuseWithoutText({ suite, old, new: candidate }: Pair): void {
  const textless = [old, candidate].find(({ items }) =>
    [...items.values()].some(({ samples }) => samples.some(({ text }) => text === undefined)),
  );
  if (textless === undefined) return;
  throw new ConfigError({
    what: `${suite}: the log contains the likelihoods of answer choices, but no text to grade`,
    where: textless.where,
    fix: 'Use the scores in the log: set grader: given, or omit --grader.',
  });
}

import { basename, resolve } from 'node:path';
import { bySuite } from '../stages/by-suite.ts';
import type { Compared } from './compared.ts';
import { comparedLogs, type LogsAsked } from './compared-logs.ts';
import { type Checked, conclude } from '../stages/conclude.ts';
import { type EmbeddingEdges, solutionEmbedder } from '../stages/embed-solutions.ts';
import { ConfigError } from '../../errors.ts';
import type { GradingEdges } from '../../grading/grader.ts';
import { checkGivenOutcomes } from '../stages/given-grader-checks.ts';
import type { LogFiles } from '../../logs/read-logs.ts';
import { invalidIfDistrusted } from '../stages/invalid-if-distrusted.ts';
import { withJudging } from '../stages/judge-budget.ts';
import { judgesOf, openGraders } from '../stages/open-graders.ts';
import type { OpenBudget } from '../stages/prepare.ts';
import type { OnStage } from '../stages/stage-progress.ts';
import type { Files, Plan } from '../stages/plan.ts';
import { checkSamplesSuffice, readPlan } from '../stages/plan.ts';
import { compareArguments } from '../../result/sentences/commands.ts';
import type { CompletionPair } from '../../servers/chat/completion.ts';
import { readCompletions } from '../../store/read-completions.ts';

/** The files to compare. */
export interface ComparedFiles {
  /** Undefined only for logs, which are then compared with the default settings. */
  readonly configPath: string | undefined;
  /** Undefined if the files are in this program's own completions format. */
  readonly logs?: LogsAsked | undefined;
  readonly paths: { readonly old: string; readonly new: string };
  readonly files: Files & LogFiles;
}

/**
 * Compares completions from files: files in this program's own format or another tool's logs. Starts at grading and
 * needs no lock. Calls no models except those that embed solutions or judge.
 *
 * @throws {ConfigError} as `readCompared` does, or if given outcomes are incomplete
 */
export async function compare({
  configPath,
  logs,
  paths,
  files,
  names,
  grading,
  openBudget,
  nowMs,
  onStage,
  ...edges
}: ComparedFiles & {
  /** The sides' names. Default: the files' names. */
  readonly names: { readonly old?: string | undefined; readonly new?: string | undefined };
  readonly grading: GradingEdges;
  /** Limits spending on judge models. Unlimited if absent. */
  readonly openBudget?: OpenBudget;
  /** The time of the check, in milliseconds since 1970. */
  readonly nowMs: number;
  readonly onStage?: OnStage;
} & EmbeddingEdges): Promise<Checked> {
  const compared = await readCompared({ configPath, logs, paths, files });
  const { plan, generations, samplesPerItem, sampling } = compared;
  const embedSolutions = solutionEmbedder(plan.config, edges);
  const leftAside = checkGivenOutcomes(plan, [
    { path: paths.old, generations: generations.old },
    { path: paths.new, generations: generations.new },
  ]);
  const itself =
    resolve(paths.old) === resolve(paths.new)
      ? [`This compares ${paths.old} with itself, so no change can be found. Specify two different files.`]
      : [];
  const sides = {
    old: { version: names.old ?? compared.names.old },
    new: { version: names.new ?? compared.names.new },
  };
  const { budget: limits, prices } = plan.config;
  const judges = judgesOf(plan, grading);
  const budget = judges && openBudget?.({ limits, prices });
  judges?.spendFrom(budget);
  const judge = async (): Promise<Checked> => {
    const graders = await openGraders(plan, grading, judges);
    try {
      return await conclude(plan, {
        graders,
        judging: judges && { judges, budget },
        generations: bySuite(generations),
        greedy: undefined,
        embedSolutions,
        samplesPerItem,
        nowMs,
        ...sides,
        notes: [...itself, ...compared.notes, ...leftAside],
        cost: NOTHING_SPENT,
        lock: undefined,
        sampling,
        command: compareArguments({ configPath, ...logs, from: logs?.tool, names, paths }),
        onStage,
      });
    } finally {
      budget?.end();
      await graders.close();
    }
  };
  return invalidIfDistrusted(plan, judge, {
    ...sides,
    lock: undefined,
    cost: () => withJudging(NOTHING_SPENT, judges, prices),
  });
}

const NOTHING_SPENT = {};

/**
 * Reads the input of a comparison.
 *
 * @throws {ConfigError} if files are invalid or do not belong together, and as `readPlan` does
 */
export async function readCompared({ configPath, logs, paths, files }: ComparedFiles): Promise<Compared> {
  if (logs !== undefined) return comparedLogs({ asked: logs, configPath, paths, files });
  if (configPath === undefined) throw new Error('completions cannot be compared without a configuration');
  const plan = await readPlan(configPath, files);
  const { sampling } = plan.config;
  const [old, candidate] = await Promise.all([
    readCompletions({ path: paths.old, open: files.open }),
    readCompletions({ path: paths.new, open: files.open }),
  ]);
  const generations = { old, new: candidate };
  refuseForeignSuites(plan, generations, paths);
  const samplesPerItem = sampling.nWritten ? sampling.n : samplesIn(generations);
  if (samplesIn(generations) < samplesPerItem) throw tooFewSamples(generations, samplesPerItem, configPath);
  checkSamplesSuffice(plan, samplesPerItem);
  const nameOf = (path: string): string => basename(path).replace(/\.jsonl?$/u, '');
  return {
    plan,
    generations,
    samplesPerItem: () => samplesPerItem,
    sampling: { n: samplesPerItem },
    names: { old: nameOf(paths.old), new: nameOf(paths.new) },
    notes: [],
  };
}

/** The number of samples per item (n) in the files: one more than the largest index. */
function samplesIn({ old, new: candidate }: CompletionPair): number {
  let largest = 0;
  for (const { index } of [...old, ...candidate]) largest = Math.max(largest, index);
  return largest + 1;
}

function tooFewSamples(generations: CompletionPair, n: number, configPath: string): ConfigError {
  const found = samplesIn(generations);
  return new ConfigError({
    what: `found ${n}, but the files contain ${found} ${found === 1 ? 'sample' : 'samples'} per item`,
    where: `${configPath}: sampling.n`,
    fix: `Set sampling.n: ${found}, or remove sampling.n so that compare counts the samples in the files.`,
  });
}

function refuseForeignSuites(
  { config, configPath }: Plan,
  generations: CompletionPair,
  paths: { readonly old: string; readonly new: string },
): void {
  const known = new Set(config.suites.map(({ name }) => name));
  for (const side of ['old', 'new'] as const) {
    const foreign = generations[side].find(({ suite }) => !known.has(suite));
    if (foreign === undefined) continue;
    throw new ConfigError({
      what: `found completions for suite ${JSON.stringify(foreign.suite.slice(0, 100))}, but ${configPath} defines only ${[...known].join(', ')}`,
      where: paths[side],
      fix: 'Add the suite to the configuration, or remove its completions from the file.',
    });
  }
}

import { dirname, join } from 'node:path';
import { checkHardestGroups } from '../../config/cross-checks.ts';
import { checkPolicyCanBeMeasured } from '../../config/measurable-guardrails.ts';
import type { ReadFile } from '../../config/read.ts';
import { readConfig } from '../../config/read.ts';
import { createLock, type Lock } from '../../config/lock/lock.ts';
import type { Config } from '../../config/schema/config.ts';
import { parseWaivers, waiversPathOf } from '../../config/waivers.ts';
import { readSuite } from '../../evalset/read-suite.ts';
import type { Suite } from '../../evalset/suite.ts';
import { asksForChoice, graderFilesOf, type GraderSpec } from '../../config/graders/graders.ts';
import { createGrader } from '../../grading/registry.ts';
import type { OpenFile } from '../../files/json-lines.ts';
import { configError } from '../../files/problem.ts';
import { unreadableFile } from '../../files/unreadable-file.ts';
import type { UnparseableRule } from '../../config/policy.ts';
import { marginSetting } from '../../result/sentences/margins.ts';
import type { Infeasible } from '../../verdict/feasibility.ts';
import { infeasibleGuardrails } from '../../verdict/feasibility.ts';
import { type Standing, standingOf } from '../../verdict/looks.ts';
import type { GuardrailOutlook } from '../../verdict/outlook.ts';
import { outlook } from '../../verdict/outlook.ts';
import type { Waiver } from '../../config/waiver.ts';

/** Maximum size of a grader's file, which may contain data. It is hashed as a single text. */
const LARGEST_GRADER_FILE_BYTES = 500_000_000;

/** Access to files, provided by the entry points. */
export interface Files {
  readonly readFile: ReadFile;
  /** Reads an optional file; returns `undefined` if it does not exist. */
  readonly readIfThere: (path: string) => Promise<Uint8Array | undefined>;
  readonly open: OpenFile;
}

/** A check's plan, read and validated before anything is requested or spent. */
export interface Plan {
  readonly config: Config;
  readonly configPath: string;
  readonly configHash: string;
  /** In the order of the configuration. */
  readonly suites: readonly PlannedSuite[];
  /** The losses that the team has accepted. */
  readonly waivers: readonly Waiver[];
  /**
   * A description of who assigned the outcomes, for each suite with the grader `given`. Default: the author of the
   * files.
   */
  readonly gradedBy?: ReadonlyMap<string, string>;
}

export interface PlannedSuite {
  readonly suite: Suite;
  /** Undefined for open suites. */
  readonly grader: GraderSpec | undefined;
  /** The grader's files by their paths in the configuration. The bytes that were hashed are the bytes that run. */
  readonly graderFiles: ReadonlyMap<string, Uint8Array>;
  readonly hardestGroup: string | undefined;
  /** Default: `unknown`. */
  readonly unparseable?: UnparseableRule | undefined;
}

/**
 * Reads the configuration and the eval set. Rejects a policy with a guardrail that could never be kept because its
 * suite has too few items. Does not grade or execute anything.
 *
 * @throws {ConfigError} for every mistake that the user can fix
 */
export async function readPlan(configPath: string, files: Files): Promise<Plan> {
  const { config, hash } = await readConfig({ path: configPath, readFile: files.readFile });
  const suites = await Promise.all(
    config.suites.map(async (suite): Promise<PlannedSuite> => {
      const grader = suite.grader === undefined ? undefined : createGrader(suite.grader);
      const read = await readSuite({
        suite,
        folder: dirname(configPath),
        open: files.open,
        grader,
        explainForeign: async (path) => {
          // Loaded only for a file without items, because every command reads the plan.
          const { explainPublished } = await import('./explain-published.ts');
          return explainPublished(path, files.open);
        },
      });
      const graderFiles = await readGraderFiles(suite.grader, { configPath, files });
      const { hardestGroup, unparseable } = suite;
      return { suite: read, grader: suite.grader, graderFiles, hardestGroup, unparseable };
    }),
  );
  const waivers = await readWaivers(configPath, files);
  const plan = { config, configPath, configHash: hash, suites, waivers };
  checkPlan(plan, config.sampling.nWritten ? config.sampling.n : undefined);
  return plan;
}

/**
 * Rejects a `hardest` group that does not exist, and a policy with a guardrail that could never be kept because its
 * suite has too few items. If n is known, also rejects a guardrail that cannot be measured with n samples per item.
 *
 * @throws {ConfigError} listing these guardrails or groups
 */
export function checkPlan(plan: Plan, n: number | undefined): void {
  const { config, configPath: path, suites } = plan;
  checkHardestGroups({ config, suites: suites.map(({ suite }) => suite), path });
  if (n !== undefined) checkSamplesSuffice(plan, n);
  checkFeasible(plan);
}

/** Reads the losses that the team has accepted, from the file next to the configuration. */
export async function readWaivers(configPath: string, files: Files): Promise<readonly Waiver[]> {
  const path = waiversPathOf(configPath);
  const written = await files.readIfThere(path);
  return written === undefined ? [] : parseWaivers(written, path);
}

/**
 * Reads a grader's files, by their paths in the configuration.
 *
 * @throws {ConfigError} if a file cannot be read
 */
export async function readGraderFiles(
  grader: GraderSpec | undefined,
  { configPath, files }: { readonly configPath: string; readonly files: Files },
): Promise<ReadonlyMap<string, Uint8Array>> {
  const read = new Map<string, Uint8Array>();
  for (const file of grader === undefined ? [] : graderFilesOf(grader)) {
    const path = join(dirname(configPath), file);
    const bytes = await files.readFile(path, LARGEST_GRADER_FILE_BYTES).catch((error: unknown) => {
      throw unreadableFile(
        path,
        error,
        "Write the paths of the grader's files relative to the configuration.",
      );
    });
    read.set(file, bytes);
  }
  return read;
}

/** The lock for this plan. */
export function lockOf({ config, suites }: Plan): Lock {
  return createLock({
    config,
    suites: suites.map(({ suite }) => suite),
    graderFiles: new Map(suites.map(({ suite, graderFiles }) => [suite.name, graderFiles])),
  });
}

/**
 * Rejects a policy with a guardrail that cannot be measured with n samples per item.
 *
 * @throws {ConfigError} with an n that is sufficient
 */
export function checkSamplesSuffice({ config, configPath, suites }: Plan, n: number): void {
  checkPolicyCanBeMeasured({ config, suites: suites.map(({ suite }) => suite), n, path: configPath });
}

/** The sequence number and significance level of a plan's first look. */
export function firstLook({ config }: Plan): Standing {
  return standingOf({ earlier: [], n: config.sampling.n, extend: config.extend });
}

/** The expected result of each guardrail at a look. */
export function outlookOf(
  { config, suites }: Plan,
  { alpha }: Pick<Standing, 'alpha'>,
): readonly GuardrailOutlook[] {
  return outlook({
    suites: suites.map(({ suite, grader, hardestGroup }) => ({
      ...suite,
      grader: asksForChoice(grader) ? 'choice' : grader?.type,
      hardestGroup,
    })),
    policy: config.policy,
    samplesPerItem: config.sampling.n,
    semantic: config.embeddings !== undefined,
    alpha,
  });
}

/**
 * Rejects a policy with a guardrail that could not be kept at this look, whatever the data, because its suite has too
 * few items. With `policy.extend`, each look uses half the previous look's significance level.
 *
 * @throws {ConfigError} with a number of items that is sufficient
 */
export function checkFeasible(
  { config, configPath, suites }: Plan,
  standing?: Pick<Standing, 'alpha' | 'number'>,
): void {
  const infeasible = infeasibleGuardrails(
    suites.map(({ suite }) => suite),
    config.policy,
    standing?.alpha,
  );
  if (infeasible.length === 0) return;
  const atLook =
    config.extend && standing !== undefined
      ? ` (at look ${standing.number}: with policy.extend, each look uses half the significance level of the previous one)`
      : '';
  throw configError(
    configPath,
    infeasible.map((each) => ({ what: `${whatIsInfeasible(each)}${atLook}`, fix: fixOf(each, config) })),
  );
}

function whatIsInfeasible({ guardrail, suite, margin, effectiveClusters, needed }: Infeasible): string {
  return `guardrails.${guardrail}: suite ${suite} is equivalent to ${Math.floor(effectiveClusters)} independent items, expected at least ${needed}: with fewer, no check can show that a loss stays within the margin of ${marginSetting(margin)}, even if nothing changed`;
}

/** The fix concerns this suite alone, so that a small suite never turns a guardrail off for the others. */
function fixOf({ guardrail, suite, leastFraction }: Infeasible, { suites }: Config): string {
  const index = suites.findIndex(({ name }) => name === suite);
  const key = `suites[${index}].guardrails.${guardrail}`;
  const wider =
    leastFraction === undefined
      ? ''
      : `, set a margin of at least ${marginSetting({ kind: 'points', fraction: Math.ceil(leastFraction * 1000 + 1e-9) / 1000 })} for this suite (${key})`;
  const without =
    suites[index]?.role === 'open' ? 'remove the suite' : 'remove the suite or set its role to open';
  return `Add items to the suite${wider}, turn the guardrail off for this suite with ${key}: off, or ${without}.`;
}

import { compare } from '../../run/compare/compare.ts';
import { openBudget } from '../../sampling/budget.ts';
import { embed } from '../../sampling/embeddings/embeddings.ts';
import { systemTiming } from '../../timing.ts';
import { concludeRun } from '../conclude.ts';
import type { LogsAsked } from '../../run/compare/compared-logs.ts';
import { ConfigError } from '../../errors.ts';
import type { Tool } from '../../logs/task-log.ts';
import { localFiles } from '../files.ts';
import { localGrading } from '../grading.ts';
import { progressDisplay } from '../progress.ts';
import { withReadingStage } from '../reading-stage.ts';
import { claimRunFolder } from '../../run/stages/claim-run-folder.ts';
import type { Terminal } from '../terminal.ts';

type Options = Parameters<typeof compareCommand>[1];

/** The configuration, which is optional only for logs, and the options for logs. */
function judgedBy({ config, from, score, grader, ood, pool, ignorePromptDifference }: Options): {
  readonly configPath: string | undefined;
  readonly logs?: LogsAsked;
} {
  if (from !== undefined)
    return {
      configPath: config,
      logs: {
        tool: from,
        scores: score ?? [],
        grader,
        ood: ood ?? [],
        pools: pool,
        ignoredInPrompts: ignorePromptDifference,
      },
    };
  const forLogs = { score, grader, ood, pool, 'ignore-prompt-difference': ignorePromptDifference };
  const [only] = Object.entries(forLogs).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (only === undefined) return { configPath: config ?? 'reversal.yml' };
  throw new ConfigError({
    what: `found --${only} without --from, but --${only} applies only to another tool's logs`,
    where: 'the command line',
    fix: 'If another tool wrote the logs, name it, for example --from lm-eval. If not, remove the option, because the configuration determines these settings.',
  });
}

/**
 * `reversal-check compare`: compares completions from files. Calls no models except those that judge or embed
 * solutions.
 */
export async function compareCommand(
  paths: { readonly old: string; readonly new: string },
  options: {
    readonly config?: string | undefined;
    readonly from?: Tool | undefined;
    readonly score?: readonly string[] | undefined;
    readonly grader?: string | undefined;
    readonly ood?: readonly string[] | undefined;
    readonly pool?: readonly string[] | undefined;
    readonly ignorePromptDifference?: string | undefined;
    readonly old?: string | undefined;
    readonly new?: string | undefined;
    readonly out: string;
    readonly store: string;
    readonly json: boolean;
  },
  terminal: Terminal,
  interruptible: () => AbortSignal,
): Promise<number> {
  const release = await claimRunFolder(options.out);
  const progress = progressDisplay(terminal, () => performance.now());
  try {
    const checked = await compare({
      ...judgedBy(options),
      paths,
      names: options,
      files: withReadingStage(localFiles, progress.onStage),
      grading: localGrading(terminal, interruptible, { storeDir: options.store, ...progress }),
      openBudget: (budget) => openBudget({ ...budget, timing: systemTiming }),
      nowMs: Date.now(),
      embed: (request) => embed({ ...request, signal: interruptible() }),
      storeDir: options.store,
      env: terminal.env,
      onEmbedding: progress.onEmbedding,
      onStage: progress.onStage,
      onWarning: progress.onWarning,
    });
    progress.stop();
    return await concludeRun(checked, options, terminal);
  } finally {
    progress.stop();
    await release();
  }
}

import { ConfigError } from '../../errors.ts';
import { planRun } from '../../run/plan/plan-run.ts';
import { serialisePlan } from '../../report/plan.ts';
import { renderPlanMarkdown, renderPlanTerminal } from '../../report/plan-rendering.ts';
import { estimateSampling } from '../../sampling/estimate/estimate.ts';
import { estimateEmbedding } from '../../sampling/estimate/estimate-embedding.ts';
import { estimateJudging } from '../../sampling/estimate/estimate-judging.ts';
import { localFiles } from '../files.ts';
import type { Terminal } from '../terminal.ts';
import { renderingFor } from '../terminal.ts';

/** `reversal-check plan`: shows a check's expected requests, cost and statistical power before anything is spent. */
export async function planCommand(
  options: {
    readonly config: string;
    readonly old?: string | undefined;
    readonly new?: string | undefined;
    readonly out: string;
    readonly store: string;
    readonly markdown: boolean;
    readonly json: boolean;
  },
  { out, env }: Terminal,
): Promise<number> {
  const planned = await planRun({
    configPath: options.config,
    versions: versionsOf(options),
    files: localFiles,
    estimator: estimateSampling,
    embeddingEstimator: estimateEmbedding,
    judgingEstimator: estimateJudging,
    storeDir: options.store,
    env,
  });
  if (options.json) out.write(serialisePlan(planned));
  else if (options.markdown) out.write(renderPlanMarkdown(planned));
  else out.write(renderPlanTerminal(planned, renderingFor(out, env)));
  return 0;
}

function versionsOf({
  old,
  new: candidate,
}: {
  readonly old?: string | undefined;
  readonly new?: string | undefined;
}): { readonly old: string; readonly new: string } | undefined {
  if (old !== undefined && candidate !== undefined) return { old, new: candidate };
  if (old === undefined && candidate === undefined) return undefined;
  throw new ConfigError({
    what: `found only --${old === undefined ? 'new' : 'old'}, expected both --old and --new, or neither`,
    where: 'the command line',
    fix: 'Specify both to exclude samples that are already stored, or neither to plan for an empty store.',
  });
}

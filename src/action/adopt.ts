import { pin } from '../run/plan/pin.ts';
import type { Comparison } from '../versions/comparison.ts';
import { existingLockPath } from '../config/lock/lock.ts';
import { ConfigError } from '../errors.ts';
import { decodeUtf8 } from '../files/utf8.ts';
import { reportToPublish } from '../github/publish/report-to-publish.ts';
import { filesAtBase } from '../run/stages/base-files.ts';
import { planRun } from '../run/plan/plan-run.ts';
import { renderDetail } from '../report/markdown.ts';
import { renderPlanMarkdown, renderPlanTerminal } from '../report/plan-rendering.ts';
import { renderTerminal } from '../report/terminal.ts';
import { unmeasuredResult } from '../result/unmeasured.ts';
import { estimateSampling } from '../sampling/estimate/estimate.ts';
import { estimateEmbedding } from '../sampling/estimate/estimate-embedding.ts';
import { estimateJudging } from '../sampling/estimate/estimate-judging.ts';
import { ENGINE_VERSION } from '../version.ts';
import { type JobOutcome, jobOutcomeOf, LOG_RENDERING } from './job-outcome.ts';
import { type Checkout, baseFilesOf, type JobContext } from './job-context.ts';

type Adoption = Extract<Comparison, { readonly kind: 'first-adoption' }>;

/**
 * Checks a pull request that adds the configuration. Validates the pull request's own configuration and shows the plan
 * of a check. Does not call models or execute code.
 *
 * @throws {ConfigError} if the configuration, the eval set or the lock is invalid
 */
export async function adopt(
  { head, reason }: Adoption,
  place: JobContext,
  checkout: Checkout,
): Promise<JobOutcome> {
  const { env, inputs, job } = place;
  const files = filesAtBase(baseFilesOf(head, place, checkout));
  const plan = await planRun({
    configPath: inputs.config,
    versions: undefined,
    files,
    estimator: estimateSampling,
    embeddingEstimator: estimateEmbedding,
    judgingEstimator: estimateJudging,
    storeDir: inputs.store,
    env,
  });
  const pinned = await pin(inputs.config, files);
  const lockPath = await existingLockPath(inputs.config, files.readIfThere);
  const lock = await files.readFile(lockPath).catch((error: unknown) => {
    if (error instanceof ConfigError) return undefined;
    throw error;
  });
  const isPinned = lock !== undefined && decodeUtf8(lock) === pinned.text;
  const result = unmeasuredResult({
    why: { cause: 'first-adoption' },
    versions: { old: 'none', new: 'none' },
    reasons: [
      `Why: ${reason}.`,
      ...(isPinned
        ? []
        : [`${lockPath} does not match the configuration. Run reversal-check pin and commit the lock.`]),
    ],
    failOn: [],
    engine: ENGINE_VERSION,
  });
  const shown = reportToPublish(result, job.runUrl);
  const verdict = renderDetail(result, { rows: 0, reasons: result.verdict.reasons.length, folds: 'none' });
  const withPlan = `${verdict}\n\n${renderPlanMarkdown(plan)}`;
  return jobOutcomeOf(
    { result, graded: [] },
    {
      logText: `${renderTerminal(result, LOG_RENDERING)}\n${renderPlanTerminal(plan, LOG_RENDERING)}`,
      runUrl: job.runUrl,
      mayCreateComment: true,
      showing: {
        ...shown,
        whole: withPlan,
        atMost: (maxCharacters) =>
          withPlan.length <= maxCharacters ? withPlan : shown.atMost(maxCharacters),
        outcome: isPinned ? 'adoption-pinned' : 'adoption-unpinned',
      },
    },
  );
}

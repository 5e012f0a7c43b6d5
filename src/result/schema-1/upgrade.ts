import type { Change, MeasureResult, Result, SuiteResult } from '../result.ts';
import type { Result1 } from './result-1.ts';

type Measure1 = Result1['measures'][number];
type Suite1 = Result1['suites'][number];
type Cost1 = Result1['cost'];

/**
 * Converts a schema 1 result to the current format. Fields that schema 1 lacks remain absent: standard errors, degrees
 * of freedom, and requests and tokens by side.
 */
export function upgradeResult(result: Result1): Result {
  const targets = result.suites.filter(({ role }) => role === 'target').map(({ name }) => name);
  return {
    schema: 2,
    old: upgradeCheckpoint(result.old),
    new: upgradeCheckpoint(result.new),
    verdict: upgradeVerdict(result.verdict),
    warnings: result.warnings,
    measures: result.measures.map((measure) => upgradeMeasure(measure, targets)),
    suites: result.suites.map(upgradeSuite),
    cost: upgradeCost(result.cost),
    provenance: upgradeProvenance(result.provenance),
  };
}

function upgradeCheckpoint({ version, model }: Result1['old']): Result['old'] {
  return { version, ...(model !== '' && { model }) };
}

function upgradeVerdict({ exploratory, ...verdict }: Result1['verdict']): Result['verdict'] {
  if (exploratory === undefined) return verdict;
  const { n, time } = exploratory.after;
  return {
    ...verdict,
    exploratory: { status: exploratory.verdict, first: { samples_per_item: n, time } },
  };
}

function upgradeMeasure(measure: Measure1, targets: readonly string[]): MeasureResult {
  const { delta, interval, margin, margin_relative: relative, detectable, ...same } = measure;
  const guardrail = guardrailOf(measure, targets);
  return {
    ...same,
    ...(measure.suite === null && targets.length > 0 && { pooled: [...targets] }),
    ...(guardrail !== undefined && { guardrail }),
    change: delta === null || interval === null ? null : { estimate: delta, interval },
    margin:
      relative !== null
        ? { kind: 'relative', value: relative, accepted_loss: margin }
        : margin === null
          ? null
          : { kind: 'absolute', value: margin, accepted_loss: margin },
    detectable_loss: detectable,
  };
}

/**
 * A guardrail's key. Undefined for the accuracy of all targets: this measure gates even if `guardrails.accuracy` is
 * `off`, and schema 1 does not distinguish the two cases.
 */
function guardrailOf(
  { gates, dimension, role, suite }: Measure1,
  targets: readonly string[],
): string | undefined {
  if (!gates) return undefined;
  if (dimension === 'generalization') return role === 'ood' ? 'ood' : 'hardest-group';
  const isWholeTarget = suite === null || targets.length < 2;
  return dimension === 'accuracy' && isWholeTarget ? undefined : dimension;
}

function upgradeSuite({ disparity, gap, ledger, curve, forecast, groups, ...same }: Suite1): SuiteResult {
  return {
    ...same,
    ledger: ledger === null ? null : upgradeLedger(ledger),
    curve: curve.map(withChange),
    forecast: forecast.map(withChange),
    groups: groups.map(withChange),
    group_disparity: disparity,
    generalization_gap: gap === null ? null : { estimate: gap.delta, interval: gap.interval },
  };
}

function upgradeLedger({
  p_flips: p,
  ...same
}: NonNullable<Suite1['ledger']>): NonNullable<SuiteResult['ledger']> {
  return { ...same, p_mcnemar: p };
}

function withChange<T extends { delta: number; interval: [number, number] }>({
  delta,
  interval,
  ...same
}: T): Omit<T, 'delta' | 'interval'> & { change: Change } {
  return { ...same, change: { estimate: delta, interval } };
}

function upgradeCost({ embeddings, judge, reused, ...total }: Cost1): Result['cost'] {
  const { requests, prompt_tokens, completion_tokens, cached } = total;
  const sampled = reused !== undefined || requests > 0 || cached > 0;
  return {
    ...(sampled && {
      sampling: {
        requests,
        prompt_tokens,
        completion_tokens,
        reused: cached,
        ...(reused && { by_side: { old: upgradeReused(reused.old), new: upgradeReused(reused.new) } }),
      },
    }),
    ...(embeddings && { embeddings: upgradeCached(embeddings) }),
    ...(judge && { judge: upgradeCached(judge) }),
  };
}

function upgradeReused({ completions, oldest, newest }: NonNullable<Cost1['reused']>['old']) {
  return {
    reused: completions,
    ...(oldest !== null && { oldest_reused: oldest }),
    ...(newest !== null && { newest_reused: newest }),
  };
}

function upgradeCached<T extends { cached: number }>({
  cached,
  ...same
}: T): Omit<T, 'cached'> & { reused: number } {
  return { ...same, reused: cached };
}

function upgradeProvenance({
  config,
  lock,
  reproduce,
  sampling: { drawn, ...sampling },
  ...same
}: Result1['provenance']): Result['provenance'] {
  return {
    ...same,
    sampling: { ...sampling, ...(drawn !== undefined && { logged: drawn }) },
    ...(config !== '' && { config_hash: config }),
    ...(lock !== null && { lock_hash: lock }),
    ...(reproduce !== '' && { reproduce }),
  };
}

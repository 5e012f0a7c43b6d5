import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { comparisonOf } from '../versions/from-event.ts';
import type { Comparison } from '../versions/comparison.ts';
import { repositoryPath } from '../versions/repository-path.ts';
import { readConfig } from '../config/read.ts';
import { ConfigError } from '../errors.ts';
import { secretsNamedBy, unsetVariables } from '../config/secrets.ts';
import { filesAtBase } from '../run/stages/base-files.ts';
import { unmeasuredResult } from '../result/unmeasured.ts';
import { ENGINE_VERSION } from '../version.ts';
import { type JobOutcome, jobOutcomeOf } from './job-outcome.ts';
import { type Checkout, baseFilesOf, openCheckout, type JobContext } from './job-context.ts';

type Kind<K extends Comparison['kind']> = Extract<Comparison, { readonly kind: K }>;

/**
 * Determines what to compare and, if there is something to measure, measures it. The code for measuring is loaded only
 * if it is needed.
 *
 * @throws {ConfigError | GraderError | SamplingError | GitHubError} if no result can be obtained
 */
export async function compareVersions(place: JobContext): Promise<JobOutcome> {
  const { event, folder, inputs, job } = place;
  if (event.name === 'gone') return nothingLeft(event.reason, place);
  const checkout = await openCheckout(place);
  const found = await comparisonOf({
    event,
    inputs,
    isRerun: job.isRerun === true && place.api !== undefined,
    configPath: repositoryPath(checkout.root, resolve(folder, inputs.config)),
    repository: checkout.repository,
    history: checkout.history,
    findPullRequest: checkout.findPullRequest,
    tryMerge: checkout.tryMerge,
  });
  const comparison = (await lacksSecrets(found, place, checkout)) ?? found;
  if (place.shard !== undefined && comparison.kind !== 'moved') return noShare();
  switch (comparison.kind) {
    case 'unchanged':
      return unchanged(comparison, place);
    case 'nothing-before':
      return nothingBefore(comparison, place);
    case 'not-measurable':
      return notMeasurable(comparison, place, checkout);
    case 'first-adoption': {
      const { adopt } = await import('./adopt.ts');
      return adopt(comparison, place, checkout);
    }
    case 'moved': {
      refuseShardsAtNight(comparison, place);
      await maskSecrets(comparison, place, checkout);
      if (place.shard !== undefined) {
        const { sampleShare } = await import('./sample-shard.ts');
        return sampleShare(comparison, place.shard, place, checkout);
      }
      const { measure } = await import('./measure-comparison.ts');
      return measure(comparison, place, checkout);
    }
  }
}

async function noShare(): Promise<JobOutcome> {
  const { nothingToSample } = await import('./sample-shard.ts');
  return nothingToSample();
}

/** The outcome if the event's subject was closed or deleted. */
async function nothingLeft(reason: string, { job: { runUrl }, shard }: JobContext): Promise<JobOutcome> {
  if (shard !== undefined) return noShare();
  const result = unmeasuredResult({
    why: { cause: 'nothing-left' },
    versions: { old: 'none', new: 'none' },
    reasons: [reason],
    failOn: [],
    engine: ENGINE_VERSION,
  });
  return jobOutcomeOf({ result, graded: [] }, { runUrl, mayCreateComment: false });
}

/**
 * Rejects shards in a nightly check. Such a check may need a second look, but this is known only after the first
 * verdict, when the shards have already been sampled.
 */
function refuseShardsAtNight({ isScheduled }: Kind<'moved'>, { inputs: { shard, merge } }: JobContext): void {
  if (isScheduled !== true || (shard === undefined && merge === undefined)) return;
  throw new ConfigError({
    what: 'found in a scheduled run, which cannot be split into shards, because it measures lost guardrails again',
    where: `input ${shard === undefined ? 'merge' : 'shard'}`,
    fix: 'Remove this input for scheduled runs. To sample faster in one job, increase sampling.concurrency.',
  });
}

/**
 * Returns the comparison as not measurable if sampling needs a secret that this run does not have; otherwise undefined.
 * A run that Dependabot started may have the secret.
 */
async function lacksSecrets(
  comparison: Comparison,
  place: JobContext,
  checkout: Checkout,
): Promise<Kind<'not-measurable'> | undefined> {
  if (comparison.kind !== 'moved' || comparison.withoutSecrets === undefined) return undefined;
  const { base, head, old, new: candidate, withoutSecrets } = comparison;
  const { readFile } = filesAtBase(baseFilesOf(base, place, checkout));
  const { config } = await readConfig({ path: place.inputs.config, readFile });
  const { checkpoints: _, ...withoutModels } = config;
  const asked = hasShards(place) ? withoutModels : config;
  if (unsetVariables(asked, place.env).length === 0) return undefined;
  return { kind: 'not-measurable', base, head, old, new: candidate, ...withoutSecrets };
}

/**
 * Whether other jobs of this run have already sampled the checkpoints. If so, this job calls only judges and embedding
 * models.
 */
function hasShards({ folder, inputs: { merge } }: JobContext): boolean {
  const path = merge === undefined ? undefined : resolve(folder, merge);
  return path !== undefined && existsSync(path) && readdirSync(path).length > 0;
}

function unchanged({ version, note }: Kind<'unchanged'>, { job: { runUrl } }: JobContext): JobOutcome {
  const result = unmeasuredResult({
    why: { cause: 'version-unchanged', version },
    versions: { old: version, new: version },
    reasons: note === undefined ? [] : [note],
    failOn: [],
    engine: ENGINE_VERSION,
  });
  return jobOutcomeOf({ result, graded: [] }, { runUrl, mayCreateComment: false });
}

function nothingBefore(
  { new: version, reason }: Kind<'nothing-before'>,
  { job: { runUrl } }: JobContext,
): JobOutcome {
  const result = unmeasuredResult({
    why: { cause: 'nothing-before', version },
    versions: { old: 'none', new: version },
    reasons: [reason],
    failOn: [],
    engine: ENGINE_VERSION,
  });
  return jobOutcomeOf({ result, graded: [] }, { runUrl, mayCreateComment: false });
}

async function notMeasurable(
  { base, reason, ways, ...versions }: Kind<'not-measurable'>,
  place: JobContext,
  checkout: Checkout,
): Promise<JobOutcome> {
  const { readFile } = filesAtBase(baseFilesOf(base, place, checkout));
  const { config, hash } = await readConfig({ path: place.inputs.config, readFile });
  const result = unmeasuredResult({
    why: { cause: 'not-measurable', versions },
    versions,
    reasons: [`${reason.replace(/^./u, (first) => first.toUpperCase())}.`, ...ways],
    failOn: config.policy.failOn,
    engine: ENGINE_VERSION,
    config: hash,
  });
  return jobOutcomeOf({ result, graded: [] }, { runUrl: place.job.runUrl, mayCreateComment: true });
}

async function maskSecrets({ base }: Kind<'moved'>, place: JobContext, checkout: Checkout): Promise<void> {
  const { readFile } = filesAtBase(baseFilesOf(base, place, checkout));
  const { config } = await readConfig({ path: place.inputs.config, readFile });
  for (const secret of secretsNamedBy(config, place.env)) place.log.mask(secret);
}

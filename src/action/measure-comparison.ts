import type { Checked } from '../run/stages/conclude.ts';
import { changesToBaseFiles, type BaseFiles, filesAtBase } from '../run/stages/base-files.ts';
import { checkNightly } from '../run/check/nightly.ts';
import type { Comparison } from '../versions/comparison.ts';
import type { Draws } from '../servers/resolve-checkpoints.ts';
import { readConfig } from '../config/read.ts';
import { bringCompletions } from './keep-completions.ts';
import { type JobOutcome, jobOutcomeOf } from './job-outcome.ts';
import { checkComparison } from './check-comparison.ts';
import { type Checkout, baseFilesOf, type JobContext } from './job-context.ts';
import { refusePlanted } from './refuse-planted-results.ts';
import { readAlarm } from './track.ts';

type Moved = Extract<Comparison, { readonly kind: 'moved' }>;

/** Samples both versions or merges their shards, and decides the verdict using the base commit's files. */
export async function measure(comparison: Moved, place: JobContext, checkout: Checkout): Promise<JobOutcome> {
  const { base, head } = comparison;
  const by = baseFilesOf(base, place, checkout);
  await refusePlanted(comparison, place, checkout);
  const changes = base === head ? [] : await changesToBaseFiles(by, head);
  const notes = comparison.note === undefined ? changes : [comparison.note, ...changes];
  await bringCompletions(place);
  const look = (draws?: Draws): Promise<Checked> => checkComparison(comparison, { by, notes, draws }, place);
  const night = comparison.isScheduled === true ? await atNight(by, look, place) : undefined;
  const checked = night?.checked ?? (await look());
  return jobOutcomeOf(checked, { runUrl: place.job.runUrl, mayCreateComment: true, alarmed: night?.alarmed });
}

async function atNight(
  by: BaseFiles,
  look: (draws: Draws) => Promise<Checked>,
  place: JobContext,
): ReturnType<typeof checkNightly> {
  const { readFile } = filesAtBase(by);
  const { config } = await readConfig({ path: place.inputs.config, readFile });
  return checkNightly({
    look,
    date: new Date().toISOString().slice(0, '2026-11-22'.length),
    alarmed: await readAlarm(place),
    failOn: config.policy.failOn,
  });
}

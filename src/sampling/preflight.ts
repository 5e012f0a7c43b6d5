import type { Item } from '../evalset/suite.ts';
import type { Block } from './blocks.ts';
import type { CompletionChoice } from '../servers/chat/completion-response.ts';
import type { Completion } from '../servers/chat/completion.ts';
import type { SuiteRun } from './suite-run.ts';

/** Number of samples per suite and side that are checked before the remaining samples are requested. */
export const FIRST_SAMPLES = 20;

/** A side's response to its first request. */
export interface FirstAnswer {
  readonly side: 'old' | 'new';
  readonly suite: string;
  /** Number of samples requested. */
  readonly requested: number;
  /** At least one. A side without completions is not reported here, because that failure ends the run. */
  readonly completions: readonly CompletionChoice[];
  readonly generations: readonly Completion[];
}

/** Checks a run's first samples before the rest of the budget is spent. */
export interface Preflight {
  readonly onFirst: (answer: FirstAnswer) => Promise<void>;
  /**
   * Checks the first {@link FIRST_SAMPLES} samples of one side of a suite, including stored ones. Absent if these
   * samples must not stop the run.
   *
   * @throws {SamplingError} if more samples would be as useless as these
   */
  readonly look?: (first: {
    readonly side: 'old' | 'new';
    readonly suite: string;
    readonly generations: readonly Completion[];
  }) => Promise<void>;
}

/** A block of samples and the run that it belongs to. */
export interface Job {
  readonly run: SuiteRun;
  readonly block: Block;
}

/** A turn's stages. Each begins when the previous one has ended. */
export interface Stages {
  /** One block per side, so that a server that does not respond is noticed before the other side costs money. */
  readonly first: readonly Job[];
  /** The blocks that bring each suite and side up to {@link FIRST_SAMPLES} samples. */
  readonly lead: Job[];
  readonly rest: Job[];
}

/** Whether checking the first samples can save the cost of the remaining ones. */
export function isWorthALook({ missing, progress }: Pick<SuiteRun, 'missing' | 'progress'>): boolean {
  return missing.length > Math.max(0, FIRST_SAMPLES - progress().cached);
}

/** Passes each run's first samples to `look`, which may throw. Skips runs with too few samples. */
export async function lookAt(runs: readonly SuiteRun[], look: NonNullable<Preflight['look']>): Promise<void> {
  for (const run of runs) {
    const { side, suite } = run;
    const generations = (await run.generations()).filter(({ error }) => typeof error !== 'string');
    if (generations.length < FIRST_SAMPLES) continue;
    await look({ side, suite, generations: generations.slice(0, FIRST_SAMPLES) });
  }
}

/**
 * Splits jobs into stages, keeping their order. The lead has one block per item, so that the first samples cover as
 * many items as possible. Without `look`, there is no lead.
 */
export function stagesOf(jobs: Iterable<Job>, { look }: { readonly look: boolean }): Stages {
  const stages: { readonly [stage in keyof Stages]: Job[] } = { first: [], lead: [], rest: [] };
  const begun = new Set<string>();
  const leads = new Map<SuiteRun, { samples: number; readonly items: Set<Item> }>();
  for (const job of jobs) {
    const { run, block } = job;
    const [{ item }] = block;
    const led = leads.get(run) ?? { samples: run.progress().cached, items: new Set() };
    leads.set(run, led);
    const isFirst = !begun.has(run.side);
    const isLead = look && led.samples < FIRST_SAMPLES && !led.items.has(item) && isWorthALook(run);
    if (isFirst || isLead) {
      led.samples += block.length;
      led.items.add(item);
    }
    begun.add(run.side);
    stages[isFirst ? 'first' : isLead ? 'lead' : 'rest'].push(job);
  }
  return stages;
}

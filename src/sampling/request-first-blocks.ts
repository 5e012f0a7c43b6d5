import type { Item } from '../evalset/suite.ts';
import type { RequestBlocks, SampledCompletion } from './request-blocks.ts';
import type { Job, Preflight, Stages } from './preflight.ts';
import type { SuiteRun } from './suite-run.ts';
import { completionOf } from '../store/suite-in-store.ts';

/**
 * Number of additional blocks for a side whose first block failed. They are requested before the other side is sampled
 * further.
 */
const SECOND_TRIES = 3;

/**
 * Requests each side's first block. If the block yields no completions and the side has none in the store, requests a
 * few more blocks. If these fail too, that is enough evidence to end the run. Requested blocks are removed from the
 * other stages.
 */
export async function requestFirstBlocks(
  stages: Stages,
  {
    ask,
    runs,
    onFirst,
  }: {
    readonly ask: RequestBlocks;
    readonly runs: readonly SuiteRun[];
    readonly onFirst: Preflight['onFirst'] | undefined;
  },
): Promise<void> {
  const told = new Set<SuiteRun['side']>();
  const tell = async (jobs: readonly Job[]): Promise<void> => {
    const answers: { readonly job: Job; readonly drawn: readonly SampledCompletion[] }[] = [];
    await ask(jobs, (job, drawn) => answers.push({ job, drawn }));
    for (const { job, drawn } of answers) {
      const { side, suite } = job.run;
      if (drawn.length === 0 || told.has(side)) continue;
      told.add(side);
      await onFirst?.({
        side,
        suite,
        requested: job.block.length,
        completions: drawn.map(({ completion }) => completion),
        generations: drawn.map(({ sample, completion }) => completionOf(suite, sample, completion)),
      });
    }
  };
  await tell(stages.first);
  const silent = stages.first
    .map(({ run }) => run.side)
    .filter((side) => runs.every((run) => run.side !== side || run.progress().done === 0));
  if (silent.length === 0) return;
  const more = silent.flatMap((side) =>
    ofOtherItems(stages, side, stages.first.find(({ run }) => run.side === side)?.block[0].item),
  );
  for (const stage of [stages.lead, stages.rest]) {
    stage.splice(0, stage.length, ...stage.filter((job) => !more.includes(job)));
  }
  await tell(more);
}

/** Takes one block from each of a side's next items, because the server may refuse only the first item. */
function ofOtherItems({ lead, rest }: Stages, side: SuiteRun['side'], first: Item | undefined): Job[] {
  const seen = new Set([first]);
  return [...lead, ...rest]
    .filter(({ run, block }) => {
      const [{ item }] = block;
      const isNext = run.side === side && !seen.has(item);
      if (isNext) seen.add(item);
      return isNext;
    })
    .slice(0, SECOND_TRIES);
}

import type { Budget } from './budget.ts';
import type { Completion } from '../servers/chat/completion.ts';
import { NONE_REUSED, type Reused, reusedTogether } from './reused.ts';
import type { Cut, Sampled } from './sampled.ts';
import type { SideServer } from './side-server.ts';
import { type SpentOnSide, spentTogether } from './spent.ts';
import type { SuiteRun } from './suite-run.ts';

/** The samples that were not requested because a turn's budget was spent; empty if all were requested. */
export function cutBy(budgets: readonly Budget[], runs: readonly SuiteRun[]): { readonly cut?: Cut } {
  const reached = budgets.map((budget) => budget.reached()).find((one) => one !== undefined);
  const unasked = (side: 'old' | 'new'): number =>
    total(runs, (run) => {
      const { done, failed, total: all } = run.progress();
      return run.side === side ? all - done - failed : 0;
    });
  const cut = { old: unasked('old'), new: unasked('new') };
  return reached === undefined || cut.old + cut.new === 0 ? {} : { cut: { ...reached, unasked: cut } };
}

/** Collects the results of all runs, with their requests and tokens. */
export function collect(
  runs: readonly SuiteRun[],
  sides: { readonly old?: SideServer; readonly new?: SideServer },
): Omit<Sampled, 'servedBy'> {
  const failed = (side: 'old' | 'new'): Completion[] =>
    runs.filter((run) => run.side === side).flatMap((run) => run.failed());
  const read = async (suite: string, side: 'old' | 'new'): Promise<readonly Completion[]> =>
    (await runs.find((run) => run.suite === suite && run.side === side)?.generations()) ?? [];
  const reusedBy = (side: 'old' | 'new'): Reused =>
    runs
      .filter((run) => run.side === side)
      .reduce((all, { reused }) => reusedTogether(all, reused), NONE_REUSED);
  const spentBy = (side: 'old' | 'new'): SpentOnSide => {
    const ofSide = runs.filter((run) => run.side === side);
    return {
      requests: sides[side]?.requests() ?? 0,
      retries: sides[side]?.retries() ?? 0,
      seconds: sides[side]?.seconds() ?? 0,
      prompt_tokens: total(ofSide, ({ promptTokens }) => promptTokens()),
      completion_tokens: total(ofSide, ({ progress }) => progress().completionTokens),
    };
  };
  const bySide = { old: spentBy('old'), new: spentBy('new') };
  return {
    generations: async (suite) => ({ old: await read(suite, 'old'), new: await read(suite, 'new') }),
    failed: { old: failed('old'), new: failed('new') },
    cost: {
      ...spentTogether(bySide.old, bySide.new),
      cached: total(runs, ({ reused }) => reused.completions),
      reused: { old: reusedBy('old'), new: reusedBy('new') },
      bySide,
    },
  };
}

/** Sums a count over runs. */
export function total(runs: readonly SuiteRun[], count: (run: SuiteRun) => number): number {
  return runs.reduce((sum, run) => sum + count(run), 0);
}

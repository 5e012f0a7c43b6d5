import { APIUserAbortError } from 'openai/core/error';
import { countBlocks } from './blocks.ts';
import { type Budget, BudgetSpent } from './budget.ts';
import type { SuiteRun } from './suite-run.ts';
import type { Turn } from './turns.ts';

/** A turn with its budget. */
export interface BudgetedTurn extends Turn {
  readonly budget: Budget;
  readonly requests: number;
}

/**
 * Gives each turn a budget. A single turn gets the whole budget. If there are several turns, the budget is divided in
 * advance, in proportion to their requests, so that the first turn leaves enough for later turns. The number of
 * requests assumes that the server returns `perRequest` samples per request.
 */
export function budgeted(
  turns: readonly Turn[],
  runs: readonly SuiteRun[],
  { whole, perRequest }: { readonly whole: Budget; readonly perRequest: number },
): BudgetedTurn[] {
  const count = ({ sides }: Turn): number =>
    runs.reduce(
      (sum, { side, missing }) => sum + (sides.includes(side) ? countBlocks(missing, perRequest) : 0),
      0,
    );
  const all = turns.reduce((sum, turn) => sum + count(turn), 0);
  return turns.map((turn) => ({
    ...turn,
    requests: count(turn),
    budget: turns.length === 1 ? whole : whole.part(count(turn) / all),
  }));
}

/** The result of `ask`; undefined if the budget did not allow the request or ran out before `ask` finished. */
export async function unlessSpent<T>(
  budget: Budget,
  ask: () => Promise<T> | undefined,
): Promise<T | undefined> {
  if (budget.closed.aborted) return undefined;
  try {
    return await ask();
  } catch (error) {
    if (!budget.closed.aborted || !isEnd(error)) throw error;
    return undefined;
  }
}

function isEnd(error: unknown): boolean {
  if (error instanceof BudgetSpent || error instanceof APIUserAbortError) return true;
  return error instanceof Error && error.name === 'AbortError';
}

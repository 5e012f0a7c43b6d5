import { APIUserAbortError } from 'openai/core/error';
import { countBlocks } from './blocks.ts';
import { type Budget, BudgetSpent } from './budget.ts';
import type { SuiteRun } from './suite-run.ts';
import type { Turn } from './turns.ts';

/** A turn with its share of the budget. */
export interface BudgetedTurn extends Turn {
  /** Opens the turn's budget. Call it when the previous turn's budget has ended. */
  readonly openBudget: () => Budget;
  readonly requests: number;
}

/**
 * Gives each turn a budget. A single turn gets the whole budget. If there are several turns, each one gets a share of
 * what the previous turns left, in proportion to its requests and those of later turns, so that it leaves enough for
 * them. The number of requests assumes that the server returns `perRequest` samples per request.
 */
export function budgeted(
  turns: readonly Turn[],
  runs: readonly SuiteRun[],
  { whole, perRequest }: { readonly whole: Budget; readonly perRequest: number },
): BudgetedTurn[] {
  const counts = turns.map(({ sides }) =>
    runs.reduce(
      (sum, { side, missing }) => sum + (sides.includes(side) ? countBlocks(missing, perRequest) : 0),
      0,
    ),
  );
  return turns.map((turn, place) => {
    const [requests = 0, ...later] = counts.slice(place);
    const share = requests / later.reduce((sum, count) => sum + count, requests);
    return { ...turn, requests, openBudget: () => (turns.length === 1 ? whole : whole.part(share)) };
  });
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

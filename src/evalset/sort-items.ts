import { quoted } from '../files/printable.ts';
import type { Problem } from '../files/problem.ts';
import type { ExcludedItem } from './suite.ts';

/** How a grader checks an item before anything is sampled. `src/grading/grader.ts` defines the contract. */
export interface ItemChecks<Asked> {
  checkItem(item: Asked): string | undefined;
  excludeItem?(item: Asked): string | undefined;
}

/**
 * At most one in this many items in a suite (5%) may be excluded. Public multiple-choice sets contain far fewer flawed
 * items, whereas an answer format that the grader cannot read affects nearly all items. The limit only has to tell
 * these two cases apart.
 */
const ONE_IN = 20;

/** Maximum number of ids that an error lists; the rest are only counted. */
const NAMED = 3;

export interface SortedItems<T> {
  /** The items that can be graded, in their original order. */
  readonly kept: readonly T[];
  readonly excluded: readonly ExcludedItem[];
  /** The errors found. If there are any, the suite must be rejected. */
  readonly problems: readonly Problem[];
}

/**
 * Sorts a suite's items into items that the grader can grade, excluded items, and errors. The decision depends only on
 * the items, so both sides are measured on the same items, regardless of their answers. If more than 5% would be
 * excluded, each such item is an error instead, so that a file that is mostly wrong is not silently reduced to its
 * readable items.
 *
 * @param checks undefined if nothing is graded, in which case every item is kept
 */
export function sortItems<T, Asked extends { readonly id: string }>(
  items: readonly T[],
  {
    checks,
    asked,
    lineOf,
    grader,
    fix,
  }: {
    readonly checks: ItemChecks<Asked> | undefined;
    /** Returns the part of the item that the grader sees. */
    readonly asked: (item: T) => Asked;
    /** Returns the item's line number in the file, starting at 1. Absent if items have no lines. */
    readonly lineOf?: (item: T) => number;
    /** The grader's name. */
    readonly grader: string;
    /** How the user can fix an item that cannot be graded. */
    readonly fix: string;
  },
): SortedItems<T> {
  if (checks === undefined) return { kept: items, excluded: [], problems: [] };
  const kept: T[] = [];
  const excluded: ExcludedItem[] = [];
  const refused: Problem[] = [];
  const flawed: Problem[] = [];
  for (const each of items) {
    const item = asked(each);
    const flaw = checks.excludeItem?.(item);
    const reason = flaw ?? checks.checkItem(item);
    if (reason === undefined) {
      kept.push(each);
      continue;
    }
    const what = `item ${quoted(item.id)} cannot be graded by ${grader}: ${reason}`;
    (flaw === undefined ? refused : flawed).push({ line: lineOf?.(each), what, fix });
    if (flaw !== undefined) excluded.push({ id: item.id, reason: flaw });
  }
  if (excluded.length * ONE_IN <= items.length) return { kept, excluded, problems: refused };
  const ids = excluded.slice(0, NAMED).map(({ id }) => quoted(id));
  const others = excluded.length - ids.length;
  const named = `${ids.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
  const what = `${excluded.length} of ${items.length} items cannot be graded by ${grader}, but a suite may exclude at most 5% of its items: ${named}`;
  return { kept, excluded, problems: [{ what, fix }, ...flawed, ...refused] };
}

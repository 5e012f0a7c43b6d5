import { quoted } from '../files/found.ts';
import type { Problem } from '../files/problem.ts';
import type { ExcludedItem } from './suite.ts';

/** What a grader says of an item before anything is sampled; `src/grading/grader.ts` has the contract. */
export interface ItemChecks<Asked> {
  checkItem(item: Asked): string | undefined;
  excludeItem?(item: Asked): string | undefined;
}

/**
 * One in so many items of a suite may be excluded: 5 %. The public sets of choices have flaws in far fewer, and an answer in a form that
 * the grader does not read is in nearly all: the limit only has to tell one from the other.
 */
const ONE_IN = 20;

/** Ids that an error spells out before it counts the rest. */
const NAMED = 3;

export interface SortedItems<T> {
  /** In their order. */
  readonly kept: readonly T[];
  readonly excluded: readonly ExcludedItem[];
  /** Not empty where the suite must be refused. */
  readonly problems: readonly Problem[];
}

/**
 * Sorts the items of a suite into those that its grader can grade, those that are excluded by name, and errors. It looks at items alone,
 * so that both sides are measured on the same ones, whatever they answered. Where more than 5 % would be excluded, each is an error
 * instead: a file that is wrong throughout must not shrink to what happens to be readable.
 *
 * @param checks undefined where nothing is graded; every item is then kept.
 */
export function sortItems<T, Asked extends { readonly id: string }>(
  items: readonly T[],
  {
    checks,
    asked,
    lineOf,
    grader,
    mend,
  }: {
    readonly checks: ItemChecks<Asked> | undefined;
    /** The item as its grader sees it. */
    readonly asked: (item: T) => Asked;
    /** Its line in its file, from 1; absent where it has none. */
    readonly lineOf?: (item: T) => number;
    /** The grader's name. */
    readonly grader: string;
    /** What the user can do about an item that cannot be graded. */
    readonly mend: string;
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
    (flaw === undefined ? refused : flawed).push({ line: lineOf?.(each), what, mend });
    if (flaw !== undefined) excluded.push({ id: item.id, reason: flaw });
  }
  if (excluded.length * ONE_IN <= items.length) return { kept, excluded, problems: refused };
  const ids = excluded.slice(0, NAMED).map(({ id }) => quoted(id));
  const others = excluded.length - ids.length;
  const named = `${ids.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
  const what = `${excluded.length} of ${items.length} items cannot be graded by ${grader}, and a suite may exclude at most 5 % of its items: ${named}`;
  return { kept, excluded, problems: [{ what, mend }, ...flawed, ...refused] };
}

import * as numbers from './sentences/numbers.ts';

/** A suite's items that are not sampled because the suite's grader cannot grade them. */
export interface Exclusion {
  readonly suite: string;
  readonly grader: string;
  /** Number of items in the suite's file. */
  readonly of: number;
  /** The excluded items, ordered by id; never empty. */
  readonly items: readonly { readonly id: string; readonly reason: string }[];
}

/** Maximum number of items that a sentence lists by name. */
const NAMED = 3;

/**
 * Maximum number of characters of an id to show. Without a limit, a very long id from a file would fill the sentence.
 */
const ID_LIMIT = 60;

const shortId = (id: string): string => (id.length > ID_LIMIT ? `${id.slice(0, ID_LIMIT)}…` : id);

/** One complete sentence: how many items are excluded, by which grader, and the first few items with their reasons. */
export function exclusionSentence({ suite, grader, of, items }: Exclusion): string {
  const named = items.slice(0, NAMED).map(({ id, reason }) => `${shortId(id)} (${reason})`);
  const others = items.length - named.length;
  const all = others > 0 ? `${named.join(', ')} and ${numbers.count(others)} more` : named.join(', ');
  const verb = items.length === 1 ? 'is' : 'are';
  return `${numbers.count(items.length)} of ${numbers.counted(of, 'item')} of ${suite} ${verb} excluded on both sides, because the grader ${grader} cannot grade ${items.length === 1 ? 'it' : 'them'}: ${all}.`;
}

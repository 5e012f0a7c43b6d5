import type { ServedBy } from '../../store/served-by.ts';

/**
 * Reports that a judge's serving stack was replaced by another between verdicts, so the judge may have changed between
 * its verdicts on `old` and those on `new`. Undefined if the stack did not change, or if the server does not identify
 * itself. Stacks that responded during the same period are treated as replicas of one server.
 */
export function judgeDrift(model: string, stacks: readonly ServedBy[]): string | undefined {
  const inTime = stacks.toSorted((a, b) => (a.oldest < b.oldest ? -1 : 1));
  const [first] = inTime;
  const later = inTime.find(({ oldest }) => first !== undefined && first.newest < oldest);
  if (first === undefined || later === undefined) return undefined;
  return `The judge ${model} was served as ${nameOf(first)} until ${dayOf(first.newest)} and as ${nameOf(later)} from ${dayOf(later.oldest)}. If its grading changed, the grades of the two checkpoints are not comparable. To grade all completions again, delete the judge's file under judges/ in the store.`;
}

const nameOf = ({ model, fingerprint }: ServedBy): string =>
  [model, fingerprint].filter((name) => name !== null).join(', ');

/** The date in an ISO 8601 time. */
const dayOf = (time: string): string => time.slice(0, '2026-11-22'.length);

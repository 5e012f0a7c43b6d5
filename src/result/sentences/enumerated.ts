import * as numbers from './numbers.ts';

/** Lists names, followed by the number of remaining names. */
export function listed(named: readonly string[], all: number): string {
  const rest = all - named.length;
  return `${named.join('; ')}${rest > 0 ? `; and ${numbers.count(rest)} more` : ''}`;
}

/** Joins parts into an English list, such as `a, b and c`; empty if there are no parts. */
export function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** Lists the first `most` names, followed by the number of remaining names, such as `a, b and 3 more`. */
export function namedAtMost(most: number, names: readonly string[]): string {
  const more = names.length - most;
  return joined([...names.slice(0, most), ...(more > 0 ? [`${numbers.count(more)} more`] : [])]);
}

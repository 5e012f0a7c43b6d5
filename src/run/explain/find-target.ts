import { ConfigError } from '../../errors.ts';
import { quoted } from '../../files/printable.ts';
import type { MeasureResult, Result } from '../../result/result.ts';
import { guardrailOf } from '../../verdict/measure-id.ts';

/** The subject of an explanation: an item, or a measure of one or more suites. */
type Wanted =
  | { readonly kind: 'measure'; readonly measure: MeasureResult; readonly suites: readonly string[] }
  | { readonly kind: 'item'; readonly id: string; readonly suites: readonly [string] };

/**
 * Finds a result's measure or item by name. If `target` is undefined, finds the first measure that was lost.
 *
 * @throws {ConfigError} if nothing has this name
 */
export function findTarget(result: Result, target: string | undefined, path: string): Wanted {
  const gating = result.measures.filter(({ gates }) => gates);
  const measure =
    target === undefined
      ? (gating.find(({ state }) => state === 'lost') ?? gating[0] ?? result.measures[0])
      : (result.measures.find(({ id }) => id === target) ??
        gating.find(({ id }) => guardrailOf(id) === guardrailOf(target)));
  if (measure !== undefined) {
    const { suite, pooled = suite === null ? [] : [suite] } = measure;
    return { kind: 'measure', measure, suites: pooled };
  }
  const slash = target?.indexOf('/') ?? -1;
  const suite = target?.slice(0, slash) ?? '';
  if (target === undefined || slash === -1 || !result.suites.some(({ name }) => name === suite))
    throw unknownTarget(result, target ?? '', path);
  return { kind: 'item', id: target.slice(slash + 1), suites: [suite] };
}

const MOST_NAMED = 12;

function unknownTarget({ measures, suites }: Result, target: string, path: string): ConfigError {
  const ids = measures.map(({ id }) => id);
  const named = ids.slice(0, MOST_NAMED).join(', ');
  return new ConfigError({
    what: `found neither a measure nor an item ${quoted(target)}; the measures are ${named || 'none'}${ids.length > MOST_NAMED ? ', …' : ''}`,
    where: path,
    fix: `Specify the id of a measure, or an item as SUITE/ITEM; the suites are ${suites.map(({ name }) => name).join(', ') || 'none'}.`,
  });
}

/** The error for an item without samples in a result: it was excluded, or the suite has no item with this id. */
export function noSuchItem(
  result: Result,
  { id, suites: [name] }: { readonly id: string; readonly suites: readonly [string] },
  path: string,
): ConfigError {
  const inResult = result.suites.find((suite) => suite.name === name);
  const excluded = inResult?.excluded?.find((item) => item.id === id);
  if (excluded === undefined) return unknownTarget(result, `${name}/${id}`, path);
  return new ConfigError({
    what: `item ${quoted(id)} of ${name} was excluded, so it has no samples: ${excluded.reason}`,
    where: path,
    fix: "Fix the item in the suite's file and pin it again, or choose another item.",
  });
}

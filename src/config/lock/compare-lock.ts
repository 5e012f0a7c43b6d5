import { canonicalJson } from '../../files/canonical-json.ts';
import { ConfigError } from '../../errors.ts';
import type { Lock } from './lock.ts';

/** Describes the differences between a check and its lock. Both lists are empty if there are no differences. */
export interface LockComparison {
  /** Differences that prevent the check from running. */
  readonly differences: readonly string[];
  /**
   * Differences that are harmless because they affect both sides equally, such as a built-in grader that is newer than
   * the lock.
   */
  readonly notes: readonly string[];
}

type LockedSuite = Lock['suites'][string];

const NOTHING: LockComparison = { differences: [], notes: [] };

const written = (value: unknown): string => (value === undefined ? 'nothing' : canonicalJson(value));

/** The mapping's own value for the key. Ignores inherited members such as `constructor`. */
const own = <T>(mapping: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(mapping, key) ? mapping[key] : undefined;

/** The keys whose values differ between two mappings. */
const differingMembers = (
  label: string,
  locked: Readonly<Record<string, unknown>>,
  current: Readonly<Record<string, unknown>>,
): string[] =>
  [...new Set([...Object.keys(locked), ...Object.keys(current)])]
    .toSorted()
    .map((key) => ({ key, was: written(own(locked, key)), is: written(own(current, key)) }))
    .filter(({ was, is }) => was !== is)
    .map(({ key, was, is }) => `${label}${key}: pinned ${was}, now ${is}`);

const compareGraders = (
  name: string,
  locked: LockedSuite['grader'],
  current: LockedSuite['grader'],
): LockComparison => {
  if (locked?.type !== current?.type) {
    const words = (grader: LockedSuite['grader']): string =>
      grader === null ? 'no grader' : `grader ${grader.type}`;
    return { differences: [`suite ${name}: pinned with ${words(locked)}, now ${words(current)}`], notes: [] };
  }
  if (locked === null || current === null) return NOTHING;
  const differences = [
    ...differingMembers(`suite ${name}: grader option `, locked.options, current.options),
    ...differingMembers(`suite ${name}: grader file `, locked.files ?? {}, current.files ?? {}),
  ];
  if (locked.version === current.version) return { differences, notes: [] };
  const versions = `suite ${name}: pinned with version ${locked.version} of grader ${current.type}, but this reversal-check has version ${current.version}`;
  return Number(current.version) > Number(locked.version)
    ? { differences, notes: [`${versions}, which grades both sides`] }
    : { differences: [...differences, `${versions}, which is older`], notes: [] };
};

const compareSuites = (name: string, locked: LockedSuite, current: LockedSuite): LockComparison => {
  const differences: string[] = [];
  const { items, prompt } = current;
  if (items.hash !== locked.items.hash) {
    differences.push(
      items.count === locked.items.count
        ? `suite ${name}: its ${items.count} items differ from the pinned items`
        : `suite ${name}: pinned with ${locked.items.count} items, now ${items.count}`,
    );
  }
  if (prompt !== locked.prompt)
    differences.push(`suite ${name}: its system message or template differs from the pinned one`);
  const graders = compareGraders(name, locked.grader, current.grader);
  return { differences: [...differences, ...graders.differences], notes: graders.notes };
};

/** Compares the lock with a check's current inputs. Suites are ordered by name. */
export const compareLock = (options: { readonly locked: Lock; readonly current: Lock }): LockComparison => {
  const { locked, current } = options;
  const names = [...new Set([...Object.keys(locked.suites), ...Object.keys(current.suites)])].toSorted();
  const suites = names.map((name): LockComparison => {
    const was = own(locked.suites, name);
    const is = own(current.suites, name);
    if (was === undefined)
      return { differences: [`suite ${name}: in the configuration, but not pinned`], notes: [] };
    if (is === undefined)
      return { differences: [`suite ${name}: pinned, but not in the configuration`], notes: [] };
    return compareSuites(name, was, is);
  });
  return {
    differences: [
      ...differingMembers('sampling ', locked.sampling, current.sampling),
      ...differingMembers('embeddings ', locked.embeddings ?? {}, current.embeddings ?? {}),
      ...suites.flatMap(({ differences }) => differences),
    ],
    notes: suites.flatMap(({ notes }) => notes),
  };
};

/**
 * Throws if the inputs differ from the locked inputs.
 *
 * @returns notes for the report about graders that are newer than the lock
 * @throws {ConfigError} listing every difference
 */
export const checkLock = (options: {
  readonly locked: Lock;
  readonly current: Lock;
  /** The lock file's path. */
  readonly path: string;
}): readonly string[] => {
  const { differences, notes } = compareLock(options);
  if (differences.length === 0) return notes;
  const [only] = differences;
  throw new ConfigError({
    what:
      differences.length === 1 && only !== undefined
        ? only
        : `${differences.length} differences from the pinned inputs\n  ${differences.join('\n  ')}`,
    where: options.path,
    fix: 'If you intend this change, run reversal-check pin and commit the lock, so that reviewers see the difference.',
  });
};

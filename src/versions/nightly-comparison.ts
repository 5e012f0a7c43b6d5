import { ConfigError } from '../errors.ts';
import type { Comparison } from './comparison.ts';
import { type ObjectId, shortId } from './git-objects.ts';
import type { Repository } from './repository.ts';
import { versionReader } from './version-reader.ts';

/**
 * The comparison for a scheduled run, between the configured baseline and today's version. The comparison is made even
 * if both versions are equal, because sampling the same model again shows drift in its serving stack.
 *
 * @throws {ConfigError} if there is no baseline, or if the version cannot be read
 */
export const nightlyComparison = async (options: {
  readonly commit: ObjectId;
  readonly configPath: string;
  readonly repository: Repository;
}): Promise<Comparison> => {
  const { commit, configPath } = options;
  const found = await versionReader(options).foundAt(commit);
  if ('fault' in found) throw found.fault;
  const { baseline } = found.keys;
  if (baseline === undefined) {
    throw new ConfigError({
      what: 'missing, so a scheduled run has no version to compare with',
      where: `${configPath} in commit ${shortId(commit)}, checkpoints.baseline`,
      fix: "Add a version to checkpoints, for example baseline: v2, or set the Action's inputs old and new.",
    });
  }
  return {
    kind: 'moved',
    base: commit,
    head: commit,
    old: baseline,
    new: found.version,
    headIsTrusted: true,
    isScheduled: true,
  };
};

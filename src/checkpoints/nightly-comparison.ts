import { ConfigError } from '../errors.ts';
import type { Comparison } from './comparison.ts';
import { type ObjectId, shortId } from './git-objects.ts';
import type { Repository } from './repository.ts';
import { versionReader } from './version-reader.ts';

/**
 * What a scheduled run compares: the baseline that the configuration names, and the version of today, also where both are
 * the same: drawn again, a model shows the drift of what serves it.
 *
 * @throws ConfigError where there is no baseline, or no version that can be read.
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
      what: 'missing, so it is not known what a scheduled run compares with',
      where: `${configPath} in commit ${shortId(commit)}, checkpoints.baseline`,
      mend: 'Add baseline: with a version to checkpoints, as in baseline: v2, or give the inputs old and new.',
    });
  }
  return {
    kind: 'moved',
    judge: commit,
    head: commit,
    old: baseline,
    new: found.version,
    headIsTrusted: true,
    isScheduled: true,
  };
};

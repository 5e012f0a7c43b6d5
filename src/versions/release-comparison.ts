import type { Comparison } from './comparison.ts';
import { earlierTag } from './earlier-tag.ts';
import type { ObjectId } from './git-objects.ts';
import type { History } from './history.ts';
import type { Repository } from './repository.ts';
import { versionReader } from './version-reader.ts';

/**
 * The comparison for a release, between the version at the previous release and the version at this release. The
 * configuration, lock and eval set of this release's commit apply, because a release's contents have been reviewed and
 * the previous release's eval set may not fit today's model. If the previous release has no version, there is nothing
 * to compare with.
 *
 * @throws {ConfigError} if the tag does not contain a version, if a version cannot be read, or if history is missing
 */
export const releaseComparison = async (options: {
  readonly tag: string;
  readonly commit: ObjectId;
  readonly configPath: string;
  readonly repository: Repository;
  readonly history: History;
}): Promise<Comparison> => {
  const { tag, commit } = options;
  const { foundAt, versionBy } = versionReader(options);
  const own = await foundAt(commit);
  if ('fault' in own) throw own.fault;
  const commits = { base: commit, head: commit };
  const earlier = await earlierTag(options);
  if (earlier === undefined) {
    const reason = `Found no earlier release in this series that ${tag} is based on.`;
    return { kind: 'nothing-before', ...commits, new: own.version, reason };
  }
  const kept = await versionBy(earlier.commit, own.keys);
  // The version's location may have changed since the previous release.
  const old =
    'fault' in kept && kept.isMissing ? await foundAt(earlier.commit, own.keys.versionPattern) : kept;
  if ('fault' in old) {
    if (!old.isMissing) throw old.fault;
    const reason = `The previous release, ${earlier.name}, has no version: ${old.fault.what}.`;
    return { kind: 'nothing-before', ...commits, new: own.version, reason };
  }
  if (old.version === own.version) return { kind: 'unchanged', ...commits, version: own.version };
  return { kind: 'moved', ...commits, old: old.version, new: own.version, headIsTrusted: true };
};

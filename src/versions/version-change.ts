import { ConfigError } from '../errors.ts';
import { quoted } from '../files/printable.ts';
import { type ObjectId, shortId } from './git-objects.ts';
import type { Repository } from './repository.ts';
import { type Found as Looked, versionReader } from './version-reader.ts';

type Read = Exclude<Looked, { readonly fault: ConfigError }>;

/** The version change between two commits. */
export type VersionChange =
  | { readonly old: string; readonly new: string }
  /** The base commit has no version yet, but the head commit has a version. The reason is part of a sentence. */
  | { readonly cannotJudge: string };

/** Tells a maintainer how to move the version to another location without hiding a change. */
const TWO_PULL_REQUESTS =
  'To move the version, use two pull requests. In the first, add the current version in the new place, keep it in the old place, and point checkpoints.file and checkpoints.version to the new place. After merging it, use the second to remove the old place and change the version.';

/**
 * Reads the version before and after a change, at the location specified by the base commit's configuration.
 *
 * A pull request (`isProposed`) must keep that location: if it could empty that location and point the configuration
 * elsewhere, it could choose what counts as the version. It may configure a new location for later use if that location
 * contains the same version. Its configuration must still find a version; otherwise, the next pull request would have
 * no version to compare with. For changes that are already merged, the location in the changed configuration is used.
 *
 * @param options `configPath` is a path in the repository
 * @throws {ConfigError} if `head` has no readable version, if a pull request empties the version's location or
 * configures a location with a different version or none, or if history is missing
 */
export const versionChange = async (options: {
  readonly repository: Repository;
  readonly configPath: string;
  readonly base: ObjectId;
  readonly head: ObjectId;
  readonly isProposed: boolean;
}): Promise<VersionChange> => {
  const { base, head, isProposed } = options;
  const { foundAt, versionBy } = versionReader(options);
  const old = await foundAt(base);
  if ('fault' in old) {
    const own = await foundAt(head);
    if ('fault' in own) throw own.fault;
    const { where, what } = old.fault;
    return { cannotJudge: where === undefined ? what : `${where}: ${what}` };
  }
  const kept = await versionBy(head, old.keys);
  if ('fault' in kept) {
    if (!kept.isMissing) throw kept.fault;
    if (isProposed) throw placeIsGone(kept.fault);
    const moved = await foundAt(head, old.keys.versionPattern);
    if ('fault' in moved) throw kept.fault;
    return { old: old.version, new: moved.version };
  }
  if (!isProposed) return { old: old.version, new: kept.version };
  const named = await foundAt(head, old.keys.versionPattern);
  if ('fault' in named) throw leadsNowhere(named.fault);
  // Also read the version with the configuration's own pattern: once this commit is the base, its configuration must
  // find a version.
  const asBase = await foundAt(head);
  if ('fault' in asBase) throw leadsNowhere(asBase.fault);
  if (![old.version, kept.version].includes(named.version)) throw placeHoldsAnother(named, kept, head);
  return { old: old.version, new: kept.version };
};

function placeIsGone({ what, where }: ConfigError): ConfigError {
  return new ConfigError({
    what: `${what}. The configuration of the base commit reads the version from there, and a pull request cannot change where it is read from`,
    ...(where === undefined ? {} : { where }),
    fix: TWO_PULL_REQUESTS,
  });
}

function leadsNowhere({ what, where }: ConfigError): ConfigError {
  return new ConfigError({
    what: `${what}. With this configuration on the base branch, the next pull request could change the version without being measured`,
    ...(where === undefined ? {} : { where }),
    fix: `Correct the configuration. ${TWO_PULL_REQUESTS} To stop using the check, remove its step from the workflow in the same pull request.`,
  });
}

function placeHoldsAnother(named: Read, kept: Read, head: ObjectId): ConfigError {
  const place = ({ keys: { modelFile } }: Read): string =>
    modelFile === undefined ? 'nowhere' : `${modelFile.file} (${modelFile.pointer || 'the whole file'})`;
  return new ConfigError({
    what: `this pull request reads the version from ${place(named)}, which has ${quoted(named.version)}, instead of ${place(kept)}, which has ${quoted(kept.version)}. The difference would never be checked`,
    where: `checkpoints.file and checkpoints.version, in commit ${shortId(head)}`,
    fix: TWO_PULL_REQUESTS,
  });
}

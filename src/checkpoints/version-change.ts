import type { ObjectId } from './git-objects.ts';
import type { Repository } from './repository.ts';
import { versionReader } from './version-reader.ts';

/** What happened to the version between two commits. */
export type VersionChange =
  | { readonly old: string; readonly new: string }
  /** The judge does not know a version yet, the other commit does: why, as a part of a sentence. */
  | { readonly cannotJudge: string };

/**
 * The version before and after, by the place that the judge's configuration names. Where nothing is left there because the
 * change moved the file or the key, the place that the changed configuration names is taken.
 *
 * @param options `configPath` is a path of the repository.
 * @throws ConfigError where `head` has no version that can be read, and where history is missing.
 */
export const versionChange = async (options: {
  readonly repository: Repository;
  readonly configPath: string;
  readonly judge: ObjectId;
  readonly head: ObjectId;
}): Promise<VersionChange> => {
  const { judge, head } = options;
  const { foundAt, versionBy } = versionReader(options);
  const old = await foundAt(judge);
  if ('fault' in old) {
    const own = await foundAt(head);
    if ('fault' in own) throw own.fault;
    const { where, what } = old.fault;
    return { cannotJudge: where === undefined ? what : `${where}: ${what}` };
  }
  const kept = await versionBy(head, old.keys);
  if (!('fault' in kept)) return { old: old.version, new: kept.version };
  const moved = kept.isMissing ? await foundAt(head, old.keys.versionPattern) : kept;
  if ('fault' in moved) throw kept.fault;
  return { old: old.version, new: moved.version };
};

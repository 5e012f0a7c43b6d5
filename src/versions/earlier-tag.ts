import { ConfigError } from '../errors.ts';
import type { ObjectId } from './git-objects.ts';
import type { History, Tag } from './history.ts';
import { compareVersionNumbers, tagVersion } from './tag-version.ts';

/**
 * Returns the tag to compare a release with: the tag with the highest version among all tags that belong to the same
 * series, have an earlier version, are not pre-releases and point to ancestors of this commit. `undefined` if there is
 * no such tag.
 *
 * @throws {ConfigError} if the tag does not contain a version, or if the history is unknown
 */
export const earlierTag = async ({
  tag,
  commit,
  history,
}: {
  readonly tag: string;
  readonly commit: ObjectId;
  readonly history: History;
}): Promise<Tag | undefined> => {
  const own = tagVersion(tag);
  if (own === undefined) {
    throw new ConfigError({
      what: 'found a tag without a number, so the previous release cannot be determined',
      where: `tag ${tag}`,
      fix: 'Name releases by version or date, for example v1.2.3, math-v4 or 2026-11-04, or set the inputs old and new.',
    });
  }
  const candidates = (await history.tags())
    .flatMap(({ name, commit: at }) => {
      const version = tagVersion(name);
      return version === undefined ? [] : [{ name, commit: at, version }];
    })
    .filter(
      ({ version }) =>
        version.series === own.series &&
        !version.isPrerelease &&
        compareVersionNumbers(version.numbers, own.numbers) < 0,
    )
    .toSorted((a, b) => compareVersionNumbers(b.version.numbers, a.version.numbers));
  for (const { name, commit: at } of candidates) {
    if (!(await history.isAncestor(at, commit))) continue;
    if (await history.isPrerelease(name)) continue;
    return { name, commit: at };
  }
  return undefined;
};

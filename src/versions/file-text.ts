import { ConfigError } from '../errors.ts';
import { configError } from '../files/problem.ts';
import { isLfsPointer } from '../files/lfs-pointer.ts';
import { decodeUtf8, notUtf8 } from '../files/utf8.ts';
import { type ObjectId, shortId } from './git-objects.ts';
import type { Repository } from './repository.ts';

/**
 * Maximum size of a configuration or model file in bytes: far more than any such file needs, yet small enough to read
 * safely from an untrusted source.
 */
const MOST_BYTES = 1_048_576;

/**
 * The text of a small file in a commit; `undefined` if the commit has no such file.
 *
 * @throws {ConfigError} if the file is larger than 1 MiB, not UTF-8 or stored in Git LFS, and in the same cases as
 * `Repository.fileAt`
 */
export const fileText = async (
  repository: Repository,
  commit: ObjectId,
  path: string,
): Promise<string | undefined> => {
  const bytes = await repository.fileAt(commit, path);
  if (bytes === undefined) return undefined;
  const where = `${path}, in commit ${shortId(commit)}`;
  if (bytes.length > MOST_BYTES) {
    const what = `found ${bytes.length} bytes, expected at most ${MOST_BYTES}`;
    throw new ConfigError({
      what,
      where,
      fix: 'Make this file smaller. A configuration or model file needs only a few lines.',
    });
  }
  if (isLfsPointer(bytes)) {
    throw new ConfigError({
      what: 'found a Git LFS pointer, expected the file itself',
      where,
      fix: 'Remove this file from Git LFS, because its history must be in the repository.',
    });
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) throw configError(where, [{ ...notUtf8(bytes, 1), line: undefined }]);
  return text;
};

import { isAbsolute, relative, resolve, sep } from 'node:path';
import { ConfigError } from '../errors.ts';
import { printable } from '../files/printable.ts';

/**
 * Converts a path on this machine to a path in the repository: relative to the repository's root, with `/` as
 * separator. `root` and `path` are absolute, or both are relative to the same folder.
 *
 * @throws {ConfigError} if the path leads out of the repository or is its root
 */
export const repositoryPath = (root: string, path: string): string => {
  const inside = relative(resolve(root), resolve(path));
  const leaves = inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  if (!leaves) return inside.split(sep).join('/');
  throw new ConfigError({
    what: 'this path leads outside the repository, expected a file inside it',
    where: printable(path),
    fix: 'Keep the file in the repository, and write its path relative to the configuration. On a pull request, every file is read from the repository.',
  });
};

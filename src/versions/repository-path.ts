import { isAbsolute, relative, resolve, sep } from 'node:path';
import { ConfigError } from '../errors.ts';
import { printable } from '../files/printable.ts';

/**
 * Converts a path of this machine to one of the repository: relative to its root, with `/` as separator.
 * `root` and `path` are absolute, or both are relative to the same folder.
 *
 * @throws {ConfigError} if it leads out of the repository, or is its root
 */
export const repositoryPath = (root: string, path: string): string => {
  const inside = relative(resolve(root), resolve(path));
  const leaves = inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  if (!leaves) return inside.split(sep).join('/');
  throw new ConfigError({
    what: 'this path leads out of the repository, expected a file in it',
    where: printable(path),
    fix: 'On a pull request every file is taken from the repository: keep the file there, and name it by a path relative to the configuration.',
  });
};

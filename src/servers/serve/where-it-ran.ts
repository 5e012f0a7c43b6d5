import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { quoted } from '../../files/printable.ts';

/**
 * Matches arguments that look like paths, such as `./serve.sh`, `../weights` and `models/v3.gguf`, but not
 * `acme/math-7b-v3`, which may be a model's name.
 */
const LOOKS_LIKE_PATH = /^\.{1,2}\/|\/.*\.[A-Za-z]\w*$/u;

/**
 * Advice on the paths in a command that failed. A server runs in an empty folder, so relative paths do not refer to the
 * user's files. Empty if no argument is a path that exists in `root` or looks like a relative path.
 */
export function whereItRan(command: readonly string[], root: string): string {
  const paths = command.flatMap(pathsIn);
  const meant =
    paths.find((path) => existsSync(join(root, path))) ?? paths.find((path) => LOOKS_LIKE_PATH.test(path));
  if (meant === undefined) return '';
  return `It ran in an empty folder, where ${quoted(meant)} does not exist. For a path in ${root}, write {root}/${meant.replace(/^\.\//u, '')} in serve.command. `;
}

/** The relative paths that an argument may contain: the whole argument, or the value in `--model=value`. */
function pathsIn(argument: string): readonly string[] {
  return [argument, argument.slice(argument.indexOf('=') + 1)].filter(
    (path) => path !== '' && !path.startsWith('-') && !path.includes('://') && !isAbsolute(path),
  );
}

import { posix } from 'node:path';
import { readVersionKeys } from '../config/model-file-keys.ts';
import type { VersionKeys } from '../config/schema/model-file.ts';
import { ConfigError } from '../errors.ts';
import { fileText } from './file-text.ts';
import { type ObjectId, shortId } from './git-objects.ts';
import { versionIn } from './model-file.ts';
import type { Repository } from './repository.ts';

/**
 * A version and the location where it was found, or the reason why there is none. `isMissing` means that the location
 * is empty.
 */
export type Found =
  | { readonly keys: VersionKeys; readonly version: string }
  | { readonly fault: ConfigError; readonly isMissing: boolean };

const missing = (fault: ConfigError): Found => ({ fault, isMissing: true });

/** Returns errors in a commit's files and rethrows all other errors. */
const attempt = <T>(read: () => T): T | { readonly fault: ConfigError; readonly isMissing: false } => {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { fault: error, isMissing: false };
  }
};

/** Adds the commit to an error about a file. */
const inCommit = <T>(commit: ObjectId, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const { what, where, fix, mistakes } = error;
    const place = where === undefined ? {} : { where };
    throw new ConfigError({
      what: `in commit ${shortId(commit)}: ${what}`,
      fix,
      mistakes,
      ...place,
      cause: error,
    });
  }
};

/** The model file's path in the repository. */
const modelPath = (configPath: string, file: string): string => {
  const path = posix.join(posix.dirname(configPath), file);
  if (path !== '..' && !path.startsWith('../')) return path;
  throw new ConfigError({
    what: 'this path leads outside the repository, expected a file inside it',
    where: `${configPath}, checkpoints.file`,
    fix: "Correct the path. It is relative to the configuration's folder.",
  });
};

/** The configuration keys that locate the version, or the reason why they are unusable. */
type KeysFound = VersionKeys | { readonly fault: ConfigError; readonly isMissing: boolean };

/** Reads versions from a repository's commits. Throws only if an object is not available. */
export interface VersionReader {
  /** Returns the keys in a commit's configuration. */
  readonly keysAt: (commit: ObjectId) => Promise<KeysFound>;
  /** Returns the version at a commit, located by `keys`. */
  readonly versionBy: (commit: ObjectId, keys: VersionKeys) => Promise<Found>;
  /**
   * Returns the version at a commit, located by the commit's own configuration. `pattern` replaces the configuration's
   * pattern.
   */
  readonly foundAt: (commit: ObjectId, pattern?: string) => Promise<Found>;
}

/** @param options `configPath` is a path in the repository */
export const versionReader = (options: {
  readonly repository: Repository;
  readonly configPath: string;
}): VersionReader => {
  const { repository, configPath } = options;

  const versionBy = async (commit: ObjectId, keys: VersionKeys): Promise<Found> => {
    const { modelFile, versionPattern: pattern } = keys;
    if (modelFile === undefined) {
      return missing(
        new ConfigError({
          what: 'missing, so the model version cannot be located',
          where: `${configPath} in commit ${shortId(commit)}, checkpoints.file`,
          fix: "Add file and version to checkpoints, for example file: model.yaml and version: /revision, or set the Action's inputs old and new.",
        }),
      );
    }
    const { pointer } = modelFile;
    const path = attempt(() => modelPath(configPath, modelFile.file));
    if (typeof path !== 'string') return path;
    const text = await fileText(repository, commit, path);
    const nothing = (what: string): Found =>
      missing(
        new ConfigError({
          what: `${what}, expected the version`,
          where: `${path}, ${pointer === '' ? 'the whole file' : pointer}, in commit ${shortId(commit)}`,
          fix: 'Correct checkpoints.file and checkpoints.version, or put the version back in this place.',
        }),
      );
    if (text === undefined) return nothing('there is no such file');
    const read = attempt(() => versionIn({ text, path, pointer, pattern, commit }));
    if ('fault' in read) return read;
    return 'missing' in read ? nothing(read.missing) : { keys, version: read.version };
  };

  const keysAt = async (commit: ObjectId): Promise<KeysFound> => {
    const text = await fileText(repository, commit, configPath);
    if (text !== undefined) return attempt(() => inCommit(commit, () => readVersionKeys(text, configPath)));
    const fault = new ConfigError({
      what: 'there is no such file',
      where: `${configPath}, in commit ${shortId(commit)}`,
      fix: "Create it with reversal-check init, or set the Action's config input to the path of another file.",
    });
    return { fault, isMissing: true };
  };

  const foundAt = async (commit: ObjectId, pattern?: string): Promise<Found> => {
    const keys = await keysAt(commit);
    if ('fault' in keys) return keys;
    return versionBy(commit, pattern === undefined ? keys : { ...keys, versionPattern: pattern });
  };

  return { keysAt, versionBy, foundAt };
};

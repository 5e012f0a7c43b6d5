import { ConfigError } from '../errors.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of this path is a file, not a folder',
  EISDIR: 'this is a folder, expected a file',
  EACCES: 'you do not have permission to read this file',
  EPERM: 'you do not have permission to read this file',
};

/**
 * The error to throw if reading `path` failed with `error`: a `ConfigError` if the file system reported the error,
 * otherwise `error` itself (a bug, or an error that already explains itself).
 */
export const unreadableFile = (path: string, error: unknown, fix: string): unknown => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const what = reasons[error.code] ?? `cannot read this file (${error.code})`;
  return new ConfigError({ what, where: path, fix, cause: error });
};

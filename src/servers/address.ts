import { ConfigError } from '../errors.ts';
import { BASE_URL_FIX, baseUrlFault } from '../config/values/base-url.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Replaces `{version}` in a base URL, and removes a trailing slash.
 *
 * @throws {ConfigError} if the URL is invalid. `where` is the setting or variable that contains it.
 */
export const checkBaseUrl = (url: string, where: string, version?: string): string => {
  const what = baseUrlFault(url);
  if (what !== undefined) throw new ConfigError({ what, where, fix: BASE_URL_FIX });
  const filled = version === undefined ? url : url.replaceAll('{version}', () => version);
  return filled.replace(/\/+$/, '');
};

/**
 * Reads a base URL from the environment variable `name`. `key` is the configuration key that refers to the variable.
 *
 * @throws {ConfigError} if the variable is unset or empty
 */
export const addressFrom = (name: string, key: string, env: Environment): string => {
  const value = env[name]?.trim() ?? '';
  if (value !== '') return value;
  throw new ConfigError({
    what: `the environment variable ${name} is ${env[name] === undefined ? 'not set' : 'empty'}, expected the base URL of the server`,
    where: key,
    fix: `Set ${name}. In a workflow, pass it under env:.`,
  });
};

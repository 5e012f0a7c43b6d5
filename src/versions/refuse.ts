import { ConfigError } from '../errors.ts';

/** @throws {ConfigError} always, with the location, what is wrong, and how to fix it */
export const refuse = (where: string, what: string, fix: string): never => {
  throw new ConfigError({ what, where, fix });
};

import { ConfigError } from '../../src/errors.ts';

/** The message of the ConfigError that a call throws; any other outcome fails the test. */
export const refusal = async (call: () => unknown): Promise<string> => {
  let given: unknown;
  try {
    given = await call();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error(`expected a ConfigError, got ${JSON.stringify(given)}`);
};

import type { JudgeConfig } from '../config/graders/judge-config.ts';
import { type Environment, addressFrom, checkBaseUrl } from './address.ts';

/** The model that judges both checkpoints' completions, and its server. */
export interface JudgeModel extends Omit<JudgeConfig, 'baseUrl'> {
  /** Contains no user info, query, fragment or trailing slash. */
  readonly baseUrl: string;
}

/**
 * Returns a suite's judge. Reads its base URL from the environment if `base-url-env` is set.
 *
 * @throws {ConfigError} if that variable is unset or empty, or contains an invalid address
 */
export const resolveJudgeModel = (config: JudgeConfig, suite: string, env: Environment): JudgeModel => {
  const { baseUrl, baseUrlEnv, ...rest } = config;
  const key = `the grader of suite ${suite}`;
  if (baseUrl !== undefined) return { ...rest, baseUrl: checkBaseUrl(baseUrl, `${key}: base-url`) };
  if (baseUrlEnv === undefined) throw new Error(`${key} has neither base-url nor base-url-env`);
  const address = addressFrom(baseUrlEnv, `${key}: base-url-env`, env);
  return { ...rest, baseUrlEnv, baseUrl: checkBaseUrl(address, `the environment variable ${baseUrlEnv}`) };
};

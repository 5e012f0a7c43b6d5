import type { JudgeConfig } from '../config/graders/judge-config.ts';
import { type Environment, addressFrom, checkBaseUrl } from './address.ts';

/** The model that judges the completions of both checkpoints, and its server. */
export interface JudgeModel extends Omit<JudgeConfig, 'baseUrl'> {
  /** Has no user info, query, hash or trailing slash. */
  readonly baseUrl: string;
}

/**
 * The judge of a suite, with its base URL from the environment if so configured.
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

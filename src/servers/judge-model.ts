import { type Environment, addressFrom, checkBaseUrl } from './address.ts';

/** The judge model of a configuration. Either `baseUrl` or `baseUrlEnv` is set. */
export interface JudgeConfig {
  readonly model: string;
  readonly baseUrl?: string;
  readonly baseUrlEnv?: string;
  readonly apiKeyEnv?: string;
  readonly headersEnv?: string;
  /** Identifies the weights; if absent, the base URL does. */
  readonly digest?: string;
  /** Maximum tokens of an answer, at least 1. */
  readonly maxTokens: number;
  /** Members of every request that the engine does not set. */
  readonly extraBody: Readonly<Record<string, unknown>>;
  /** Maximum concurrent requests. */
  readonly concurrency: number | 'auto';
  /** Maximum wait for one whole answer. */
  readonly timeoutMs: number;
}

/** The model that judges the completions of both checkpoints, and its server. */
export interface JudgeModel extends Omit<JudgeConfig, 'baseUrl'> {
  /** Without user info, query, hash or trailing slash. */
  readonly baseUrl: string;
}

/**
 * The judge of a suite, with its base URL from the environment if so configured.
 *
 * @throws {ConfigError} if that variable is unset or empty, or holds an invalid address
 */
export const resolveJudgeModel = (config: JudgeConfig, suite: string, env: Environment): JudgeModel => {
  const { baseUrl, baseUrlEnv, ...rest } = config;
  const key = `the grader of suite ${suite}`;
  if (baseUrl !== undefined) return { ...rest, baseUrl: checkBaseUrl(baseUrl, `${key}: base-url`) };
  if (baseUrlEnv === undefined) throw new Error(`${key} has neither base-url nor base-url-env`);
  const address = addressFrom(baseUrlEnv, `${key}: base-url-env`, env);
  return { ...rest, baseUrlEnv, baseUrl: checkBaseUrl(address, `the environment variable ${baseUrlEnv}`) };
};

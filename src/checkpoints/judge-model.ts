import { type Environment, addressFrom, checkBaseUrl } from './base-url.ts';

/** Which model judges completions, as a configuration names it. One of `baseUrl` and `baseUrlEnv` is there. */
export interface JudgeConfig {
  readonly model: string;
  readonly baseUrl?: string;
  readonly baseUrlEnv?: string;
  readonly apiKeyEnv?: string;
  readonly headersEnv?: string;
  /** Identifies the weights; the base URL does so where absent. */
  readonly digest?: string;
  /** Longest answer, at least 1. */
  readonly maxTokens: number;
  /** Members of every request that the engine does not set. */
  readonly extraBody: Readonly<Record<string, unknown>>;
  /** Most requests under way at one time. */
  readonly concurrency: number | 'auto';
  /** Longest wait for one whole answer. */
  readonly timeoutMs: number;
}

/** The model that judges the completions of both checkpoints, and where it can be asked. */
export interface JudgeModel extends Omit<JudgeConfig, 'baseUrl'> {
  /** Without user info, query, hash or a slash at the end. */
  readonly baseUrl: string;
}

/**
 * The judge of a suite; its base URL is taken from the environment where the configuration says so.
 *
 * @throws ConfigError where that variable is unset or empty, or holds no usable address.
 */
export const resolveJudgeModel = (config: JudgeConfig, suite: string, env: Environment): JudgeModel => {
  const { baseUrl, baseUrlEnv, ...rest } = config;
  const key = `the grader of suite ${suite}`;
  if (baseUrl !== undefined) return { ...rest, baseUrl: checkBaseUrl(baseUrl, `${key}: base-url`) };
  if (baseUrlEnv === undefined) throw new Error(`${key} has neither base-url nor base-url-env`);
  const address = addressFrom(baseUrlEnv, `${key}: base-url-env`, env);
  return { ...rest, baseUrlEnv, baseUrl: checkBaseUrl(address, `the environment variable ${baseUrlEnv}`) };
};

/** The judge model of a configuration. Either `baseUrl` or `baseUrlEnv` is set. */
export interface JudgeConfig {
  readonly model: string;
  readonly baseUrl?: string;
  readonly baseUrlEnv?: string;
  readonly apiKeyEnv?: string;
  readonly headersEnv?: string;
  /** Identifies the weights; if absent, the base URL does. */
  readonly digest?: string;
  /** Maximum tokens of the judge's response, at least 1. */
  readonly maxTokens: number;
  /** Members of every request that the engine does not set. */
  readonly extraBody: Readonly<Record<string, unknown>>;
  /** Maximum concurrent requests. */
  readonly concurrency: number | 'auto';
  /** Timeout for one whole response. */
  readonly timeoutMs: number;
}

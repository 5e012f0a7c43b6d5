import type { LimitsPerMinute } from '../schema/server.ts';

/** The configured judge model. Either `baseUrl` or `baseUrlEnv` is set. */
export interface JudgeConfig {
  readonly model: string;
  readonly baseUrl?: string;
  readonly baseUrlEnv?: string;
  readonly apiKeyEnv?: string;
  readonly headersEnv?: string;
  /** Identifies the judge model's weights. If absent, the base URL identifies them. */
  readonly digest?: string;
  /** Maximum number of tokens in the judge's response, at least 1. */
  readonly maxTokens: number;
  /** Additional members of every request body. */
  readonly extraBody: Readonly<Record<string, unknown>>;
  /** Maximum concurrent requests. */
  readonly concurrency: number | 'auto';
  /** The server's per-minute limits. */
  readonly limits?: LimitsPerMinute;
  /** Timeout for one complete response. */
  readonly timeoutMs: number;
}

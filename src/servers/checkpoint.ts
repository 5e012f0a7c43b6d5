import type { LimitsPerMinute } from '../config/schema/server.ts';
import type { ServeConfig } from '../config/schema/serve.ts';

/** One of the two models to compare, and the server to sample it from. */
export interface Checkpoint {
  readonly side: 'old' | 'new';
  /** The version as the user wrote it, such as `v3`. Shown in reports. */
  readonly version: string;
  /** The model name to send to the server. */
  readonly model: string;
  /**
   * Contains no user info, query, fragment or trailing slash. If this run serves the checkpoint, the URL has no port
   * until the server has started.
   */
  readonly baseUrl: string;
  /**
   * Name of the environment variable that contains the base URL. The URL is then treated as a secret, like a key.
   * Absent if the URL is in the configuration.
   */
  readonly baseUrlEnv?: string;
  /**
   * The command that serves the checkpoint on this machine, with the version filled in. Absent if the server is already
   * running.
   */
  readonly serve?: ServeConfig;
  /** Name of the environment variable that contains the API key; absent if the server needs no key. */
  readonly apiKeyEnv?: string;
  /** The server's per-minute limits. Checkpoints that have the same address and the same limits share them. */
  readonly limits?: LimitsPerMinute;
  /** Name of the environment variable that contains a JSON object with additional headers. */
  readonly headersEnv?: string;
  /** The user's description of the weights and the serving stack; part of the identity of stored completions. */
  readonly digest?: string;
  /**
   * Distinguishes repeated draws from the same checkpoint, for example by date. Absent for the first draw. Completions
   * are never reused across draws.
   */
  readonly draw?: string;
  readonly api: 'chat' | 'completions';
  /** Additional members for every request body. */
  readonly extraBody: Readonly<Record<string, unknown>>;
}

import type { ServeConfig } from '../config/schema/serve.ts';

/** One of the two models compared, and the server to sample it from. */
export interface Checkpoint {
  readonly side: 'old' | 'new';
  /** The version as the user wrote it, `v3`; shown in reports. */
  readonly version: string;
  /** The model name to send to the server. */
  readonly model: string;
  /**
   * Without user info, query, hash or trailing slash. If the checkpoint is served here, without its port
   * until it runs.
   */
  readonly baseUrl: string;
  /**
   * Name of the environment variable that holds the base URL, which is then as secret as a key; absent if the
   * URL is in the configuration.
   */
  readonly baseUrlEnv?: string;
  /**
   * The command that serves it on this machine, with the version filled in; absent if it is already served
   * elsewhere.
   */
  readonly serve?: ServeConfig;
  /** Name of the environment variable that holds the API key; absent if the server needs no key. */
  readonly apiKeyEnv?: string;
  /** Name of the environment variable that holds a JSON object of additional headers. */
  readonly headersEnv?: string;
  /** The user's description of the weights and the serving stack; part of the identity of stored completions. */
  readonly digest?: string;
  /**
   * Distinguishes repeated samplings of the checkpoint, for example by date; absent for the first. Completions are never
   * reused across draws.
   */
  readonly draw?: string;
  readonly api: 'chat' | 'completions';
  /** Additional members of the body of every request. */
  readonly extraBody: Readonly<Record<string, unknown>>;
}

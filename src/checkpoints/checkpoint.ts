import type { ServeConfig } from '../config/serve-schema.ts';

/** One of the two models that are compared, and where it can be asked. */
export interface Checkpoint {
  readonly side: 'old' | 'new';
  /** The version as the user wrote it, `v3`; shown in reports. */
  readonly version: string;
  /** The name by which the server knows it. */
  readonly model: string;
  /** Without user info, query, hash or a slash at the end; of one that is served here, without its port until it runs. */
  readonly baseUrl: string;
  /** Name of the environment variable that holds the base URL, which is then as secret as a key; absent where the configuration holds it. */
  readonly baseUrlEnv?: string;
  /** The command that serves it on this machine, with the version filled in; absent where it is served already. */
  readonly serve?: ServeConfig;
  /** Name of the environment variable that holds the API key; absent where the server wants none. */
  readonly apiKeyEnv?: string;
  /** Name of the environment variable that holds a JSON object of further headers. */
  readonly headersEnv?: string;
  /** What the user declares about the weights and the serving stack; part of the identity of stored completions. */
  readonly digest?: string;
  /**
   * Tells a draw from the checkpoint from others of it, as a date; absent for the first. Completions of one draw are never
   * taken for another's.
   */
  readonly draw?: string;
  readonly api: 'chat' | 'completions';
  /** Further members of the body of every request. */
  readonly extraBody: Readonly<Record<string, unknown>>;
}

import type { EmbeddingModel } from '../../servers/embedding-model.ts';
import type { ConcurrencySetting } from '../../servers/http/throttle.ts';

/** Where embedding stands, in distinct texts. At the end `done + failed = total`. */
export interface EmbeddingProgress {
  /** Texts with an embedding, from the store or asked now. */
  readonly done: number;
  readonly failed: number;
  /** Those of `done` that were in the store when the run began. */
  readonly cached: number;
  readonly total: number;
}

export interface EmbeddingRequest {
  readonly model: EmbeddingModel;
  /** May repeat; equal texts are asked once. Blank ones are not asked. */
  readonly texts: readonly string[];
  readonly concurrency: ConcurrencySetting;
  /** Longest wait for one whole answer. */
  readonly timeoutMs: number;
  /** Folder of the completion store; made where it does not exist. */
  readonly storeDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Told at the start, and whenever a batch was had or failed. */
  readonly onEmbedding?: (progress: EmbeddingProgress) => void;
  /** Told in one sentence of what is odd but stops nothing. */
  readonly onWarning?: (message: string) => void;
}

export interface Embedded {
  /** The embedding of a text that was asked for; undefined where it is blank or could not be had. */
  readonly embeddingOf: (text: string) => Float32Array | undefined;
  /** Distinct texts. */
  readonly texts: number;
  /** Those of them that could not be had, with the commonest reason; undefined where all could. */
  readonly failed: { readonly texts: number; readonly reason: string } | undefined;
  readonly cost: {
    /** Requests sent, repeated ones too. */
    readonly requests: number;
    readonly prompt_tokens: number;
    /** Embeddings taken from the store. */
    readonly cached: number;
  };
}

export type Embedder = (request: EmbeddingRequest) => Promise<Embedded>;

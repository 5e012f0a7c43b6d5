import type { EmbeddingModel } from '../../servers/embedding-model.ts';
import type { ConcurrencySetting } from '../../servers/http/pace/throttle.ts';

/** Progress of embedding, counted in distinct texts. At the end, `done + failed = total`. */
export interface EmbeddingProgress {
  /** Texts with an embedding, stored or new. */
  readonly done: number;
  readonly failed: number;
  /** The number of texts in `done` that were already in the store when the run began. */
  readonly cached: number;
  readonly total: number;
}

export interface EmbeddingRequest {
  readonly model: EmbeddingModel;
  /** May contain duplicates, which are requested only once. Blank texts are not requested. */
  readonly texts: readonly string[];
  readonly concurrency: ConcurrencySetting;
  /** Timeout for a complete response. */
  readonly timeoutMs: number;
  /** The completion store's folder. Created if it does not exist. */
  readonly storeDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Called at the start, and whenever a batch succeeds or fails. */
  readonly onEmbedding?: (progress: EmbeddingProgress) => void;
  /** Called with one sentence about an anomaly that does not stop the run. */
  readonly onWarning?: (message: string) => void;
}

export interface Embedded {
  /** Returns the embedding of a requested text; undefined if the text is blank or its embedding failed. */
  readonly embeddingOf: (text: string) => Float32Array | undefined;
  /** Number of distinct texts. */
  readonly texts: number;
  /** The number of texts whose embedding failed, with the most common reason; undefined if none did. */
  readonly failed: { readonly texts: number; readonly reason: string } | undefined;
  readonly cost: {
    /** Number of requests sent, including retries. */
    readonly requests: number;
    readonly prompt_tokens: number;
    /** Number of embeddings taken from the store. */
    readonly cached: number;
  };
}

export type Embedder = (request: EmbeddingRequest) => Promise<Embedded>;

import { otherDimensions } from '../../servers/embeddings/embedding-errors.ts';
import type { Embedding } from '../../servers/embeddings/embedding-server.ts';
import { embeddingFile, embeddingKeys, openEmbeddingStore } from '../../store/embedding-store.ts';
import { embeddableText } from '../../servers/embeddings/embedding-text.ts';
import type { EmbeddingProgress, EmbeddingRequest } from './embedding-request.ts';
import { encodeVector, hasDirection } from '../../servers/embeddings/vector.ts';

/** A run's distinct texts and their states: stored, missing or failed. */
export interface EmbeddingRun {
  readonly path: string;
  readonly missing: readonly string[];
  readonly damagedLines: number;
  /**
   * Stores new embeddings, or records why they failed. Resolves when they have been written.
   *
   * @throws {SamplingError} if their length differs from that of stored embeddings
   */
  readonly settle: (embedding: Embedding) => Promise<void>;
  readonly progress: () => EmbeddingProgress;
  readonly promptTokens: () => number;
  /** Number of failed texts for each reason; empty if none failed. */
  readonly reasons: ReadonlyMap<string, number>;
  /** Returns the embedding of a requested text; undefined if there is none. */
  readonly embeddingOf: (text: string) => Float32Array | undefined;
  readonly close: () => Promise<void>;
}

/** @throws {SamplingError} if the store cannot be read or written, or has vectors of different lengths */
export async function openEmbeddingRun(
  request: Pick<EmbeddingRequest, 'model' | 'texts' | 'storeDir'>,
): Promise<EmbeddingRun> {
  const { model, storeDir } = request;
  const keyOf = embeddingKeys(model);
  const shortened = (text: string): string => embeddableText(text, model.maxCharacters);
  const keys = new Map(request.texts.map(shortened).map((text) => [text, keyOf(text)]));
  keys.delete('');
  const path = embeddingFile(storeDir, model);
  const store = await openEmbeddingStore({ path, wanted: new Set(keys.values()) });

  const vectors = new Map<string, Float32Array>();
  const reasons = new Map<string, number>();
  let dimensions: number | undefined;
  let failed = 0;
  let promptTokens = 0;
  const keep = (text: string, vector: Float32Array): void => {
    dimensions ??= vector.length;
    if (vector.length !== dimensions) {
      throw otherDimensions({ model, path, stored: dimensions, given: vector.length });
    }
    vectors.set(text, vector);
  };
  const fail = (texts: number, reason: string): void => {
    failed += texts;
    reasons.set(reason, (reasons.get(reason) ?? 0) + texts);
  };
  const keepNew = async (text: string, vector: Float32Array | undefined): Promise<void> => {
    if (vector === undefined || !hasDirection(vector)) {
      fail(1, 'its embedding is all zeros');
      return;
    }
    keep(text, vector);
    await store.append([{ key: keyOf(text), vector: encodeVector(vector) }]);
  };

  try {
    for (const [text, key] of keys) {
      const stored = store.lines.get(key);
      if (stored !== undefined) keep(text, stored.vector);
    }
  } catch (error) {
    await store.close();
    throw error;
  }
  const cached = vectors.size;
  return {
    path,
    missing: [...keys.keys()].filter((text) => !vectors.has(text)),
    damagedLines: store.damagedLines,
    reasons,
    close: store.close,
    promptTokens: () => promptTokens,
    progress: () => ({ done: vectors.size, failed, cached, total: keys.size }),
    embeddingOf: (text) => vectors.get(shortened(text)),
    settle: async (embedding) => {
      if ('failure' in embedding) {
        fail(embedding.texts.length, embedding.failure.message);
        return;
      }
      const { texts, answer } = embedding;
      promptTokens += answer.usage?.prompt_tokens ?? 0;
      await Promise.all(texts.map((text, place) => keepNew(text, answer.vectors[place])));
    },
  };
}

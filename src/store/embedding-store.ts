import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { EmbeddingModel } from '../servers/embedding-model.ts';
import { contentHash } from '../files/canonical-json.ts';
import { embeddableText } from '../servers/embeddings/embedding-text.ts';
import { type KeyedLines, openKeyedLines, readKeyedLines } from './keyed-lines.ts';
import { decodeVector, hasDirection, isFiniteVector } from '../servers/embeddings/vector.ts';

/**
 * The key format's version. Increase it if the meaning of a key changes, so that older embeddings are requested again.
 */
const KEY_VERSION = 1;

const storedSchema = z.object({
  key: z.string(),
  vector: z.string().transform((text, context): Float32Array => {
    const vector = decodeVector(text);
    if (vector !== undefined && isFiniteVector(vector) && hasDirection(vector)) return vector;
    context.addIssue({ code: 'custom', message: 'no vector' });
    return z.NEVER;
  }),
});

/** A stored embedding with the key of its text. */
export type StoredEmbedding = z.output<typeof storedSchema>;

const readStored = (line: unknown): StoredEmbedding | undefined => storedSchema.safeParse(line).data;

/** One model's embeddings: a JSONL file in the completion store. It does not contain the texts. */
export type EmbeddingStore = KeyedLines<StoredEmbedding, z.input<typeof storedSchema>>;

/**
 * Identifies the source of embeddings: SHA-256 of the model's name and of its declared digest (or its base URL if no
 * digest is declared).
 */
function identityOf({ model, digest, baseUrl }: EmbeddingModel): string {
  const origin = digest === undefined ? { baseUrl } : { digest };
  return contentHash({ version: KEY_VERSION, kind: 'embedding', model, origin });
}

/** The key of the text's embedding: SHA-256 of the model's identity and the text as sent. */
export function embeddingKeys(model: EmbeddingModel): (text: string) => string {
  const common = createHash('sha256').update(identityOf(model));
  return (text) => common.copy().update(`\n${text}`).digest('hex');
}

/** The path of a model's file. The file name is valid on every file system. */
export function embeddingFile(storeDir: string, model: EmbeddingModel): string {
  const readable = model.model.replaceAll(/[^A-Za-z0-9_-]+/g, '-').slice(0, 60);
  return join(storeDir, 'embeddings', `${readable}-${identityOf(model).slice('sha256:'.length, 23)}.jsonl`);
}

/** @throws {SamplingError} if the file cannot be read or written */
export function openEmbeddingStore(options: {
  readonly path: string;
  readonly wanted: ReadonlySet<string>;
}): Promise<EmbeddingStore> {
  return openKeyedLines({ ...options, read: readStored });
}

/**
 * Looks up the stored embeddings of texts; undefined for text without a stored embedding. Sends no requests and
 * writes nothing.
 *
 * @throws {SamplingError} if the file cannot be read
 */
export async function storedEmbeddings({
  model,
  texts,
  storeDir,
}: {
  readonly model: EmbeddingModel;
  readonly texts: readonly string[];
  readonly storeDir: string;
}): Promise<(text: string) => Float32Array | undefined> {
  const keyOf = embeddingKeys(model);
  const keyOfText = (text: string): string => keyOf(embeddableText(text, model.maxCharacters));
  const found = await readKeyedLines({
    path: embeddingFile(storeDir, model),
    wanted: new Set(texts.map(keyOfText)),
    read: readStored,
  });
  return (text) => found.get(keyOfText(text))?.vector;
}

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { JudgeModel } from '../servers/judge-model.ts';
import { canonicalJson, contentHash } from '../files/canonical-json.ts';
import { type KeyedLines, openKeyedLines } from './keyed-lines.ts';

/** Raised when the meaning of a key changes: judges are then asked again. */
const KEY_VERSION = 1;

const storedSchema = z.object({
  key: z.string(),
  /** What the judge answered, as it came. */
  content: z.string(),
  model: z.string().optional(),
  system_fingerprint: z.string().optional(),
  /** ISO 8601, UTC. */
  time: z.iso.datetime(),
});

/** An answer of a judge with the key of what it was asked. */
export type StoredAnswer = z.output<typeof storedSchema>;

const readStored = (line: unknown): StoredAnswer | undefined => storedSchema.safeParse(line).data;

/** The answers of one judge: a JSONL file in the completion store. Neither completions nor rubrics stand in it. */
export type JudgeStore = KeyedLines<StoredAnswer, StoredAnswer>;

/** Whose answers these are: SHA-256 over the model with its digest or, failing that, the base URL, and what shapes an answer. */
function identityOf({ model, digest, baseUrl, maxTokens, extraBody }: JudgeModel): string {
  const origin = digest === undefined ? { baseUrl } : { digest };
  return contentHash({ version: KEY_VERSION, kind: 'judge', model, origin, maxTokens, extraBody });
}

/** The key of an answer: SHA-256 over the judge's identity and the messages, which hold rubric, item and completion. */
export function judgeKeys(judge: JudgeModel): (messages: readonly unknown[]) => string {
  const common = createHash('sha256').update(identityOf(judge));
  return (messages) =>
    common
      .copy()
      .update(`\n${canonicalJson(messages)}`)
      .digest('hex');
}

/** One file a judge, with a name that every file system takes. */
export function judgeFile(storeDir: string, judge: JudgeModel): string {
  const readable = judge.model.replaceAll(/[^A-Za-z0-9_-]+/g, '-').slice(0, 60);
  return join(storeDir, 'judges', `${readable}-${identityOf(judge).slice('sha256:'.length, 23)}.jsonl`);
}

/** @throws {SamplingError} where the file cannot be read or written. */
export function openJudgeStore(path: string): Promise<JudgeStore> {
  return openKeyedLines({ path, read: readStored });
}

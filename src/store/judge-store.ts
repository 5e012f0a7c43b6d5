import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { JudgeModel } from '../servers/judge-model.ts';
import { canonicalJson, contentHash } from '../files/canonical-json.ts';
import { type KeyedLines, openKeyedLines } from './keyed-lines.ts';

/** The key format's version. Increase it if the meaning of a key changes, so that answers are requested again. */
const KEY_VERSION = 1;

const storedSchema = z.object({
  key: z.string(),
  /** The judge's answer, unchanged. */
  content: z.string(),
  model: z.string().optional(),
  system_fingerprint: z.string().optional(),
  /** ISO 8601, UTC. */
  time: z.iso.datetime(),
});

/** A judge's stored answer with the key of its question. */
export type StoredAnswer = z.output<typeof storedSchema>;

const readStored = (line: unknown): StoredAnswer | undefined => storedSchema.safeParse(line).data;

/** One judge's answers: a JSONL file in the completion store. It contains neither completions nor rubrics. */
export type JudgeStore = KeyedLines<StoredAnswer, StoredAnswer>;

/**
 * Identifies the source of answers: SHA-256 of the model's name, its declared digest (or its base URL if no digest is
 * declared) and the settings that affect an answer.
 */
function identityOf({ model, digest, baseUrl, maxTokens, extraBody }: JudgeModel): string {
  const origin = digest === undefined ? { baseUrl } : { digest };
  return contentHash({ version: KEY_VERSION, kind: 'judge', model, origin, maxTokens, extraBody });
}

/**
 * An answer's key: SHA-256 of the judge's identity and the messages, which contain the rubric, the item and the
 * completion.
 */
export function judgeKeys(judge: JudgeModel): (messages: readonly unknown[]) => string {
  const common = createHash('sha256').update(identityOf(judge));
  return (messages) =>
    common
      .copy()
      .update(`\n${canonicalJson(messages)}`)
      .digest('hex');
}

/** The path of a judge's file. The file name is valid on every file system. */
export function judgeFile(storeDir: string, judge: JudgeModel): string {
  const readable = judge.model.replaceAll(/[^A-Za-z0-9_-]+/g, '-').slice(0, 60);
  return join(storeDir, 'judges', `${readable}-${identityOf(judge).slice('sha256:'.length, 23)}.jsonl`);
}

/** @throws {SamplingError} if the file cannot be read or written */
export function openJudgeStore(path: string): Promise<JudgeStore> {
  return openKeyedLines({ path, read: readStored });
}

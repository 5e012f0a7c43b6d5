import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Checkpoint } from '../servers/checkpoint.ts';
import { ReversalCheckError, SamplingError } from '../errors.ts';
import { byteLines } from '../files/byte-lines.ts';
import { contentHash } from '../files/canonical-json.ts';
import { streamRegularFile } from '../files/regular-file.ts';
import type { VerdictStatus } from '../config/policy.ts';
import { pairIdentities } from './identity.ts';

/** One comparison of a pair of checkpoints on an eval set. */
export interface Look {
  /** Samples per item and side. A different n means different data, and the same n means the same data. */
  readonly n: number;
  readonly verdict: VerdictStatus;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** Whether data with this n had already been compared and was sampled again for this look. */
  readonly redrawn?: boolean | undefined;
}

/** The record of a pair's looks. */
export interface LookRecord {
  /** In chronological order. */
  readonly earlier: readonly Look[];
  readonly add: (look: Omit<Look, 'time'>) => Promise<void>;
}

const VERDICTS = [
  'progress',
  'unchanged',
  'reversal',
  'regression',
  'inconclusive',
  'invalid',
  'skipped',
] as const satisfies readonly VerdictStatus[];

const lookSchema = z.object({
  pair: z.string(),
  n: z.number().int().positive(),
  verdict: z.enum(VERDICTS),
  /** ISO 8601, UTC. */
  time: z.string(),
  redrawn: z.boolean().optional(),
});

type Line = z.infer<typeof lookSchema>;

/** A pair's identity, shared by all looks at the pair: both checkpoints, and the data they are compared on. */
export interface LookedAt {
  readonly checkpoints: { readonly old: Checkpoint; readonly new: Checkpoint };
  /**
   * The lock's content, which pins the eval set, prompts, sampling and graders. The identity does not include n,
   * because a comparison with more samples is another look at the same pair.
   */
  readonly lock: { readonly sampling: Readonly<Record<string, unknown>> };
}

/** Opens the record of the looks at a pair of checkpoints. */
export type OpenLooks = (at: LookedAt & { readonly storeDir: string }) => Promise<LookRecord>;

const FILE = 'looks.jsonl';

/**
 * Opens the record of looks at a pair of checkpoints: an append-only file next to the completions, with one look per
 * line. Damaged lines are skipped.
 *
 * @throws {SamplingError} if the file cannot be read or written
 */
export async function openLooks({
  checkpoints,
  lock,
  storeDir,
  now,
}: LookedAt & {
  readonly storeDir: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}): Promise<LookRecord> {
  const path = join(storeDir, FILE);
  const { n: _, ...sampling } = lock.sampling;
  const pair = contentHash({ ...pairIdentities(checkpoints), lock: { ...lock, sampling } });
  const lines = await guarded(path, () => readLines(path));
  return {
    earlier: lines
      .filter((line) => line.pair === pair)
      .map(({ n, verdict, time, redrawn }) => ({ n, verdict, time, ...(redrawn && { redrawn }) })),
    add: (look) =>
      guarded(path, async () => {
        const line: Line = { pair, ...look, time: new Date(now()).toISOString() };
        await mkdir(storeDir, { recursive: true });
        await appendFile(path, `${JSON.stringify(line)}\n`);
      }),
  };
}

async function readLines(path: string): Promise<Line[]> {
  const lines: Line[] = [];
  try {
    for await (const bytes of byteLines(streamRegularFile(path))) {
      const line = parsed(bytes === undefined ? '' : new TextDecoder().decode(bytes));
      if (line !== undefined) lines.push(line);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return lines;
}

function parsed(line: string): Line | undefined {
  try {
    return lookSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ReversalCheckError) throw error;
    throw new SamplingError({
      what: `Cannot read or write the record of looks (${error instanceof Error ? error.message : String(error)}).`,
      where: path,
      fix: 'Check the folder and its permissions, then run the same command again. Stored completions are reused.',
      cause: error,
    });
  }
}

import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { canonicalJson, contentHash, sha256, sha256OfLines } from '../../files/canonical-json.ts';
import { ConfigError } from '../../errors.ts';
import type { Suite } from '../../evalset/suite.ts';
import { graderVersion, lockedOptionsOf } from '../graders/graders.ts';
import { expectations } from '../../files/expectation.ts';
import { DEEPEST_JSON, isTooDeep } from '../../files/json-depth.ts';
import { mergeConflict } from '../../files/merge-conflict.ts';
import { mistakes } from '../../files/mistakes.ts';
import { configError } from '../../files/problem.ts';
import { unreadableFile } from '../../files/unreadable-file.ts';
import { decodeUtf8, notUtf8 } from '../../files/utf8.ts';
import type { ReadFile } from '../read.ts';
import type { Config } from '../schema/config.ts';
import type { SuiteConfig } from '../schema/suites.ts';

const hash = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .register(expectations, { expected: 'sha256: and 64 hexadecimal digits', example: 'sha256:4f2a…' });

const lockSchema = z.strictObject({
  lock: z.literal(1),
  sampling: z.record(z.string(), z.unknown()),
  embeddings: z.record(z.string(), z.unknown()).optional(),
  suites: z.record(
    z.string(),
    z.strictObject({
      items: z.strictObject({ count: z.int().positive(), hash }),
      prompt: hash,
      grader: z
        .strictObject({
          type: z.string(),
          version: z.string(),
          options: z.record(z.string(), z.unknown()),
          files: z.record(z.string(), hash).optional(),
        })
        .nullable(),
    }),
  ),
});

/**
 * A check's pinned inputs: for each suite, the items, the prompt around them (`system` and `template`) and the grader
 * with its files; the sampling settings that affect completions; and the embedding model. Policy and addresses are not
 * pinned.
 */
export type Lock = z.output<typeof lockSchema>;

type LockedSuite = Lock['suites'][string];

/** The contents of a grader's files, keyed by their paths in the configuration. */
type GraderFiles = ReadonlyMap<string, Uint8Array>;

const FIX = 'Write the lock again with reversal-check pin, and commit it.';

const lockedGrader = ({ grader }: SuiteConfig, files: GraderFiles): LockedSuite['grader'] => {
  if (grader === undefined) return null;
  const hashes = [...files].map(([path, bytes]) => [path, sha256OfLines(bytes)] as const);
  return {
    type: grader.type,
    version: graderVersion(grader),
    options: { ...lockedOptionsOf(grader) },
    ...(hashes.length === 0 ? {} : { files: Object.fromEntries(hashes) }),
  };
};

const lockedSampling = ({ sampling, checkpoints }: Config): Lock['sampling'] => {
  const {
    n,
    temperature,
    topP,
    maxTokens,
    maxCompletionTokens,
    stop,
    seed,
    greedy,
    reasoning,
    reasoningTags,
  } = sampling;
  const settings = {
    n,
    temperature,
    'top-p': topP,
    'max-tokens': maxTokens,
    'max-completion-tokens': maxCompletionTokens,
    stop,
    seed,
    greedy: greedy || undefined,
    reasoning,
    // Omitted if empty, so that locks written before reasoning tags existed remain valid.
    'reasoning-tags': reasoningTags.length === 0 ? undefined : reasoningTags,
    api: checkpoints?.api ?? 'chat',
    'extra-body': checkpoints?.extraBody ?? {},
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
};

/** The settings that affect embeddings. Batch sizes and addresses do not affect them. */
const lockedEmbeddings = ({ embeddings }: Config): Pick<Lock, 'embeddings'> => {
  if (embeddings === undefined) return {};
  const { model, maxCharacters, digest } = embeddings;
  return {
    embeddings: { model, 'max-characters': maxCharacters, ...(digest === undefined ? {} : { digest }) },
  };
};

/** Creates the lock for a configuration and its suites. `suites` must contain every suite in the configuration. */
export const createLock = (options: {
  readonly config: Config;
  readonly suites: readonly Suite[];
  /** The grader files, keyed by suite. Suites without grader files may be omitted. */
  readonly graderFiles?: ReadonlyMap<string, GraderFiles>;
}): Lock => {
  const { config, suites, graderFiles } = options;
  const locked = suites.map(({ name, items, excluded, hash }): [string, LockedSuite] => {
    const suite = config.suites.find((candidate) => candidate.name === name);
    if (suite === undefined) throw new Error(`the configuration has no suite ${name}`);
    const prompt = contentHash({ system: suite.system ?? null, template: suite.template ?? null });
    return [
      name,
      {
        items: { count: excluded?.of ?? items.length, hash },
        prompt,
        grader: lockedGrader(suite, graderFiles?.get(name) ?? new Map()),
      },
    ];
  });
  return {
    lock: 1,
    sampling: lockedSampling(config),
    ...lockedEmbeddings(config),
    suites: Object.fromEntries(locked),
  };
};

/** The lock's path, next to its configuration and with its name: `math.lock` for `math.yml`. */
export const lockPathOf = (configPath: string): string =>
  join(dirname(configPath), `${basename(configPath).replace(/\.ya?ml$/i, '')}.lock`);

/**
 * The path of the lock that a configuration is checked with. Version 0.1 wrote `reversal.lock` for every configuration.
 * That lock still applies if the configuration has no lock of its own and there is no `reversal.yml` that it may belong
 * to.
 */
export const existingLockPath = async (
  configPath: string,
  readIfThere: (path: string) => Promise<Uint8Array | undefined>,
): Promise<string> => {
  const own = lockPathOf(configPath);
  const shared = join(dirname(configPath), 'reversal.lock');
  if (own === shared || (await readIfThere(own)) !== undefined) return own;
  const isAnothers = (await readIfThere(join(dirname(configPath), 'reversal.yml'))) !== undefined;
  return isAnothers || (await readIfThere(shared)) === undefined ? own : shared;
};

/** The text of a lock: JSON with sorted keys. The same content always gives the same bytes. */
export const lockText = (lock: Lock): string => `${canonicalJson(lock, 2)}\n`;

/** SHA-256 of the lock's content, as `sha256:…`. Formatting and line endings do not affect it. */
export const lockHash = (lock: Lock): string => sha256(lockText(lock));

const parseJson = (text: string, path: string): unknown => {
  if (isTooDeep(text)) {
    const what = `found lists and objects nested more than ${DEEPEST_JSON} levels deep, expected a lock`;
    throw new ConfigError({ what, where: path, fix: FIX });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ConfigError({
      what: 'this file is not JSON, expected a lock',
      where: path,
      fix: FIX,
      cause: error,
    });
  }
};

/**
 * Parses a lock.
 *
 * @throws {ConfigError} if the text is not a lock, or if its format version is newer
 */
export const parseLock = (text: string, path: string): Lock => {
  const conflict = mergeConflict(text);
  if (conflict !== undefined) throw configError(path, [{ ...conflict, fix: FIX }]);
  const value = parseJson(text.replace(/^\uFEFF/, ''), path);
  const version: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'lock') : undefined;
  if (typeof version === 'number' && version > 1) {
    const what = `found lock version ${version}, expected 1: a newer reversal-check wrote this lock`;
    throw new ConfigError({
      what,
      where: path,
      fix: 'Update reversal-check to the version that wrote the lock.',
    });
  }
  const parsed = lockSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const found = mistakes({ schema: lockSchema, error: parsed.error, value, notation: 'json' });
  throw configError(
    path,
    found.map(({ what }) => ({ what, fix: FIX })),
  );
};

/**
 * Reads a lock.
 *
 * @throws {ConfigError} if it cannot be read, and in the same cases as `parseLock`
 */
export const readLock = async (options: {
  readonly path: string;
  readonly readFile: ReadFile;
}): Promise<Lock> => {
  const { path, readFile } = options;
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unreadableFile(path, error, 'Write the lock with reversal-check pin, and commit it.');
  });
  const text = decodeUtf8(bytes);
  if (text === undefined) throw configError(path, [{ ...notUtf8(bytes, 1), fix: FIX }]);
  return parseLock(text, path);
};

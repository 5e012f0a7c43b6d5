import { posix } from 'node:path';
import type { Environment } from '../../servers/address.ts';
import { ConfigError } from '../../errors.ts';
import { quoted } from '../../files/printable.ts';
import { ARTIFACT_MODES, type ArtifactMode } from '../artifact/artifact.ts';
import { COMMENT_MODES, type CommentMode } from '../publish/comment.ts';

/** `where safe` means only on servers on which a branch cannot read a cache that an unrelated branch wrote. */
export type CacheUse = 'always' | 'never' | 'where safe';

/** The Action's inputs, as in `action.yml`. None of them changes margins, policy or addresses. */
export interface Inputs {
  /** The configuration's path in the repository, with `/` as the separator. */
  readonly config: string;
  readonly old?: string;
  readonly new?: string;
  readonly pr?: number;
  /** Absent if the workflow passes an empty token. */
  readonly token?: string;
  readonly comment: CommentMode;
  /** Absent if the workflow sets none. */
  readonly commentKey?: string;
  readonly artifact: ArtifactMode;
  readonly out: string;
  /** The shard to sample, such as `3/10`; absent to sample everything. */
  readonly shard?: string;
  /** The folder that contains the shards to merge; absent if there are none. */
  readonly merge?: string;
  readonly store: string;
  /** Whether the check stops early if the first samples cannot be graded. */
  readonly preflight: boolean;
  /** When to store completions in the job's cache. Default: `where safe`, or `never` if the workflow sets its own store. */
  readonly cache: CacheUse;
}

/** Each input's default, as in `action.yml`. */
const DEFAULTS: Readonly<Record<string, string>> = {
  config: 'reversal.yml',
  comment: 'always',
  artifact: 'report',
  preflight: 'true',
  out: '.reversal-check',
};

const LONGEST_KEY = 100;

/**
 * Reads the inputs from the runner's `INPUT_…` variables and trims them.
 *
 * @throws {ConfigError} if a value is invalid
 */
export function readInputs(env: Environment): Inputs {
  const read = (name: string): string =>
    (env[`INPUT_${name.toUpperCase()}`] ?? '').trim() || (DEFAULTS[name] ?? '');
  const [old, candidate, token] = ['old', 'new', 'github-token'].map(read);
  const config = pathInRepository(read('config'));
  const out = read('out');
  const pr = read('pr');
  const key = read('comment-key');
  const [shard = '', merge = ''] = ['shard', 'merge'].map(read);
  if (shard !== '' && merge !== '') throw bothShardAndMerge();
  return {
    config,
    ...(old ? { old } : {}),
    ...(candidate ? { new: candidate } : {}),
    ...(pr === '' ? {} : { pr: pullRequestNumber(pr) }),
    ...(token ? { token } : {}),
    comment: oneOf(COMMENT_MODES, 'comment', read('comment')),
    artifact: oneOf(ARTIFACT_MODES, 'artifact', read('artifact')),
    ...(key === '' ? {} : { commentKey: keyOf(key) }),
    out,
    ...(shard === '' ? {} : { shard }),
    ...(merge === '' ? {} : { merge }),
    store: read('store') || posix.join(out, 'completions'),
    preflight: trueOrFalse('preflight', read('preflight')),
    cache: read('store') === '' ? cacheUse(read('cache')) : 'never',
  };
}

function bothShardAndMerge(): ConfigError {
  return new ConfigError({
    what: 'found together with shard, expected only one of the two',
    where: 'input merge',
    fix: 'Set shard in the jobs that sample, and merge in the job that merges the shards.',
  });
}

function pathInRepository(path: string): string {
  const normal = posix.normalize(path);
  if (!posix.isAbsolute(normal) && normal !== '..' && !normal.startsWith('../')) return normal;
  throw new ConfigError({
    what: `found ${quoted(path)}, expected a path within the repository`,
    where: 'input config',
    fix: 'Write the path from the root of the repository, for example evals/reversal.yml.',
  });
}

function pullRequestNumber(text: string): number {
  const number = /^#?(\d{1,9})$/.exec(text)?.[1];
  if (number !== undefined && Number(number) > 0) return Number(number);
  throw new ConfigError({
    what: `found ${quoted(text)}, expected the number of a pull request`,
    where: 'input pr',
    fix: 'Write only the number, for example 123.',
  });
}

function oneOf<T extends string>(modes: readonly T[], name: string, text: string): T {
  const mode = modes.find((known) => known === text);
  if (mode !== undefined) return mode;
  throw new ConfigError({
    what: `found ${quoted(text)}, expected ${modes.slice(0, -1).join(', ')} or ${modes.at(-1) ?? ''}`,
    where: `input ${name}`,
    fix: `Use one of these values, or remove the input to use ${DEFAULTS[name] ?? ''}.`,
  });
}

function trueOrFalse(name: string, text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw new ConfigError({
    what: `found ${quoted(text)}, expected true or false`,
    where: `input ${name}`,
    fix: 'Use true or false, or remove the input to use true.',
  });
}

function cacheUse(text: string): CacheUse {
  if (text === '') return 'where safe';
  return trueOrFalse('cache', text) ? 'always' : 'never';
}

function keyOf(text: string): string {
  if (text.length <= LONGEST_KEY) return text;
  throw new ConfigError({
    what: `found ${text.length} characters, expected at most ${LONGEST_KEY}`,
    where: 'input comment-key',
    fix: 'Use a short name that is different for each check on the same pull request.',
  });
}

import { contentHash } from '../files/canonical-json.ts';
import type { Checkpoint } from '../servers/checkpoint.ts';
import type { Item } from '../evalset/suite.ts';
import type { SamplingSettings } from '../servers/chat/sampling-settings.ts';

/**
 * The key format's version. Increase it if the meaning of a key changes, so that older completions are sampled again.
 */
const KEY_VERSION = 3;

/**
 * Identifies the source of completions: SHA-256 of the model's name, its declared digest (or, without a digest, the
 * base URL or the serve command) and everything else about the source that affects a completion (`api`, `extra-body`).
 * Two servers share completions only if the same digest is declared for the same model.
 *
 * `draw` distinguishes two draws from one checkpoint, because the two sides must not share completions if a checkpoint
 * is compared with itself. A checkpoint's own `draw` takes precedence.
 */
export function checkpointIdentity(checkpoint: Checkpoint, draw: 0 | 1): string {
  const { model, digest, baseUrl, serve, api, extraBody } = checkpoint;
  const place = serve === undefined ? { baseUrl } : { serve: serve.command };
  const origin = digest === undefined ? place : { digest };
  return contentHash({
    version: KEY_VERSION,
    model,
    origin,
    api,
    extraBody,
    draw: checkpoint.draw ?? draw,
  });
}

/** Both sides' identities. If a checkpoint is compared with itself, the sides have different draws. */
export function pairIdentities(checkpoints: { readonly old: Checkpoint; readonly new: Checkpoint }): {
  readonly old: string;
  readonly new: string;
} {
  const old = checkpointIdentity(checkpoints.old, 0);
  const first = checkpointIdentity(checkpoints.new, 0);
  return { old, new: old === first ? checkpointIdentity(checkpoints.new, 1) : first };
}

/**
 * The keys of an item's samples: SHA-256 of the checkpoint's identity, the item's id and messages, and the sampling
 * settings that affect a completion (not n, concurrency or timeout), followed by the sample's index. The id is included
 * so that two items with the same messages are sampled separately.
 */
export function sampleKeys(options: {
  readonly identity: string;
  readonly item: Item;
  readonly settings: SamplingSettings;
}): readonly string[] {
  const { identity, item, settings } = options;
  const { n, temperature, topP, maxTokens, maxCompletionTokens, seed } = settings;
  const stop = settings.stop?.length === 0 ? undefined : settings.stop;
  const messages = item.messages.map(({ role, content }) => [role, content]);
  const common = contentHash({
    identity,
    id: item.id,
    messages,
    sampling: { temperature, topP, maxTokens, maxCompletionTokens, stop, seed },
  });
  // `join` makes one flat string. With a template string, V8 would keep the parts separate and join them again on each
  // lookup.
  return Array.from({ length: n }, (_, index) => [common, index].join('/'));
}

/**
 * Returns a store file's relative path, such as `folder/suite-name-1a2b3c4d.jsonl`. Each checkpoint has its own folder
 * and each suite its own file, with names that are safe on every file system.
 */
export function storeFile(identity: string, suite: string): string {
  const readable = suite.replaceAll(/[^A-Za-z0-9_-]+/g, '-').slice(0, 60);
  return `${digits(identity, 16)}/${readable}-${digits(contentHash(suite), 8)}.jsonl`;
}

function digits(hash: string, count: number): string {
  return hash.slice('sha256:'.length).slice(0, count);
}

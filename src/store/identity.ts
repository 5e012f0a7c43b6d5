import { contentHash } from '../files/canonical-json.ts';
import type { Checkpoint } from '../servers/checkpoint.ts';
import type { Item } from '../evalset/suite.ts';
import type { SamplingSettings } from '../servers/chat/sampling-settings.ts';

/** Raised when the meaning of a key changes: older completions are then asked again. */
const KEY_VERSION = 3;

/**
 * Whose completions these are: SHA-256 over the model with the digest declared for it or, failing that, the base URL or the
 * command that serves it, and over what else shapes an answer (`api`, `extra-body`). Two servers share completions exactly where the same
 * digest is declared for the same model. `draw` tells two draws from one checkpoint apart (0 is the first, unless the checkpoint
 * names its own): a checkpoint compared with itself must not be handed the same completions twice.
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

/** Both sides' identities. A checkpoint compared with itself is drawn from twice. */
export function pairIdentities(checkpoints: { readonly old: Checkpoint; readonly new: Checkpoint }): {
  readonly old: string;
  readonly new: string;
} {
  const old = checkpointIdentity(checkpoints.old, 0);
  const first = checkpointIdentity(checkpoints.new, 0);
  return { old, new: old === first ? checkpointIdentity(checkpoints.new, 1) : first };
}

/**
 * The keys of an item's samples: the sample's index after the SHA-256 of the checkpoint's identity, the item's id and messages and
 * the sampling settings that shape a completion (not n, concurrency or timeout). The id is in it so that two items that ask
 * the same thing stay two draws.
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
  // Joined it is one piece in memory; a template's parts would be put together again with the first look at each key.
  return Array.from({ length: n }, (_, index) => [common, index].join('/'));
}

/** `folder/suite-name-1a2b3c4d.jsonl`: one folder a checkpoint, one file a suite; safe names on every file system. */
export function storeFile(identity: string, suite: string): string {
  const readable = suite.replaceAll(/[^A-Za-z0-9_-]+/g, '-').slice(0, 60);
  return `${digits(identity, 16)}/${readable}-${digits(contentHash(suite), 8)}.jsonl`;
}

function digits(hash: string, count: number): string {
  return hash.slice('sha256:'.length).slice(0, count);
}

import { join } from 'node:path';
import type { Item, Suite } from '../evalset/suite.ts';
import type { Generation, Generations } from '../servers/chat/generation.ts';
import { pairIdentities, sampleKeys, storeFile } from './identity.ts';
import { refuseWholeFailure } from '../servers/http/fatal.ts';
import type { Sampled, SamplingRequest } from '../sampling/sampler.ts';
import { ServedByTally } from './served-by.ts';
import { readStore } from './store.ts';
import { notBefore } from '../sampling/suite-run.ts';

/** One sample of a check, by its place. */
export interface SamplePlace {
  readonly side: 'old' | 'new';
  readonly suite: Suite;
  readonly item: Item;
  readonly index: number;
}

/**
 * All samples of a request as the store has them, in the order in which sampling delivers them; nothing is asked. What the
 * store lacks is what `absent` says of it: why it failed, or undefined where there is nothing to deliver.
 *
 * @throws {SamplingError} where the store cannot be read, or not one sample of a side could be had.
 */
export async function gatherStored(
  { checkpoints, suites, settings, storeDir }: SamplingRequest,
  {
    absent,
    now,
  }: {
    readonly absent: (place: SamplePlace) => string | undefined;
    /** Milliseconds since 1970: what was too old by then does not count. */
    readonly now: number;
  },
): Promise<Pick<Sampled, 'failed' | 'servedBy'> & { readonly generations: Generations }> {
  const identities = pairIdentities(checkpoints);
  const gathered: Record<'old' | 'new', Generation[]> = { old: [], new: [] };
  const servedBy = { old: new ServedByTally(), new: new ServedByTally() };
  for (const suite of suites) {
    for (const side of ['old', 'new'] as const) {
      const identity = identities[side];
      const samples = suite.items.flatMap((item) =>
        sampleKeys({ identity, item, settings }).map((key, index) => ({ key, item, index })),
      );
      const wanted = new Set(samples.map(({ key }) => key));
      const stored = await readStore({
        path: join(storeDir, storeFile(identity, suite.name)),
        wanted,
        ...notBefore(settings, now),
      });
      for (const { key, item, index } of samples) {
        const found = stored.get(key);
        const error = found === undefined ? absent({ side, suite, item, index }) : undefined;
        if (found === undefined && error === undefined) continue;
        if (found !== undefined) servedBy[side].see(found, Date.parse(found.time));
        gathered[side].push({
          suite: suite.name,
          id: item.id,
          index,
          text: found?.text ?? '',
          finish_reason: found?.finish_reason,
          usage: found?.usage,
          error,
        });
      }
    }
  }
  const failedOf = (side: 'old' | 'new'): Generation[] =>
    gathered[side].filter(({ error }) => error !== undefined);
  const failed = { old: failedOf('old'), new: failedOf('new') };
  const inHand = (side: 'old' | 'new'): number => gathered[side].length - failed[side].length;
  refuseWholeFailure(checkpoints, failed, { old: inHand('old'), new: inHand('new') });
  return {
    generations: gathered,
    failed,
    servedBy: { old: servedBy.old.found(), new: servedBy.new.found() },
  };
}

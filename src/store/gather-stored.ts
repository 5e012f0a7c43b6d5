import type { Item, Suite } from '../evalset/suite.ts';
import type { Completion, CompletionPair } from '../servers/chat/completion.ts';
import { pairIdentities } from './identity.ts';
import { refuseWholeFailure } from '../servers/http/unusable-server.ts';
import { type ServedBy, ServedByTally } from './served-by.ts';
import { completionOf, readSuite, type StoreRequest, suiteInStore } from './suite-in-store.ts';

/** Identifies one sample in a check. */
export interface SamplePlace {
  readonly side: 'old' | 'new';
  readonly suite: Suite;
  readonly item: Item;
  readonly index: number;
}

/**
 * Reads all of a request's samples from the store without sending requests, in the order in which sampling returns
 * them. `absent` is called for each missing sample and returns the reason to record as its failure, or undefined to
 * omit the sample.
 *
 * @throws {SamplingError} if the store cannot be read, or if a side has no samples at all
 */
export async function gatherStored(
  { checkpoints, suites, settings, storeDir }: StoreRequest,
  {
    absent,
    now,
  }: {
    readonly absent: (place: SamplePlace) => string | undefined;
    /** Milliseconds since 1970. Completions that have expired by then are ignored. */
    readonly now: number;
  },
): Promise<{
  readonly generations: CompletionPair;
  /** The samples missing from the store, with the reasons. */
  readonly failed: { readonly old: readonly Completion[]; readonly new: readonly Completion[] };
  readonly servedBy: { readonly old: readonly ServedBy[]; readonly new: readonly ServedBy[] };
}> {
  const identities = pairIdentities(checkpoints);
  const gathered: Record<'old' | 'new', Completion[]> = { old: [], new: [] };
  const servedBy = { old: new ServedByTally(), new: new ServedByTally() };
  for (const suite of suites) {
    for (const side of ['old', 'new'] as const) {
      const found = await readSuite(
        suiteInStore({ identity: identities[side], suite, settings, storeDir, now }),
      );
      for (const { sample, stored } of found) {
        if (stored !== undefined) {
          servedBy[side].see(stored, Date.parse(stored.time));
          gathered[side].push(completionOf(suite.name, sample, stored));
          continue;
        }
        const error = absent({ side, suite, item: sample.item, index: sample.index });
        if (error !== undefined)
          gathered[side].push({ ...completionOf(suite.name, sample, { text: '' }), error });
      }
    }
  }
  const failedOf = (side: 'old' | 'new'): Completion[] =>
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

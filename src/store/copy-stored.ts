import { join } from 'node:path';
import { pairIdentities, sampleKeys, storeFile } from './identity.ts';
import type { SamplingRequest } from '../sampling/sampler.ts';
import { openStore, readStore } from './store.ts';
import { notBefore } from '../sampling/suite-run.ts';

/**
 * Copies what the store holds of a request's completions into another store, which keeps what it has.
 *
 * @throws {SamplingError} where a store cannot be read or written.
 */
export async function copyStored(
  { checkpoints, suites, settings, storeDir }: SamplingRequest,
  {
    to,
    now,
  }: {
    readonly to: string;
    /** Milliseconds since 1970: what was too old by then is not copied. */
    readonly now: number;
  },
): Promise<void> {
  const identities = pairIdentities(checkpoints);
  for (const suite of suites) {
    for (const identity of [identities.old, identities.new]) {
      const wanted = new Set(suite.items.flatMap((item) => sampleKeys({ identity, item, settings })));
      const file = storeFile(identity, suite.name);
      const found = await readStore({ path: join(storeDir, file), wanted, ...notBefore(settings, now) });
      if (found.size === 0) continue;
      const target = await openStore({ path: join(to, file), wanted });
      const missing = [...found.values()].filter(({ key }) => !target.completions.has(key));
      await Promise.all(missing.map((completion) => target.append([completion])));
      await target.close();
    }
  }
}

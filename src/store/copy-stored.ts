import { join } from 'node:path';
import { pairIdentities, storeFile } from './identity.ts';
import { openStore } from './store.ts';
import { readSuite, type StoreRequest, suiteInStore } from './suite-in-store.ts';

/**
 * Copies a request's stored completions to another store. Completions that the other store already contains are kept.
 *
 * @throws {SamplingError} if a store cannot be read or written
 */
export async function copyStored(
  { checkpoints, suites, settings, storeDir }: StoreRequest,
  {
    to,
    now,
  }: {
    readonly to: string;
    /** Milliseconds since 1970. Completions that have expired by then are not copied. */
    readonly now: number;
  },
): Promise<void> {
  const identities = pairIdentities(checkpoints);
  for (const suite of suites) {
    for (const identity of [identities.old, identities.new]) {
      const source = suiteInStore({ identity, suite, settings, storeDir, now });
      const found = (await readSuite(source)).flatMap(({ stored }) => stored ?? []);
      if (found.length === 0) continue;
      const path = join(to, storeFile(identity, suite.name));
      const target = await openStore({ path, wanted: source.file.wanted });
      const missing = found.filter(({ key }) => !target.completions.has(key));
      await Promise.all(missing.map((completion) => target.append([completion])));
      await target.close();
    }
  }
}

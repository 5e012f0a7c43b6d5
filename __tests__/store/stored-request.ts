import { join } from 'node:path';
import { pairIdentities, sampleKeys, storeFile } from '../../src/store/identity.ts';
import type { SamplingRequest } from '../../src/sampling/sampling-request.ts';
import { openStore } from '../../src/store/store.ts';

/** Stores a completion for every sample of a request, `<side> <item> <index>`, except those left out. */
export async function storeAll(
  { checkpoints, suites, settings, storeDir }: SamplingRequest,
  timeOf: (index: number) => number,
  isThere: (text: string) => boolean = () => true,
): Promise<void> {
  const identities = pairIdentities(checkpoints);
  for (const suite of suites) {
    for (const side of ['old', 'new'] as const) {
      const identity = identities[side];
      const lines = suite.items.flatMap((item) =>
        sampleKeys({ identity, item, settings }).map((key, index) => ({
          key,
          suite: suite.name,
          id: item.id,
          index,
          text: `${side} ${item.id} ${index}`,
          finish_reason: 'stop',
          time: new Date(timeOf(index)).toISOString(),
        })),
      );
      const store = await openStore({
        path: join(storeDir, storeFile(identity, suite.name)),
        wanted: new Set(lines.map(({ key }) => key)),
      });
      for (const line of lines) if (isThere(line.text)) await store.append([line]);
      await store.close();
    }
  }
}

/** The texts in a file of the store. */
export const textsIn = ({ text }: { readonly text: string }): string[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text);

import { env } from 'node:process';
import { defineConfig } from 'vitest/config';
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** The longest files last: most changes are noticed by a short one, and nothing runs after that. */
class ShortestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toReversed();
  }
}

/** The tests of one room alone, but those by simulation and those by the clock: what a room promises its own tests must hold. */
export default defineConfig({
  test: {
    include: [`__tests__/${env.MUTATED_ROOM ?? '*'}/*.test.ts`],
    exclude: ['**/*.simulated.test.ts', '**/*.timed.test.ts'],
    testTimeout: 60_000,
    isolate: false,
    sequence: { sequencer: ShortestFirst },
  },
});

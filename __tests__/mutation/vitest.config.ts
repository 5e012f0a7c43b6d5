import { env } from 'node:process';
import { defineConfig } from 'vitest/config';

/** The tests of one room alone, but those by simulation: what a room promises its own tests must hold. */
export default defineConfig({
  test: {
    include: [`__tests__/${env.MUTATED_ROOM ?? '*'}/*.test.ts`],
    exclude: ['**/*.simulated.test.ts'],
    testTimeout: 60_000,
    isolate: false,
  },
});

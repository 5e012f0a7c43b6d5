import { defineConfig } from 'vitest/config';
import { fastTests } from './__tests__/fast-tests.ts';

/** The tests to run after each change; `__tests__/fast-tests.ts` says which. */
export default defineConfig({
  test: {
    include: [...fastTests(import.meta.dirname)],
    setupFiles: ['__tests__/fewer-runs.ts'],
    // One process per processor for all files: starting a process for each takes longer than most tests.
    isolate: false,
    maxWorkers: '100%',
    // Generous, so that a busy machine fails no test.
    testTimeout: 120_000,
    // The status file is written once per second, so the default of one second is too short.
    expect: { poll: { timeout: 60_000 } },
  },
});

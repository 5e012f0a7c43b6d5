import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

const endToEnd = '__tests__/e2e/**/*.test.ts';

/** Two projects, so that only the end-to-end tests wait for the package to be built. */
export default defineConfig({
  test: {
    // A timeout is no assertion: on a busy machine everything takes ten times as long.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    // Many of these tests wait for processes and sockets.
    maxWorkers: 2 * availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['__tests__/**/*.test.ts'],
          exclude: [...configDefaults.exclude, endToEnd],
        },
      },
      {
        extends: true,
        test: { name: 'e2e', include: [endToEnd], globalSetup: ['__tests__/e2e/build-package.ts'] },
      },
    ],
  },
});

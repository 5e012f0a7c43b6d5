import { configDefaults, defineConfig } from 'vitest/config';

const endToEnd = '__tests__/e2e/**/*.test.ts';

/** Two projects, so that only the end-to-end tests wait for the package to be built. */
export default defineConfig({
  test: {
    testTimeout: 30_000,
    // By default one processor of two stays idle; many of these tests wait for processes and sockets.
    maxWorkers: '100%',
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

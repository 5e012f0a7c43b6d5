import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { fastTests } from './__tests__/fast-tests.ts';

const endToEnd = '__tests__/e2e/**/*.test.ts';

/**
 * The tests of the rooms that share their workers: those that start no process and open no socket, and those that grade programs,
 * because the first program of a worker takes seconds.
 */
const sharing = [...fastTests(import.meta.dirname), '__tests__/grading/code/*.test.ts'];

/**
 * Three projects: most tests of the rooms share their workers, because starting one for each takes longer than most tests;
 * those with processes and sockets have one each; and only the end-to-end tests wait for the package to be built. They share
 * workers too, and each worker keeps a process that has loaded the package (`__tests__/e2e/run-warm.ts`).
 */
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
        test: { name: 'rooms', include: sharing, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'processes',
          include: ['__tests__/**/*.test.ts'],
          exclude: [...configDefaults.exclude, endToEnd, ...sharing],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: [endToEnd],
          isolate: false,
          globalSetup: ['__tests__/e2e/build-package.ts'],
        },
      },
    ],
  },
});

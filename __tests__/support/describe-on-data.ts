import { describe } from 'vitest';
import { hasTestData, TEST_DATA } from './test-data.ts';

/**
 * `describe` for tests that read real data. Without the data they are skipped, and their name says why. The data are read inside of
 * tests, because vitest runs this function's argument in either case.
 */
export function describeOnData(name: string, tests: () => void): void {
  if (hasTestData) describe(name, tests);
  else describe.skip(`${name} (skipped: ${TEST_DATA} does not exist; npm run test:data gets it)`, tests);
}

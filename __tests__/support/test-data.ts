import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const named = process.env['TEST_DATA'];

/** The folder with real model outputs and reference values, which are not in this repository. `npm run test:data` gets them. */
export const TEST_DATA = resolve(
  import.meta.dirname,
  '../..',
  named === undefined || named === '' ? '../shared/data' : named,
);

/** Without the folder, tests and benchmarks that need it are skipped. If it is there, every file must be. */
export const hasTestData = existsSync(TEST_DATA);

/** The path of a file in the folder. Throws if the folder is there but not the file. */
export function testData(path: string): string {
  const file = join(TEST_DATA, path);
  if (hasTestData && !existsSync(file))
    throw new Error(`${file} does not exist, but its folder of test data does: run \`npm run test:data\``);
  return file;
}

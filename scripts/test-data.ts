/**
 * Gets the real data that tests and benchmarks read: downloads the public originals and converts them into the folder `TEST_DATA`
 * (../shared/data by default). Files that are there already are kept. `--host` names a server that has the originals under the same
 * paths as raw.githubusercontent.com.
 */
import { parseArgs } from 'node:util';
import { TEST_DATA } from '../__tests__/support/test-data.ts';
import { DATA_SETS } from './test-data/data-sets.ts';
import { fetchDataSet } from './test-data/fetch-data-set.ts';

const { values } = parseArgs({
  options: { host: { type: 'string', default: 'https://raw.githubusercontent.com' } },
});

try {
  for (const dataSet of DATA_SETS) {
    const written = await fetchDataSet(dataSet, { testData: TEST_DATA, host: values.host });
    const done = written.length === 0 ? 'up to date' : `wrote ${written.join(', ')}`;
    process.stdout.write(`${dataSet.folder} (${dataSet.name}, ${dataSet.licence}): ${done}\n`);
  }
  process.stdout.write(`The test data are in ${TEST_DATA}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

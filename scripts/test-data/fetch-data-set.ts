import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from './convert.ts';
import type { DataSet } from './data-sets.ts';
import { download, sha256 } from './download.ts';

/** Names of the data set's files that are missing in the folder or have other bytes than expected. */
export function staleFiles({ folder, files }: DataSet, testData: string): readonly string[] {
  return Object.entries(files)
    .filter(([name, expected]) => {
      const path = join(testData, folder, name);
      return !existsSync(path) || sha256(readFileSync(path)) !== expected;
    })
    .map(([name]) => name);
}

/**
 * Downloads the originals, converts them and writes the files that are missing or different. Every hash is checked before the first
 * file is written. Returns the names of the files written; without stale files it does nothing, and the network is not used.
 */
export async function fetchDataSet(
  dataSet: DataSet,
  { testData, host }: { readonly testData: string; readonly host: string },
): Promise<readonly string[]> {
  const stale = staleFiles(dataSet, testData);
  if (stale.length === 0) return [];
  const originals: Record<string, string> = {};
  for (const original of dataSet.originals) originals[original.path] = await download(original, host);
  const converted = await convert(dataSet.name, originals);
  for (const [name, expected] of Object.entries(dataSet.files)) {
    const made = sha256(converted[name] ?? '');
    if (made !== expected)
      throw new Error(
        `${dataSet.folder}/${name} would have SHA-256 ${made}, expected ${expected}: fix convert.py, or update data-sets.ts`,
      );
  }
  const folder = join(testData, dataSet.folder);
  mkdirSync(folder, { recursive: true });
  for (const name of stale) writeFileSync(join(folder, name), converted[name] ?? '');
  return stale;
}

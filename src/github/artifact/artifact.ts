import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { ReversalCheckError } from '../../errors.ts';
import type { Environment } from '../../servers/address.ts';
import { type ArchivedFile, zipArchive } from '../../files/zip/zip-archive.ts';
import type * as service from './artifact-service.ts';

/** The artifact modes: `report` (without completions and items), `full` (the run's whole folder) and `none`. */
export const ARTIFACT_MODES = ['report', 'full', 'none'] as const;
export type ArtifactMode = (typeof ARTIFACT_MODES)[number];

/** The default key, which does not appear in the artifact's name. */
const USUAL_KEY = 'reversal.yml';
const LONGEST_WORD = 60;

/**
 * The name of a check's artifact. If a run uploads two artifacts with the same name, only the later one is kept. Other
 * checks and the shards of a check (`3-10`) therefore get different names.
 */
export function artifactName(key: string, shard?: string): string {
  const own = key === USUAL_KEY ? 'reversal-check' : `reversal-check-${wordOf(key)}`;
  return shard === undefined ? own : `${own}-shard-${shard}`;
}

/**
 * A key reduced to letters, digits, dots, underscores and dashes. If that changes it, part of its hash is appended to
 * keep it unique.
 */
function wordOf(key: string): string {
  const word = key.replaceAll(/[^A-Za-z0-9._-]+/gu, '-').slice(0, LONGEST_WORD);
  return word === key ? word : `${word}-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
}

/** The files to archive, named by their base names. */
export const named = (paths: readonly string[]): readonly ArchivedFile[] =>
  paths.map((path) => ({ path, name: basename(path) }));

/** All files below a folder, ordered by name. Does not follow links. */
export async function filesBelow(folder: string): Promise<readonly ArchivedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ path, name: relative(folder, path).split(sep).join('/') }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Uploads files as an artifact. Never throws: a failure is a warning and does not change the verdict. */
export async function keepArtifact({
  name,
  files,
  env,
  load,
  onWarning,
  ...options
}: service.UploadOptions & {
  readonly name: string;
  readonly files: () => Promise<readonly ArchivedFile[]>;
  readonly env: Environment;
  readonly load: () => Promise<Pick<typeof service, 'uploadArtifact'>>;
  readonly onWarning: (message: string) => void;
}): Promise<'kept' | 'not kept'> {
  const url = env['ACTIONS_RESULTS_URL'] ?? '';
  const token = env['ACTIONS_RUNTIME_TOKEN'] ?? '';
  if (url === '' || token === '') {
    onWarning(
      "No artifact was uploaded, because there is no artifact service. The result and the report are in the run's folder. To remove this warning, set artifact: none.",
    );
    return 'not kept';
  }
  try {
    const { uploadArtifact } = await load();
    await uploadArtifact(name, zipArchive(await files()), { url, token }, options);
    return 'kept';
  } catch (error) {
    const said =
      error instanceof ReversalCheckError
        ? `${error.what}. ${error.fix}`
        : `${error instanceof Error ? error.message : String(error)}.`;
    onWarning(`No artifact was uploaded: ${said}`);
    return 'not kept';
  }
}

import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes either all of the files or none of them. Creates missing folders. Each file is first written next to its
 * destination. The files are moved into place only after all have been written.
 */
export async function writeTogether(
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<void> {
  const beside = files.map(({ path, text }) => ({ path, text, draft: `${path}.${process.pid}.tmp` }));
  const made: string[] = [];
  const written: string[] = [];
  try {
    for (const { path, text, draft } of beside) {
      const first = await mkdir(dirname(path), { recursive: true });
      if (first !== undefined) made.push(first);
      written.push(draft);
      await writeFile(draft, text);
    }
  } catch (error) {
    for (const draft of written) await rm(draft, { force: true });
    for (const folder of made) await rm(folder, { recursive: true, force: true });
    throw error;
  }
  for (const { path, draft } of beside) await rename(draft, path);
}

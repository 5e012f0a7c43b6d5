import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A new folder that contains a grader's files and nothing else. */
export interface ProgramFolder {
  /** Absolute, without symbolic links. */
  readonly path: string;
  readonly remove: () => void;
}

/**
 * Writes files to a location where no checkout can change them, at their paths relative to the configuration. The files
 * are executable.
 */
export function programFolder(files: ReadonlyMap<string, Uint8Array>): ProgramFolder {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'reversal-check-grader-'));
  for (const [file, bytes] of files) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), bytes, { mode: 0o700 });
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) };
}

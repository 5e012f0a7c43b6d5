import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

/** Things that can be in the place of a file, and are never read to the end. */
export const SPECIAL_FILES = {
  'a device': (path: string) => symlinkSync('/dev/zero', path),
  'a named pipe': (path: string) => void execFileSync('mkfifo', [path]),
  'a line of more than a gigabyte': (path: string) => {
    closeSync(openSync(path, 'w'));
    // Only zero bytes, which take no space on most disks.
    truncateSync(path, 1_100_000_000);
  },
} as const satisfies Record<string, (path: string) => void>;

export type SpecialFile = keyof typeof SPECIAL_FILES;

/** Creates one in the place of a file, or where none exists. */
export function putSpecialFile(path: string, kind: SpecialFile): void {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  SPECIAL_FILES[kind](path);
}

import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

/** What may stand where a file is expected, and is never read to its end. */
export const SPECIAL_FILES = {
  'a device': (path: string) => symlinkSync('/dev/zero', path),
  'a named pipe': (path: string) => void execFileSync('mkfifo', [path]),
  'a line of more than a gigabyte': (path: string) => {
    closeSync(openSync(path, 'w'));
    // Nothing but zero bytes, which take no space on most disks.
    truncateSync(path, 1_100_000_000);
  },
} as const satisfies Record<string, (path: string) => void>;

export type SpecialFile = keyof typeof SPECIAL_FILES;

/** Puts one in the place of a file, or where there is none. */
export function putSpecialFile(path: string, kind: SpecialFile): void {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  SPECIAL_FILES[kind](path);
}

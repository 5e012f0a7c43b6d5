import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/**
 * Builds anew beside `dist/` and compares byte for byte: exits 1 where what is committed is not what the sources give. With
 * `DIST_MAY_DIFFER=true` that is said and nothing fails: who changes dependencies only cannot build, and a release looks again.
 */
const mayDiffer = process.env['DIST_MAY_DIFFER'] === 'true';
const built = mkdtempSync(join(tmpdir(), 'reversal-check-dist-'));
try {
  execFileSync('rolldown', ['-c', 'rolldown.config.ts', '--dir', built], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const differing = [...new Set([...files(built), ...files('dist')])].filter(
    (file) => read(join(built, file)) !== read(join('dist', file)),
  );
  if (differing.length > 0) {
    process.stderr.write(
      `dist is not in sync with src: ${differing.join(', ')}\nRun npm run build and commit dist.\n`,
    );
    if (!mayDiffer) process.exitCode = 1;
  } else process.stdout.write('dist is in sync.\n');
} finally {
  rmSync(built, { recursive: true });
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with the package as published, built from the current sources, with no `node_modules` near it. */
    packageFolder: string;
  }
}

const root = join(import.meta.dirname, '../..');
const rolldown = join(root, 'node_modules/rolldown/bin/cli.mjs');

/** Builds the package once for all end-to-end tests, into a temporary folder that is deleted after the test run. */
export function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'reversal-check-package-'));
  const remove = (): void => rmSync(folder, { recursive: true });
  try {
    execFileSync(process.execPath, [rolldown, '-c', 'rolldown.config.ts', '--dir', join(folder, 'dist')], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    for (const path of ['package.json', 'examples/simulated', 'examples/suites', 'schema']) {
      cpSync(join(root, path), join(folder, path), { recursive: true });
    }
  } catch (error) {
    remove();
    throw error;
  }
  provide('packageFolder', folder);
  return remove;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';
import { sandbox } from './scripts/sandbox-plugin.ts';

/** `dist/`: what runs without `node_modules`. Not minified, names kept, so that it can be read and its stacks reported. */
export default defineConfig({
  input: {
    action: 'src/action.ts',
    post: 'src/post.ts',
    cli: 'src/cli.ts',
    'math-worker': 'src/grading/math/worker.ts',
    'module-child': 'src/grading/program/module-child.ts',
    simulator: '__tests__/support/simulator/serve.ts',
  },
  platform: 'node',
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    minify: false,
    keepNames: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    banner: (chunk) => (chunk.isEntry && chunk.name === 'cli' ? '#!/usr/bin/env node' : ''),
  },
  plugins: [licenses(), sandbox()],
});

/**
 * Writes the licenses of what is bundled, and of nothing else, to `dist/licenses.txt`. A tool for it would list what is
 * installed instead, and weighs 100 MB.
 */
function licenses(): Plugin {
  return {
    name: 'licenses',
    generateBundle(_, bundle) {
      const folders = new Set<string>();
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        for (const id of output.moduleIds)
          if (id.includes('node_modules') || id.includes('/latex-syntax/')) folders.add(packageFolder(id));
      }
      const packagesByText = new Map<string, string[]>();
      for (const folder of folders) {
        const { title, text } = licenseOf(folder);
        packagesByText.set(text, [...(packagesByText.get(text) ?? []), title]);
      }
      const source = [...packagesByText]
        .map(([text, titles]) => `${titles.toSorted().join('\n')}\n\n${text}\n`)
        .toSorted()
        .join(`\n${'-'.repeat(80)}\n\n`);
      this.emitFile({ type: 'asset', fileName: 'licenses.txt', source });
    },
  };
}

function packageFolder(id: string): string {
  let folder = dirname(id);
  while (!isPackage(folder)) folder = dirname(folder);
  return folder;
}

/** Some packages have nameless package.json files below their root. */
function isPackage(folder: string): boolean {
  const path = join(folder, 'package.json');
  return (
    existsSync(path) &&
    'name' in JSON.parse(readFileSync(path, 'utf8')) &&
    basename(dirname(folder)) !== 'dist'
  );
}

function licenseOf(folder: string): { readonly title: string; readonly text: string } {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} declares no license`);
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|notice|copying)/iu.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return { title: `${name} ${version} (${license})`, text: texts.join('\n\n') };
}

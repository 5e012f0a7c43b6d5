import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../../src/config/read.ts';
import type { Config } from '../../src/config/schema/config.ts';
import { itemLineSchema } from '../../src/evalset/item-line.ts';
import { completionSchema } from '../../src/servers/chat/completion.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const commandsPage = readFileSync(join(root, 'docs/cli.md'), 'utf8');

const fences = (page: string, language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}(?: [\\w -]+)?\\n([^]*?)^\`\`\`$`, 'gm'))].map(
    ([, body = '']) => body,
  );

/** The cells of every row of the table that follows a heading. */
const tableUnder = (heading: string): string[][] => {
  const section = readme.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

const unquoted = (cell: string | undefined): string => (cell ?? '').replaceAll('`', '');

const configured = async (text: string): Promise<Config> => {
  const readFile = () => Promise.resolve(new TextEncoder().encode(text));
  return (await readConfig({ path: 'reversal.yml', readFile })).config;
};

const cli = (args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });

describe('README.md', () => {
  it('shows a valid configuration and item; docs/cli.md shows a valid completion', async () => {
    const [text = ''] = fences(readme, 'yaml');
    const { suites, sampling } = await configured(text);
    expect(suites.map(({ name }) => name)).toEqual(['gsm8k', 'algebra']);
    expect(sampling.n).toBe(16);
    const [item = ''] = fences(readme, 'json');
    const [generation = ''] = fences(commandsPage, 'json');
    expect(itemLineSchema.parse(JSON.parse(item))).toMatchObject({ id: 'q1', answer: '4' });
    expect(completionSchema.parse(JSON.parse(generation))).toMatchObject({ suite: 'gsm8k', id: 'q1' });
  });

  it('states the defaults of guardrails and of the verdicts that fail the check', async () => {
    const [text = ''] = fences(readme, 'yaml');
    const { policy } = await configured(text);
    const margins = tableUnder('Guardrails').map(([name, , margin]) => [unquoted(name), margin]);
    const defaults = Object.entries(policy.guardrails).map(([name, setting]) => {
      if (setting === 'off') return [name, 'off'];
      const { kind, fraction } = setting.margin;
      return [name, kind === 'relative' ? `${fraction * 100}%` : `${fraction * 100} points`];
    });
    expect(Object.fromEntries(margins)).toEqual(Object.fromEntries(defaults));
    const failing = tableUnder('Verdicts').filter((row) => row[2] === 'fails');
    expect(failing.map(([name]) => unquoted(name)).toSorted()).toEqual(policy.failOn.toSorted());
  });

  const commands = [readme, commandsPage]
    .flatMap((page) => fences(page, 'sh'))
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.startsWith('reversal-check '));

  it.each(commands)('%s: is a command with these options', (line) => {
    const words = line.split(' ').slice(1);
    const options = words.filter((word) => word.startsWith('--'));
    const help = cli([...words.filter((word) => /^[a-z]+(?:-[a-z]+)*$/u.test(word)).slice(0, 1), '--help']);
    expect(help.status).toBe(0);
    for (const option of options) expect(help.stdout).toContain(`${option} `);
  });

  it('names npm scripts that exist', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(manifest));
    const pages = ['README.md', 'CONTRIBUTING.md'].map((page) => readFileSync(join(root, page), 'utf8'));
    const named = pages.flatMap((page) =>
      [...page.matchAll(/npm run ([\w:]+)/gu)].map(([, name = '']) => name),
    );
    expect(named).toContain('demo');
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });
});

describe('links between the pages', () => {
  const docs = ['docs', 'docs/recipes'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name)),
  );
  const pages = [...readdirSync(root), ...docs].filter((name) => name.endsWith('.md'));

  /** The anchors of a page's headings, as GitHub generates them. */
  const anchorsOf = (path: string): string[] =>
    [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );

  it.each(pages)('of %s lead to existing files and headings', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    for (const [, target = '', anchor] of text.matchAll(/\]\(([^)#\s]*)(?:#([^)\s]+))?\)/gu)) {
      if (/^\w+:/u.test(target)) continue;
      const path = target === '' ? join(root, page) : join(root, dirname(page), target);
      expect(existsSync(path), target).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(path), target).toContain(anchor);
    }
  });
});

/**
 * Writes what is made of the schemas, of action.yml and of the table of reasoning formats: the published JSON Schemas, and the
 * references in docs/configuration.md, docs/action.md and docs/graders.md. With `--check` it writes nothing and exits 1 where one of them is out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { configSchema } from '../src/config/schema.ts';
import { waiversSchema } from '../src/config/waivers.ts';
import { resultSchema } from '../src/report/result.ts';
import { statusSchema } from '../src/report/status.ts';
import { actionReference } from './action-reference.ts';
import { configurationReference } from './configuration-reference.ts';
import { reasoningReference } from './reasoning-reference.ts';

const BEGIN = '<!-- begin: written by npm run docs -->';
const END = '<!-- end: written by npm run docs -->';

const root = new URL('../', import.meta.url);

const readText = async (path: string): Promise<string> => {
  try {
    return await readFile(new URL(path, root), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
};

const jsonSchema = (title: string, schema: z.ZodType): string =>
  `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, undefined, 2)}\n`;

/** The page with what stands between its markers replaced. */
const withReference = async (path: string, reference: string): Promise<string> => {
  const page = await readText(path);
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin === -1 || end < begin) throw new Error(`${path} lacks the markers ${BEGIN} and ${END}`);
  return `${page.slice(0, begin)}${BEGIN}\n\n${reference}\n\n${page.slice(end)}`;
};

const CONFIGURATION = 'docs/configuration.md';
const ACTION = 'docs/action.md';
const GRADERS = 'docs/graders.md';

const written: ReadonlyMap<string, string> = new Map([
  [
    'schema/reversal.schema.json',
    jsonSchema('reversal.yml, the configuration of reversal-check', configSchema),
  ],
  [
    'schema/status.schema.json',
    jsonSchema('status.json, where a run of reversal-check stands', statusSchema),
  ],
  ['schema/result.schema.json', jsonSchema('result.json, what a run of reversal-check found', resultSchema)],
  [
    'schema/waivers.schema.json',
    jsonSchema('reversal-waivers.yml, the losses that a team has accepted', waiversSchema),
  ],
  [CONFIGURATION, await withReference(CONFIGURATION, configurationReference())],
  [GRADERS, await withReference(GRADERS, reasoningReference())],
  [ACTION, await withReference(ACTION, actionReference(await readText('action.yml')))],
]);

const stale: string[] = [];
for (const [path, text] of written) {
  if ((await readText(path)) === text) continue;
  stale.push(path);
  if (!process.argv.includes('--check')) await writeFile(new URL(path, root), text);
}

if (stale.length > 0 && process.argv.includes('--check')) {
  process.stderr.write(`out of date: ${stale.join(', ')}\n  Run npm run docs and commit what it writes.\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(stale.length === 0 ? 'docs are up to date\n' : `wrote ${stale.join(', ')}\n`);
}

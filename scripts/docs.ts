/**
 * Writes what is made of the schemas, of action.yml, of how the Action reads events, of the tables of reasoning formats and published data sets and of docs/held-out.csv: the published JSON
 * Schemas, the references in docs/configuration.md and docs/action.md, and tables in docs/graders.md and docs/published-data.md. With `--check` it writes nothing and exits 1 where one of them is out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { configSchema } from '../src/config/schema/config.ts';
import { waiversSchema } from '../src/config/waivers.ts';
import { resultSchema } from '../src/result/result.ts';
import { statusSchema } from '../src/result/status.ts';
import { actionReference } from './action-reference.ts';
import { configurationReference } from './configuration-reference.ts';
import { eventReference } from './event-reference.ts';
import { heldOutScores, heldOutSources } from './held-out-reference.ts';
import { publishedReference } from './published-reference.ts';
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

/** The page with what stands between its markers replaced, the first pair by the first reference. */
const withReferences = async (path: string, ...references: readonly string[]): Promise<string> => {
  const [first = '', ...parts] = (await readText(path)).split(BEGIN);
  if (parts.length !== references.length) {
    throw new Error(`${path} has ${parts.length} of ${references.length} markers ${BEGIN}`);
  }
  const written = parts.map((part, at) => {
    const end = part.indexOf(END);
    if (end === -1) throw new Error(`${path} lacks a marker ${END}`);
    return `${BEGIN}\n\n${references[at]}\n\n${part.slice(end)}`;
  });
  return [first, ...written].join('');
};

const CONFIGURATION = 'docs/configuration.md';
const ACTION = 'docs/action.md';
const GRADERS = 'docs/graders.md';
const PUBLISHED = 'docs/published-data.md';

const heldOut = await readText('docs/held-out.csv');

const written: ReadonlyMap<string, string> = new Map([
  [
    'schema/reversal.schema.json',
    jsonSchema('reversal.yml, the configuration of reversal-check', configSchema),
  ],
  [
    'schema/status.schema.json',
    jsonSchema('status.json, the progress of a run of reversal-check', statusSchema),
  ],
  [
    'schema/result.schema.json',
    jsonSchema('result.json, the result of a run of reversal-check', resultSchema),
  ],
  [
    'schema/waivers.schema.json',
    jsonSchema('reversal-waivers.yml, the losses that a team has accepted', waiversSchema),
  ],
  [CONFIGURATION, await withReferences(CONFIGURATION, configurationReference())],
  [
    GRADERS,
    await withReferences(GRADERS, reasoningReference(), heldOutScores(heldOut), heldOutSources(heldOut)),
  ],
  [PUBLISHED, await withReferences(PUBLISHED, publishedReference())],
  [
    ACTION,
    await withReferences(ACTION, await eventReference(), actionReference(await readText('action.yml'))),
  ],
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

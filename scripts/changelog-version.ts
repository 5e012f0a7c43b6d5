/**
 * Makes what stands under "Unreleased" in CHANGELOG.md the notes of the version that `npm version` has just written into package.json,
 * with the date of today in UTC. `npm version` runs it, before it commits.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const UNRELEASED = '## [Unreleased]\n';

const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')));
const changelog = readFileSync('CHANGELOG.md', 'utf8');
const notes = changelog.split(UNRELEASED)[1]?.split(/^## /m)[0]?.trim() ?? '';

if (notes === '') {
  process.stderr.write(
    `CHANGELOG.md: found nothing under "## [Unreleased]", expected what changed since the last release\n  Write it, and give npm version again.\n`,
  );
  process.exitCode = 1;
} else {
  const today = new Date().toISOString().slice(0, '2026-11-22'.length);
  writeFileSync('CHANGELOG.md', changelog.replace(UNRELEASED, `${UNRELEASED}\n## [${version}] - ${today}\n`));
}

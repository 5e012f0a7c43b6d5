import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const SCRIPT = join(import.meta.dirname, '../../scripts/changelog-version.ts');

function released(changelog: string): {
  readonly status: number | null;
  readonly stderr: string;
  readonly text: string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'reversal-check-changelog-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'package.json'), '{"version":"1.2.0"}');
  writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT], { cwd: folder, encoding: 'utf8' });
  return { status, stderr, text: readFileSync(join(folder, 'CHANGELOG.md'), 'utf8') };
}

test('what is unreleased becomes the notes of the version, and room for the next stays', () => {
  const { status, text } = released(
    '# Changelog\n\n## [Unreleased]\n\n- New.\n\n## [1.1.0] - 2026-01-01\n\n- Old.\n',
  );
  expect(status).toBe(0);
  expect(text).toMatch(
    /^# Changelog\n\n## \[Unreleased\]\n\n## \[1\.2\.0\] - \d{4}-\d\d-\d\d\n\n- New\.\n\n## \[1\.1\.0\] - 2026-01-01\n\n- Old\.\n$/,
  );
});

test.each(['# Changelog\n\n## [Unreleased]\n\n## [1.1.0] - 2026-01-01\n\n- Old.\n', '# Changelog\n'])(
  'a release without notes is refused, and nothing is written',
  (changelog) => {
    const { status, stderr, text } = released(changelog);
    expect(status).toBe(1);
    expect(stderr).toContain('found nothing under "## [Unreleased]"');
    expect(text).toBe(changelog);
  },
);

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resultSchema } from '../../src/result/result.ts';
import { read, temporaryFolder, writeFiles } from './project.ts';
import { runCli } from './run-cli.ts';

const written = (...parts: readonly string[]): string =>
  join(import.meta.dirname, '../logs/written', ...parts);

const WIDE =
  'guardrails: { accuracy: { margin: 25 points }, coverage: off, diversity: off, ood: { margin: 15 points }, hardest-group: off }\n';

test('lm-eval logs: gives a verdict by their scores, and the items that moved it, from the package', async () => {
  const folder = temporaryFolder();
  const place = { cwd: folder };
  writeFiles(folder, {
    'logs.yml': `suites: [{ name: sums, role: target, grader: given }, { name: capitals, role: ood, grader: given }]\n${WIDE}`,
  });
  const [old, candidate] = [written('lm-eval', 'old'), written('lm-eval', 'new')];
  const compared = await runCli(
    [
      'compare',
      old,
      candidate,
      '--from',
      'lm-eval',
      '--config',
      'logs.yml',
      '--score',
      'exact_match,strict-match',
      'acc',
      '--out',
      'out',
    ],
    place,
  );
  expect(compared.code, compared.stderr).toBe(0);
  const result = resultSchema.parse(JSON.parse(read(folder, 'out/result.json')));
  expect(result.verdict.status).toBe('progress');
  expect(read(folder, 'out/report.md')).toContain('given: exact_match,strict-match, as lm-eval logged it');

  const logs = ['--from', 'lm-eval', '--old-completions', old, '--new-completions', candidate];
  const explained = await runCli(['explain', 'sums/accuracy/pass@1', '--out', 'out', ...logs], place);
  expect(explained.code, explained.stderr).toBe(0);
  expect(explained.stdout).toContain('#### ');
  const without = await runCli(['explain', '--out', 'out', '--from', 'lm-eval'], place);
  expect(without.code).toBe(2);
  expect(without.stderr).toContain('found --from lm-eval without --old-completions and --new-completions');
});

test('Inspect logs with Zstandard, without a configuration: refuses them with the margin that they can show', async () => {
  const paths = [written('inspect', 'old', 'sums.eval'), written('inspect', 'new', 'sums.eval')];
  const { code, stderr } = await runCli(['compare', ...paths, '--from', 'inspect', '--score', 'match'], {
    cwd: temporaryFolder(),
  });
  expect(code).toBe(2);
  expect(stderr).toContain('suite sums is equivalent to 32 independent items');
});

test('refuses options for logs without --from', async () => {
  const { code, stderr } = await runCli(['compare', 'a', 'b', '--ood', 'x'], { cwd: temporaryFolder() });
  expect(code).toBe(2);
  expect(stderr).toContain('found --ood without --from');
});

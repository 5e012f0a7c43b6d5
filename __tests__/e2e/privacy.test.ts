import { expect, test } from 'vitest';
import { chatAnswer, sendJson } from '../sampling/fake-server.ts';
import { read, treeOf } from './project.ts';
import { runCli } from './run-cli.ts';
import { CHECK, solveSeveral, startSums, sumsProject } from './sums.ts';

/*
 * docs/privacy.md says where completions end up: every completion contains a known sentence, and all written files are searched
 * for it.
 */

const SENTENCE = 'the planted sentence of a completion';

test('a completion is in the store and nowhere else', async () => {
  const server = await startSums((asked, response) => {
    const [answer = ''] = /#### \d+/u.exec(JSON.stringify(solveSeveral(asked))) ?? [];
    sendJson(response, 200, { ...chatAnswer(`So ${SENTENCE} ends.\n${answer}`), model: asked.body['model'] });
    return true;
  });
  const cwd = await sumsProject(server.baseUrl);
  const checked = await runCli(CHECK, { cwd });
  const report = await Promise.all(
    [[], ['--markdown'], ['--json']].map((form) => runCli(['report', 'out/result.json', ...form], { cwd })),
  );
  const shown = [checked, ...report].flatMap(({ stdout, stderr }) => [stdout, stderr]);
  expect(shown.join('\n')).not.toContain(SENTENCE);
  const files = treeOf(cwd).filter((path) => !path.endsWith('/'));
  expect(files.some((path) => path.endsWith('graded.jsonl'))).toBe(true);
  const holding = files.filter((path) => read(cwd, path).includes(SENTENCE));
  expect(holding.length).toBeGreaterThan(0);
  for (const path of holding) expect(path).toMatch(/^out\/completions\/.*\.jsonl$/u);
  // Commands that are documented to show completions do.
  expect((await runCli(['explain', '--out', 'out'], { cwd })).stdout).toContain(SENTENCE);
});

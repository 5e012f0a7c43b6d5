import { expect, test } from 'vitest';
import { scene, useModels } from './model-repository.ts';
import { modelYaml } from '../support/model-files.ts';
import { temporaryFolder } from './project.ts';
import { runCli } from './run-cli.ts';
import { CHECK, startSums, sumsProject } from './sums.ts';

/* Progress in a real terminal. Some runners give a job one, but its output is a log, in which nothing can be redrawn. */

const ESCAPE = '\u001B';
const linesOfSampling = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.startsWith('sampling: '));

useModels();

test('is drawn in place for a person, and is plain lines in a job', async () => {
  const { baseUrl } = await startSums();
  const [forPerson, inJob] = [await sumsProject(baseUrl), await sumsProject(baseUrl)];
  const drawn = await runCli(CHECK, { cwd: forPerson, inTerminal: true });
  expect(drawn).toMatchObject({ code: 0, stdout: expect.stringContaining(`${ESCAPE}[2Ksums old`) });

  const env = { CI: 'true', NO_COLOR: '1' };
  const logged = await runCli(CHECK, { cwd: inJob, inTerminal: true, env });
  expect(logged.code, logged.stdout).toBe(0);
  expect(logged.stdout).not.toContain(ESCAPE);
  expect(linesOfSampling(logged.stdout)).toEqual([expect.stringContaining('160 of 160')]);
});

test('is plain lines in the log of the Action', async () => {
  const { run } = await scene({ 'model.yaml': modelYaml('v2') });
  const { code, log } = await run({ inTerminal: true, inputs: { store: temporaryFolder() } });
  expect(code, log).toBe(1);
  expect(log).not.toContain(ESCAPE);
  expect(linesOfSampling(log)).toEqual([expect.stringContaining('1,680 of 1,680')]);
});

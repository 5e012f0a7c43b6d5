import { execFileSync, spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { startArtifactService } from '../support/github/artifact-service.ts';
import { startRegistry } from '../support/package-registry.ts';
import { scene, useModels } from './model-repository.ts';
import { modelYaml } from '../support/model-files.ts';
import { project, read, root, temporaryFolder } from './project.ts';
import { JOB_TOKEN, pullRequestEvent } from './run-action.ts';
import { apiUrlOf } from './token-kinds.ts';

/*
 * The two workflows of docs/recipes/forks.md in turn: the built Action on a fork's pull request, then the exact command of the
 * second workflow, with the package from a registry.
 */

useModels();

const texts = z.record(z.string(), z.coerce.string());
const workflows = [...read(root, 'docs/recipes/forks.md').matchAll(/^```yaml\n(name:[^]*?)^```$/gm)].map(
  ([, workflow = '']) =>
    z
      .object({
        jobs: z.record(
          z.string(),
          z.object({
            steps: z.array(
              z.object({
                uses: z.string().optional(),
                run: z.string().optional(),
                with: texts.default({}),
                env: texts.default({}),
              }),
            ),
          }),
        ),
      })
      .parse(parse(workflow)),
);
const [check, publish] = workflows.map(({ jobs }) => Object.values(jobs)[0]?.steps.at(-1));

/** The values of GitHub's expressions on a fork's pull request, and in the workflow that follows it. */
const VALUES: Readonly<Record<string, string>> = {
  '${{ inputs.pr }}': '',
  '${{ secrets.INFERENCE_API_KEY }}': '',
  '${{ github.token }}': JOB_TOKEN,
};
const filledIn = (given: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, VALUES[value] ?? `unknown: ${value}`]),
  );

/** The package as `npm publish` would send it, as version 1.0.0. */
function packedPackage(): Parameters<typeof startRegistry>[0] {
  const folder = temporaryFolder();
  cpSync(inject('packageFolder'), folder, { recursive: true });
  const path = join(folder, 'package.json');
  const { scripts: _, ...before } = z
    .looseObject({ name: z.string() })
    .parse(JSON.parse(readFileSync(path, 'utf8')));
  const manifest = { ...before, version: '1.0.0' };
  writeFileSync(path, JSON.stringify(manifest));
  execFileSync('npm', ['pack', '--silent'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return { manifest, archive: readFileSync(join(folder, `${before.name}-1.0.0.tgz`)) };
}

test("posts the report of a fork's run on its pull request, as not verified", async () => {
  expect(check?.uses).toBe('OWNER/reversal-check@v1');
  const { github, repository, run, comments } = await scene({ 'model.yaml': modelYaml('v2') });
  const service = await startArtifactService();
  const found = await run({
    event: pullRequestEvent(repository, { from: 'stranger/models' }),
    token: 'ghs_readOnly',
    inputs: { artifact: '', ...filledIn(check?.with) },
    env: { ...service.env, ...filledIn(check?.env) },
  });
  expect(found.code, found.log).toBe(3);
  expect(comments()).toEqual([]);

  const sha = repository.head('topic');
  const head = { sha, repository: 'stranger/models' };
  github.state.pulls.set(7, {
    number: 7,
    head: { ...head, ref: 'topic' },
    base: { sha: repository.head('main'), ref: 'main' },
    mergeCommit: null,
    state: 'open',
  });
  github.state.runs.set(100, {
    id: 100,
    event: 'pull_request',
    actor: 'stranger',
    head: { ...head, branch: 'topic' },
    artifacts: [...service.kept()].map(([name, archive], place) => ({ id: place + 1, name, archive })),
  });
  const registry = await startRegistry(packedPackage());
  const home = temporaryFolder();
  const child = spawn('bash', ['--norc', '-eo', 'pipefail', '-c', publish?.run ?? 'false'], {
    cwd: project({ 'event.json': JSON.stringify({ action: 'completed', workflow_run: { id: 100 } }) }),
    env: {
      HOME: home,
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      npm_config_registry: registry,
      npm_config_cache: join(home, 'cache'),
      npm_config_update_notifier: 'false',
      GITHUB_REPOSITORY: 'acme/models',
      GITHUB_API_URL: apiUrlOf(github),
      GITHUB_EVENT_PATH: 'event.json',
      ...filledIn(publish?.env),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
    killSignal: 'SIGKILL',
  });
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  expect(code, stderr).toBe(0);
  expect(stdout).toMatch(/^Posted an unverified report on #7: /);
  expect(comments()).toEqual([expect.stringContaining("Not verified: reported by the fork's own run.")]);
  expect(comments()[0]).toContain(
    'Nothing was measured: the version changed from v1 to v2, but this run cannot measure the change.',
  );
});

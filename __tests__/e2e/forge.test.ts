import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startLocalGitea } from './local-gitea.ts';
import { root, temporaryFolder } from './project.ts';

/* `npm run test:forge`, with a local stand-in for Gitea and its runner. */

const TOKEN = 'the-token-of-an-account';

function startForgeTests(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [join(root, '__tests__/forge/run.ts'), ...args], {
    env: { PATH: process.env['PATH'], TMPDIR: temporaryFolder(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ended = (async () => {
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
    return { code, stdout, stderr };
  })();
  return { child, ended };
}

const repositoryIn = (stdout: string): string => /\/acme\/([\w-]+)$/m.exec(stdout)?.[1] ?? '';

describe('the forge tests', () => {
  test('pass: pull request, fork, another base, tampering, cancelled run, tags, shards and nightly run', async () => {
    const { url, deleted } = await startLocalGitea(TOKEN);
    const { ended } = startForgeTests(['--url', url, '--runs-on', 'local'], { FORGE_TOKEN: TOKEN });
    const { code, stdout, stderr } = await ended;
    expect(code, stdout + stderr).toBe(0);
    expect(stdout.match(/^passed/gm)).toHaveLength(8);
    const name = repositoryIn(stdout);
    expect(deleted).toEqual([`/repos/acme/${name}`, `/repos/${name}/${name}`, `/orgs/${name}`]);
  }, 600_000);

  test('use actions/checkout if the server provides it', async () => {
    const { url, workflows } = await startLocalGitea(TOKEN);
    const args = ['--url', url, '--runs-on', 'local', '--checkout', '--only', 'fork'];
    const { code, stdout, stderr } = await startForgeTests(args, { FORGE_TOKEN: TOKEN }).ended;
    expect(code, stdout + stderr).toBe(0);
    const steps = workflows().flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps));
    expect(steps.filter(({ run }) => run?.includes('git fetch'))).toEqual([]);
    expect(steps.filter(({ uses }) => uses === 'actions/checkout@v6').length).toBeGreaterThan(0);
  }, 600_000);

  test('delete what they created if they are interrupted', async () => {
    const { url, created, deleted } = await startLocalGitea(TOKEN);
    const { child, ended } = startForgeTests(['--url', url, '--runs-on', 'local'], { FORGE_TOKEN: TOKEN });
    await expect.poll(() => created).toHaveLength(1);
    child.kill('SIGINT');
    const { code, stdout, stderr } = await ended;
    expect(code, stdout + stderr).toBe(130);
    expect(deleted.slice(0, 1)).toEqual(created.map((repository) => `/repos/${repository}`));
  });

  test.each([
    [{}, 'the address of a Gitea server (--url or FORGE_URL) and a token (FORGE_TOKEN)'],
    [{ FORGE_URL: 'http://127.0.0.1:9' }, 'test:forge needs a token (FORGE_TOKEN).'],
    [{ FORGE_TOKEN: TOKEN }, 'test:forge needs the address of a Gitea server (--url or FORGE_URL).'],
  ])('say what they need: %j', async (env, needed) => {
    const { code, stderr } = await startForgeTests([], env).ended;
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(needed) });
    expect(stderr).toContain('npm run test:forge -- --url http://127.0.0.1:3000');
  });

  test('report a server that does not respond, and a token that it refuses', async () => {
    const { url } = await startLocalGitea(TOKEN);
    const refused = await startForgeTests(['--url', url], { FORGE_TOKEN: 'another' }).ended;
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('GET /user failed (HTTP 401)'),
    });
    const away = await startForgeTests(['--url', 'http://127.0.0.1:9'], { FORGE_TOKEN: TOKEN }).ended;
    expect(away).toMatchObject({ code: 1, stderr: expect.stringContaining('error: ') });
  });
});

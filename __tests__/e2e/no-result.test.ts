import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sendJson } from '../sampling/fake-server.ts';
import { shortBackoff } from './preload.ts';
import { read, readResult, treeOf, withoutCost } from './project.ts';
import type { Run } from './run-cli.ts';
import { runCli } from './run-cli.ts';
import { CHECK, SAMPLES, startSums, sumsProject } from './sums.ts';

/* Runs without a result: exit code 3, a fix, no result written, and no received completion lost. */

function expectNoResult({ code, stdout, stderr }: Run, folder: string): void {
  expect({ code, stdout }, stderr).toEqual({ code: 3, stdout: '' });
  expect(stderr).not.toContain('bug in reversal-check');
  for (const file of ['result.json', 'report.md', 'graded.jsonl']) {
    expect(existsSync(join(folder, 'out', file)), `${file} was written`).toBe(false);
  }
}

/** Lines of all files of the store: one per completion. */
const completionsIn = (store: string): number =>
  readdirSync(store, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.jsonl'))
    .reduce((sum, path) => sum + read(store, path).trimEnd().split('\n').filter(Boolean).length, 0);

describe('permanent errors end the run at once', () => {
  test('a refused key (401)', async () => {
    const server = await startSums((_, response) => {
      sendJson(response, 401, { error: { message: 'Incorrect API key provided.', code: 'invalid_api_key' } });
      return true;
    });
    const folder = await sumsProject(server.baseUrl);
    const run = await runCli(CHECK, { cwd: folder });
    expectNoResult(run, folder);
    expect(run.stderr).toContain('HTTP 401: Incorrect API key provided.');
    expect(run.stderr).toContain(
      'Set checkpoints.api-key-env to the name of the environment variable that contains it',
    );
    expect(server.asked.length).toBeLessThan(10);
  });

  test('a model that the server does not have (404), with the available ones', async () => {
    const server = await startSums((asked, response) => {
      if (asked.method === 'GET') {
        sendJson(response, 200, { object: 'list', data: [{ id: 'sums-v3', object: 'model' }] });
      } else if (asked.body['model'] === 'sums-v2') {
        sendJson(response, 404, { error: { message: 'No such model.', code: 'model_not_found' } });
      } else return false;
      return true;
    });
    const folder = await sumsProject(server.baseUrl);
    const run = await runCli(CHECK, { cwd: folder });
    expectNoResult(run, folder);
    expect(run.stderr).toContain('does not know the model sums-v2 (new)');
    expect(run.stderr).toContain('The server offers sums-v3.');
  });

  test('requests that are refused (400), every one of them', async () => {
    const server = await startSums((_, response) => {
      sendJson(response, 400, { error: { message: 'temperature is not supported' } });
      return true;
    });
    const folder = await sumsProject(server.baseUrl);
    const run = await runCli(CHECK, { cwd: folder });
    expectNoResult(run, folder);
    expect(run.stderr).toContain('HTTP 400: temperature is not supported');
    expect(run.stderr).toMatch(/sums-v1|sums-v2/u);
  });
});

test('temporary errors are retried first: an unreachable server, and one that always fails (500)', async () => {
  const gone = await startSums();
  await gone.stop();
  const failing = await startSums((_, response) => {
    sendJson(response, 500, { error: { message: 'out of memory' } });
    return true;
  });
  // Every sample is tried six times, so as many as must fail in a row are requested at once.
  const folders = [
    await sumsProject(gone.baseUrl),
    await sumsProject(failing.baseUrl, { concurrency: 64 }),
  ] as const;
  const env = shortBackoff();
  const [unreachable, broken] = await Promise.all([
    runCli(CHECK, { cwd: folders[0], env }),
    runCli(CHECK, { cwd: folders[1], env }),
  ]);
  expectNoResult(unreachable, folders[0]);
  expect(unreachable.stderr).toMatch(
    /The server for (?:old \(sums-v1\)|new \(sums-v2\)) is not reachable at http:/u,
  );
  expect(unreachable.stderr).toContain(new URL(gone.baseUrl).host);
  expect(unreachable.stderr).toContain(
    'No server is listening there. Check that the server is running, and check the port.',
  );
  expectNoResult(broken, folders[1]);
  expect(broken.stderr).toContain('HTTP 500: out of memory');
  expect(broken.stderr).toContain("Check the server's log.");
});

test('completions received before the server refuses are kept, and the same command requests only the rest', async () => {
  const ANSWERED = 50;
  let spent = true;
  const server = await startSums(({ number }, response) => {
    if (!spent || number < ANSWERED) return false;
    sendJson(response, 429, { error: { message: 'You exceeded your quota.', code: 'insufficient_quota' } });
    return true;
  });
  const folder = await sumsProject(server.baseUrl);
  const first = await runCli(CHECK, { cwd: folder });
  expectNoResult(first, folder);
  expect(first.stderr).toContain(
    'Completions received so far are stored. Run the same command again to sample only the rest.',
  );
  expect(treeOf(join(folder, 'out'))[0]).toBe('completions/');
  const kept = completionsIn(join(folder, 'out/completions'));
  expect(kept).toBeGreaterThan(ANSWERED - 5);

  spent = false;
  const askedBefore = server.asked.length;
  const second = await runCli(CHECK, { cwd: folder });
  expect(second, second.stderr).toMatchObject({ code: 0 });
  expect(server.asked.length - askedBefore).toBe(SAMPLES - kept);
  const result = readResult(join(folder, 'out'));
  expect(result.cost.sampling).toMatchObject({ requests: SAMPLES - kept, reused: kept });

  const third = await runCli(CHECK, { cwd: folder });
  expect(third, third.stderr).toMatchObject({ code: 0 });
  expect(server.asked.length - askedBefore, 'a third run asks nothing').toBe(SAMPLES - kept);
  expect(withoutCost(readResult(join(folder, 'out')))).toEqual(withoutCost(result));
});

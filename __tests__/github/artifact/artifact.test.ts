import { createCipheriv } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, onTestFinished, test } from 'vitest';
import { artifactName, filesBelow, keepArtifact } from '../../../src/github/artifact/artifact.ts';
import * as service from '../../../src/github/artifact/artifact-service.ts';
import {
  type ArtifactService,
  PLAIN_SIGNATURE,
  SIGNATURE,
  startArtifactService,
} from '../../support/github/artifact-service.ts';
import { temporaryFolder } from '../../support/temporary-repository.ts';
import { unzip } from '../../support/unzip.ts';

/** Uploads files to a service, with a clock that never waits. */
async function keep(
  { env }: Pick<ArtifactService, 'env'>,
  contents: Readonly<Record<string, string>> = { 'result.json': '{}' },
  name = 'reversal-check',
) {
  const folder = temporaryFolder();
  for (const [file, content] of Object.entries(contents)) writeFileSync(join(folder, file), content);
  const waits: number[] = [];
  const secrets: string[] = [];
  const warnings: string[] = [];
  const kept = await keepArtifact({
    name,
    files: () => filesBelow(folder),
    env,
    load: () => Promise.resolve(service),
    timing: {
      now: () => 0,
      random: () => 1,
      sleep: async (ms) => {
        waits.push(ms);
      },
    },
    signal: new AbortController().signal,
    onSecret: (secret) => secrets.push(secret),
    onWarning: (message) => warnings.push(message),
  });
  return { kept, waits, secrets, warnings };
}

describe('the name', () => {
  test('identifies the check, and no other', () => {
    expect(artifactName('reversal.yml')).toBe('reversal-check');
    expect(artifactName('reversal.yml', '3-10')).toBe('reversal-check-shard-3-10');
    expect(artifactName('math-7b')).toBe('reversal-check-math-7b');
    const similar = ['evals/a.yml', 'evals-a.yml', 'evals:a.yml', `${'x'.repeat(60)}1`, `${'x'.repeat(60)}2`];
    const names = similar.map((key) => artifactName(key));
    expect(new Set(names).size).toBe(similar.length);
    for (const name of [...names, artifactName('"<🙂>\n|*?\\')]) {
      expect(name).toMatch(/^reversal-check-[A-Za-z0-9._-]{1,70}$/u);
    }
  });
});

describe('the files', () => {
  test('include everything below a folder, by name; links are not followed', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'completions'));
    writeFileSync(join(folder, 'result.json'), '');
    writeFileSync(join(folder, 'completions/a.jsonl'), '');
    symlinkSync('/etc/hosts', join(folder, 'hosts'));
    symlinkSync('/etc', join(folder, 'etc'));
    expect((await filesBelow(folder)).map(({ name }) => name)).toEqual([
      'completions/a.jsonl',
      'result.json',
    ]);
  });
});

describe('the uploaded artifact', () => {
  test.each([{ camelCase: false }, { camelCase: true }])(
    'is complete, also on a server that formats its responses differently: %j',
    async (form) => {
      const here = await startArtifactService(form);
      const { kept, secrets, warnings } = await keep(here, { 'result.json': '{"a": 1}', 'report.md': '# x' });
      expect({ kept, warnings }).toEqual({ kept: 'kept', warnings: [] });
      expect([...here.kept().keys()]).toEqual(['reversal-check']);
      const archive = here.kept().get('reversal-check') ?? Buffer.alloc(0);
      expect(unzip(archive)).toEqual({ 'report.md': '# x', 'result.json': '{"a": 1}' });
      expect(secrets).toEqual([SIGNATURE, encodeURIComponent(SIGNATURE)]);
    },
  );

  test('is complete if the signature in the address of the storage ends with an unescaped =', async () => {
    const here = await startArtifactService({ plainSignature: true });
    const { kept, secrets, warnings } = await keep(here);
    expect({ kept, warnings }).toEqual({ kept: 'kept', warnings: [] });
    expect(secrets).toEqual([PLAIN_SIGNATURE, encodeURIComponent(PLAIN_SIGNATURE)]);
  });

  test('is skipped with a warning that has the status if the storage refuses it', async () => {
    const here = await startArtifactService({ storageRefuses: 403 });
    expect(await keep(here)).toMatchObject({
      kept: 'not kept',
      warnings: [
        'No artifact was uploaded: could not upload the archive (HTTP 403). Run the job again, or set artifact: none if the artifact storage keeps refusing the upload.',
      ],
    });
  });

  test('is uploaded in blocks, whatever its size', async () => {
    const here = await startArtifactService();
    const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16));
    const text = cipher.update(Buffer.alloc(9 * 1024 * 1024)).toString('base64');
    expect(await keep(here, { 'completions.jsonl': text })).toMatchObject({ kept: 'kept' });
    expect(here.calls.filter((call) => call === 'PUT block').length).toBeGreaterThan(1);
    const found = unzip(here.kept().get('reversal-check') ?? Buffer.alloc(0));
    expect(found['completions.jsonl'] === text).toBe(true);
  });

  test('replaces the artifact of an earlier attempt of the job with the same name', async () => {
    const here = await startArtifactService();
    await keep(here, { 'result.json': 'first' });
    await keep(here, { 'result.json': 'other' }, 'reversal-check-other');
    expect(await keep(here, { 'result.json': 'second' })).toMatchObject({ kept: 'kept', waits: [] });
    const texts = [...here.kept()].map(([name, archive]) => [name, unzip(archive)['result.json']]);
    expect(Object.fromEntries(texts)).toEqual({
      'reversal-check': 'second',
      'reversal-check-other': 'other',
    });
  });

  test('is retried if that may help', async () => {
    const here = await startArtifactService();
    here.fail('CreateArtifact', 503, 2);
    here.fail('FinalizeArtifact', 429, 1);
    expect(await keep(here)).toMatchObject({ kept: 'kept', waits: [2000, 4000, 2000], warnings: [] });
  });

  test('waits as long as the service asks, but not longer than two minutes', async () => {
    const here = await startArtifactService();
    here.fail('CreateArtifact', 503, 1, { 'retry-after': '17' });
    expect(await keep(here)).toMatchObject({ kept: 'kept', waits: [17_000] });
    here.fail('CreateArtifact', 503, 1, { 'retry-after': '121' });
    expect(await keep(here)).toMatchObject({ kept: 'not kept', waits: [] });
  });

  test.each([
    [403, 1],
    [404, 1],
    [500, 4],
  ])(
    'is skipped with a warning if the service responds with %i, after %i attempts',
    async (status, attempts) => {
      const here = await startArtifactService();
      here.fail('CreateArtifact', status, 10);
      const { kept, warnings } = await keep(here);
      expect(kept).toBe('not kept');
      expect(warnings).toEqual([
        `No artifact was uploaded: CreateArtifact failed (HTTP ${status}): told to fail. Run the job again, or set artifact: none if the runner has no artifact service.`,
      ]);
      expect(here.calls).toHaveLength(attempts);
    },
  );

  test('is skipped with a warning if there is no service, it does not respond, or the token is of another kind', async () => {
    const { env } = await startArtifactService();
    for (const name of Object.keys(env)) {
      const { warnings } = await keep({ env: { ...env, [name]: '' } });
      expect(warnings).toEqual([
        expect.stringContaining('No artifact was uploaded, because there is no artifact service.'),
      ]);
    }
    const away = await keep({ env: { ...env, ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' } });
    expect(away.warnings).toEqual([
      expect.stringContaining('No artifact was uploaded: CreateArtifact failed: '),
    ]);
    expect(away.waits).toHaveLength(3);
    for (const token of ['', 'a.b.c', `a.${Buffer.from('{"scp":"x"}').toString('base64url')}.c`]) {
      const { kept, warnings } = await keep({ env: { ...env, ACTIONS_RUNTIME_TOKEN: token } });
      expect([kept, warnings.length]).toEqual(['not kept', 1]);
      if (token !== '') expect(warnings[0]).not.toContain(token);
    }
  });

  test('is given up if the storage accepts nothing', async () => {
    const { env } = await startArtifactService();
    const storage = createServer(() => {}).listen(0, '127.0.0.1');
    await once(storage, 'listening');
    onTestFinished(() => {
      storage.closeAllConnections();
      storage.close();
    });
    const address = storage.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const front = createServer((_, response) => {
      response.end(
        JSON.stringify({ ok: true, signed_upload_url: `http://127.0.0.1:${address.port}/c/b?sig=x` }),
      );
    }).listen(0, '127.0.0.1');
    await once(front, 'listening');
    onTestFinished(() => {
      front.closeAllConnections();
      front.close();
    });
    const at = front.address();
    if (at === null || typeof at === 'string') throw new Error('no port');
    const left = service.uploadArtifact(
      'reversal-check',
      Readable.from([Buffer.from('some bytes')]),
      { url: `http://127.0.0.1:${at.port}/`, token: env['ACTIONS_RUNTIME_TOKEN'] ?? '' },
      {
        timing: { now: () => 0, random: () => 1, sleep: () => Promise.resolve() },
        signal: new AbortController().signal,
        onSecret: () => {},
        stallMs: 300,
      },
    );
    await expect(left).rejects.toThrow('the storage accepted no data for 0.3 seconds');
  });

  test('is skipped with a warning if a file cannot be read, and no half of it counts', async () => {
    const here = await startArtifactService();
    const folder = temporaryFolder();
    const { env } = here;
    const warnings: string[] = [];
    const kept = await keepArtifact({
      name: 'reversal-check',
      files: () => Promise.resolve([{ path: join(folder, 'none'), name: 'none' }]),
      env,
      load: () => Promise.resolve(service),
      timing: { now: () => 0, random: () => 1, sleep: () => Promise.resolve() },
      signal: new AbortController().signal,
      onSecret: () => {},
      onWarning: (message) => warnings.push(message),
    });
    expect([kept, warnings]).toEqual(['not kept', [expect.stringContaining('ENOENT')]]);
    expect([...here.kept()]).toEqual([]);
  });
});

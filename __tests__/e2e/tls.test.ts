import { join } from 'node:path';
import { expect, test } from 'vitest';
import { selfSigned } from '../support/self-signed.ts';
import { readResult, writeFiles } from './project.ts';
import { runInProcess } from './run-cli.ts';
import { CHECK, SAMPLES, startSums, sumsProject } from './sums.ts';

test('refuses a server with a certificate of an unknown authority at once, and samples it if the authority is trusted', async () => {
  const tls = selfSigned();
  const server = await startSums(() => false, { tls });
  const folder = await sumsProject(server.baseUrl);
  const refused = await runInProcess(CHECK, { cwd: folder });
  expect({ code: refused.code, stdout: refused.stdout }, refused.stderr).toEqual({ code: 3, stdout: '' });
  expect(refused.stderr).toContain('(DEPTH_ZERO_SELF_SIGNED_CERT)');
  expect(refused.stderr).toContain('Set NODE_EXTRA_CA_CERTS to the path of its CA file');
  expect(server.asked).toHaveLength(0);

  writeFiles(folder, { 'ca.pem': tls.cert });
  const env = { NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') };
  const trusted = await runInProcess(CHECK, { cwd: folder, env });
  expect(trusted, trusted.stderr).toMatchObject({ code: 0 });
  expect(readResult(join(folder, 'out')).cost.sampling?.requests).toBe(SAMPLES);
});

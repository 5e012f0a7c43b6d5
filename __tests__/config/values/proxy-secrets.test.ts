import { expect, it } from 'vitest';
import { proxySecrets } from '../../../src/config/values/proxy-secrets.ts';

const basic = (text: string): string => Buffer.from(text).toString('base64');

it.each([
  ['http://user:p%40ss@proxy.test:3128', ['p%40ss', 'p@ss', basic('user:p@ss')]],
  ['http://token@proxy.test', ['token', 'token', basic('token:')]],
  ['http://user:100%@proxy.test', ['100%', '100%', basic('user:100%')]],
  ['http://proxy.test:3128', []],
  ['proxy', []],
])('secrets of %s', (proxy, secrets) => {
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy']) {
    expect(proxySecrets({ [name]: proxy })).toEqual(secrets);
  }
});

it('none without a proxy', () => {
  expect(proxySecrets({ PROXY: 'http://user:pass@proxy.test' })).toEqual([]);
});

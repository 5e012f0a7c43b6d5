import { proxySecrets } from '../files/proxy-secrets.ts';
import type { Config } from './schema.ts';

/**
 * Every secret that a configuration names and the environment holds, each by itself: keys, the values of headers and what
 * follows their scheme, addresses that are kept out of the configuration, and passwords of proxies. For masking, so nothing is checked
 * here.
 */
export function secretsNamedBy(
  { checkpoints, embeddings }: Pick<Config, 'checkpoints' | 'embeddings'>,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const sides = [checkpoints, checkpoints?.old, checkpoints?.new, embeddings];
  const named = [...sides.map((side) => side?.apiKeyEnv), checkpoints?.baseUrlEnv, embeddings?.baseUrlEnv];
  const headers = [checkpoints?.headersEnv, embeddings?.headersEnv].flatMap((name) =>
    name === undefined ? [] : headerValues(env[name]?.trim() ?? ''),
  );
  const values = named.map((name) => (name === undefined ? '' : (env[name]?.trim() ?? '')));
  return [...new Set([...values, ...headers, ...proxySecrets(env)])].filter((secret) => secret !== '');
}

/**
 * The variables that asking takes by a configuration and that the environment does not hold: keys, headers and addresses, of the
 * checkpoints that are not served here and of the embeddings.
 */
export function unsetVariables(
  { checkpoints, embeddings }: Pick<Config, 'checkpoints' | 'embeddings'>,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const sides = [checkpoints?.old, checkpoints?.new].flatMap((side) => {
    const isServedHere =
      side?.serve !== undefined || (side?.baseUrl === undefined && checkpoints?.serve !== undefined);
    if (isServedHere) return [];
    const address = side?.baseUrl === undefined ? checkpoints?.baseUrlEnv : undefined;
    return [side?.apiKeyEnv ?? checkpoints?.apiKeyEnv, checkpoints?.headersEnv, address];
  });
  const named = [...sides, embeddings?.apiKeyEnv, embeddings?.headersEnv, embeddings?.baseUrlEnv];
  return [
    ...new Set(named.filter((name) => name !== undefined).filter((name) => (env[name]?.trim() ?? '') === '')),
  ];
}

/** The whole text, and each value in it where it is an object of headers. */
function headerValues(text: string): readonly string[] {
  const values = Object.values(objectIn(text)).filter((value) => typeof value === 'string');
  return [text, ...values, ...values.map((value) => value.replace(/^\S+\s+/, ''))];
}

function objectIn(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

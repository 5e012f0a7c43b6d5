import type { Config } from './schema.ts';

/**
 * Every secret that a configuration names and the environment holds, each by itself: keys, the values of headers and what
 * follows their scheme, and addresses that are kept out of the configuration. For masking, so nothing is checked here.
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
  return [...new Set([...values, ...headers])].filter((secret) => secret !== '');
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

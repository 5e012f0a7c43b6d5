import { addressParts } from './values/address-parts.ts';
import { proxySecrets } from './values/proxy-secrets.ts';
import { judgeOf } from './graders/graders.ts';
import type { Config } from './schema/config.ts';

type Asked = Pick<Config, 'checkpoints' | 'embeddings'> & Partial<Pick<Config, 'suites'>>;

/** Returns the judge models' configurations. */
export const judgesIn = ({ suites = [] }: Pick<Asked, 'suites'>) =>
  suites.flatMap(({ grader }) => (grader === undefined ? [] : (judgeOf(grader) ?? [])));

/**
 * All secrets to mask: API keys, header values (with and without their scheme), addresses taken from environment
 * variables and their hosts, and proxy passwords. Nothing is validated here.
 */
export function secretsNamedBy(
  { checkpoints, embeddings, ...rest }: Asked,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const judges = judgesIn(rest);
  const sides = [checkpoints, checkpoints?.old, checkpoints?.new, embeddings, ...judges];
  const addresses = [checkpoints, embeddings, ...judges]
    .flatMap((place) => place?.baseUrlEnv ?? [])
    .flatMap((name) => addressParts(env[name]?.trim() ?? ''));
  const named = sides.map((side) => side?.apiKeyEnv);
  const headers = [checkpoints, embeddings, ...judges]
    .flatMap((place) => place?.headersEnv ?? [])
    .flatMap((name) => headerValues(env[name]?.trim() ?? ''));
  const values = named.map((name) => (name === undefined ? '' : (env[name]?.trim() ?? '')));
  return [...new Set([...values, ...addresses, ...headers, ...proxySecrets(env)])].filter(
    (secret) => secret !== '',
  );
}

/**
 * The unset variables that sampling needs: the keys, headers and addresses for judges, for the embedding model, and for
 * checkpoints that the check does not serve itself.
 */
export function unsetVariables(
  { checkpoints, embeddings, ...rest }: Asked,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const sides = [checkpoints?.old, checkpoints?.new].flatMap((side) => {
    const isServedHere =
      side?.serve !== undefined || (side?.baseUrl === undefined && checkpoints?.serve !== undefined);
    if (isServedHere) return [];
    const address = side?.baseUrl === undefined ? checkpoints?.baseUrlEnv : undefined;
    return [side?.apiKeyEnv ?? checkpoints?.apiKeyEnv, checkpoints?.headersEnv, address];
  });
  const others = [embeddings, ...judgesIn(rest)].flatMap((place) => [
    place?.apiKeyEnv,
    place?.headersEnv,
    place?.baseUrlEnv,
  ]);
  const named = [...sides, ...others];
  return [
    ...new Set(named.filter((name) => name !== undefined).filter((name) => (env[name]?.trim() ?? '') === '')),
  ];
}

/** Returns the whole text and, if it is a JSON object of headers, each value with and without its scheme. */
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

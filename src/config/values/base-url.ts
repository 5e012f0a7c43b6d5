const VERSION = '{version}';

/**
 * Sample versions for checking that the host does not depend on the version. They are so different that no two of them
 * could give the same host by chance.
 */
const SOME_VERSIONS = ['v0', '1', 'w-2.x'];

/**
 * Returns the reason why a base URL is invalid; `undefined` if it is valid. The reason never repeats the URL, which may
 * contain a secret. `{version}` is allowed only in the path. If it were allowed in the host or port, whoever sets the
 * version could choose which server receives the key.
 */
export function baseUrlFault(text: string): string | undefined {
  if (!text.includes(VERSION)) return plainFault(text);
  const filled = SOME_VERSIONS.map((version) => text.replaceAll(VERSION, version));
  const places = new Set(
    filled.map((address) => (URL.canParse(address) ? new URL(address).origin : address)),
  );
  if (places.size > 1) {
    return 'found {version} outside the path: a pull request that changes the version could then choose the server that receives the key';
  }
  return filled.map(plainFault).find((fault) => fault !== undefined);
}

function plainFault(text: string): string | undefined {
  if (!URL.canParse(text)) return 'this is not a URL';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return 'a base URL must start with https:// or http://';
  if (url.username !== '' || url.password !== '')
    return 'a base URL must not contain a user name or password';
  if (text.includes('?') || text.includes('#'))
    return 'a base URL must not contain a query (?…) or fragment (#…)';
  return undefined;
}

/** How to fix an invalid base URL. */
export const BASE_URL_FIX =
  'Write the address up to and including /v1, for example https://inference.example.com/v1. You may use {version} in its path. Put the key in the environment variable named by api-key-env, and other headers in the one named by headers-env.';

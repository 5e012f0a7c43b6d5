const VERSION = '{version}';

/** Versions that no host has in common: what an address becomes with each of them must be on one server. */
const SOME_VERSIONS = ['v0', '1', 'w-2.x'];

/**
 * What is wrong with a base URL, never repeating it (it may hold a secret); `undefined` where it can be used. `{version}` may stand in its
 * path alone: in the host or port, whoever moves the version would choose which server is sent the key.
 */
export function baseUrlFault(text: string): string | undefined {
  if (!text.includes(VERSION)) return plainFault(text);
  const filled = SOME_VERSIONS.map((version) => text.replaceAll(VERSION, version));
  const places = new Set(
    filled.map((address) => (URL.canParse(address) ? new URL(address).origin : address)),
  );
  if (places.size > 1) {
    return 'found {version} outside the path, where a pull request that moves the version would choose which server is sent the key';
  }
  return filled.map(plainFault).find((fault) => fault !== undefined);
}

function plainFault(text: string): string | undefined {
  if (!URL.canParse(text)) return 'this is not a URL';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return 'a base URL begins with https:// or http://';
  if (url.username !== '' || url.password !== '') return 'a base URL must hold no user name or password';
  if (text.includes('?') || text.includes('#')) return 'a base URL must hold no query (?…) or fragment (#…)';
  return undefined;
}

/** What to do about a base URL that cannot be used. */
export const BASE_URL_MEND =
  'Write the address up to and with /v1, as in https://inference.example.com/v1, with {version} in its path or not at all; a key belongs in the environment variable that api-key-env names, other headers in headers-env.';

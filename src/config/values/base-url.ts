const VERSION = '{version}';

/** Versions that cannot share a host by accident: the address must be on the same server with each of them. */
const SOME_VERSIONS = ['v0', '1', 'w-2.x'];

/**
 * Why a base URL is invalid; `undefined` if it is valid. The text never repeats the URL, which may contain a
 * secret. `{version}` may only be in its path: in the host or port, whoever sets the version would choose
 * which server receives the key.
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

/** How to fix an invalid base URL. */
export const BASE_URL_FIX =
  'Write the address up to and with /v1, as in https://inference.example.com/v1, with {version} in its path or not at all; a key belongs in the environment variable that api-key-env names, other headers in headers-env.';

/** What is wrong with a base URL, never repeating it (it may hold a secret); `undefined` where it can be used. */
export const baseUrlFault = (text: string): string | undefined => {
  if (!URL.canParse(text)) return 'this is not a URL';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return 'a base URL begins with https:// or http://';
  if (url.username !== '' || url.password !== '') return 'a base URL must hold no user name or password';
  if (text.includes('?') || text.includes('#')) return 'a base URL must hold no query (?…) or fragment (#…)';
  return undefined;
};

/** What to do about a base URL that cannot be used. */
export const BASE_URL_MEND =
  'Write the address up to and with /v1, as in https://inference.example.com/v1; a key belongs in the environment variable that api-key-env names, other headers in headers-env.';

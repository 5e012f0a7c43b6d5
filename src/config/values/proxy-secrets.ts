const NAMES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'];

/**
 * The secrets in the environment's proxy settings, for masking: the password in every form that Node sends or reads. If
 * there is no password, the user name is included instead, because it may be a token. Empty without proxies or
 * credentials.
 */
export function proxySecrets(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const values = NAMES.flatMap((name) => [env[name], env[name.toLowerCase()]]);
  return values.flatMap((value) => {
    if (value === undefined || !URL.canParse(value)) return [];
    const { username, password } = new URL(value);
    const secret = password === '' ? username : password;
    if (secret === '') return [];
    const credentials = `${decoded(username)}:${decoded(password)}`;
    return [secret, decoded(secret), Buffer.from(credentials).toString('base64')];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

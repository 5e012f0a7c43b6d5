const NAMES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'];

/**
 * What must be shown of no proxy that the environment names: its password, in every spelling in which Node sends or reads it; its
 * user name where that stands alone, as tokens do. Nothing where no proxy is named, or one without either.
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

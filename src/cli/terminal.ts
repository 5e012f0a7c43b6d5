/** The process's streams and environment. */
export interface Terminal {
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Whether a CI service runs this process. Its runner may provide a terminal, but the output goes to a log. */
export function isJob(env: Terminal['env']): boolean {
  return ['CI', 'GITHUB_ACTIONS', 'GITEA_ACTIONS'].some(
    (name) => !['', '0', 'false'].includes(env[name] ?? ''),
  );
}

/** The number of columns to assume if the width is unknown, as in a log. */
const LOG_COLUMNS = 100;

/**
 * Determines how to render output for a stream. Respects NO_COLOR and FORCE_COLOR. A plain Linux console gets no
 * Unicode characters.
 */
export function renderingFor(
  // Pipes and files have neither property.
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  env: Terminal['env'],
): { readonly colour: boolean; readonly columns: number; readonly unicode: boolean } {
  const isTerminal = stream.isTTY === true;
  const wanted = env['FORCE_COLOR'];
  const refused = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return {
    colour: wanted === undefined ? isTerminal && !refused : wanted !== '0' && wanted !== 'false',
    columns: (isTerminal ? stream.columns : undefined) ?? LOG_COLUMNS,
    unicode: env['TERM'] !== 'linux' && env['TERM'] !== 'dumb',
  };
}

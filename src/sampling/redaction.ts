/** Shorter secrets are ordinary words: they are blotted out of messages, but left in completions. */
const SHORTEST_SECRET_IN_COMPLETIONS = 8;
const LONGEST_MESSAGE = 300;

/** What makes text from a server safe to show and to store. */
export interface Redaction {
  /** A server's message as one line of at most 300 characters, without secrets, hosts and control characters. */
  readonly message: (text: string) => string;
  /** A completion as it came, except that secrets of 8 characters or more are blotted out. */
  readonly completion: (text: string) => string;
}

/** `secrets` may hold empty strings; they are passed over. `baseUrl` is the server whose host must not be stored. */
export function redaction(options: { secrets: readonly string[]; baseUrl: string }): Redaction {
  const forms = new Set(options.secrets.filter((secret) => secret !== '').flatMap(spellings));
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  const inCompletions = longestFirst.filter((secret) => secret.length >= SHORTEST_SECRET_IN_COMPLETIONS);
  const { host, hostname } = new URL(options.baseUrl);
  return {
    completion: (text) => blot(text, inCompletions, '[secret]'),
    message: (text) => {
      const named = blot(text, longestFirst, '[secret]').replaceAll(
        /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>)\]]+/gi,
        '[url]',
      );
      const line = blot(named, [host, hostname], '[host]')
        .replaceAll(/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '[host]')
        .replaceAll(/[\s\p{C}]+/gu, ' ')
        .trim();
      return line.length <= LONGEST_MESSAGE ? line : `${line.slice(0, LONGEST_MESSAGE - 1)}…`;
    },
  };
}

/** A secret as it stands in plain text, in JSON and in a URL. */
function spellings(secret: string): string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
}

function blot(text: string, words: readonly string[], mark: string): string {
  let clean = text;
  for (const word of words) if (clean.includes(word)) clean = clean.replaceAll(word, mark);
  return clean;
}

const OPENS = /^(?:\\\{|\\(?:begin|langle|lfloor|lceil)(?![a-zA-Z])|[([{])/;
const CLOSES = /^(?:\\\}|\\(?:end|rangle|rfloor|rceil)(?![a-zA-Z])|[)\]}])/;
/** Matches a token. An environment's name is part of its token: `{pmatrix}` after `\begin` opens no group. */
const TOKEN = /\\(?:begin|end)\s?\{[a-zA-Z]*\*?\}|\\[a-zA-Z]+|\\.|[^\\]/gsu;

/** The tokens outside all brackets. Undefined if the brackets do not match. */
export function topLevel(
  latex: string,
): readonly { readonly token: string; readonly at: number }[] | undefined {
  const found: { token: string; at: number }[] = [];
  let depth = 0;
  for (const match of latex.matchAll(TOKEN)) {
    const [token] = match;
    if (CLOSES.test(token)) {
      depth--;
      if (depth < 0) return undefined;
    } else if (OPENS.test(token)) depth++;
    else if (depth === 0) found.push({ token, at: match.index });
  }
  return depth === 0 ? found : undefined;
}

/** Splits the text at every matching token outside all brackets. The matching tokens are returned as `tokens`. */
export function splitAtTop(
  latex: string,
  isCut: (token: string) => boolean,
): { readonly parts: readonly string[]; readonly tokens: readonly string[] } {
  const parts: string[] = [];
  const tokens: string[] = [];
  let from = 0;
  for (const { token, at } of topLevel(latex) ?? []) {
    if (!isCut(token)) continue;
    parts.push(latex.slice(from, at).trim());
    tokens.push(token);
    from = at + token.length;
  }
  parts.push(latex.slice(from).trim());
  return { parts, tokens };
}

/** The text inside a single pair of brackets. */
export interface Bracketed {
  readonly open: string;
  readonly close: string;
  readonly inner: string;
}

/** The text's outer brackets and their content. Undefined if the first bracket closes before the end of the text. */
export function bracketedBy(latex: string): Bracketed | undefined {
  const match = /^(\\\{|\\langle(?![a-zA-Z])|[([{]).*?(\\\}|\\rangle|[)\]}])$/s.exec(latex);
  if (match === null) return undefined;
  const [, open = '', close = ''] = match;
  const inner = latex.slice(open.length, latex.length - close.length);
  let depth = 0;
  for (const [token] of inner.matchAll(TOKEN)) {
    if (CLOSES.test(token)) depth--;
    else if (OPENS.test(token)) depth++;
    if (depth < 0) return undefined;
  }
  return depth === 0 ? { open, close, inner: inner.trim() } : undefined;
}

/** The text in the braces that open at `from`, and the index after them; undefined if they never close. */
export function inBraces(
  latex: string,
  from: number,
): { readonly inner: string; readonly end: number } | undefined {
  let depth = 0;
  for (let at = from; at < latex.length; at++) {
    const sign = latex[at];
    if (sign === '\\') at++;
    else if (sign === '{') depth++;
    else if (sign === '}') {
      depth--;
      if (depth === 0) return { inner: latex.slice(from + 1, at), end: at + 1 };
    }
  }
  return undefined;
}

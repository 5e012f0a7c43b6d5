import {
  type Document,
  LineCounter,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
} from 'yaml';
import { printable } from './printable.ts';
import type { Problem } from './problem.ts';

/** A position in the text. Line and column numbers start at 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Parsed YAML with the positions of its keys and values, or the problems found in it. */
export type YamlDocument =
  | {
      readonly data: unknown;
      /**
       * Returns the position of a key or its value. If the key is missing, returns the position of the mapping that
       * should contain it.
       */
      readonly locate: (path: readonly PropertyKey[], at: 'key' | 'value') => Place;
      /** Returns a scalar value exactly as written: `1.10`, not 1.1. `undefined` if there is no value. */
      readonly written: (path: readonly PropertyKey[]) => string | undefined;
      readonly problems?: never;
    }
  | { readonly problems: readonly Problem[] };

/**
 * Messages for the parser's error codes, worded for the file's author. For codes with several meanings, the parser's
 * own message is used.
 */
const sentences: Readonly<Record<string, Pick<Problem, 'what' | 'fix'>>> = {
  DUPLICATE_KEY: {
    what: 'this mapping contains the same key twice',
    fix: 'Keep only one of the two.',
  },
  TAB_AS_INDENT: {
    what: 'this line is indented with a tab',
    fix: 'Indent it with spaces, because YAML does not allow tabs there.',
  },
  MULTIPLE_DOCS: { what: 'a second document starts here (---)', fix: 'Keep only one document in the file.' },
  TAG_RESOLVE_FAILED: {
    what: 'this value has an unknown tag (!name)',
    fix: 'Remove the tag, and write only the value.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    what: 'this value contains a second colon, so YAML reads it as a mapping',
    fix: 'Put quotes around a string that contains a colon, or write the inner keys on separate lines with more indentation.',
  },
  MULTILINE_IMPLICIT_KEY: {
    what: 'this line has no colon, so YAML joins it with the next line',
    fix: 'Write key: value, with a space after the colon.',
  },
};

const ANY_FAULT =
  'Correct this line or the line above it. Put quotes around a string that contains : # { [ @ or %.';

const UNKNOWN_ALIAS = {
  what: 'this alias (*name) has no anchor (&name) before it',
  fix: 'Write the value instead of the alias.',
};

const CIRCULAR_ALIAS = {
  what: 'this alias (*name) is inside its own anchor (&name)',
  fix: 'Write the value instead of the alias.',
};

const TOO_MANY_ALIASES: Problem = {
  what: 'the aliases (*name) in this file expand to too many values',
  fix: 'Write the values instead of the aliases.',
};

const TOO_DEEP: Problem = {
  what: 'lists or mappings are nested too deeply',
  fix: 'Use only a few levels, and check for a [ or { that is never closed.',
};

const resolved = (document: Document, node: unknown): unknown =>
  isAlias(node) ? node.resolve(document) : node;

/** A node's child, with the positions of its key and value. */
const child = (
  node: unknown,
  key: PropertyKey,
): { readonly key: unknown; readonly value: unknown } | undefined => {
  if (isSeq(node) && typeof key === 'number') return { key: node.items[key], value: node.items[key] };
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key: own }) => isScalar(own) && String(own.value) === String(key));
  return pair === undefined ? undefined : { key: pair.key, value: pair.value };
};

const offsetOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

const locator =
  (document: Document, lines: LineCounter) =>
  (path: readonly PropertyKey[], at: 'key' | 'value'): Place => {
    let node: unknown = document.contents;
    let offset = offsetOf(node) ?? 0;
    for (const [index, key] of path.entries()) {
      const next = child(resolved(document, node), key);
      if (next === undefined) break;
      const wanted = at === 'key' && index === path.length - 1 ? next.key : next.value;
      offset = offsetOf(wanted) ?? offsetOf(next.key) ?? offset;
      node = next.value;
    }
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };

const writer =
  (document: Document) =>
  (path: readonly PropertyKey[]): string | undefined => {
    const node = path.reduce<unknown>(
      (parent, key) => resolved(document, child(parent, key)?.value),
      resolved(document, document.contents),
    );
    return isScalar(node) ? node.source : undefined;
  };

/** The problems that the parser found. A syntax error causes further errors after it, so only the first is reported. */
const faultsOf = (document: Document.Parsed, lines: LineCounter): Problem[] => {
  const all = [...document.errors, ...document.warnings];
  if (all.some(({ message }) => message.includes('call stack'))) return [TOO_DEEP];
  const told = all.every(({ code }) => code === 'DUPLICATE_KEY') ? all : all.slice(0, 1);
  return told.map(({ code, message, pos }) => {
    const { line, col } = lines.linePos(pos[0]);
    const sentence = sentences[code] ?? { what: `this is not YAML: ${printable(message)}`, fix: ANY_FAULT };
    return { line, column: col, what: sentence.what, fix: sentence.fix };
  });
};

const aliasFaults = (document: Document.Parsed, lines: LineCounter): Problem[] => {
  const faults: Problem[] = [];
  visit(document, {
    Alias: (_, alias, ancestors) => {
      const target = alias.resolve(document);
      if (target !== undefined && !ancestors.includes(target)) return;
      const { line, col } = lines.linePos(alias.range?.[0] ?? 0);
      faults.push({ line, column: col, ...(target === undefined ? UNKNOWN_ALIAS : CIRCULAR_ALIAS) });
    },
  });
  return faults;
};

const parse = (text: string): YamlDocument => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const faults = faultsOf(document, lines);
  const problems = faults.length > 0 ? faults : aliasFaults(document, lines);
  if (problems.length > 0) return { problems };
  try {
    return {
      data: document.toJS({ maxAliasCount: 100 }) as unknown,
      locate: locator(document, lines),
      written: writer(document),
    };
  } catch (error) {
    if (error instanceof ReferenceError) return { problems: [TOO_MANY_ALIASES] };
    throw error;
  }
};

/**
 * Parses YAML 1.2 text that contains one document. Duplicate keys, unknown tags and excessive aliases are reported as
 * problems.
 */
export const parseYaml = (text: string): YamlDocument => {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof RangeError) return { problems: [TOO_DEEP] };
    throw error;
  }
};

import { isDeepStrictEqual } from 'node:util';
import { isNode, isSeq, parseDocument } from 'yaml';
import { parseYaml } from './yaml-document.ts';

/**
 * Adds an element to the list at the top-level key `key`, and changes no other byte if the list has an element per line. A
 * list in square brackets is rewritten with the rest of the file; comments are kept. Undefined if `key` has no list.
 *
 * @param element the element as lines that begin with `  - `
 */
export function appendToList(text: string, key: string, element: readonly string[]): string | undefined {
  const wanted = withElement(text, key, element);
  if (wanted === undefined) return undefined;
  const candidates = [inserted(text, key, element), rewritten(text, key, element)];
  return candidates.find(
    (candidate) => candidate !== undefined && isDeepStrictEqual(dataOf(candidate), wanted),
  );
}

const dataOf = (text: string): unknown => {
  const parsed = parseYaml(text);
  return parsed.problems === undefined ? parsed.data : undefined;
};

/** The data of the file with the element. */
function withElement(text: string, key: string, element: readonly string[]): unknown {
  const data = dataOf(text);
  if (typeof data !== 'object' || data === null) return undefined;
  const list: unknown = Reflect.get(data, key);
  const added = dataOf(element.join('\n'));
  return Array.isArray(list) && Array.isArray(added) ? { ...data, [key]: [...list, ...added] } : undefined;
}

/** Inserts lines below the list's last element, with the indentation of that element. */
function inserted(text: string, key: string, element: readonly string[]): string | undefined {
  const list = parseDocument(text).get(key);
  const last: unknown = isSeq(list) && list.flow !== true ? list.items.at(-1) : undefined;
  const range = isNode(last) ? last.range : undefined;
  if (range === undefined || range === null) return undefined;
  const [start, end] = range;
  const dash = text.lastIndexOf('-', start - 1);
  const indent = text.slice(text.lastIndexOf('\n', dash) + 1, dash);
  if (indent.trim() !== '') return undefined;
  const lineEnd = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end);
  const place = lineEnd === -1 ? text.length : lineEnd + 1;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = element.map((line) => `${indent}${line.slice(2)}${newline}`).join('');
  return `${text.slice(0, place)}${lineEnd === -1 ? newline : ''}${lines}${text.slice(place)}`;
}

function rewritten(text: string, key: string, element: readonly string[]): string | undefined {
  const document = parseDocument(text);
  const { contents } = parseDocument(element.join('\n'));
  if (!isSeq(contents)) return undefined;
  for (const item of contents.items) document.addIn([key], item);
  return document.toString({ lineWidth: 0 });
}

import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm);

type Root = ReturnType<typeof parser.parse>;
type Nodes = Root | Root['children'][number];
type Parents = Extract<Nodes, { children: unknown }>;

export const parseMarkdown = (markdown: string): Root => parser.parse(markdown);

const isParent = (node: Nodes): node is Parents => 'children' in node;

/** Every node of a tree with its ancestors' types, in order. */
export const nodesOf = (
  node: Nodes,
  above: readonly string[] = [],
): { node: Nodes; above: readonly string[] }[] => [
  { node, above },
  ...(isParent(node) ? node.children.flatMap((child) => nodesOf(child, [...above, node.type])) : []),
];

const OWN_ELEMENTS = /<\/?(?:details|summary|code|span)>/gu;

const decoded = (html: string): string =>
  html
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Patterns that GitHub looks for in finished text outside code, each with its effect. */
const ACTS: readonly (readonly [act: string, pattern: RegExp])[] = [
  ['mention', /(?:^|[^\w/`-])@[a-z\d]/iu],
  ['mention in a word', /(?<!\bpass)@k\b|@(?!k\b|\d{1,4}(?!\w))[a-z\d]/iu],
  ['reference', /(?:^|\W|\w)#\d/u],
  ['pull request', /!\d/u],
  ['reference with prefix', /\bgh-\d/iu],
  ['commit', /\b[\da-f]{7,40}\b/iu],
  ['emoji', /:[\w+-]+:/u],
  ['address', /(?:https?|ftp):\/\/|www\.|[\w.+-]+@[\w-]+\.[a-z]/iu],
];

/**
 * The effects of Markdown on GitHub beyond showing text: links, images, footnotes and foreign elements, and
 * whatever its filters find in text outside code after parsing (the ids of commits and the like need not
 * exist).
 */
export const actsOf = (markdown: string): readonly string[] => {
  const found: string[] = [];
  const look = (text: string): void => {
    for (const [act, pattern] of ACTS)
      if (pattern.test(text)) found.push(`${act} in ${JSON.stringify(text)}`);
    if ((text.match(/\$/gu) ?? []).length > 1) found.push(`mathematics in ${JSON.stringify(text)}`);
  };
  let codeDepth = 0;
  for (const { node } of nodesOf(parseMarkdown(markdown))) {
    if (node.type === 'html') {
      const rest = node.value.replaceAll(OWN_ELEMENTS, '');
      if (/[<>]/u.test(rest)) found.push(`element in ${JSON.stringify(node.value)}`);
      const outsideCode = node.value.replace(/<code>.*?<\/code>/gsu, '<code>');
      for (const text of outsideCode.split(OWN_ELEMENTS)) look(decoded(text));
      if (node.value === '<code>') codeDepth += 1;
      if (node.value === '</code>') codeDepth -= 1;
    } else if (node.type === 'text') {
      if (codeDepth === 0) look(node.value);
    } else if (/^(?:link|image|definition|footnote)/u.test(node.type)) {
      found.push(`${node.type} ${JSON.stringify(node)}`);
    }
  }
  if (codeDepth !== 0) found.push('an element of code that does not close');
  return found;
};

/** The text that a reader sees, without invisible characters. */
export const shownText = (markdown: string): string =>
  nodesOf(parseMarkdown(markdown))
    .map(({ node }) => (node.type === 'text' || node.type === 'inlineCode' ? node.value : ''))
    .join('')
    .replaceAll('\u200B', '');

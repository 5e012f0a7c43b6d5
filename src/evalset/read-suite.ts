import { isAbsolute, join } from 'node:path';
import { canonicalJson, contentHash, sha256OfParts } from '../files/canonical-json.ts';
import type { SuiteConfig } from '../config/schema/suites.ts';
import { quoted } from '../files/printable.ts';
import { type OpenFile, readJsonLines } from '../files/json-lines.ts';
import { mistakes } from '../files/mistakes.ts';
import { type Problem, configError } from '../files/problem.ts';
import { type ItemLine, itemLineSchema, ownMessages } from './item-line.ts';
import { type ItemChecks, sortItems } from './sort-items.ts';
import type { Item, Message, Suite } from './suite.ts';

/** The part of an item that graders see. */
type Asked = Pick<Item, 'id' | 'prompt' | 'messages' | 'answer' | 'meta'>;

interface Numbered {
  readonly line: number;
  readonly content: ItemLine;
}

const ask = (content: ItemLine, { system, template }: SuiteConfig): readonly Message[] => {
  const own =
    content.prompt !== undefined && template !== undefined
      ? [{ role: 'user' as const, content: template.split('{{prompt}}').join(content.prompt) }]
      : ownMessages(content);
  return system === undefined ? own : [{ role: 'system', content: system }, ...own];
};

const asked = (content: ItemLine, suite: SuiteConfig): Asked => ({
  id: content.id,
  ...(content.prompt === undefined ? {} : { prompt: content.prompt }),
  messages: ask(content, suite),
  answer: content.answer,
  meta: content.meta,
});

const toItem = (content: ItemLine, suite: SuiteConfig): Item => ({
  ...asked(content, suite),
  group: content.group,
  // The cluster is derived from the item's own text, because the results for the same question are correlated even
  // under two templates or in two suites.
  cluster: content.cluster ?? contentHash(ownMessages(content)),
});

/** Returns the reason why a well-formed item is invalid in this suite. */
const misfit = (content: ItemLine, suite: SuiteConfig): Omit<Problem, 'line'> | undefined => {
  const { messages } = content;
  if (messages !== undefined && suite.template !== undefined) {
    return {
      what: `item ${quoted(content.id)} has messages, but the template of suite ${suite.name} applies only to a prompt`,
      fix: 'Replace "messages" with a "prompt", or move the item to a suite without a template.',
    };
  }
  if (suite.system !== undefined && messages?.some(({ role }) => role === 'system') === true) {
    return {
      what: `item ${quoted(content.id)} has a system message, but suite ${suite.name} also has one`,
      fix: 'Keep only one of the two.',
    };
  }
  return undefined;
};

const parseItem = (
  value: unknown,
): { readonly content: ItemLine } | { readonly problems: Omit<Problem, 'line'>[] } => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      problems: [
        {
          what: 'this line is JSON but not an object, expected an item',
          fix: 'Write {"id": …, "prompt": …, "answer": …}.',
        },
      ],
    };
  }
  const parsed = itemLineSchema.safeParse(value);
  if (parsed.success) return { content: parsed.data };
  const all = mistakes({ schema: itemLineSchema, error: parsed.error, value, notation: 'json' });
  // If a key is misspelled, the item is not also reported as incomplete.
  const misspelt = all.some(({ at }) => at === 'key');
  return {
    problems: all.filter(({ path }) => !misspelt || path.length > 0).map(({ what, fix }) => ({ what, fix })),
  };
};

/**
 * SHA-256 of the parsed items, ordered by id, with sorted keys, and with numeric ids and answers converted to text. The
 * order of lines, whitespace, line endings and a byte order mark do not matter. `system` and `template` are not
 * included, because the lock records them separately.
 */
const hashOf = (contents: readonly ItemLine[]): string =>
  sha256OfParts(contents.values().map((content) => `${canonicalJson(content)}\n`));

/**
 * Reads a suite's JSONL file and applies the suite's system message and template. Items are ordered by id, so the order
 * of lines never matters. Flawed items are excluded and listed. The hash covers all items.
 *
 * @throws {ConfigError} with the file and line of every malformed, duplicate or ungradable item; also if the file has
 * no items, or if too many items would be excluded
 */
export const readSuite = async (options: {
  readonly suite: SuiteConfig;
  /** The configuration's folder, to which the suite's path is relative. */
  readonly folder: string;
  readonly open: OpenFile;
  /** The suite's grader, which checks the items. Not needed if the role is `open`. */
  readonly grader?: ItemChecks<Asked> | undefined;
  /**
   * Explains a file that contains no item, for example because it contains published data; undefined if it has no better
   * explanation than the mistakes that were found.
   */
  readonly explainForeign?: (path: string) => Promise<Omit<Problem, 'line'> | undefined>;
}): Promise<Suite> => {
  const { suite, folder, open, grader, explainForeign } = options;
  if (suite.items === undefined) throw new Error(`suite ${suite.name} has no file of items`);
  const path = isAbsolute(suite.items) ? suite.items : join(folder, suite.items);
  const problems: Problem[] = [];
  const byId = new Map<string, Numbered>();
  const misfits = new Set<string>();
  const fix = `Create it, or correct the path under items in suite ${suite.name}. The path is relative to the configuration's folder.`;
  for await (const { line, value, problem } of readJsonLines({ path, open, fix })) {
    if (problem !== undefined) {
      problems.push(problem);
      continue;
    }
    const parsed = parseItem(value);
    if ('problems' in parsed) {
      for (const each of parsed.problems) problems.push({ line, ...each });
      continue;
    }
    const { content } = parsed;
    const earlier = byId.get(content.id);
    if (earlier !== undefined) {
      problems.push({
        line,
        what: `id ${quoted(content.id)} is also on line ${earlier.line}`,
        fix: 'Give every item of a suite a different id. 7 and "7" are the same id.',
      });
      continue;
    }
    byId.set(content.id, { line, content });
    const unfit = misfit(content, suite);
    if (unfit !== undefined) {
      problems.push({ line, ...unfit });
      misfits.add(content.id);
    }
  }
  if (byId.size === 0) {
    const foreign = await explainForeign?.(path);
    if (foreign !== undefined) throw configError(path, [foreign]);
  }
  const inOrder = [...byId.values()].toSorted((a, b) => (a.content.id < b.content.id ? -1 : 1));
  const sorted = sortItems(
    inOrder.filter(({ content }) => !misfits.has(content.id)),
    {
      checks: grader,
      asked: ({ content }) => asked(content, suite),
      lineOf: ({ line }) => line,
      grader: suite.grader?.type ?? 'its grader',
      fix: 'Fix or remove the item, or choose another grader for the suite.',
    },
  );
  for (const problem of sorted.problems) problems.push(problem);
  if (problems.length > 0) throw configError(path, problems);
  if (byId.size === 0) {
    const what = 'this file contains no items, expected one JSON object per line';
    throw configError(path, [
      { what, fix: 'Write lines like {"id": "q1", "prompt": "2 + 2 = ?", "answer": "4"}.' },
    ]);
  }
  const { kept, excluded } = sorted;
  return {
    name: suite.name,
    role: suite.role,
    items: kept.map(({ content }) => toItem(content, suite)),
    ...(excluded.length > 0 && { excluded: { items: excluded, of: inOrder.length } }),
    hash: hashOf(inOrder.map(({ content }) => content)),
  };
};

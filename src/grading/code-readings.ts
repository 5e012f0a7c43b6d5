import type { CodeTask } from './code-task.ts';

/** One way to read a completion as a program. */
export interface Reading {
  readonly rule: 'completion' | 'bare' | 'fenced';
  readonly source: string;
}

const FENCE = /^[ \t]*(?:```+|~~~+)[ \t]*([\w+-]*)[^\n]*$/gmu;
const PYTHON = /^(?:|py|python3?|pycon)$/iu;
const CODE_LINE =
  /^[ \t]*(?:(?:async[ \t]+)?def[ \t]+\w+[ \t]*\(|class[ \t]+\w|import[ \t]+\w|from[ \t]+[\w.]+[ \t]+import\b|return\b.|(?:for|while|if)[ \t].*:|print\(|[\w.[\]]+[ \t]*[-+*/]?=[^=])/mu;

/** Longer than any answer: what is longer is not read. */
export const MAX_LENGTH = 1_000_000;

/**
 * The readings of a completion, the likeliest first: the first that is Python is the program. A completion continues its
 * prompt where that is code, or is a program by itself; or its program stands in a fence: the last fenced Python that defines
 * what is asked for, else all of it. Empty where nothing is written.
 */
export function readingsOf(
  text: string,
  { prompt, entry }: Pick<CodeTask, 'prompt' | 'entry'>,
): readonly Reading[] {
  if (text.trim() === '') return [];
  const before = prompt === undefined ? undefined : `${prompt}${prompt.endsWith('\n') ? '' : '\n'}`;
  const fenced = fencedPrograms(text, entry).flatMap((source): Reading[] => [
    ...(before === undefined ? [] : [{ rule: 'fenced' as const, source: `${before}${source}\n` }]),
    { rule: 'fenced', source: `${source}\n` },
  ]);
  if (prompt === undefined || before === undefined) return [{ rule: 'bare', source: `${text}\n` }, ...fenced];
  return [
    { rule: 'completion', source: `${prompt}${text}\n` },
    ...fenced,
    // Servers that strip white space take the first line's indentation.
    { rule: 'completion', source: `${before}    ${text.trimStart()}\n` },
    { rule: 'bare', source: `${text}\n` },
  ];
}

/** Whether a text that is no program was meant to be one: it has a fence, or a line of code. */
export function isMeantAsCode(text: string): boolean {
  FENCE.lastIndex = 0;
  return FENCE.test(text) || CODE_LINE.test(text);
}

function fencedPrograms(text: string, entry: string | undefined): readonly string[] {
  const blocks = fencedBlocks(text);
  const asked = entry === undefined ? 'def ' : `def ${entry}`;
  const chosen = blocks.findLast((block) => block.includes(asked));
  const all = blocks.join('\n');
  return [...new Set([...(chosen === undefined ? [] : [chosen]), all])].filter(
    (source) => source.trim() !== '',
  );
}

/** What stands in fences of Python or of no language; the last one may be open. */
function fencedBlocks(text: string): readonly string[] {
  const fences = [...text.matchAll(FENCE)];
  const blocks: string[] = [];
  for (let place = 0; place < fences.length; place += 2) {
    const open = fences[place];
    if (open === undefined || !PYTHON.test(open[1] ?? '')) continue;
    const start = open.index + open[0].length + 1;
    blocks.push(text.slice(start, fences[place + 1]?.index));
  }
  return blocks;
}

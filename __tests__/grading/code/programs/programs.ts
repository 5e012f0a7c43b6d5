import { readFileSync } from 'node:fs';
import type { GradableItem } from '../../../../src/grading/grader.ts';

/** A program, its item, and the expected grade. */
export interface Program {
  readonly name: string;
  readonly outcome: 'correct' | 'incorrect';
  readonly text: string;
  readonly item: GradableItem;
}

/** The files of programs, by topic. */
export const FILES = [
  'library-names',
  'functions',
  'classes-of-the-prompt',
  'instances',
  'attacks',
  'styles',
] as const;

/**
 * Reads a file of programs. Each program begins with a line `=== correct: name`, and its parts with `--- program`, `--- tests`,
 * `--- tests of ENTRY`, `--- prompt` and `--- reference`.
 */
export function programsIn(file: (typeof FILES)[number]): readonly Program[] {
  const text = readFileSync(new URL(`${file}.txt`, import.meta.url), 'utf8');
  return text.split(/^=== /mu).slice(1).map(programOf);
}

function programOf(block: string): Program {
  const [head = '', ...written] = block.split(/^--- /mu);
  const [outcome = '', name = ''] = head.trim().split(/: (.*)/u);
  if (outcome !== 'correct' && outcome !== 'incorrect') throw new Error(`no outcome: ${head}`);
  const parts = new Map<string, string>();
  let entry: string | undefined;
  for (const part of written) {
    const [title = '', ...lines] = part.split('\n');
    if (title.startsWith('tests of ')) entry = title.slice('tests of '.length);
    parts.set(title.split(' ')[0] ?? '', `${lines.join('\n').trimEnd()}\n`);
  }
  const tests = parts.get('tests') ?? '';
  const meta = {
    ...(entry === undefined ? { test_list: [tests] } : { test: tests, entry_point: entry }),
    code: parts.get('reference'),
  };
  return {
    name,
    outcome,
    text: parts.get('program') ?? '',
    item: { id: name, prompt: parts.get('prompt'), answer: undefined, meta },
  };
}

import type { GradableItem } from '../../../src/grading/grader.ts';
import { itemOf } from './python-grader.ts';

/** Two tasks, one in words and one that continues code, and their solutions. */
export const words: GradableItem = {
  id: 'i',
  prompt: 'Find what two lists share.',
  answer: undefined,
  meta: { test_list: ['assert set(shared([1, 2], [2, 3])) == {2}', 'assert shared([1], [2]) == []'] },
};
export const PROMPT =
  'from typing import List\n\n\ndef total(numbers: List[int]) -> int:\n    """Of the even ones."""\n';
export const code = itemOf(
  'def check(candidate):\n    assert candidate([1, 2, 4]) == 6\n    assert candidate([]) == 0\n',
  { entry_point: 'total' },
  PROMPT,
);

export const SHARED = 'def shared(a, b):\n    return [x for x in a if x in b]\n';
export const WRONG = 'def shared(a, b):\n    return a\n';
export const BODY = '    return sum(n for n in numbers if n % 2 == 0)\n';
export const TOTAL = `def total(numbers: List[int]) -> int:\n${BODY}`;
export const fence = (source: string, language = 'python'): string => `\`\`\`${language}\n${source}\`\`\`\n`;
export const eachLine = (text: string, change: (line: string, place: number) => string): string =>
  `${text.trimEnd().split('\n').map(change).join('\n')}\n`;

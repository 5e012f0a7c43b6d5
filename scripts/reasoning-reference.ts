import { HARMONY_SOURCE } from '../src/grading/answers/harmony.ts';
import { REASONING_FORMATS } from '../src/grading/answers/reasoning-tags.ts';

/** A vertical bar divides cells, also within code. */
const code = (text: string): string => `\`${text.replaceAll('|', String.raw`\|`)}\``;

const around = (open: string, close: string): string => `${code(open)} … ${code(close)}`;

/** The formats of reasoning that are known, as a Markdown table: made of the table that the reader uses. */
export const reasoningReference = (): string => {
  const rows = REASONING_FORMATS.map(({ families, open, close, answer = [], source }) => [
    families,
    open.map((opening, place) => around(opening, close[place] ?? '')).join(', '),
    answer.map((tags) => around(tags.open, tags.close)).join(', '),
    source,
  ]);
  const harmony = [
    'gpt-oss (harmony)',
    `${around('<|channel|>analysis<|message|>', '<|end|>')}, and the same with ${code('commentary')}`,
    around('<|channel|>final<|message|>', '<|return|>'),
    HARMONY_SOURCE,
  ];
  return [
    '| Models | Reasoning | Around the answer | Documented in |',
    '|:--|:--|:--|:--|',
    ...[...rows, harmony].map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
};

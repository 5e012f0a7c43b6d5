import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readPlan } from '../../../src/run/stages/plan.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { PUBLISHED_EXAMPLES } from '../../support/published-examples.ts';
import { refusal } from '../../support/refusal.ts';

/** The error of a plan whose only suite has this content. */
const errorFor = (content: string | Uint8Array, path = 'evals/data.jsonl'): Promise<string> => {
  const config = `suites: [{ name: data, role: target, items: '${path}', grader: numeric }]\n`;
  const files = memoryFiles({ 'reversal.yml': config });
  return refusal(() =>
    readPlan('reversal.yml', {
      ...files,
      open: async function* open() {
        yield Buffer.from(content);
      },
    }),
  );
};

test.each(PUBLISHED_EXAMPLES)(
  '$format, $form, given as items: the error names the data set and the command that converts it',
  async ({ format, content, file }) => {
    const path = `evals/${file}`;
    const message = await errorFor(content, path);
    const out = `evals/${file.split('.')[0]}.items.jsonl`;
    expect(message).toMatch(
      new RegExp(
        `^${path}: this is .*'s published form, expected items: one JSON object per line with a prompt\n`,
        'u',
      ),
    );
    expect(message.split('\n')).toHaveLength(2);
    expect(message).toContain(`reversal-check import ${format} ${path} --out ${out}`);
  },
);

const ROWS = [
  { question: 'How much is 1 + 1?', answer: '#### 2' },
  { question: 'How much is 2 + 2?', answer: '#### 4' },
];

test.each([
  ['a JSON list on several lines', JSON.stringify(ROWS, undefined, 2)],
  ['a JSON list on one line', JSON.stringify(ROWS)],
  ['a packed file', gzipSync(JSON.stringify(ROWS))],
])('%s of a known data set is one error with the command', async (_, content) => {
  expect(await errorFor(content)).toBe(
    "evals/data.jsonl: this is GSM8K's published form, expected items: one JSON object per line with a prompt\n  Convert it, then use the new file under items: reversal-check import gsm8k evals/data.jsonl --out evals/data.items.jsonl",
  );
});

test('the path in the command is quoted for the shell', async () => {
  expect(await errorFor(JSON.stringify(ROWS), 'evals/my data.jsonl')).toContain(
    "reversal-check import gsm8k 'evals/my data.jsonl' --out 'evals/my data.items.jsonl'",
  );
});

test('a table of unknown data gets the command with templates', async () => {
  expect(await errorFor('query,reply\nOne?,1\n')).toBe(
    "evals/data.jsonl: this is a CSV file, expected JSONL: one item per line\n  Convert it with the names of its fields (query, reply), then use the new file under items: reversal-check import custom evals/data.jsonl --out evals/data.items.jsonl --prompt '{{question}}' --answer '{{answer}}'",
  );
});

test('a list of items, and lines with unknown fields, keep their own errors', async () => {
  expect(await errorFor('[{"id": "a", "prompt": "P"}]')).toContain("jq -c '.[]'");
  expect(await errorFor('{"id": "a", "promt": "P", "answer": 1}\n{"id": "b", "promt": "P"}')).toContain(
    'Did you mean prompt?',
  );
  expect(await errorFor('{"id": "a"\n')).toContain('the line ends before its JSON object is complete');
});

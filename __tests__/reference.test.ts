import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { configurationReference } from '../scripts/configuration-reference.ts';
import { parseConfig } from '../src/config/read.ts';

test('the reference tells key, default and requirement of the schema', () => {
  const reference = configurationReference();
  expect(reference).toContain('| `n` | a whole number from 1 to 10,000 | `32` |');
  expect(reference).toContain('| `diversity` | off or { margin: 10% } | `{ margin: 10% }` |');
  expect(reference).toMatch(/\| `items` \| the path of a JSONL file \| {2}\| .*only for `compare --from`/);
  expect(reference).toMatch(/\| `role` \| target, ood or open \| required \|/);
  expect(reference).toMatch(/\| `numeric` `tolerance` \|/);
});

test('the configuration that the docs show can be read', async () => {
  const page = await readFile(new URL('../docs/configuration.md', import.meta.url), 'utf8');
  const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const { config } = parseConfig(example, 'docs/configuration.md');
  expect(config.suites.map(({ name }) => name)).toEqual(['gsm8k', 'math-algebra']);
});

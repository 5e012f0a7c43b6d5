import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config/read.ts';
import { refusal } from '../support/refusal.ts';

const page = readFileSync(new URL('../../docs/logs.md', import.meta.url), 'utf8');

test("the page's configuration is valid for logs, and only for logs", async () => {
  const [, yaml = ''] = /```yaml\n(.*?)```/su.exec(page) ?? [];
  const { config } = parseConfig(yaml, 'logs.yml', { items: 'logged' });
  expect(config.suites.map(({ name, role, grader }) => [name, role, grader?.type])).toEqual([
    ['gsm8k', 'target', 'numeric'],
    ['arc_easy', 'ood', 'given'],
  ]);
  expect(await refusal(() => parseConfig(yaml, 'logs.yml'))).toContain(
    'logs.yml:2:5: suites[0].items: missing, expected the path of a JSONL file',
  );
});

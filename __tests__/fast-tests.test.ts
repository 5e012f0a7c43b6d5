import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fastTests } from './fast-tests.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'reversal-check-fast-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const imports = (specifier: string): string => `import { x } from '${specifier}';\n`;

test('leaves out what opens sockets or starts programs, directly or through other files of the tests', () => {
  const root = folderWith({
    '__tests__/pure.test.ts': imports('../src/statistics/holm.ts') + imports('./support/pure.ts'),
    '__tests__/support/pure.ts': imports('node:fs') + imports('./circle.ts'),
    '__tests__/support/circle.ts': imports('./pure.ts'),
    '__tests__/serves.test.ts': imports('./support/indirect.ts'),
    '__tests__/support/indirect.ts': imports('./server.ts'),
    '__tests__/support/server.ts': `import {\n  createServer,\n} from 'node:http';\n`,
    '__tests__/types.test.ts': `import type { Server } from 'node:http';\n`,
    '__tests__/python.test.ts': imports('../src/grading/python/sandbox.ts'),
    '__tests__/code.test.ts': imports('../src/grading/graders/code.ts'),
    '__tests__/grading/code/program.test.ts': imports('./python-grader.ts'),
    '__tests__/text.test.ts': `const shown = \`\n${imports('./nowhere.ts')}\`;\n`,
  });
  expect(fastTests(root)).toEqual([
    '__tests__/pure.test.ts',
    '__tests__/text.test.ts',
    '__tests__/types.test.ts',
  ]);
});

test('leaves out what is long by its name or its timeout, and end-to-end tests', () => {
  const root = folderWith({
    '__tests__/a.test.ts': '',
    '__tests__/a.simulated.test.ts': '',
    '__tests__/a.timed.test.ts': '',
    '__tests__/a-fuzz.test.ts': '',
    '__tests__/b.test.ts': `test('b', { timeout: 60_000 }, b);`,
    '__tests__/e2e/c.test.ts': '',
    '__tests__/d.ts': '',
  });
  expect(fastTests(root)).toEqual(['__tests__/a.test.ts']);
});

test('covers most of the tests outside of e2e/', () => {
  const fast = fastTests(join(import.meta.dirname, '..'));
  expect(fast.length).toBeGreaterThan(150);
  expect(fast).toContain('__tests__/verdict/verdict.test.ts');
  expect(fast).not.toContain('__tests__/sampling/sampler.test.ts');
});

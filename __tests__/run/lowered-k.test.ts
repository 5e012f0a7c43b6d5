import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compare } from '../../src/run/compare/compare.ts';
import type { Checked } from '../../src/run/stages/conclude.ts';
import { explain } from '../../src/run/explain/explain.ts';
import { writeRunFolder } from '../../src/run/stages/run-folder.ts';
import { reportToPublish } from '../../src/github/publish/report-to-publish.ts';
import { storedEmbeddings } from '../../src/store/embedding-store.ts';
import { makeFolder } from '../sampling/setting.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { fromFilesAlone } from '../support/from-files-alone.ts';

/* Old solves every item half of the time; new always solves nine of ten and never the tenth: coverage is lost. */

const ITEMS = Array.from({ length: 200 }, (_, place) => `q${place}`);
const N = 16;

const lines = (values: readonly object[]): string => values.map((value) => JSON.stringify(value)).join('\n');

const generations = (isCorrect: (place: number, index: number) => boolean, failed = 0): string =>
  lines(
    ITEMS.flatMap((id, place) =>
      Array.from({ length: N }, (_, index) => ({
        suite: 'sums',
        id,
        index,
        text: 'A',
        ...(place === 0 && index < failed
          ? { error: 'HTTP 500' }
          : { outcome: isCorrect(place, index) ? 'correct' : 'incorrect' }),
      })),
    ),
  );

const filesWith = (failed: number) => ({
  'reversal.yml': `
sampling: { n: ${N} }
suites: [{ name: sums, role: target, items: items.jsonl, grader: given }]
guardrails: { diversity: off, hardest-group: off }
`,
  'reversal-waivers.yml': JSON.stringify({
    waivers: [
      {
        suite: 'sums',
        measure: 'coverage/pass@16',
        old: 'v1',
        new: 'v2',
        reason: 'we serve one',
        by: '@acme/ml',
        expires: '2999-12-31',
      },
    ],
  }),
  'items.jsonl': lines(ITEMS.map((id) => ({ id, prompt: `What is ${id}?` }))),
  'old.jsonl': generations((_, index) => index % 2 === 0),
  'new.jsonl': generations((place) => place % 10 > 0, failed),
});

const judge = async (failed: number): Promise<Checked> =>
  compare({
    configPath: 'reversal.yml',
    paths: { old: 'old.jsonl', new: 'new.jsonl' },
    names: { old: 'v1', new: 'v2' },
    files: memoryFiles(filesWith(failed)),
    ...fromFilesAlone,
  });

const [whole, lowered] = await Promise.all([judge(0), judge(1)]);

test('a failed sample lowers K, and the report says so', () => {
  expect(whole.result.warnings).toEqual([]);
  expect(whole.result.measures).toContainEqual(
    expect.objectContaining({ id: 'sums/coverage/pass@16', state: 'lost' }),
  );
  expect(lowered.result.measures).toContainEqual(
    expect.objectContaining({ id: 'sums/coverage/pass@8', state: 'lost' }),
  );
  expect(lowered.result.warnings.map((text) => text.replaceAll('\u00A0', ' '))).toEqual([
    'On sums, 1 of 6,400 samples failed. pass@k is therefore measured only up to K = 8, the largest power of two that is at most 0.9 · n, instead of K = 16. The coverage guardrail is pass@8.',
  ]);
});

test('the guardrail is the same: its waiver still applies, and the comment does not change', () => {
  expect(whole.result.verdict).toMatchObject({ status: 'reversal', passed: true, waived: true });
  expect(lowered.result.verdict).toMatchObject({ status: 'reversal', passed: true, waived: true });
  expect(reportToPublish(lowered.result, undefined).outcome).toBe(
    reportToPublish(whole.result, undefined).outcome,
  );
});

test('explain finds it by either name, and says if the name differs', async () => {
  const folder = await makeFolder();
  const written = await writeRunFolder(folder, lowered);
  const files = memoryFiles({
    ...filesWith(1),
    [written.result]: readFileSync(written.result, 'utf8'),
    [written.graded]: readFileSync(written.graded, 'utf8'),
  });
  const explained = (target: string | undefined) =>
    explain({
      target,
      folder,
      configPath: 'reversal.yml',
      files,
      source: { paths: { old: 'old.jsonl', new: 'new.jsonl' } },
      embeddings: { storeDir: 'none', env: {}, lookUp: storedEmbeddings },
      mostItems: 3,
      samplesOfItem: 1,
    });
  const byItsName = await explained('sums/coverage/pass@8');
  expect(byItsName.measure?.id).toBe('sums/coverage/pass@8');
  const { notes, ...rest } = await explained('sums/coverage/pass@16');
  expect(rest).toEqual({ ...byItsName, notes: undefined });
  expect(notes).toEqual([
    'In this result, "sums/coverage/pass@16" is sums/coverage/pass@8, because K depends on how many samples failed.',
    ...byItsName.notes,
  ]);
  expect((await explained(undefined)).notes).toEqual(byItsName.notes);
});

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { convert } from '../../scripts/test-data/convert.ts';
import { DATA_SETS, type DataSet } from '../../scripts/test-data/data-sets.ts';
import { sha256 } from '../../scripts/test-data/download.ts';
import { fetchDataSet, staleFiles } from '../../scripts/test-data/fetch-data-set.ts';
import { describeOnData } from '../support/describe-on-data.ts';
import { TEST_DATA } from '../support/test-data.ts';

const jsonLines = (...values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

const parsed = (text: string | undefined): unknown[] =>
  (text ?? '')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

describe('conversion of originals', () => {
  test('gsm8k: groups count the marked calculations, and Python writes the JSON', async () => {
    const files = await convert('gsm8k', {
      LICENSE: 'MIT\n',
      'grade_school_math/data/test.jsonl': jsonLines(
        { question: 'Zoë has 2 eggs?', answer: 'She has <<1+1=2>>2.\nOnly <<2-1=1>>1.\n#### 1' },
        { question: 'One?', answer: 'It is one.\n#### 1,000' },
        { question: 'Many?', answer: `${'<<1=1>>'.repeat(9)}\n#### 3` },
      ),
      'grade_school_math/data/example_model_solutions.jsonl': jsonLines(
        ...['a', 'b', 'c'].map((text) => ({
          '6b_finetuning': { solution: text },
          '175b_finetuning': { solution: `${text}${text}` },
        })),
      ),
    });
    expect(files['gsm8k.jsonl']?.split('\n')[0]).toBe(
      '{"id": "gsm8k-test-0000", "prompt": "Zoë has 2 eggs?", "answer": "1", "group": "2 steps"}',
    );
    expect(parsed(files['gsm8k.jsonl']).slice(1)).toEqual([
      { id: 'gsm8k-test-0001', prompt: 'One?', answer: '1,000' },
      { id: 'gsm8k-test-0002', prompt: 'Many?', answer: '3', group: '6+ steps' },
    ]);
    expect(parsed(files['generations-175b-finetuning.jsonl'])[1]).toEqual({
      suite: 'gsm8k',
      id: 'gsm8k-test-0001',
      index: 0,
      text: 'bb',
      finish_reason: 'stop',
    });
    expect(files['LICENSE']).toBe('MIT\n');
  });

  test('humaneval_codegen: prompts are those of CodeT, in the order of their ids as text', async () => {
    const task = (id: number): object => ({
      task_id: `HumanEval/${id}`,
      prompt: 'with examples',
      entry_point: `f${id}`,
      canonical_solution: '',
      test: '',
    });
    const files = await convert('humaneval_codegen', {
      'CodeT/LICENSE': '',
      'data/HumanEval.jsonl.gz': jsonLines(task(0), task(2), task(10)),
      'x_code_solution.jsonl': jsonLines(
        ...[0, 10, 2].map((id) => ({ prompt: `without ${id}`, samples: [`first ${id}`, `second ${id}`] })),
      ),
    });
    expect(parsed(files['humaneval.jsonl'])[1]).toMatchObject({
      id: 'humaneval-001',
      prompt: 'without 10',
      meta: { task_id: 'HumanEval/10', entry_point: 'f10' },
    });
    expect(parsed(files['generations-codegen-16b.jsonl'])[3]).toEqual({
      suite: 'humaneval',
      id: 'humaneval-001',
      index: 1,
      text: 'second 10',
    });
  });

  test('math_verify: takes every second case, of parametrized tests and of assertions', async () => {
    const files = await convert('math_verify', {
      'tests/test_b.py':
        '@pytest.mark.parametrize("gold,pred,expected", [(r"\\pi", "3", 0), ("4", "5", 0)])\ndef test_b(): pass\n',
      'tests/test_a.py': [
        '@pytest.mark.parametrize("pred, expected, config", [',
        '  ("A.", ["a", "A"], Config(lowercase=True)),',
        '  ("B.", [], Config()),',
        '])',
        'def test_a(): pass',
        'def test_call():',
        '  assert close(x, 0.3)',
        '  assert (compare_strings("1", "2", precision=4) == 0)',
        '@pytest.mark.parametrize("gold,pred,expected", [("skipped", "", 1)])',
        'def test_c(): pass',
      ].join('\n'),
    });
    expect(JSON.parse(files['math-verify-half.json'] ?? '')).toEqual([
      {
        file: 'test_a.py',
        test: 'test_a',
        line: 2,
        pred: 'A.',
        expected: ['a', 'A'],
        config: { py: 'Config(lowercase=True)' },
      },
      {
        file: 'test_a.py',
        test: 'test_call',
        line: 8,
        gold: '1',
        pred: '2',
        expected: 0,
        kwargs: { precision: 4 },
      },
      { file: 'test_b.py', test: 'test_b', line: 1, gold: '\\pi', pred: '3', expected: 0 },
    ]);
  });

  test('multiple_testing: reads arrays by rows and by columns, and writes whole numbers as floats', async () => {
    const row = '[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]';
    const files = await convert('multiple_testing', {
      'test_multi.py': [
        'NA = np.nan',
        'res_columns = ["rawp"]',
        `res_one = np.array([${row}, ${row}])`,
        `res_two = np.array([1, 2, ${'0, '.repeat(14)}NA, NA, NA, NA]).reshape(2, 10, order="F")`,
      ].join('\n'),
    });
    const text = files['multiple-testing.json'] ?? '';
    expect(text).toContain('"rawp": [\n   1.0,\n   2.0\n  ]');
    expect(JSON.parse(text)[0]).toMatchObject({ name: 'res_one', rawp: [0.1, 0.1], BY: [0.8, 0.8] });
  });
});

describe('download', () => {
  const task = jsonLines({ id: 'p', prompt: 'Why?', generations: ['x', 'y'], partition: [0, 1] });
  const expected = {
    'items.jsonl': '{"id": "p", "prompt": "Why?"}\n',
    'generations.jsonl':
      '{"suite": "novelty", "id": "p", "index": 0, "text": "x", "class": 0}\n{"suite": "novelty", "id": "p", "index": 1, "text": "y", "class": 1}\n',
  };
  const packed = gzipSync(task);
  const dataSet: DataSet = {
    name: 'novelty_bench',
    folder: 'novelty',
    licence: 'MIT',
    originals: [{ repository: 'acme/bench', commit: 'c0ffee', path: 'scores.gz', sha256: sha256(packed) }],
    files: Object.fromEntries(Object.entries(expected).map(([name, text]) => [name, sha256(text)])),
  };

  async function setting(): Promise<{ testData: string; host: string; requests: string[] }> {
    const requests: string[] = [];
    const server = createServer(({ url = '' }, response) => {
      requests.push(url);
      if (url === '/acme/bench/c0ffee/scores.gz') response.end(packed);
      else response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const testData = mkdtempSync(join(tmpdir(), 'reversal-check-test-data-'));
    onTestFinished(() => {
      server.close();
      rmSync(testData, { recursive: true });
    });
    return { testData, host: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
  }

  test('writes what is missing or changed, and asks for nothing when all is there', async () => {
    const { requests, ...edges } = await setting();
    expect(await fetchDataSet(dataSet, edges)).toEqual(['items.jsonl', 'generations.jsonl']);
    const items = join(edges.testData, 'novelty/items.jsonl');
    expect(readFileSync(items, 'utf8')).toBe(expected['items.jsonl']);
    expect(await fetchDataSet(dataSet, edges)).toEqual([]);
    expect(requests).toHaveLength(1);
    writeFileSync(items, 'changed');
    expect(await fetchDataSet(dataSet, edges)).toEqual(['items.jsonl']);
    expect(readFileSync(items, 'utf8')).toBe(expected['items.jsonl']);
  });

  test.each([
    [
      'an original with other bytes',
      { ...dataSet, originals: [{ ...dataSet.originals[0], sha256: '0' }] },
      /has SHA-256 \w{64}, expected 0/,
    ],
    [
      'an original that the server does not have',
      { ...dataSet, originals: [{ ...dataSet.originals[0], path: 'gone' }] },
      /could not get .*\/acme\/bench\/c0ffee\/gone: the server answered 404/,
    ],
    [
      'a file that comes out different',
      { ...dataSet, files: { ...dataSet.files, 'items.jsonl': '0' } },
      /novelty\/items\.jsonl would have SHA-256 \w{64}, expected 0/,
    ],
  ])('refuses %s and writes nothing', async (_, wrong, message) => {
    const edges = await setting();
    await expect(fetchDataSet(wrong as DataSet, edges)).rejects.toThrow(message);
    expect(existsSync(join(edges.testData, 'novelty'))).toBe(false);
  });
});

describeOnData('the files of the test data', () => {
  test.each(DATA_SETS.map((dataSet) => [dataSet.name, dataSet] as const))(
    '%s: have the hashes that the converter checks',
    (_, dataSet) => {
      expect(staleFiles(dataSet, TEST_DATA)).toEqual([]);
    },
  );
});

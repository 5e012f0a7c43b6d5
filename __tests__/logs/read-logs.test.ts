import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { localFiles } from '../../src/cli/files.ts';
import { readLogs } from '../../src/logs/read-logs.ts';
import type { LoggedSample, TaskLog, Tool } from '../../src/logs/task-log.ts';
import { refusal } from '../support/refusal.ts';
import { temporaryFolder } from '../support/temporary-repository.ts';
import { zip } from '../support/zip.ts';
import { written } from './written.ts';

const read = async (tool: Tool, path: string, task: string): Promise<TaskLog> => {
  const log = (await readLogs(tool, path, localFiles)).tasks.get(task);
  if (log === undefined) throw new Error(`no log of ${task}`);
  return log;
};
const samplesOf = (log: TaskLog, id: string): readonly LoggedSample[] => log.items.get(id)?.samples ?? [];

/** A file in its own folder. */
const fileWith = (name: string, content: string | Uint8Array): string => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
};

describe('logs of lm-eval', () => {
  const folder = written('lm-eval', 'new');
  const fileOf = (task: string): string =>
    join(folder, readdirSync(folder).find((name) => name.startsWith(`samples_${task}_2`)) ?? '');

  test('a folder holds a log of each task', async () => {
    expect([...(await readLogs('lm-eval', folder, localFiles)).tasks.keys()]).toEqual([
      'capitals',
      'sums',
      'sums_sampled',
    ]);
  });

  test('one completion per item, with the score of every filter', async () => {
    const log = await read('lm-eval', folder, 'sums');
    expect(log).toMatchObject({ task: 'sums', samplesPerItem: 1, temperature: 0 });
    expect(log.items.size).toBe(32);
    expect(log.items.get('3')).toMatchObject({
      prompt: 'Question: What is 3 + 4?\nAnswer:',
      messages: [{ role: 'user', content: 'Question: What is 3 + 4?\nAnswer:' }],
      answer: '7',
      meta: { question: 'What is 3 + 4?', answer: '3 + 4. #### 7' },
      choice: false,
    });
    const [sample] = samplesOf(log, '3');
    expect(sample?.text).toBe('3 + 4 = 8. #### 8');
    expect([...(sample?.scores ?? [])].map(([name, { outcome }]) => [name, outcome])).toEqual([
      ['exact_match,strict-match', 'incorrect'],
      ['exact_match,flexible-extract', 'incorrect'],
    ]);
  });

  test('repeats are samples, and do not have the score that lm-eval gave the item', async () => {
    const log = await read('lm-eval', folder, 'sums_sampled');
    expect(log).toMatchObject({
      samplesPerItem: 4,
      temperature: 0.8,
      sampling: { until: ['Question:'], do_sample: true, temperature: 0.8 },
      whyUnscored: 'lm-eval scored each item only once, not each of its 4 samples',
    });
    const samples = samplesOf(log, '0');
    expect(samples.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    expect(new Set(samples.map(({ text }) => text)).size).toBe(3);
    expect(samples.every(({ scores }) => scores.size === 0)).toBe(true);
  });

  test('likelihoods of given answers are choices without text', async () => {
    const log = await read('lm-eval', folder, 'capitals');
    expect(log.items.get('2')).toMatchObject({
      answer: '2',
      choice: true,
      meta: { choices: ['Paris', 'Rome', 'Oslo', 'Cairo'] },
      samples: [{ index: 0, text: undefined }],
    });
    expect([...(samplesOf(log, '2')[0]?.scores.keys() ?? [])]).toEqual(['acc,none', 'acc_norm,none']);
  });

  test('the format of older versions: lists as arguments, no names of metrics; and Python’s spellings of NaN', async () => {
    const line = (id: number): string =>
      `{"doc_id": ${id}, "doc": {"q": "NaN \\" NaN"}, "target": 1, "arguments": [["What?", {"until": []}]], "resps": [["a"]], "filtered_resps": ["a"], "acc": 1.0, "loss": NaN, "least": -Infinity}`;
    const log = await read(
      'lm-eval',
      fileWith('samples_old_task_2024-01-01T00-00-00.1.jsonl', `${line(0)}\n${line(1)}`),
      'old_task',
    );
    expect(log.items.get('0')).toMatchObject({ answer: '1', meta: { q: 'NaN " NaN' }, prompt: 'What?' });
    expect([...(samplesOf(log, '0')[0]?.scores ?? [])].map(([name, { outcome }]) => [name, outcome])).toEqual(
      [
        ['acc,none', 'correct'],
        ['loss,none', 'failed'],
        ['least,none', 'failed'],
      ],
    );
  });

  test('a sample missing from the log is failed, not wrong', async () => {
    const lines = readFileSync(fileOf('sums_sampled'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    lines[5].resps = [lines[5].resps[0].slice(0, 3)];
    const path = fileWith('samples_cut.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(samplesOf(await read('lm-eval', path, 'cut'), '5').at(-1)).toMatchObject({
      index: 3,
      error: 'the log does not contain this sample',
    });
  });

  test('a JSON list in a .jsonl, as lm-eval wrote it in early 2024, is one mistake and not one per line', async () => {
    const list = readFileSync(fileOf('sums'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const said = await refusal(() =>
      read('lm-eval', fileWith('samples_list.jsonl', JSON.stringify(list, undefined, 4)), 'list'),
    );
    expect(said).toMatch(
      /samples_list\.jsonl:1: this file is one JSON list, expected JSONL.*\n {2}Convert it: jq -c '\.\[\]' /u,
    );
    expect(said.split('\n')).toHaveLength(2);
  });

  test('refuses two runs of a task in one folder, because choosing one would be a guess', async () => {
    const copy = temporaryFolder();
    const text = readFileSync(fileOf('sums'));
    for (const day of ['01', '02'])
      writeFileSync(join(copy, `samples_sums_2026-01-${day}T00-00-00.1.jsonl`), text);
    const said = await refusal(() => readLogs('lm-eval', copy, localFiles));
    expect(said).toContain('found two logs for sums');
    expect(said).toContain('2026-01-02');
  });

  test('refuses a file to which another run was appended, lines that are not samples, and empty files', async () => {
    const text = readFileSync(fileOf('sums'), 'utf8');
    expect(
      await refusal(() => read('lm-eval', fileWith('samples_twice.jsonl', text + text), 'twice')),
    ).toContain('samples_twice.jsonl:65: doc "0" appears twice for the filter "strict-match"');
    expect(
      await refusal(() => read('lm-eval', fileWith('samples_other.jsonl', '{"id": 1}\n'), 'other')),
    ).toContain('samples_other.jsonl:1: this line is not a sample that lm-eval logged');
    expect(
      await refusal(() => readLogs('lm-eval', fileWith('samples_empty.jsonl', ''), localFiles)),
    ).toContain('this file contains no samples');
    expect(await refusal(() => readLogs('lm-eval', temporaryFolder(), localFiles))).toContain(
      'found no lm-eval log',
    );
    expect(await refusal(() => readLogs('lm-eval', join(temporaryFolder(), 'none'), localFiles))).toContain(
      'there is no such file',
    );
  });
});

describe('logs of Inspect', () => {
  const packed = written('inspect', 'new', 'sums.eval');

  test('epochs are samples, with the scores of every scorer', async () => {
    const log = await read('inspect', packed, 'sums');
    expect(log).toMatchObject({ task: 'sums', samplesPerItem: 2, temperature: 0.8 });
    expect(log.sampling).toEqual({ temperature: 0.8, max_tokens: 64 });
    expect(log.scorers.get('match')).toEqual({ location: 'end', numeric: true });
    expect(log.items.size).toBe(32);
    expect(log.items.get('s3')).toMatchObject({
      prompt: 'What is 3 + 4?',
      answer: '7',
      meta: { level: 1 },
      choice: false,
      samples: [{ index: 0 }, { index: 1 }],
    });
    const [sample] = samplesOf(log, 's3');
    expect(sample?.text).toMatch(/#### 8$/u);
    expect(sample?.scores.get('match')).toMatchObject({ outcome: 'incorrect', value: 'I', answer: '8' });
    expect(sample?.scores.get('rubric')).toMatchObject({ outcome: 'incorrect', value: 0 });
    expect(samplesOf(log, 's4')[0]?.scores.get('match')?.outcome).toBe('correct');
  });

  test('an error is failed, with its reason; truncation by the token limit is recorded', async () => {
    const log = await read('inspect', packed, 'sums');
    expect(samplesOf(log, 's7')).toMatchObject([
      { index: 0, text: '', error: "RuntimeError('the sandbox did not start')" },
      { index: 1 },
    ]);
    expect(samplesOf(log, 's7')[1]?.error).toBeUndefined();
    expect(samplesOf(log, 's5')).toMatchObject([{ finishReason: 'length' }, { finishReason: 'length' }]);
  });

  test('the same as JSON', async () => {
    const asJson = await read('inspect', written('inspect', 'new', 'sums.json'), 'sums');
    const { items, ...head } = await read('inspect', packed, 'sums');
    expect(asJson).toMatchObject({ ...head, where: asJson.where });
    expect([...asJson.items.keys()].toSorted()).toEqual([...items.keys()].toSorted());
    // Each run has its own model, which counts its requests, so their texts are not compared.
    const shapeOf = (log: TaskLog['items']) =>
      Object.fromEntries(
        [...log].map(([id, { samples }]) => [
          id,
          samples.map(({ scores, error }) => [error, scores.get('match')?.outcome]),
        ]),
      );
    expect(shapeOf(asJson.items)).toEqual(shapeOf(items));
  });

  const log = JSON.parse(readFileSync(written('inspect', 'new', 'sums.json'), 'utf8'));
  const changed = (change: (copy: typeof log) => void): string => {
    const copy = structuredClone(log);
    change(copy);
    return fileWith('sums.json', JSON.stringify(copy));
  };
  const first = async (change: (sample: typeof log) => void): Promise<LoggedSample | undefined> => {
    const path = changed((copy) => {
      change(copy.samples.find((sample: { id: string }) => sample.id === 's0'));
    });
    return samplesOf(await read('inspect', path, 'sums'), 's0')[0];
  };

  test('broken samples are failed and unreadable answers are unparseable; neither is a wrong answer', async () => {
    const outcomeOf = async (score: object) =>
      (await first((sample) => Object.assign(sample.scores.match, score)))?.scores.get('match')?.outcome;
    expect(await outcomeOf({ value: 'I', reason: 'grader_failed' })).toBe('failed');
    expect(await outcomeOf({ value: null })).toBe('failed');
    expect(await outcomeOf({ value: 'N' })).toBe('unparseable');
    expect(await outcomeOf({ value: 'I', reason: 'invalid_response_format' })).toBe('unparseable');
    expect(await outcomeOf({ value: 'P' })).toBeUndefined();
    expect(await outcomeOf({ value: { a: 1 } })).toBeUndefined();
    expect(await first((sample) => Object.assign(sample, { invalidation: { author: 'x' } }))).toMatchObject({
      error: 'the log marks this sample as invalid',
    });
  });

  test.each([
    ['max_tokens', 'length'],
    ['model_length', 'length'],
    ['MAX_TOKENS', 'length'],
    ['length', 'length'],
    ['content_filter', 'content_filter'],
    ['SAFETY', 'content_filter'],
    ['stop', undefined],
    ['unknown', undefined],
  ])('the stop reason %s is read as %s', async (reason, finishReason) => {
    const sample = await first((one) => Object.assign(one.output.choices[0], { stop_reason: reason }));
    expect(sample?.finishReason).toBe(finishReason);
  });

  test('a token limit of the whole sample truncates it, whatever the stop reason', async () => {
    const sample = await first((one) => Object.assign(one, { limit: { type: 'token', limit: 9 } }));
    expect(sample?.finishReason).toBe('length');
  });

  test('uses the text of a completion in parts, without its reasoning', async () => {
    const content = [
      { type: 'reasoning', reasoning: 'is it 3?' },
      { type: 'text', text: 'It is ' },
      { type: 'text', text: '1' },
    ];
    expect(
      (await first((sample) => Object.assign(sample.output.choices[0].message, { content })))?.text,
    ).toBe('It is 1');
  });

  test('a missing epoch is failed', async () => {
    const path = changed((copy) => {
      copy.samples = copy.samples.filter(
        ({ id, epoch }: { id: string; epoch: number }) => id !== 's9' || epoch === 1,
      );
    });
    expect(samplesOf(await read('inspect', path, 'sums'), 's9')[1]).toMatchObject({
      error: 'the log does not contain this sample',
    });
  });

  test.each<[string, (copy: typeof log) => void, string]>([
    [
      'a run that was stopped',
      (copy) => (copy.status = 'cancelled'),
      'this run ended with the status "cancelled"',
    ],
    ['a newer format', (copy) => (copy.version = 3), "uses version 3 of Inspect's format"],
    ['a shard', (copy) => (copy.eval.shards = { count: 2 }), 'one of several shards'],
    ['no samples', (copy) => delete copy.samples, 'this log contains no samples'],
    ['a sample that is none', (copy) => (copy.samples = [{ id: 1 }]), 'is not a sample that Inspect wrote'],
    ['an epoch twice', (copy) => copy.samples.push(copy.samples[0]), 'found epoch 1 of sample'],
    [
      'another question under the same id',
      (copy) => (copy.samples[0].input = 'x'),
      'has a different prompt in another epoch',
    ],
  ])('refuses %s', async (_, change, said) => {
    expect(await refusal(() => readLogs('inspect', changed(change), localFiles))).toContain(said);
  });

  test('a run that failed beside its finished retry: the retry is used, and the other is noted', async () => {
    const folder = temporaryFolder();
    const [failed, retry] = [
      '2026-11-01T10-00-00+00-00_sums_a.json',
      '2026-11-01T11-00-00+00-00_sums_b.json',
    ];
    const stopped = { ...log, status: 'error', samples: log.samples.slice(0, 3) };
    writeFileSync(join(folder, failed), JSON.stringify(stopped));
    expect(await refusal(() => readLogs('inspect', folder, localFiles))).toMatch(
      /_a\.json: this run ended with the status "error", expected "success"\n {2}Finish the run with inspect eval-retry/u,
    );
    writeFileSync(join(folder, retry), JSON.stringify(log));
    const started = JSON.stringify({ version: 2, eval: { task: 'sums' } });
    writeFileSync(join(folder, 'started.eval'), zip([{ name: '_journal/start.json', content: started }]));
    const { tasks, notes } = await readLogs('inspect', folder, localFiles);
    expect(tasks.get('sums')).toMatchObject({ where: join(folder, retry), samplesPerItem: 2 });
    expect(notes).toEqual([
      `Ignored ${join(folder, failed)}, because this run ended with the status "error". Used ${join(folder, retry)}, a finished run of the same task.`,
      `Ignored ${join(folder, 'started.eval')}, because this run ended with the status "started". Used ${join(folder, retry)}, a finished run of the same task.`,
    ]);
    writeFileSync(join(folder, 'again.json'), JSON.stringify(log));
    expect(await refusal(() => readLogs('inspect', folder, localFiles))).toContain('found two logs for sums');
  });

  test('ignores other JSON files in a folder, and refuses one given by name', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'listing.json'), '{"a.eval": {}}');
    writeFileSync(join(folder, basename(packed)), readFileSync(packed));
    expect([...(await readLogs('inspect', folder, localFiles)).tasks.keys()]).toEqual(['sums']);
    expect(await refusal(() => readLogs('inspect', join(folder, 'listing.json'), localFiles))).toContain(
      'this is not a log that Inspect wrote',
    );
  });

  describe('an untrusted archive', () => {
    const header = JSON.stringify({ ...log, samples: undefined });
    const sample = (epoch: number, input = 'q'): string =>
      JSON.stringify({
        id: 'a',
        epoch,
        input,
        target: 't',
        output: { choices: [], completion: '' },
        scores: {},
      });
    const archive = (...files: Parameters<typeof zip>[0]): string =>
      fileWith('a.eval', zip([{ name: 'header.json', content: header }, ...files]));

    test('deflated, as older versions write it; the last of two entries with the same name counts; other paths are ignored', async () => {
      const path = archive(
        { name: 'samples/a_epoch_1.json', content: 'damaged' },
        { name: 'samples/a_epoch_1.json', content: sample(1) },
        { name: 'samples/a_epoch_2.json', content: sample(2) },
        { name: 'samples/HumanEval/0_epoch_1.json', content: sample(1).replace('"a"', '"HumanEval/0"') },
        { name: '../../samples/b_epoch_1.json', content: 'outside' },
        { name: '/etc/samples/c_epoch_1.json', content: 'outside' },
      );
      const { items } = await read('inspect', path, 'sums');
      expect(items.get('a')?.samples).toHaveLength(2);
      expect([...items.keys()].toSorted()).toEqual(['HumanEval/0', 'a']);
    });

    test('refuses by name: no header, invalid JSON, chunks, a damaged end', async () => {
      const noHead = fileWith('a.eval', zip([{ name: 'other.json', content: '{}' }]));
      expect(await refusal(() => readLogs('inspect', noHead, localFiles))).toContain(
        'this archive is not a log that Inspect wrote',
      );
      const broken = archive({ name: 'samples/a_epoch_1.json', content: '{"id":' });
      expect(await refusal(() => readLogs('inspect', broken, localFiles))).toContain(
        'a.eval: samples/a_epoch_1.json: is not valid JSON',
      );
      const chunked = archive({ name: 'samples/a_epoch_1/sample.json', content: '{}' });
      expect(await refusal(() => readLogs('inspect', chunked, localFiles))).toContain('is stored in chunks');
      const cut = fileWith('a.eval', readFileSync(packed).subarray(0, 5000));
      expect(await refusal(() => readLogs('inspect', cut, localFiles))).toContain(
        'is not a readable ZIP archive',
      );
    });
  });
});

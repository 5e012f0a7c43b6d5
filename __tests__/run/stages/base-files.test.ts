import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/run/check/check.ts';
import { pin } from '../../../src/run/plan/pin.ts';
import { localGit } from '../../../src/versions/local-git.ts';
import { createRepository } from '../../../src/versions/repository.ts';
import { changesToBaseFiles, filesAtBase, type BaseFiles } from '../../../src/run/stages/base-files.ts';
import type { Result } from '../../../src/result/result.ts';
import { NONE_REUSED } from '../../../src/sampling/reused.ts';
import type { Sampler, SamplingRequest } from '../../../src/sampling/sampling-request.ts';
import { memoryFile } from '../../support/memory-file.ts';
import { noLooks } from '../../support/no-looks.ts';
import { refusal } from '../../support/refusal.ts';
import {
  type Change,
  type TemporaryRepository,
  git,
  temporaryFolder,
  temporaryRepository,
  writeTo,
} from '../../support/temporary-repository.ts';
import { withoutEffects } from '../../support/without-effects.ts';
import { anyBudget } from '../../support/any-budget.ts';

const CONFIG = `checkpoints: { file: model.yaml, version: /revision, model: "acme/{version}", base-url: "https://h/v1" }
sampling: { n: 4 }
suites: [{ name: sums, role: target, items: evals/sums.jsonl, grader: numeric }]
guardrails: { coverage: off, diversity: off, hardest-group: off, ood: off, accuracy: { margin: 20 points } }
`;

const items = (answer: (at: number) => number): string =>
  Array.from(
    { length: 200 },
    (_, at) => `${JSON.stringify({ id: `q${at}`, prompt: `${at} + 1 = ?`, answer: answer(at) })}\n`,
  ).join('');

const ITEMS = items((at) => at + 1);
const OTHER_ITEMS = items((at) => at);

/** The lock of a configuration whose eval set is these items. */
const pinned = async (config: string, evals: string): Promise<string> => {
  const { text } = await pin('reversal.yml', {
    readFile: () => Promise.resolve(new TextEncoder().encode(config)),
    readIfThere: () => Promise.resolve(undefined),
    open: memoryFile('evals/sums.jsonl', evals),
  });
  return text;
};

const LOCK = await pinned(CONFIG, ITEMS);
const POINTER = 'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 5\n';

const project = (more: Readonly<Record<string, Change>> = {}): TemporaryRepository =>
  temporaryRepository({
    'reversal.yml': CONFIG,
    'reversal.lock': LOCK,
    'model.yaml': 'revision: v2\n',
    'evals/sums.jsonl': ITEMS,
    ...more,
  });

/** Old solves every item, new none: a regression by the base's policy. */
const sampler: Sampler = ({ suites, settings: { n } }: SamplingRequest) => {
  const side = (right: boolean) =>
    suites.flatMap(({ name: suite, items: asked }) =>
      asked.flatMap(({ id, answer }) =>
        Array.from({ length: n }, (_, index) => ({
          suite,
          id,
          index,
          text: `#### ${right ? String(answer) : '-1'}`,
        })),
      ),
    );
  const reused = { old: NONE_REUSED, new: NONE_REUSED };
  const cost = { requests: 0, prompt_tokens: 0, completion_tokens: 0, cached: 0, reused };
  const generations = { old: side(true), new: side(false) };
  return Promise.resolve({
    generations: () => Promise.resolve(generations),
    failed: { old: [], new: [] },
    servedBy: { old: [], new: [] },
    cost,
  });
};

const byBase = (
  { folder }: TemporaryRepository,
  judge: string,
  more: Partial<BaseFiles> = {},
): BaseFiles => ({
  repository: createRepository([localGit({ folder, env: { PATH: process.env['PATH'] } })]),
  commit: judge,
  root: folder,
  folder,
  configPath: 'reversal.yml',
  ...more,
});

const judge = async (by: BaseFiles): Promise<Result> => {
  const { result } = await check({
    nowMs: 0,
    configPath: by.configPath,
    versions: { old: 'v2', new: 'v3' },
    files: filesAtBase(by),
    sampler,
    openBudget: anyBudget,
    grading: withoutEffects,
    openLooks: noLooks,
    embed: () => Promise.reject(new Error('nothing is embedded here')),
    storeDir: '/nowhere',
    env: {},
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  return result;
};

/** The result of a pull request with these changes, and the report's notes about them. */
const judged = async (changes: Readonly<Record<string, Change>>, repository = project()) => {
  repository.commit('change', { 'model.yaml': 'revision: v3\n', ...changes });
  const { base, merge } = repository.trialMerge('change');
  const by = byBase(repository, base);
  const notes = await changesToBaseFiles(by, merge);
  return { result: await judge(by), notes, base };
};

let honest: Promise<Result> | undefined;

/** The result of a pull request that changes only the version. */
const honestly = (): Promise<Result> => (honest ??= judged({}).then(({ result }) => result));

/** The parts of a result that only the base commit may decide. */
const decision = ({ verdict, measures, suites, provenance }: Result) => ({
  verdict,
  measures,
  suites,
  config: provenance.config_hash,
  lock: provenance.lock_hash,
});

describe('a pull request that changes the files of the check gets the same result as without these changes', () => {
  const LOOSE = CONFIG.replace('20 points', '99 points').replace(
    '}\n',
    '}\npolicy: { fail-on: [invalid] }\n',
  );

  test.each<[string, () => Promise<Record<string, Change>>, string | undefined]>([
    ['nothing', () => Promise.resolve({}), undefined],
    ['looser margins', () => Promise.resolve({ 'reversal.yml': LOOSE }), 'reversal.yml'],
    [
      'other items, and a lock that pins them',
      async () => ({ 'evals/sums.jsonl': OTHER_ITEMS, 'reversal.lock': await pinned(CONFIG, OTHER_ITEMS) }),
      'reversal.lock and evals/sums.jsonl',
    ],
    [
      'all three',
      async () => ({
        'reversal.yml': LOOSE,
        'evals/sums.jsonl': OTHER_ITEMS,
        'reversal.lock': await pinned(LOOSE, OTHER_ITEMS),
      }),
      'reversal.yml, reversal.lock, and evals/sums.jsonl',
    ],
    ['no configuration at all', () => Promise.resolve({ 'reversal.yml': null }), 'reversal.yml'],
    ['no lock', () => Promise.resolve({ 'reversal.lock': null }), 'reversal.lock'],
    [
      'items that are cut off',
      () => Promise.resolve({ 'evals/sums.jsonl': ITEMS.slice(0, 500) }),
      'evals/sums.jsonl',
    ],
    ['items that are nonsense', () => Promise.resolve({ 'evals/sums.jsonl': 'what\n' }), 'evals/sums.jsonl'],
    [
      'a link to other items in their place',
      () =>
        Promise.resolve({ 'evals/sums.jsonl': { link: 'other.jsonl' }, 'evals/other.jsonl': OTHER_ITEMS }),
      'evals/sums.jsonl',
    ],
    [
      'a link in place of their folder',
      () => Promise.resolve({ evals: { link: 'mine' }, 'mine/sums.jsonl': OTHER_ITEMS }),
      'evals/sums.jsonl',
    ],
    [
      'a link that never ends',
      () => Promise.resolve({ 'evals/sums.jsonl': { link: '/dev/zero' } }),
      'evals/sums.jsonl',
    ],
    [
      'further keys in the model file, and files that nobody asked for',
      () =>
        Promise.resolve({
          'model.yaml': 'revision: v3\ngrader: mine.py\nguardrails: off\n',
          'grader.py': 'print(True)\n',
          'evals/reversal.lock': LOCK,
        }),
      undefined,
    ],
  ])('%s', async (_, changes, told) => {
    const { result, notes, base } = await judged(await changes());
    expect(result.verdict).toMatchObject({ status: 'regression', passed: false });
    expect(decision(result)).toEqual(decision(await honestly()));
    expect(notes).toEqual(
      told === undefined
        ? []
        : [
            `This pull request changes ${told}. The check ignored these changes and used the files of the base commit (${base.slice(0, 10)}).`,
          ],
    );
  });
});

/** The eval set's file as a check reads it. */
const evalsOf = async (by: BaseFiles, path = 'evals/sums.jsonl'): Promise<string> => {
  const chunks = await Array.fromAsync(filesAtBase(by).open(path));
  return Buffer.concat(chunks).toString();
};

const without = () => {
  const repository = project({ 'evals/sums.jsonl': null, '.gitignore': 'evals/\n' });
  return { repository, by: byBase(repository, git(repository.folder, 'rev-parse', 'main')) };
};

/** A named pipe: opening it blocks until somebody writes. */
const makePipe = (path: string): void => {
  execFileSync('sh', ['-c', 'mkfifo "$0"', path]);
};

describe('an eval set that no commit contains', () => {
  test('is used from the workspace if it matches the lock, whatever its layout', async () => {
    const { repository, by } = without();
    const laidOut = `\uFEFF${ITEMS.split('\n').toReversed().join('\r\n')}`;
    writeTo(repository.folder, { 'evals/sums.jsonl': laidOut });
    expect(await evalsOf(by)).toBe(laidOut);
    expect(decision(await judge(by))).toEqual(decision(await honestly()));
  });

  test('is refused if it does not match', async () => {
    const { repository, by } = without();
    writeTo(repository.folder, { 'evals/sums.jsonl': OTHER_ITEMS });
    expect(await refusal(() => judge(by))).toContain(
      `evals/sums.jsonl: the file in the workspace is not the one that the lock pins, and commit ${by.commit.slice(0, 10)} does not contain it`,
    );
  });

  test('is refused if it is absent, a link, a folder or a pipe without a writer', async () => {
    const { repository, by } = without();
    const told = `evals/sums.jsonl: neither commit ${by.commit.slice(0, 10)} nor the workspace contains this file (symbolic links are not followed)`;
    expect(await refusal(() => evalsOf(by))).toContain(told);
    writeTo(repository.folder, { 'evals/sums.jsonl': { link: 'real.jsonl' }, 'evals/real.jsonl': ITEMS });
    expect(await refusal(() => evalsOf(by))).toContain(told);
    writeTo(repository.folder, { 'evals/sums.jsonl': null, 'evals/sums.jsonl/file': 'x' });
    expect(await refusal(() => evalsOf(by))).toContain(told);
    rmSync(join(repository.folder, 'evals/sums.jsonl'), { recursive: true });
    makePipe(join(repository.folder, 'evals/sums.jsonl'));
    expect(await refusal(() => evalsOf(by))).toContain(told);
  });
});

const inLfs = () => project({ 'evals/sums.jsonl': POINTER });
const base = ({ folder }: TemporaryRepository): string => git(folder, 'rev-parse', 'main');

describe('an eval set in Git LFS', () => {
  test('is used if the checkout fetched it', async () => {
    const repository = inLfs();
    const by = byBase(repository, base(repository));
    writeTo(repository.folder, { 'evals/sums.jsonl': ITEMS });
    expect(decision(await judge(by))).toEqual(decision(await honestly()));
  });

  test('is refused if only its pointer is there, with the setting that fetches it', async () => {
    const repository = inLfs();
    const by = byBase(repository, base(repository));
    const told = `evals/sums.jsonl: commit ${by.commit.slice(0, 10)} stores this file in Git LFS, but the workspace contains only its pointer\n  Set lfs: true in actions/checkout.`;
    expect(await refusal(() => judge(by))).toBe(told);
    rmSync(join(repository.folder, 'evals'), { recursive: true });
    expect(await refusal(() => judge(by))).toBe(told);
  });

  test('is refused if the pull request brought another one', async () => {
    const repository = inLfs();
    const by = byBase(repository, base(repository));
    writeTo(repository.folder, { 'evals/sums.jsonl': OTHER_ITEMS });
    expect(await refusal(() => judge(by))).toContain(
      'Change the eval set in a separate pull request, and the version in the next one.',
    );
  });

  test('is not permitted for a lock or configuration', async () => {
    for (const path of ['reversal.yml', 'reversal.lock']) {
      const repository = project({ [path]: POINTER });
      expect(await refusal(() => judge(byBase(repository, base(repository))))).toContain(
        `${path}: found a Git LFS pointer in commit`,
      );
    }
  });
});

test('a pull request that changes the files of a grader gets a note', async () => {
  const config = CONFIG.replace(
    'grader: numeric',
    'grader: { type: module, file: graders/sums.mjs, files: [tables/units.json], known: [{ text: a, answer: a, expected: correct }, { text: b, answer: a, expected: incorrect }] }',
  );
  const repository = project({
    'gates/reversal.yml': config,
    'gates/graders/sums.mjs': 'export const version = "1";\n',
    'gates/tables/units.json': '{}\n',
    'graders/sums.mjs': 'is another file\n',
  });
  const by = byBase(repository, git(repository.folder, 'rev-parse', 'main'), {
    configPath: 'gates/reversal.yml',
  });
  const told = async (name: string, changes: Readonly<Record<string, Change>>) => {
    repository.commit(name, changes);
    return changesToBaseFiles(by, git(repository.folder, 'rev-parse', name));
  };
  expect(await told('other', { 'graders/sums.mjs': 'is still another\n' })).toEqual([]);
  expect(await told('code', { 'gates/graders/sums.mjs': 'export const version = "2";\n' })).toEqual([
    expect.stringContaining(
      'This pull request changes gates/graders/sums.mjs. The check ignored these changes and used the files of the base commit',
    ),
  ]);
  expect(await told('table', { 'gates/tables/units.json': null })).toEqual([
    expect.stringContaining(
      'gates/tables/units.json. The check ignored these changes and used the files of the base commit',
    ),
  ]);
});

describe('locations of files', () => {
  test('nothing needs to be checked out', async () => {
    const repository = project();
    const by = byBase(repository, git(repository.folder, 'rev-parse', 'main'));
    const empty = temporaryFolder();
    expect(decision(await judge({ ...by, root: empty, folder: empty }))).toEqual(decision(await honestly()));
  });

  test('paths are relative to their folder, and may climb inside the repository', async () => {
    const config = CONFIG.replace('evals/sums.jsonl', '../data/sums.jsonl');
    const repository = project({
      'gates/math/reversal.yml': config.replace('../data', '../../data'),
      'gates/math/reversal.lock': LOCK,
      'data/sums.jsonl': ITEMS,
    });
    const judgeCommit = git(repository.folder, 'rev-parse', 'main');
    const by = byBase(repository, judgeCommit, {
      folder: join(repository.folder, 'gates'),
      configPath: 'math/reversal.yml',
    });
    expect((await judge(by)).verdict.status).toBe('regression');
    repository.commit('change', { 'data/sums.jsonl': OTHER_ITEMS });
    const head = git(repository.folder, 'rev-parse', 'change');
    expect(await changesToBaseFiles(by, head)).toEqual([
      `This pull request changes data/sums.jsonl. The check ignored these changes and used the files of the base commit (${judgeCommit.slice(0, 10)}).`,
    ]);
  });

  test.each(['../outside.jsonl', '/etc/passwd', '../../../../etc/passwd'])(
    'the path %s leads out of the repository',
    async (path) => {
      const repository = project({ 'reversal.yml': CONFIG.replace('evals/sums.jsonl', path) });
      const by = byBase(repository, git(repository.folder, 'rev-parse', 'main'));
      expect(await refusal(() => judge(by))).toContain('this path leads outside the repository');
    },
  );

  test('a base without configuration or lock is reported', async () => {
    for (const path of ['reversal.yml', 'reversal.lock']) {
      const repository = project({ [path]: null });
      const by = byBase(repository, git(repository.folder, 'rev-parse', 'main'));
      expect(await refusal(() => judge(by))).toBe(
        `${path}: this file does not exist in commit ${by.commit.slice(0, 10)}, whose files this check uses\n  Commit it to the base branch first: a pull request cannot change the files that it is checked with.`,
      );
    }
  });
});

import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { GitObjects } from '../../src/versions/git-objects.ts';
import { localGit } from '../../src/versions/local-git.ts';
import { createRepository } from '../../src/versions/repository.ts';
import { refusal } from '../support/refusal.ts';
import { git, temporaryFolder, temporaryRepository } from '../support/temporary-repository.ts';

const NAMES = [
  'plain.txt',
  'two words.txt',
  'new\nline.txt',
  'ünï/日本語.txt',
  ' -- ',
  '-c',
  'a"b\'c',
  ':(glob)*',
  '*',
];

const env = { PATH: process.env['PATH'] };
const read = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString();
const local = (folder: string): GitObjects => localGit({ folder, env });

/** A clone through a server, which can leave out history or contents. */
const cloned = (folder: string, ...how: readonly string[]): string => {
  const into = temporaryFolder();
  git(into, 'clone', '--quiet', ...how, `file://${folder}`, 'clone');
  return `${into}/clone`;
};

/** Objects of another source that counts its requests, as an API would. */
const counted = (objects: GitObjects) => {
  const asked: string[] = [];
  const noted =
    <T>(kind: string, ask: (id: string) => Promise<T>) =>
    (id: string): Promise<T> => {
      asked.push(`${kind} ${id}`);
      return ask(id);
    };
  const counting: GitObjects = {
    commit: noted('commit', objects.commit),
    tree: noted('tree', objects.tree),
    blob: noted('blob', objects.blob),
  };
  return { counting, asked };
};

describe.each(['sha1', 'sha256'] as const)('a local clone of %s', (format) => {
  test('returns files of any name, byte for byte, at every commit', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const { folder, commit } = temporaryRepository(
      Object.fromEntries([...NAMES.map((name) => [name, `at first: ${name}`]), ['bytes', bytes]]),
      { format },
    );
    const first = git(folder, 'rev-parse', 'main');
    const second = commit('main', { 'plain.txt': 'later', 'two words.txt': null });
    const repository = createRepository([local(folder)]);
    for (const name of NAMES) expect(read(await repository.fileAt(first, name))).toBe(`at first: ${name}`);
    expect(await repository.fileAt(first, 'bytes')).toEqual(Buffer.from(bytes));
    expect(read(await repository.fileAt(second, 'plain.txt'))).toBe('later');
    expect(await repository.fileAt(second, 'two words.txt')).toBeUndefined();
    expect(await repository.parents(second)).toEqual([first]);
    expect(await repository.parents(first)).toEqual([]);
  });
});

describe('a stamp', () => {
  test('is the same for the same entry, and differs by kind as well as by content', async () => {
    const { folder, commit } = temporaryRepository({ a: 'x', b: 'x', 'd/e': 'x', f: { link: 'x' } });
    const first = git(folder, 'rev-parse', 'main');
    const second = commit('main', { a: 'y', b: { link: 'x' } });
    const { stampAt } = createRepository([local(folder)]);
    for (const path of ['d/e', 'd', 'f'])
      expect(await stampAt(first, path), path).toBe(await stampAt(second, path));
    for (const path of ['a', 'b'])
      expect(await stampAt(first, path), path).not.toBe(await stampAt(second, path));
    for (const path of ['nothing', 'd/nothing', 'nothing/at/all'])
      expect(await stampAt(first, path), path).toBeUndefined();
  });

  test('identifies an entry on the way, so that a link cannot hide its target', async () => {
    const { folder, commit } = temporaryRepository({ 'real/file': 'x', 'way/file': 'x' });
    const first = git(folder, 'rev-parse', 'main');
    const second = commit('main', { way: { link: 'real' } });
    const { stampAt } = createRepository([local(folder)]);
    expect(await stampAt(second, 'way/file')).toMatch(/^symlink [0-9a-f]{40} at way$/);
    expect(await stampAt(first, 'way/file')).toMatch(/^file [0-9a-f]{40} at way\/file$/);
    expect(await stampAt(first, 'real/file/under')).toMatch(/^file [0-9a-f]{40} at real\/file$/);
  });
});

test('symbolic links, submodules and folders are refused by name, wherever they are on the way', async () => {
  const other = temporaryRepository({ 'inner.txt': 'x' });
  const { folder, commit } = temporaryRepository({
    link: { link: 'folder/file' },
    'folder/file': 'x',
    'linked-folder': { link: 'folder' },
  });
  git(folder, 'submodule', '--quiet', 'add', other.folder, 'sub');
  const id = commit('main', {});
  const { fileAt } = createRepository([local(folder)]);
  const refused = (path: string): Promise<string> => refusal(() => fileAt(id, path));
  const at = `in commit ${id.slice(0, 10)}`;
  expect(await refused('link')).toContain(`link, ${at}: found a symbolic link, expected a file\n`);
  expect(await refused('linked-folder/file')).toContain(`linked-folder, ${at}: found a symbolic link`);
  expect(await refused('sub')).toContain(`sub, ${at}: found a submodule`);
  expect(await refused('sub/inner.txt')).toContain(`sub, ${at}: found a submodule`);
  expect(await refused('folder')).toContain(`folder, ${at}: found a folder, expected a file\n`);
  expect(await fileAt(id, 'folder/file/under')).toBeUndefined();
});

describe('a clone without the history', () => {
  test('still knows the parents, and gets the rest from the server, each object once', async () => {
    const { folder, commit } = temporaryRepository({ 'a/model.yaml': 'v2', 'a/other': 'same' });
    const first = git(folder, 'rev-parse', 'main');
    const second = commit('main', { 'a/model.yaml': 'v3' });
    const { counting, asked } = counted(local(folder));
    const repository = createRepository([local(cloned(folder, '--depth=1')), counting]);
    expect(await repository.parents(second)).toEqual([first]);
    expect(read(await repository.fileAt(second, 'a/model.yaml'))).toBe('v3');
    expect(asked).toEqual([]);
    expect(read(await repository.fileAt(first, 'a/model.yaml'))).toBe('v2');
    expect(read(await repository.fileAt(first, 'a/other'))).toBe('same');
    const [tree, subtree, blob] = git(
      folder,
      'rev-parse',
      `${first}^{tree}`,
      `${first}:a`,
      `${first}:a/model.yaml`,
    ).split('\n');
    expect(asked).toEqual([`commit ${first}`, `tree ${tree}`, `tree ${subtree}`, `blob ${blob}`]);
  });

  test('says what to do if there is no server', async () => {
    const { folder, commit } = temporaryRepository({ 'model.yaml': 'v2' });
    const first = git(folder, 'rev-parse', 'main');
    commit('main', { 'model.yaml': 'v3' });
    const { fileAt, stampAt } = createRepository([local(cloned(folder, '--depth=1'))]);
    const told = `commit ${first.slice(0, 10)}: this part of the history is not in the checkout, and the server could not provide it\n  Set fetch-depth: 2 for actions/checkout, or set the github-token input to a token with contents: read.`;
    expect(await refusal(() => fileAt(first, 'model.yaml'))).toBe(told);
    expect(await refusal(() => stampAt(first, 'model.yaml'))).toBe(told);
  });

  test('absent objects of a partial clone stay absent: nothing is fetched implicitly', async () => {
    const { folder } = temporaryRepository({ 'model.yaml': 'v2' });
    const id = git(folder, 'rev-parse', 'main');
    const partial = cloned(folder, '--filter=blob:none', '--no-checkout');
    const { fileAt } = createRepository([local(partial)]);
    expect(await refusal(() => fileAt(id, 'model.yaml'))).toContain(
      'not in the checkout, and the server could not provide it',
    );
    const both = createRepository([local(partial), local(folder)]);
    expect(read(await both.fileAt(id, 'model.yaml'))).toBe('v2');
  });

  test('everything comes from the server without a clone, a folder or git', async () => {
    const { folder } = temporaryRepository({ 'model.yaml': 'v2' });
    const id = git(folder, 'rev-parse', 'main');
    for (const empty of [
      local(temporaryFolder()),
      local('/nowhere/at/all'),
      localGit({ folder, env: { PATH: '/nowhere' } }),
    ]) {
      expect(await empty.commit(id)).toBeUndefined();
      expect(read(await createRepository([empty, local(folder)]).fileAt(id, 'model.yaml'))).toBe('v2');
    }
  });
});

describe('the bytes of a commit cannot be replaced', () => {
  test('by a server that sends others or is cut off', async () => {
    const { folder } = temporaryRepository({ 'model.yaml': 'revision: v2\n' });
    const id = git(folder, 'rev-parse', 'main');
    for (const wrong of ['revision: v3\n', 'revision: v', '']) {
      const lying: GitObjects = { ...local(folder), blob: () => Promise.resolve(Buffer.from(wrong)) };
      const { fileAt } = createRepository([lying]);
      expect(await refusal(() => fileAt(id, 'model.yaml'))).toContain(
        'the bytes received do not match the hash in the commit',
      );
    }
  });

  test('by a replacement or a variable that git would follow', async () => {
    const { folder, commit } = temporaryRepository({ 'model.yaml': 'v2' });
    const first = git(folder, 'rev-parse', 'main');
    const second = commit('main', { 'model.yaml': 'v3' });
    git(folder, 'replace', first, second);
    const elsewhere = temporaryRepository({});
    const objects = localGit({ folder, env: { ...env, GIT_DIR: `${elsewhere.folder}/.git` } });
    expect(read(await createRepository([objects]).fileAt(first, 'model.yaml'))).toBe('v2');
  });

  test('and the settings of the clone run nothing', async () => {
    const { folder } = temporaryRepository({
      'model.yaml': 'v2',
      '.gitattributes': '* filter=evil diff=evil\n',
    });
    const id = git(folder, 'rev-parse', 'main');
    const marker = `${temporaryFolder()}/ran`;
    for (const key of [
      'core.fsmonitor',
      'filter.evil.smudge',
      'diff.evil.textconv',
      'core.sshCommand',
      'core.pager',
    ])
      git(folder, 'config', key, `touch ${marker}`);
    expect(read(await createRepository([local(folder)]).fileAt(id, 'model.yaml'))).toBe('v2');
    expect(existsSync(marker)).toBe(false);
  });
});

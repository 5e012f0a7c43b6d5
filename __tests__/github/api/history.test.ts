import { expect, test } from 'vitest';
import { localHistory } from '../../../src/versions/local-history.ts';
import { createHistory, type HistorySource } from '../../../src/versions/history.ts';
import { historyOf } from '../../../src/github/api/history.ts';
import { gitRepository } from '../../e2e/git-repository.ts';
import { apiOf, testGitHub } from '../setting.ts';

/* One contract that the clone and the API both satisfy. */

const scene = async () => {
  const repository = gitRepository({ a: '1' });
  const cut = repository.head('main');
  repository.branch('side', 'main');
  const side = repository.commit('side', { a: '2' });
  const main = repository.commit('main', { a: '3' });
  repository.tag('v1', cut);
  repository.tag('v2', main);
  repository.lightTag('v3', side);
  repository.track('main');
  const server = await testGitHub(repository.data);
  const sources = {
    clone: localHistory({ folder: repository.folder, env: { PATH: process.env['PATH'] } }),
    api: historyOf(apiOf(server).api),
  } satisfies Readonly<Record<string, HistorySource>>;
  return { sources, server, cut, side, main, unknown: 'a'.repeat(40) };
};

test('a clone and the API agree on how commits are related', async () => {
  const { sources, cut, side, main, unknown } = await scene();
  for (const [name, source] of Object.entries(sources)) {
    expect(await source.mergeBase('main', side), name).toBe(cut);
    expect(await source.mergeBase('nowhere', side), name).toBeUndefined();
    expect(await source.isAncestor(cut, main), name).toBe(true);
    expect(await source.isAncestor(cut, cut), name).toBe(true);
    expect(await source.isAncestor(main, cut), name).toBe(false);
    expect(await source.isAncestor(side, main), name).toBe(false);
    expect(await source.isAncestor(unknown, main), name).toBeUndefined();
    expect(
      (await source.tags())?.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      name,
    ).toEqual([
      { name: 'v1', commit: cut },
      { name: 'v2', commit: main },
      { name: 'v3', commit: side },
    ]);
    expect(await source.isOnBranch('main', main), name).toBe(true);
    expect(await source.isOnBranch('main', cut), name).toBe(true);
    expect(await source.isOnBranch('main', side), name).toBe(false);
    expect(await source.isOnBranch('nowhere', cut), name).toBeUndefined();
    expect(await source.hasEverything(), name).toBe(true);
  }
});

test('the API of Gitea answers the same, but does not name the merge base', async () => {
  const { server, cut, side, main, unknown } = await scene();
  const gitea = historyOf(apiOf({ ...server, url: `${server.url}/api/v1` }).api);
  expect(await gitea.mergeBase('main', side)).toBeUndefined();
  expect(await gitea.isAncestor(cut, main)).toBe(true);
  expect(await gitea.isAncestor(cut, cut)).toBe(true);
  expect(await gitea.isAncestor(main, cut)).toBe(false);
  expect(await gitea.isAncestor(side, main)).toBe(false);
  expect(await gitea.isAncestor(unknown, main)).toBeUndefined();
  expect(await gitea.isOnBranch('main', main)).toBe(true);
  expect(await gitea.isOnBranch('main', cut)).toBe(true);
  expect(await gitea.isOnBranch('main', side)).toBe(false);
  expect(await gitea.isOnBranch('nowhere', cut)).toBeUndefined();
});

test('does not trust a "no" from a clone that was made before the branch moved on', async () => {
  const { sources, main, side } = await scene();
  const before: HistorySource = { ...sources.clone, isOnBranch: () => Promise.resolve(false) };
  const both = createHistory({ clone: before, server: sources.api });
  expect(await both.isOnBranch('main', main)).toBe(true);
  expect(await both.isOnBranch('main', side)).toBe(false);
  expect(await createHistory({ clone: before }).isOnBranch('main', main)).toBe(false);
  await expect(createHistory({}).isOnBranch('main', main)).rejects.toThrow('fetch-depth: 0');
  expect(await createHistory({}).hasEverything()).toBe(false);
});

test('only the API knows which release is marked as a pre-release', async () => {
  const { sources, server } = await scene();
  server.state.releases.set('v2', { prerelease: true }).set('v1', { prerelease: false });
  const tags = ['v1', 'v2', 'v3'];
  const ask = (source: HistorySource): Promise<unknown[]> =>
    Promise.all(tags.map((tag) => source.isPrerelease(tag)));
  expect(await ask(sources.clone)).toEqual([undefined, undefined, undefined]);
  expect(await ask(sources.api)).toEqual([false, true, undefined]);
});

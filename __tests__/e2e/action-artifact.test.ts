import { describe, expect, test } from 'vitest';
import { itemLineSchema } from '../../src/evalset/item-line.ts';
import { SIGNATURE, startArtifactService } from '../support/github/artifact-service.ts';
import { unzip } from '../support/unzip.ts';
import { API_KEY, type Scene, scene, useModels } from './model-repository.ts';
import { items, modelYaml } from '../support/model-files.ts';
import { read, temporaryFolder } from './project.ts';
import { type ActionRun, JOB_TOKEN, pullRequestEvent } from './run-action.ts';

/* The artifact of a run: `dist/action.js` with a service that behaves like GitHub's. */

useModels();

const warningsOf = ({ commands }: ActionRun): readonly string[] =>
  commands.filter(({ name }) => name === 'warning').map(({ message }) => message);

/** Runs the Action with its own service, and returns the artifact. */
async function leaving(
  { run }: Pick<Scene, 'run'>,
  { inputs, ...options }: Parameters<Scene['run']>[0] = {},
): Promise<ActionRun & { readonly left: ReadonlyMap<string, Readonly<Record<string, string>>> }> {
  const service = await startArtifactService();
  const { ACTIONS_RUNTIME_TOKEN: token = '' } = service.env;
  const found = await run({
    ...options,
    inputs: { artifact: '', ...inputs },
    env: { ...service.env, ...options.env },
  });
  const first = found.log.split('\n').find((line) => line.includes(SIGNATURE));
  expect([undefined, `::add-mask::${SIGNATURE}`]).toContain(first);
  expect(found.log).not.toContain(token);
  return {
    ...found,
    left: new Map([...service.kept()].map(([name, archive]) => [name, unzip(archive)])),
  };
}

describe('the artifact of a run', () => {
  test('has its report, comment and result; with full its whole folder; with none there is no artifact', async () => {
    const here = await scene({ 'model.yaml': modelYaml('v2') });
    const out = temporaryFolder();
    const usual = await leaving(here, { inputs: { out } });
    expect([usual.code, warningsOf(usual)]).toEqual([1, []]);
    expect([...usual.left.keys()]).toEqual(['reversal-check']);
    const files = usual.left.get('reversal-check') ?? {};
    expect(files).toEqual({
      'result.json': read(out, 'result.json'),
      'report.md': read(out, 'report.md'),
      'comment.md': read(out, 'comment.md'),
    });
    const [line = ''] = items.split('\n');
    const { prompt = 'none' } = itemLineSchema.parse(JSON.parse(line));
    for (const text of [prompt, prompt.slice(0, 30), 'The answer is']) {
      expect(JSON.stringify(files)).not.toContain(text);
    }
    expect(here.comments()).toEqual([expect.stringContaining(files['comment.md']?.trim() ?? 'nothing')]);

    const full = await leaving(here, { inputs: { artifact: 'full', 'comment-key': 'math 7b' } });
    const [[name, everything] = ['', {}], ...others] = [...full.left];
    expect([name, others]).toEqual([expect.stringMatching(/^reversal-check-math-7b-[0-9a-f]{8}$/u), []]);
    expect(Object.keys(everything)).toEqual(
      expect.arrayContaining([...Object.keys(files), 'graded.jsonl', 'status.json']),
    );

    const none = await leaving(here, { inputs: { artifact: 'none' } });
    expect([none.code, [...none.left], warningsOf(none)]).toEqual([1, [], []]);
  });

  test('has its shard, if that is requested and it samples one', async () => {
    const here = await scene({ 'model.yaml': modelYaml('v2') });
    const usual = await leaving(here, { inputs: { shard: '2/3' } });
    expect([usual.code, [...usual.left]]).toEqual([0, []]);
    const full = await leaving(here, { inputs: { shard: '2/3', artifact: 'full' } });
    expect([...full.left.keys()]).toEqual(['reversal-check-shard-2-3']);
    const files = full.left.get('reversal-check-shard-2-3') ?? {};
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['shard.json', expect.stringMatching(/^completions\//u)]),
    );
    expect(JSON.stringify(files)).toContain('The answer is');
    for (const secret of [API_KEY, JOB_TOKEN]) expect(JSON.stringify(files)).not.toContain(secret);
  });

  test("is absent if the version did not change; a fork's run uploads a report for others to post", async () => {
    const still = await scene({ 'README.md': 'words' });
    expect((await leaving(still)).left.size).toBe(0);
    const event = pullRequestEvent(still.repository, { from: 'stranger/models' });
    const skipped = await leaving(still, { event, token: 'ghs_readOnly' });
    expect(Object.keys(skipped.left.get('reversal-check') ?? {})).toContain('result.json');

    const moved = await scene({ 'model.yaml': modelYaml('v2') });
    const strangers = pullRequestEvent(moved.repository, { from: 'stranger/models' });
    const fork = await leaving(moved, { event: strangers, token: 'ghs_readOnly' });
    expect(fork.code).toBe(3);
    expect(fork.left.get('reversal-check')?.['comment.md']).toContain(
      'but this run cannot measure the change.',
    );
    expect(moved.comments()).toEqual([]);
  });
});

test('is skipped with a warning without such a service, as on GitHub Enterprise Server, and the verdict still applies', async () => {
  const here = await scene({ 'model.yaml': modelYaml('v2') });
  const found = await here.run({
    inputs: { artifact: '' },
    env: { GITHUB_API_URL: `${here.github.url}/api/v3`, GITHUB_SERVER_URL: 'https://git.acme.test' },
  });
  expect(found.code, found.log).toBe(1);
  expect(warningsOf(found)).toEqual([
    expect.stringContaining('No artifact was uploaded, because there is no artifact service.'),
  ]);
  expect(here.comments()).toEqual([expect.stringContaining('Self-improvement reversal')]);
});

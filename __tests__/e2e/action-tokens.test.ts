import { describe, expect, test } from 'vitest';
import { answers } from '../support/github/faults.ts';
import { atDate } from './preload.ts';
import { modelFiles, type Scene, scene, smallFiles, useModels } from './model-repository.ts';
import { configuration, modelYaml } from '../support/model-files.ts';
import { readResult, temporaryFolder } from './project.ts';
import { type Job, JOB_TOKEN } from './run-action.ts';
import { TOKEN_KINDS, tokenKind } from './token-kinds.ts';

/*
 * With any token that a workflow may use, the Action finds its own comment and issue before it writes, those of this token and of
 * the previous one.
 */

useModels();

const pushed = (here: Scene, before: string): Job['event'] => ({
  name: 'push',
  commit: here.repository.head('main'),
  payload: {
    ref: 'refs/heads/main',
    before,
    after: here.repository.head('main'),
    repository: { full_name: 'acme/models', default_branch: 'main' },
  },
});
const night = ({ repository }: Scene): Job['event'] => ({
  name: 'schedule',
  commit: repository.head('main'),
  payload: { schedule: '0 3 * * *' },
});
const writes = ({ github }: Scene): readonly string[] =>
  github.requests.filter((line) => !line.startsWith('GET ')).map((line) => line.split(' ')[0] ?? '');
const issues = ({ github }: Scene): readonly string[] =>
  github.state.issues.map(({ number, state }) => `${number} ${state}`);

/** The second token of a scene, whose identity the fields of `kind` give. */
function tokenOf({ github }: Scene, { identity }: (typeof TOKEN_KINDS)[number]): string {
  github.state.tokens.set('ghs_second', identity);
  return 'ghs_second';
}

/** If the lock is broken, a version change has no result, which shows quickly. */
const unlocked = async (): ReturnType<typeof smallFiles> => ({
  ...(await smallFiles()),
  'reversal.lock': 'broken',
});

test.each(TOKEN_KINDS)(
  'the token of kind $name: one comment is updated in place, one issue is kept and closed',
  async (kind) => {
    const pull = await scene({ 'model.yaml': modelYaml('v2') }, await unlocked(), kind);
    expect((await pull.run()).code).toBe(2);
    expect(pull.comments()).toEqual([expect.stringContaining('**No result.**')]);
    pull.repository.commit('topic', { 'model.yaml': modelYaml('v1') });
    expect((await pull.run({ run: 101, inputs: { comment: 'failure' } })).outputs['verdict']).toBe('skipped');
    expect(pull.comments()).toEqual([expect.stringContaining('**Skipped.**')]);
    expect(writes(pull)).toEqual(['POST', 'PATCH']);

    const push = await scene({}, await unlocked(), kind);
    const start = push.repository.head('main');
    push.repository.commit('main', { 'model.yaml': modelYaml('v2') });
    for (const run of [100, 101]) await push.run({ run, event: pushed(push, start) });
    expect(issues(push)).toEqual(['21 open']);
    const fixed = push.repository.commit('main', await smallFiles());
    push.repository.commit('main', { 'model.yaml': modelYaml('v2-progress') });
    expect((await push.run({ run: 102, event: pushed(push, fixed) })).code).toBe(0);
    expect(issues(push)).toEqual(['21 closed']);
  },
);

describe('the token of an app', () => {
  test('updates its comment in place: after a failure, after a pass with comment: failure, after a skip', async () => {
    const here = await scene({ 'model.yaml': modelYaml('v2') }, modelFiles(), tokenKind('app'));
    await here.run();
    here.repository.commit('topic', { 'model.yaml': modelYaml('v2-progress') });
    await here.run({ run: 101, inputs: { comment: 'failure' } });
    expect(here.comments()).toEqual([expect.stringContaining('Progress')]);
    here.repository.commit('topic', { 'model.yaml': modelYaml('v1') });
    expect((await here.run({ run: 102 })).outputs['verdict']).toBe('skipped');
    expect(here.comments()).toEqual([expect.stringContaining('**Skipped.**')]);
    expect(writes(here)).toEqual(['POST', 'PATCH', 'PATCH']);
  });

  test('keeps one issue, however often the check fails, and closes it with the first run that passes', async () => {
    const here = await scene({}, modelFiles(), tokenKind('app'));
    const start = here.repository.head('main');
    here.repository.commit('main', { 'model.yaml': modelYaml('v2') });
    for (const run of [100, 101, 102]) await here.run({ run, event: pushed(here, start) });
    expect(issues(here)).toEqual(['21 open']);
    here.repository.commit('main', { 'model.yaml': modelYaml('v2-progress') });
    expect((await here.run({ run: 103, event: pushed(here, start) })).code).toBe(0);
    expect(issues(here)).toEqual(['21 closed']);
  });
});

/** A repository whose nights compare with v1, and which has lost something since. */
async function nights(kind: (typeof TOKEN_KINDS)[number]): Promise<Scene> {
  const withBaseline = configuration.replace('checkpoints:\n', 'checkpoints:\n  baseline: v1\n');
  const here = await scene({}, { ...modelFiles(), 'reversal.yml': withBaseline }, kind);
  here.repository.commit('main', { 'model.yaml': modelYaml('v2') });
  return here;
}

describe('after a change of the token', () => {
  test.each([
    ['app', 'job'],
    ['job', 'app'],
    ['classic', 'job'],
    ['GHES app', 'GHES job'],
    ['Gitea person', 'Gitea job'],
    ['Gitea job', 'Gitea person'],
  ] as const)(
    "from %s to %s, the other token's comment is superseded and does not stay on top",
    async (first, second) => {
      const here = await scene({ 'model.yaml': modelYaml('v2') }, await unlocked(), tokenKind(first));
      const token = tokenOf(here, tokenKind(second));
      await here.run();
      // Nothing is measured any more, so no comment would be created, but the red one must not stay.
      here.repository.commit('topic', { 'model.yaml': modelYaml('v1') });
      await here.run({ token, run: 101 });
      const superseded = expect.stringMatching(/^Superseded by \[a newer comment\]\(.*#issuecomment-1002\)/);
      expect(here.comments()).toEqual([superseded, expect.stringContaining('**Skipped.**')]);
      await here.run({ token, run: 102 });
      expect(here.comments()).toHaveLength(2);
      // Back again: the first token finds its own.
      here.repository.commit('topic', { 'model.yaml': modelYaml('v2') });
      await here.run({ run: 103 });
      expect(here.comments()).toEqual([
        expect.stringContaining('**No result.**'),
        expect.stringMatching(/^Superseded by .*#issuecomment-1001\)/),
      ]);
    },
  );

  test('an open issue is replaced by one of this token, and is closed by a run that passes', async () => {
    const here = await scene({}, await unlocked(), tokenKind('app'));
    const token = tokenOf(here, tokenKind('job'));
    const start = here.repository.head('main');
    here.repository.commit('main', { 'model.yaml': modelYaml('v2') });
    await here.run({ event: pushed(here, start) });
    await here.run({ token, run: 101, event: pushed(here, start) });
    expect(issues(here)).toEqual(['21 closed', '22 open']);
    expect(here.github.state.comments.get(21)?.[0]?.body).toContain('Superseded by #22');
    const fixed = here.repository.commit('main', await smallFiles());
    here.repository.commit('main', { 'model.yaml': modelYaml('v2-progress') });
    await here.run({ run: 102, event: pushed(here, fixed) });
    expect(issues(here)).toEqual(['21 closed', '22 closed']);
  });

  test('an alarm is remembered: its guardrails are not sampled a second time', async () => {
    const here = await nights(tokenKind('app'));
    const token = tokenOf(here, tokenKind('job'));
    const out = temporaryFolder();
    await here.run({ event: night(here), env: atDate('2026-11-02') });
    await here.run({ event: night(here), env: atDate('2026-11-03'), token, run: 101, inputs: { out } });
    expect(readResult(out).warnings.join('\n')).toContain('Alarm still active from an earlier night');
    expect(issues(here)).toEqual(['21 closed', '22 open']);
  });
});

describe('a token that has expired when there is something to report', () => {
  test.each(['a comment', 'an issue'])('changes no verdict, and says so (%s)', async (where) => {
    const app = tokenKind('app');
    const isNight = where === 'an issue';
    const here = await (isNight ? nights(app) : scene({ 'model.yaml': modelYaml('v2') }, modelFiles(), app));
    const { github } = here;
    // A scheduled run reads the guardrails in alarm before it samples the models.
    if (isNight)
      github.inject({ on: /issues/, times: 1, before: () => github.state.tokens.delete(JOB_TOKEN) });
    else github.inject({ on: /./, answer: answers.badCredentials });
    const { code, outputs, commands } = await here.run(
      isNight ? { event: night(here), env: atDate('2026-11-02') } : {},
    );
    expect({ code, verdict: outputs['verdict'] }).toEqual({ code: 1, verdict: 'reversal' });
    const warnings = commands.filter(({ name }) => name === 'warning').map(({ message }) => message);
    expect(warnings.at(-1)).toContain("An app's token expires after one hour");
  });
});

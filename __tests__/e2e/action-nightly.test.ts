import { expect, test } from 'vitest';
import { atDate } from './preload.ts';
import { modelFiles, REQUESTS, scene, useModels } from './model-repository.ts';
import { configuration, modelYaml } from '../support/model-files.ts';
import { readResult, temporaryFolder } from './project.ts';

/*
 * Consecutive nights of one repository: the job that a schedule starts on the default branch. The samples of a night depend only
 * on its date.
 */

const models = useModels();

const NIGHT = REQUESTS / 2;

/** A repository whose nights compare with v1, with this configuration and these additional files. */
async function nights(config: string, more: Readonly<Record<string, string>> = {}) {
  const store = temporaryFolder();
  // v2 loses a fifth of its syntactic diversity, which would be lost on one night and unclear on the next.
  const withBaseline = config
    .replace('checkpoints:\n', 'checkpoints:\n  baseline: v1\n')
    .replace('diversity: { margin: 20% }', 'diversity: { margin: 30% }');
  const { repository, github, run } = await scene(
    {},
    { ...modelFiles(), 'reversal.yml': withBaseline, ...more },
  );
  let runs = 100;
  const night = async (day: string, token?: string) => {
    const out = temporaryFolder();
    const asked = models.asked();
    runs += 1;
    const { code, log, commands } = await run({
      event: { name: 'schedule', commit: repository.head('main'), payload: { schedule: '0 3 * * *' } },
      run: runs,
      inputs: { out, store },
      env: atDate(day),
      ...(token === undefined ? {} : { token }),
    });
    const { verdict, warnings, measures } = readResult(out);
    return {
      code,
      log,
      verdict: verdict.status,
      passed: verdict.passed,
      waived: verdict.waived,
      lost: measures.filter(({ state }) => state === 'lost'),
      warnings: warnings.join('\n'),
      told: commands.filter(({ name }) => name === 'warning').map(({ message }) => message),
      asked: models.asked() - asked,
      issues: github.state.issues.map(({ number, state, title }) => `${number} ${state}: ${title}`),
    };
  };
  return { night, repository, github };
}

test('a failing night opens an issue, the next updates it, and a recovered one closes it', async () => {
  const { night, repository, github } = await nights(configuration);

  // The version of the baseline itself: old's samples are kept, new's are sampled separately.
  expect(await night('2026-11-01')).toMatchObject({
    code: 0,
    verdict: 'unchanged',
    asked: 2 * NIGHT,
    issues: [],
  });

  repository.commit('main', { 'model.yaml': modelYaml('v2') });
  const refused = await night('2026-11-02', 'ghs_readOnly');
  expect(refused).toMatchObject({ code: 1, verdict: 'reversal', issues: [] });
  expect(refused.told).toEqual([expect.stringContaining("Add `issues: write` to the job's `permissions:`")]);
  // Tonight's samples of new, then both sides once more: the same loss was found again.
  expect(refused.asked).toBe(3 * NIGHT);
  expect(refused.warnings).toContain(
    'Alarm triggered by a loss tonight that was confirmed on fresh samples from both versions',
  );

  // The same night again requests nothing twice, and may write now.
  const title = 'reversal-check: Self-improvement reversal (reversal.yml schedule)';
  expect(await night('2026-11-02')).toMatchObject({ code: 1, asked: 0, issues: [`21 open: ${title}`] });

  // A known loss is not sampled a second time.
  const still = await night('2026-11-03');
  expect(still).toMatchObject({
    code: 1,
    verdict: 'reversal',
    asked: NIGHT,
    issues: [`21 open: ${title}`],
  });
  expect(still.warnings).toContain('Alarm still active from an earlier night, until the guardrail is kept');
  const body = github.state.issues[0]?.body ?? '';
  expect(body).toContain('Alarm still active from an earlier night');
  expect(body).toMatch(
    /run:104 outcome:\S+ alarmed:\S+ -->\n<!-- reversal-check:reversal\.yml%20schedule -->$/,
  );

  repository.commit('main', { 'model.yaml': modelYaml('v2-progress') });
  const recovered = await night('2026-11-04');
  expect(recovered).toMatchObject({
    code: 0,
    verdict: 'progress',
    asked: NIGHT,
    issues: ['21 closed: reversal-check: Progress (reversal.yml schedule)'],
  });
  expect(recovered.warnings).toContain('Kept again after an alarm on an earlier night');
  expect(github.state.issues[0]?.stateReason).toBe('completed');
  expect(github.state.comments.get(21)?.map(({ body: said }) => said)).toEqual([
    expect.stringContaining('passes. **Progress.**'),
  ]);
});

test('samples a loss that does not fail the check a second time once: an alarm has its issue, a waived loss needs none', async () => {
  const lenient = `${configuration}policy: { fail-on: [invalid] }\n`;
  const { night, repository } = await nights(lenient);
  repository.commit('main', { 'model.yaml': modelYaml('v2') });
  const first = await night('2026-11-02');
  const issues = ['21 open: reversal-check: Self-improvement reversal (reversal.yml schedule)'];
  expect(first).toMatchObject({ code: 0, verdict: 'reversal', asked: 4 * NIGHT, issues });
  expect(await night('2026-11-03')).toMatchObject({ code: 0, verdict: 'reversal', asked: NIGHT, issues });

  const waivers = first.lost.map(({ suite, id }) => ({
    suite,
    measure: id.slice(`${suite ?? ''}/`.length),
    old: 'v1',
    new: 'v2',
    reason: 'accepted for now',
    by: '@acme/ml',
    expires: '2999-12-31',
  }));
  const accepting = await nights(configuration, { 'reversal-waivers.yml': JSON.stringify({ waivers }) });
  accepting.repository.commit('main', { 'model.yaml': modelYaml('v2') });
  expect(await accepting.night('2026-11-02')).toMatchObject({
    code: 0,
    verdict: 'reversal',
    passed: true,
    waived: true,
    asked: 2 * NIGHT,
    issues: [],
  });
});

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Asked, chatAnswer, type FakeServer, sendJson } from '../sampling/fake-server.ts';
import { credulousVerdict, soundVerdict, startJudge, verdictText } from '../support/judge-server.ts';
import { project, read, readResult, treeOf, withoutCost } from './project.ts';
import { type Run, runCli, startCli } from './run-cli.ts';
import { CHECK, SAMPLES, startSums, sumsFiles } from './sums.ts';

/* A check whose grader uses a model, with the built command. */

const KEY = 'sk-planted-judge-0123456789';
const HEADER = 'planted-judge-header';

const env = { JUDGE_KEY: KEY, JUDGE_HEADERS: JSON.stringify({ 'X-Gate': `Token ${HEADER}` }) };

/** Requests for the known answers: two, and six attacks. */
const CASES = 8;

const RUBRIC = 'The completion ends in the right sum.';

async function judgedProject(models: FakeServer, judge: FakeServer): Promise<string> {
  const files = sumsFiles(models.baseUrl);
  const grader = `
      type: judge
      model: the-judge
      base-url: ${judge.baseUrl}
      api-key-env: JUDGE_KEY
      headers-env: JUDGE_HEADERS
      rubric-file: rubric.md
      known:
        - { text: "#### 4", answer: 4, expected: correct }
        - { text: "#### 5", answer: 4, expected: incorrect }`;
  const folder = project({
    ...files,
    'reversal.yml': `${files['reversal.yml']
      .replace(', grader: numeric }]', '}]')
      .replace(
        /suites: \[\{ (.*)\}\]/u,
        (_, suite: string) => `suites:\n  - ${suite.split(', ').join('\n    ')}\n    grader:${grader}`,
      )}prices: { prompt: 0, completion: 0, judge: { prompt: 10, completion: 10 } }\n`,
    'rubric.md': RUBRIC,
  });
  const { code, stderr } = await runCli(['pin'], { cwd: folder });
  expect(code, stderr).toBe(0);
  return folder;
}

const checkIn = (folder: string, ...more: readonly string[]): Promise<Run> =>
  runCli([...CHECK, ...more], { cwd: folder, env });

const everythingIn = (folder: string): string =>
  treeOf(folder)
    .map((path) => (path.endsWith('/') ? path : `${path}\n${read(folder, path)}`))
    .join('\n');

const told = ({ headers }: Asked): string => JSON.stringify(headers);

describe('a check with a judge', () => {
  test('requests one verdict per completion, counts its cost separately, keeps its key secret, and is explained', async () => {
    const models = await startSums();
    const judge = await startJudge(soundVerdict, (asked, response) => {
      if (asked.path !== '/v1/chat/completions') return false;
      const verdict = soundVerdict(asked);
      sendJson(response, 200, {
        ...chatAnswer(verdictText(verdict, `${told(asked)} ends in another sum`)),
        model: told(asked),
        system_fingerprint: told(asked),
      });
      return true;
    });
    const folder = await judgedProject(models, judge);
    expect(read(folder, 'reversal.lock')).toMatch(/"rubric\.md": "sha256:[0-9a-f]{64}"/u);
    expect(read(folder, 'reversal.lock')).not.toContain('127.0.0.1');
    const planned = await runCli(['plan'], { cwd: folder });
    expect(planned.stdout.replaceAll(/\s+/gu, ' ')).toContain(
      `Judging sums with the-judge needs at most ${SAMPLES} requests`,
    );

    const run = await checkIn(folder);
    expect(run.code, run.stderr).toBe(0);
    const [first] = judge.asked;
    if (first === undefined) throw new Error('the judge was not asked');
    for (const secret of [KEY, HEADER]) expect(told(first)).toContain(secret);
    expect(JSON.stringify(first.body)).toContain(RUBRIC);
    const result = readResult(join(folder, 'out'));
    expect(result.verdict.status).not.toBe('invalid');
    expect(result.cost.sampling?.requests).toBe(models.asked.length);
    expect(result.cost.judge).toMatchObject({ requests: judge.asked.length, reused: 0 });
    expect(result.cost.judge?.cost_usd).toBeGreaterThan(0);
    expect(result.provenance.graders).toEqual({ sums: 'judge 1 by the-judge' });
    expect(judge.asked.length).toBeLessThanOrEqual(CASES + SAMPLES);
    expect(run.stdout.replaceAll(/\s+/gu, ' ')).toContain(`judge: ${judge.asked.length} requests`);

    const explained = await runCli(['explain', '--out', 'out'], { cwd: folder });
    expect(explained.code, explained.stderr).toBe(0);
    expect(explained.stdout).toContain('another sum');
    const all = [run.stdout, run.stderr, explained.stdout, everythingIn(folder)].join('\n');
    expect(all).toContain('[secret]');
    for (const secret of [KEY, HEADER, 'planted']) expect(all).not.toContain(secret);

    const before = judge.asked.length;
    const again = await checkIn(folder);
    expect(again.code, again.stderr).toBe(0);
    expect(judge.asked).toHaveLength(before);
    expect(withoutCost(readResult(join(folder, 'out')))).toEqual(withoutCost(result));
  });

  test('is invalid, and samples nothing, if the judge believes what a completion says about itself', async () => {
    const models = await startSums();
    const folder = await judgedProject(models, await startJudge(credulousVerdict));
    const run = await checkIn(folder);
    expect(run.code, run.stderr).toBe(3);
    expect(models.asked).toEqual([]);
    const { verdict } = readResult(join(folder, 'out'));
    expect(verdict.status).toBe('invalid');
    expect(verdict.reasons[0]).toContain('Award full marks');
    expect(read(folder, 'out/report.md')).toContain('Award full marks');
  });

  test('resumes after an interruption', async () => {
    const models = await startSums();
    const judge = await startJudge(
      soundVerdict,
      (asked) => asked.number === CASES + 20 && process.kill(pid, 'SIGINT'),
    );
    let pid = 0;
    const folder = await judgedProject(models, judge);
    const started = startCli([...CHECK], { cwd: folder, env });
    pid = started.child.pid ?? 0;
    const stopped = await started.ended;
    expect(stopped.code, stopped.stderr).toBe(3);
    expect(stopped.stderr).toContain('Grading by the judge was interrupted.');
    const before = judge.asked.length;
    const sampled = models.asked.length;
    const run = await checkIn(folder);
    expect(run.code, run.stderr).toBe(0);
    expect(models.asked).toHaveLength(sampled);
    const { judge: cost } = readResult(join(folder, 'out')).cost;
    expect(cost?.reused).toBeGreaterThanOrEqual(CASES + 10);
    expect(cost?.requests).toBe(judge.asked.length - before);
  });

  test('ends at once if its key is refused, and names the variable', async () => {
    const models = await startSums();
    const judge = await startJudge(soundVerdict, (asked, response) => {
      sendJson(response, 401, { error: { message: told(asked) } });
      return true;
    });
    const run = await checkIn(await judgedProject(models, judge));
    expect(run.code, run.stderr).toBe(3);
    expect(run.stderr).toContain('environment variable JUDGE_KEY');
    expect(run.stderr).toContain('Set JUDGE_KEY to a key with access to the-judge');
    expect(run.stderr).not.toContain('planted');
    expect(models.asked).toEqual([]);
  });
});

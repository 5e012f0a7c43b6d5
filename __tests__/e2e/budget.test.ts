import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read, readResult, withoutCost } from './project.ts';
import { runCli } from './run-cli.ts';
import { CHECK, SAMPLES, startSums, sumsProject } from './sums.ts';

async function budgetedProject(budget: string) {
  const server = await startSums();
  const folder = await sumsProject(server.baseUrl, { concurrency: 1 });
  appendFileSync(join(folder, 'reversal.yml'), `${budget}\n`);
  return { server, folder };
}

test('the samples that both sides have are compared, and the report says that the budget ended sampling', async () => {
  const { server, folder } = await budgetedProject('budget: { max-requests: 142 }');
  const { code, stderr } = await runCli([...CHECK], { cwd: folder });
  expect(code, stderr).toBe(0);
  expect(server.asked).toHaveLength(142);
  const { verdict, suites, warnings } = readResult(join(folder, 'out'));
  expect(verdict.status).not.toBe('invalid');
  // Four requests per item: the half of the 36th that was requested is left out.
  expect(suites).toMatchObject([{ items: 35, dropped_items: 0, samples: { old: 70, new: 70 } }]);
  const said =
    'budget.max-requests (142) ended sampling. Both checkpoints have enough samples for 35 of 40 items of sums. Only these are compared. The rest of the plan requires 18 more samples; set budget.max-requests to about 160.';
  expect(warnings.map((text) => text.replaceAll('\u00A0', ' '))).toContain(said);
  expect(read(folder, 'out/report.md').replaceAll('\u00A0', ' ')).toContain(
    'budget.max-requests (142) ended sampling',
  );

  appendFileSync(join(folder, 'reversal.yml'), '# a comment changes nothing\n');
  const again = await runCli([...CHECK], { cwd: folder });
  expect(again.code, again.stderr).toBe(0);
  expect(server.asked).toHaveLength(SAMPLES);
  expect(readResult(join(folder, 'out'))).toMatchObject({
    suites: [{ items: 40 }],
    cost: { sampling: { requests: SAMPLES - 142, reused: 142 } },
    warnings: [expect.stringContaining('Exploratory: this pair of checkpoints already has a verdict')],
  });
});

test('too few samples are invalid, with the sufficient budget; so are none at all', async () => {
  const { folder } = await budgetedProject('budget: { max-requests: 40 }');
  const few = await runCli([...CHECK], { cwd: folder });
  expect(few.code, few.stderr).toBe(3);
  const { verdict } = readResult(join(folder, 'out'));
  expect(verdict.status).toBe('invalid');
  expect(verdict.reasons[0]?.replaceAll('\u00A0', ' ')).toBe(
    'budget.max-requests (40) ended sampling. Both checkpoints have enough samples for 10 of 40 items of sums. That is too few: each suite needs 30 independent items. The rest of the plan requires 120 more samples; set budget.max-requests to about 160.',
  );

  const { folder: none } = await budgetedProject('budget: { max-requests: 1 }');
  const nothing = await runCli([...CHECK], { cwd: none });
  expect(nothing.code, nothing.stderr).toBe(3);
  expect(readResult(join(none, 'out')).verdict.reasons[0]).toMatch(/0 of 40.*That is too few/u);
});

test('shards share the budget, and their samples are compared together', async () => {
  const { server, folder } = await budgetedProject('budget: { max-requests: 145 }');
  for (const number of [1, 2]) {
    const args = `check --old v1 --new v2 --shard ${number}/2 --out parts/${number}`.split(' ');
    const { code, stderr } = await runCli(args, { cwd: folder });
    expect(code, stderr).toBe(0);
    expect(JSON.parse(read(folder, 'parts', String(number), 'shard.json'))).toMatchObject({
      status: 'cut',
      cut: { limit: 'max-requests', allowed: 72, by_default: false },
    });
  }
  expect(server.asked).toHaveLength(144);
  const { code, stderr } = await runCli(['merge', 'parts', '--out', 'out'], { cwd: folder });
  expect(code, stderr).toBe(0);
  const { suites, warnings } = withoutCost(readResult(join(folder, 'out')));
  expect(suites).toMatchObject([{ items: 36 }]);
  expect(warnings.join(' ')).toContain('budget.max-requests (145) ended sampling.');
});

test('a limit that cannot be kept is refused before any request', async () => {
  const { server, folder } = await budgetedProject('budget: { max-cost: 1, max-tokens: 5 }');
  const { code, stderr } = await runCli([...CHECK], { cwd: folder });
  expect(code).toBe(2);
  expect(stderr).toContain('budget.max-cost: found no prices, so the cost of a token is unknown');
  expect(stderr).toContain(
    'budget.max-tokens: found no limit on the length of a completion, so one completion could use any number of tokens',
  );
  expect(server.asked).toHaveLength(0);
});

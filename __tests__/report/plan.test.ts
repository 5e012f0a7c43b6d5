import { describe, expect, test } from 'vitest';
import type { PlannedRun } from '../../src/report/plan.ts';
import { outlookWarnings, planWarnings, serialisePlan, totalsOf } from '../../src/report/plan.ts';
import { renderPlanMarkdown, renderPlanTerminal } from '../../src/report/plan-rendering.ts';
import type { SideEstimate } from '../../src/sampling/estimate/estimate.ts';
import type { GuardrailOutlook } from '../../src/verdict/outlook.ts';

const side = (which: 'old' | 'new', rest: Partial<SideEstimate> = {}): SideEstimate => ({
  suite: 'gsm8k',
  side: which,
  samples: 9600,
  stored: 0,
  requests: 9600,
  promptTokens: 480_000,
  completionTokens: { tokens: 9_830_400, basis: 'limit' },
  tokensPerCompletion: 1024,
  costUsd: 5.97,
  singly: { requests: 9600, promptTokens: 480_000, costUsd: 5.97 },
  ...rest,
});

const STORED = side('old', {
  stored: 9600,
  requests: 0,
  promptTokens: 0,
  completionTokens: { tokens: 0, basis: 'store' },
  costUsd: 0,
  singly: { requests: 0, promptTokens: 0, costUsd: 0 },
});

const guardrail = (rest: Partial<GuardrailOutlook> = {}): GuardrailOutlook => ({
  guardrail: 'coverage',
  suite: 'gsm8k',
  kind: undefined,
  group: undefined,
  margin: { kind: 'points', fraction: 0.02 },
  items: 300,
  effectiveClusters: 300,
  gates: true,
  chanceKept: 0.372,
  detectable: 0.0411,
  itemsRecommended: 651,
  ...rest,
});

const planOf = (rest: Partial<PlannedRun> = {}): PlannedRun => ({
  versions: { old: 'v1', new: 'v2' },
  samplesPerItem: 32,
  sides: [STORED, side('new')],
  embedding: undefined,
  judging: [],
  budget: {},
  outlook: [guardrail()],
  exclusions: [],
  ...rest,
});

const WIDE = { colour: false, columns: 200, unicode: true };

describe('totals', () => {
  test('are sums over suites and sides', () => {
    expect(totalsOf([side('old'), side('new')])).toMatchObject({
      requests: 19_200,
      promptTokens: 960_000,
      completionTokens: 19_660_800,
      bounded: true,
      costUsd: 11.94,
    });
  });

  test('are unknown if a side without any bound has requests left', () => {
    const unbounded = { completionTokens: undefined, costUsd: undefined };
    expect(totalsOf([STORED, side('new', unbounded)])).toMatchObject({
      completionTokens: undefined,
      costUsd: undefined,
    });
    expect(totalsOf([side('old', { ...unbounded, requests: 0, costUsd: 0 }), STORED])).toMatchObject({
      completionTokens: 0,
      costUsd: 0,
    });
  });

  test('cost nothing without requests', () => {
    expect(totalsOf([])).toMatchObject({ requests: 0, completionTokens: 0, costUsd: 0, bounded: false });
  });
});

const warned = (rest: Partial<GuardrailOutlook>): number =>
  outlookWarnings(planOf({ outlook: [guardrail(rest)] })).length;

describe('warnings', () => {
  test('name guardrail, suite, sizes, margin, chance and a sufficient size', () => {
    expect(outlookWarnings(planOf())).toEqual([
      'guardrails.coverage: with 300 items and 32 samples per item on gsm8k, coverage (margin 2 points) is kept in 37.2% of checks of an unchanged pair, and unclear in the others. About 651 items are recommended (assuming a standard deviation of √(1/(3n) + 0.1²) per item).'.replaceAll(
        /(?<=300|32|37\.2) /g,
        '\u00A0',
      ),
    ]);
  });

  test('are given below 80%, and not for guardrails that are only reported', () => {
    expect(warned({ chanceKept: 0.8 })).toBe(0);
    expect(warned({ chanceKept: 0.7999 })).toBe(1);
    expect(warned({ chanceKept: 0.1, gates: false })).toBe(0);
  });
});

describe.each([
  ['Markdown', renderPlanMarkdown],
  ['a terminal', (run: PlannedRun) => renderPlanTerminal(run, WIDE)],
] as const)('a plan for %s', (_, rendered) => {
  const render = (run: PlannedRun): string =>
    rendered(run)
      .replaceAll('\u00A0', ' ')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&#46;', '.')
      .replaceAll('&#36;', '$');

  test('says what is requested, what limits it and what it costs', () => {
    const text = render(planOf());
    expect(text).toContain('9,600 requests (9,600 samples in the store)');
    expect(text).toMatch(/about 480k prompt and at most 9.83M completion tokens; at most \$5.97/);
    expect(text).toContain('≤ 9.83M');
    expect(text).toContain('Prompt tokens are estimated at one per four characters');
    expect(text).toContain('4.11 points');
    expect(text).toContain('37.2%');
    expect(text).toContain('651 items');
  });

  test('says what comes from stored completions, and what has no limit', () => {
    const fromStore = side('new', {
      completionTokens: { tokens: 1_200_000, basis: 'store' },
      costUsd: undefined,
    });
    expect(render(planOf({ sides: [STORED, fromStore] }))).toMatch(/about 1.2M completion tokens\./);
    const unbounded = side('new', { completionTokens: undefined, costUsd: undefined });
    const text = render(planOf({ sides: [STORED, unbounded] }));
    expect(text).toContain(
      'There is no limit on the number of completion tokens, because sampling.max-tokens is not set.',
    );
    expect(text).toContain('no limit');
  });

  test('says how much judging takes at most, which counts against the budget', () => {
    const judging = [
      {
        suite: 'letters',
        model: 'judge',
        verdicts: 9600,
        promptTokens: 4_800_000,
        completionTokens: 9_830_400,
        costUsd: 12.5,
      },
    ];
    const shown = (run: PlannedRun): string =>
      render(run)
        .replaceAll(/[\n\u00A0]/gu, ' ')
        .replaceAll(/ +/gu, ' ');
    expect(shown(planOf({ judging }))).toContain(
      "Judging letters with judge needs at most 9,600 requests, 4.8M prompt and 9.83M completion tokens ($12.50), in addition to the judge's known answers. Repeated",
    );
    const unlimited = judging.map((each) => ({ ...each, promptTokens: undefined, costUsd: undefined }));
    expect(shown(planOf({ judging: unlimited }))).toContain(
      "Judging letters with judge needs at most 9,600 requests and 9.83M completion tokens, in addition to the judge's known answers. There is no limit on the number of prompt tokens, because the prompts contain completions and sampling.max-tokens is not set. Repeated",
    );
    const { requests, singly } = totalsOf(planOf().sides);
    const whole = Math.max(requests, singly.requests) + 9600;
    const enough = { maxRequests: whole };
    expect(planWarnings(planOf({ judging, budget: enough, outlook: [] }))).toEqual([]);
    const budget = { maxRequests: whole - 1 };
    expect(planWarnings(planOf({ judging, budget, outlook: [] }))).toHaveLength(1);
    expect(JSON.parse(serialisePlan(planOf({ judging })))).toMatchObject({
      judging: [{ suite: 'letters', requests_at_most: 9600, cost_usd_at_most: 12.5 }],
    });
  });

  test('says how much embedding takes at most, if solutions are embedded', () => {
    const embedding = { model: 'bge-m3', texts: 19_200, requests: 300, promptTokens: 4_800_000 };
    expect(render(planOf({ embedding })).replaceAll('\n', ' ')).toContain(
      'Embedding solutions with bge-m3 needs at most 300 requests for 19,200 solutions and 4.8M tokens. Wrong, repeated and stored solutions are not sent.',
    );
    expect(render(planOf())).not.toContain('Embedding');
    expect(JSON.parse(serialisePlan(planOf({ embedding })))).toMatchObject({
      embeddings: {
        model: 'bge-m3',
        texts_at_most: 19_200,
        requests_at_most: 300,
        prompt_tokens_at_most: 4_800_000,
      },
    });
    expect(JSON.parse(serialisePlan(planOf()))).toMatchObject({ embeddings: null });
  });

  test('says what may be spent, and which limit the whole plan exceeds', () => {
    const oneLine = (run: PlannedRun): string => render(run).replaceAll('\n', ' ');
    expect(oneLine(planOf())).toContain(
      'Budget: at most a quarter more requests than needed, or 100 more if that is larger (by default).',
    );
    const wide = { maxRequests: 9600, maxTokens: 10_310_400, maxCostUsd: 5.97, maxMinutes: 90 };
    expect(oneLine(planOf({ budget: wide }))).toContain(
      'Budget: at most 9,600 requests, 10.3M tokens, $5.97, 90 min.',
    );
    expect(planWarnings(planOf({ budget: wide, outlook: [] }))).toEqual([]);
    const tight = { maxRequests: 9599, maxTokens: 10_310_399, maxCostUsd: 5.96, maxMinutes: 1 };
    const warnings = planWarnings(planOf({ budget: tight, outlook: [] }));
    expect(warnings.map((warning) => warning.split(':')[0])).toEqual([
      'budget.max-requests',
      'budget.max-tokens',
      'budget.max-cost',
    ]);
    expect(oneLine(planOf({ budget: tight }))).toMatch(
      /budget\.max-cost: \$5\.96 may not be enough, because the check needs up to \$5\.97/,
    );
  });

  test('says what it takes if a server returns one completion per request, and warns of a limit for that', () => {
    const several = side('new', { requests: 1200, promptTokens: 60_000, costUsd: 5.91 });
    const text = render(planOf({ sides: [STORED, several] })).replaceAll('\n', ' ');
    expect(text).toMatch(/1,200 requests \(9,600 samples in the store\), about 60k prompt/);
    expect(text).toContain(
      'If the servers return only one completion per request, the check needs 9,600 requests and about 480k prompt tokens; at most $5.97 in total.',
    );
    expect(render(planOf())).not.toContain('one completion per request');
    const limited = (maxRequests: number): readonly string[] =>
      planWarnings(planOf({ sides: [STORED, several], budget: { maxRequests }, outlook: [] })).map(
        (warning) => warning.replaceAll('\u00A0', ' '),
      );
    expect(limited(9600)).toEqual([]);
    expect(limited(1200)).toEqual([
      expect.stringContaining('needs 9,600 requests if a server returns one completion per request.'),
    ]);
    expect(limited(1199)).toEqual([expect.stringContaining('needs 1,200 requests.')]);
    expect(JSON.parse(serialisePlan(planOf({ sides: [STORED, several] })))).toMatchObject({
      suites: [{}, { requests: 1200, singly: { requests: 9600, prompt_tokens: 480_000, cost_usd: 5.97 } }],
      total: { requests: 1200, prompt_tokens: 60_000, singly: { requests: 9600, prompt_tokens: 480_000 } },
    });
  });

  test('says that no versions were given', () => {
    expect(render(planOf({ versions: undefined }))).toContain(
      'Without --old and --new, the plan assumes that nothing is stored.',
    );
    expect(render(planOf())).not.toContain(
      'Without --old and --new, the plan assumes that nothing is stored.',
    );
  });

  test('names kind and group, a margin relative to old, and guardrails that are only reported', () => {
    const relative = { kind: 'relative', fraction: 0.1 } as const;
    const text = render(
      planOf({
        outlook: [
          guardrail({ guardrail: 'diversity', kind: 'logical', margin: relative, detectable: 0.125 }),
          guardrail({ guardrail: 'hardest-group', group: 'level 5', gates: false }),
        ],
      }),
    );
    expect(text).toContain('diversity logical');
    expect(text).toContain('12.5%');
    expect(text).toContain("the baseline's diversity is 0.50");
    expect(text).toMatch(/hardest-group \(level 5\).*not a guardrail/);
  });

  test('hostile names have no effect', () => {
    const hostile = '@everyone | <img> ::error:: \u001B[2J #1';
    const text = rendered(
      planOf({
        sides: [side('old', { suite: hostile })],
        outlook: [guardrail({ suite: hostile, group: hostile })],
      }),
    );
    expect(text).not.toContain('\u001B');
    expect(text).not.toMatch(/^::error/m);
    if (rendered === renderPlanMarkdown) expect(text).not.toMatch(/<img>|@everyone|[^\\&]#1/);
  });

  test('omits the table of guardrails if there are no guardrails', () => {
    expect(render(planOf({ outlook: [] }))).not.toContain('detectable');
  });
});

test('uses only ASCII on a terminal without Unicode', () => {
  const text = renderPlanTerminal(planOf(), { ...WIDE, unicode: false });
  // oxlint-disable-next-line no-control-regex -- the range of ASCII
  expect(text).toMatch(/^[\u0000-\u007F]*$/);
  expect(text).toContain('<= 9.83M');
});

test('in JSON nothing is rounded, and unknown values are null', () => {
  const { sides, outlook } = planOf();
  const parsed: unknown = JSON.parse(
    serialisePlan({
      versions: undefined,
      samplesPerItem: 32,
      sides: [...sides, side('new', { completionTokens: undefined, costUsd: undefined })],
      embedding: undefined,
      exclusions: [
        {
          suite: 'mmlu',
          grader: 'choice',
          of: 100,
          items: [{ id: 'm7', reason: 'it has two right answers' }],
        },
      ],
      judging: [],
      budget: { maxRequests: 30_000, maxMinutes: 0.5 },
      outlook,
    }),
  );
  expect(parsed).toMatchObject({
    schema: 1,
    old: null,
    new: null,
    samples_per_item: 32,
    suites: [
      { stored: 9600, completion_tokens: 0, completion_tokens_from: 'store', cost_usd: 0 },
      { cost_usd: 5.97 },
      { completion_tokens: null, completion_tokens_from: null, cost_usd: null },
    ],
    total: { requests: 19_200, completion_tokens: null, cost_usd: null },
    budget: { max_requests: 30_000, max_tokens: null, max_cost_usd: null, max_minutes: 0.5 },
    guardrails: [
      {
        guardrail: 'coverage',
        margin: 0.02,
        margin_is_relative: false,
        chance_kept: 0.372,
        detectable: 0.0411,
        items_recommended: 651,
      },
    ],
    excluded: [{ suite: 'mmlu', id: 'm7', reason: 'it has two right answers' }],
    warnings: [
      '1 of 100\u00A0items of mmlu is excluded on both sides, because the grader choice cannot grade it: m7 (it has two right answers).',
      ...outlookWarnings(planOf()),
    ],
  });
});

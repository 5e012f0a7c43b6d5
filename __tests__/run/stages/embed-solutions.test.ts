import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/run/check/check.ts';
import { compare } from '../../../src/run/compare/compare.ts';
import type { Checked } from '../../../src/run/stages/conclude.ts';
import { explain } from '../../../src/run/explain/explain.ts';
import { writeRunFolder } from '../../../src/run/stages/run-folder.ts';
import { pin } from '../../../src/run/plan/pin.ts';
import { SamplingError } from '../../../src/errors.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import type { MeasureResult, Result } from '../../../src/result/result.ts';
import type { Explanation } from '../../../src/result/explanation.ts';
import { storedEmbeddings } from '../../../src/store/embedding-store.ts';
import { embedderWith } from '../../../src/sampling/embeddings/embeddings.ts';
import { samplerWith } from '../../../src/sampling/sampler.ts';
import { sendJson } from '../../sampling/fake-server.ts';
import { makeFolder, stillTiming } from '../../sampling/setting.ts';
import { startEmbeddingsServer, textsOf } from '../../support/embeddings-server.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { noLooks } from '../../support/no-looks.ts';
import type { Checkpoint } from '../../support/simulator/checkpoint.ts';
import { drawSamples } from '../../support/simulator/draw.ts';
import { readEvals } from '../../support/simulator/read-evals.ts';
import { scenarios } from '../../support/simulator/scenarios.ts';
import { startSimulator } from '../../support/simulator/simulator.ts';
import { withoutEffects } from '../../support/without-effects.ts';
import { anyBudget } from '../../support/any-budget.ts';

const N = 8;
const evals = join(import.meta.dirname, '../../../examples/simulated/evals');
const wordProblems = readFileSync(join(evals, 'word-problems.jsonl'), 'utf8');
const items = readEvals(evals).filter(({ suite }) => suite === 'word-problems');

const configuration = (embeddings: string, rest = ''): string => `
${rest}
sampling: { temperature: 0.8, n-per-request: 1 }
suites: [{ name: word-problems, role: target, items: items.jsonl, grader: numeric }]
guardrails: { accuracy: { margin: 5 points }, coverage: { margin: 5 points }, hardest-group: off }
embeddings: ${embeddings}
`;

function generations(checkpoint: Checkpoint): string {
  return items
    .flatMap((item) =>
      drawSamples(checkpoint, item, N).map(({ text }, index) =>
        JSON.stringify({ suite: item.suite, id: item.id, index, text }),
      ),
    )
    .join('\n');
}

const semantic = ({ measures }: Result): MeasureResult => {
  const found = measures.find(({ name }) => name === 'semantic');
  if (found === undefined) throw new Error('semantic diversity is not in the result');
  return found;
};

type Pair = { readonly old: Checkpoint; readonly new: Checkpoint };

const filesOf = (pair: Pair, baseUrl: string): Record<string, string> => ({
  'reversal.yml': configuration(`{ model: bags, base-url: ${baseUrl}, batch: 500 }`),
  'items.jsonl': wordProblems,
  'old.jsonl': generations(pair.old),
  'new.jsonl': generations(pair.new),
});

async function compared(
  pair: Pair,
  { baseUrl, storeDir }: { readonly baseUrl: string; readonly storeDir: string },
  warnings: string[] = [],
): Promise<Checked> {
  const embed = embedderWith(stillTiming());
  return compare({
    nowMs: 0,
    configPath: 'reversal.yml',
    paths: { old: 'old.jsonl', new: 'new.jsonl' },
    names: {},
    files: memoryFiles(filesOf(pair, baseUrl)),
    grading: withoutEffects,
    embed: (request) => embed({ ...request, signal: new AbortController().signal }),
    storeDir,
    env: {},
    onWarning: (warning) => warnings.push(warning),
  });
}

/** Explains the semantic diversity of a run, using the embeddings in a store. */
async function explanationOf(
  pair: Pair,
  run: Checked,
  { baseUrl }: { readonly baseUrl: string },
): Promise<(storeDir: string) => Promise<Explanation>> {
  const written = await writeRunFolder(await makeFolder(), run);
  const files = memoryFiles({
    ...filesOf(pair, baseUrl),
    'out/result.json': readFileSync(written.result, 'utf8'),
    'out/graded.jsonl': readFileSync(written.graded, 'utf8'),
  });
  return (storeDir) =>
    explain({
      target: semantic(run.result).id,
      folder: 'out',
      configPath: 'reversal.yml',
      files,
      source: { paths: { old: 'old.jsonl', new: 'new.jsonl' } },
      embeddings: { storeDir, env: {}, lookUp: storedEmbeddings },
      mostItems: 1000,
      samplesOfItem: 1,
    });
}

describe('semantic diversity of known checkpoints', () => {
  it('is lost by the narrowed one; a second run and its explanation send no requests and agree', async () => {
    const server = await startEmbeddingsServer();
    const storeDir = await makeFolder();
    const { result } = await compared(scenarios.narrowed, { baseUrl: server.baseUrl, storeDir });
    const measure = semantic(result);
    expect(measure.gates).toBe(true);
    expect(measure.state).toBe('lost');
    expect(result.verdict.status).toBe('reversal');
    expect(result.provenance.embeddings).toEqual({ model: 'bags', max_characters: 8000 });
    expect(result.cost.embeddings?.requests).toBe(server.asked.length);
    expect(result.cost.embeddings?.prompt_tokens).toBeGreaterThan(0);
    expect(renderMarkdown(result)).toContain('Embeddings: `bags`, at most 8,000\u00A0characters per text');

    await server.stop();
    const again = await compared(scenarios.narrowed, { baseUrl: server.baseUrl, storeDir });
    const { requests, reused } = again.result.cost.embeddings ?? { requests: undefined, reused: 0 };
    expect(requests).toBe(0);
    expect(reused).toBeGreaterThan(1000);
    expect({ ...again.result, cost: {} }).toEqual({ ...result, cost: {} });

    const explained = await explanationOf(scenarios.narrowed, again, { baseUrl: server.baseUrl });
    const { moved, items: told } = await explained(storeDir);
    expect(moved?.items).toBe(measure.items);
    expect(moved?.down).toBeGreaterThan(2 * (moved?.up ?? 0));
    const fell = told.map((item) => (item.old.value ?? 0) - (item.new.value ?? 0));
    expect(fell).toEqual(fell.toSorted((a, b) => b - a));
    expect(fell).toHaveLength(moved?.down ?? 0);
    await expect(explained(await makeFolder())).rejects.toThrow(
      'have a solution that could not be embedded\n  Use --store to specify the store that contains the embeddings',
    );
  });

  it('is kept by an equal one', async () => {
    const server = await startEmbeddingsServer();
    const { result } = await compared(scenarios.same, {
      baseUrl: server.baseUrl,
      storeDir: await makeFolder(),
    });
    expect(semantic(result).state).toBe('kept');
  });
});

describe('texts that cannot be embedded', () => {
  it('are reported with the reason, and leave the guardrail unclear if they are more than a tenth', async () => {
    const server = await startEmbeddingsServer((asked, response) => {
      if (!textsOf(asked).some(({ length }) => length % 40 === 0)) return false;
      sendJson(response, 400, { error: { message: 'not of this length' } });
      return true;
    });
    const { result } = await compared(scenarios.same, {
      baseUrl: server.baseUrl,
      storeDir: await makeFolder(),
    });
    expect(semantic(result).state).toBe('unclear');
    expect(semantic(result).reason).toMatch(/^\d+ of \d+ items have a solution that could not be embedded$/u);
    expect(result.warnings.join('\n')).toMatch(
      /\d+ of \d+ different solutions could not be embedded \(HTTP 400: not of this length\)/u,
    );
  });

  it('end a comparison whose server is unreachable, with a way to do without it', async () => {
    const server = await startEmbeddingsServer();
    await server.stop();
    const error: unknown = await compared(scenarios.same, {
      baseUrl: server.baseUrl,
      storeDir: await makeFolder(),
    }).catch((reason: unknown) => reason);
    if (!(error instanceof SamplingError)) throw error;
    expect(error.exitCode).toBe(3);
    expect(error.fix).toContain('even to compare files');
  });
});

it('a check embeds its samples, against a lock that pins the model', async () => {
  const simulator = await startSimulator({
    checkpoints: [scenarios.same.old, scenarios.same.new],
    items,
  });
  const server = await startEmbeddingsServer();
  const few = wordProblems.split('\n').slice(0, 200).join('\n');
  const config = configuration(
    '{ model: bags, base-url-env: EMBEDDINGS }',
    `checkpoints: { model: 'simulated-{version}', base-url: ${simulator.baseUrl} }`,
  )
    .replace('temperature: 0.8', 'temperature: 0.8, n: 4')
    .replace('coverage: { margin: 5 points }', 'coverage: off');
  const contents = { 'reversal.yml': config, 'items.jsonl': few };
  const { text } = await pin('reversal.yml', memoryFiles(contents));
  expect(JSON.parse(text)).toMatchObject({ embeddings: { model: 'bags', 'max-characters': 8000 } });
  const { signal } = new AbortController();
  const embed = embedderWith(stillTiming());
  const checkedWith = async (lock: string): Promise<Checked> =>
    check({
      configPath: 'reversal.yml',
      versions: { old: scenarios.same.old.version, new: scenarios.same.new.version },
      files: memoryFiles({ ...contents, 'reversal.lock': lock }),
      sampler: samplerWith(stillTiming()),
      openBudget: anyBudget,
      grading: withoutEffects,
      openLooks: noLooks,
      nowMs: 0,
      embed: (request) => embed({ ...request, signal }),
      storeDir: await makeFolder(),
      env: { EMBEDDINGS: server.baseUrl },
      signal,
      onProgress: () => {},
    });
  try {
    const { result } = await checkedWith(text);
    expect(semantic(result).items).toBeGreaterThan(50);
    expect(result.cost.sampling?.requests).toBe(4 * 200 * 2);
    expect(result.cost.embeddings?.requests).toBe(server.asked.length);
    await expect(checkedWith(text.replace('"bags"', '"cats"'))).rejects.toThrow(
      'embeddings model: pinned "cats", now "bags"',
    );
  } finally {
    await simulator.close();
  }
});

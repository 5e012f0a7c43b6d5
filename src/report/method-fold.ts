import { blocks, list, table, type Fold } from './fold.ts';
import { inKeyOrder } from '../result/key-order.ts';
import { markdownCode, markdownFence, markdownText, SENTENCE_LIMIT } from '../result/text/neutralise.ts';
import { costSentence } from '../result/sentences/cost-sentence.ts';
import * as numbers from '../result/sentences/numbers.ts';
import type { Result } from '../result/result.ts';

const servedAs = ({ version, model }: Result['old']): string =>
  model === undefined ? markdownCode(version) : `${markdownCode(version)}, served as ${markdownCode(model)}`;

const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;

const settings = (record: Readonly<Record<string, unknown>>): string =>
  Object.entries(record)
    .toSorted(byKey)
    .map(([key, value]) => markdownCode(`${key}: ${JSON.stringify(inKeyOrder(value))}`))
    .join(', ');

const suitesTable = ({ suites }: Result): string =>
  suites.length === 0
    ? ''
    : table(
        ['suite', 'role', 'grader', 'items', 'dropped', 'samples per item', 'K'],
        suites.map((suite) => [
          markdownText(suite.name),
          suite.role,
          markdownText(suite.grader),
          numbers.count(suite.items),
          numbers.count(suite.dropped_items),
          numbers.count(suite.samples_per_item),
          numbers.count(suite.k),
        ]),
        ['l', 'l', 'l', 'r', 'r', 'r', 'r'],
      );

const NO_COST = { requests: 0, prompt_tokens: 0, reused: 0 };

const STATES = `Both checkpoints were sampled on the same items with the same settings. Changes are paired by item, and their 95% intervals account for clusters of items. **lost**: a loss at or beyond the margin is shown, after adjusting for the number of guardrails. **kept**: a loss beyond the margin is ruled out. **unclear**: a loss is neither shown nor ruled out. Changes are in percentage points or, if marked with %, in percent of the baseline's value. \`docs/glossary.md\` in reversal-check's repository explains every term.`;

/** The model that embedded the solutions, and the embedding cost; empty if there are no embeddings. */
const embeddingsLine = ({ cost, provenance }: Result): string[] => {
  const { embeddings } = provenance;
  if (embeddings === undefined) return [];
  const { requests, prompt_tokens: tokens, reused } = cost.embeddings ?? NO_COST;
  return [
    `Embeddings: ${markdownCode(embeddings.model)}, at most ${numbers.counted(embeddings.max_characters, 'character')} per text; ${numbers.counted(requests, 'request')}, ${numbers.tokens(tokens)} tokens; ${numbers.counted(reused, 'embedding')} from the store`,
  ];
};

/** The engine, plus the configuration and lock if they were read. */
const engineLine = ({ provenance: { engine, config_hash: config, lock_hash: lock } }: Result): string => {
  const read =
    config === undefined
      ? []
      : [
          `configuration ${markdownCode(config)}`,
          lock === undefined ? 'no lock' : `lock ${markdownCode(lock)}`,
        ];
  return [`reversal-check ${markdownCode(engine)}`, ...read].join(', ');
};

/** A fold that describes how the result was measured, its cost and the command that reproduces it. */
export const methodFold = (result: Result): Fold => {
  const { cost, provenance } = result;
  const sampling = settings(provenance.sampling);
  const graders = settings(provenance.graders);
  return {
    summary: result.suites.length === 0 ? 'Versions' : 'Method, cost and how to reproduce this',
    body: blocks(
      result.measures.length === 0 ? '' : STATES,
      list([
        `Old: ${servedAs(result.old)}`,
        `New: ${servedAs(result.new)}`,
        ...(sampling === '' ? [] : [`Sampling: ${sampling}`]),
        ...(graders === '' ? [] : [`Graders: ${graders}`]),
        ...costSentence(cost).map((sentence) => `Cost: ${sentence}`),
        ...embeddingsLine(result),
        ...(provenance.serving === undefined
          ? []
          : [`Served by: ${markdownText(provenance.serving, SENTENCE_LIMIT)}`]),
        engineLine(result),
      ]),
      suitesTable(result),
      provenance.reproduce === undefined ? '' : markdownFence(provenance.reproduce, 'sh'),
    ),
  };
};

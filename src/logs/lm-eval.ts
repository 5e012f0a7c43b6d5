import { z } from 'zod';
import { canonicalJson } from '../files/canonical-json.ts';
import { quoted } from '../files/printable.ts';
import { type OpenFile, readJsonLines } from '../files/json-lines.ts';
import { type Problem, configError } from '../files/problem.ts';
import { parsePythonJson } from './python-json.ts';
import { refuseMostlyMissing } from './planned-samples.ts';
import { outcomeOfScore } from './read-score.ts';
import type { LoggedItem, LoggedSample, LoggedScore, TaskLog } from './task-log.ts';

/** Matches the name of the file in which lm-eval stores a task's samples. The name may include the time of the run. */
const FILE_NAME = /^samples_(.+?)(?:_\d{4}-\d\d-\d\dT[\d.-]+)?\.jsonl$/u;

/** The task whose samples are in the file with this name; undefined if lm-eval does not use such a name for samples. */
export const lmEvalTask = (fileName: string): string | undefined => FILE_NAME.exec(fileName)?.[1];

const lineSchema = z.looseObject({
  doc_id: z.union([z.string().min(1), z.number()]),
  doc: z.unknown().optional(),
  target: z.unknown().optional(),
  // A list of lists up to lm-eval 0.4.3, and an object of objects since then.
  arguments: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
  resps: z.array(z.array(z.unknown())).min(1),
  filter: z.string().default('none'),
  metrics: z.array(z.string()).optional(),
});

type Line = z.output<typeof lineSchema>;

/**
 * The members of a line that are not scores. This list is needed for versions of lm-eval that do not list the scores.
 */
const NO_SCORES = new Set(
  'doc_id doc target arguments resps filtered_resps filter metrics doc_hash prompt_hash target_hash'.split(
    ' ',
  ),
);

const FIX =
  'Specify a samples_….jsonl file that lm-eval wrote with --log_samples, or a folder with such files.';

/** The line's scores, named as in lm-eval's own table: the metric, a comma, and the filter. */
const scoresOf = (line: Line): [name: string, score: LoggedScore][] => {
  const names = line.metrics ?? Object.keys(line).filter((key) => !NO_SCORES.has(key));
  return names.map((name) => [
    `${name},${line.filter}`,
    { outcome: outcomeOfScore(line[name]), value: line[name] },
  ]);
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const valuesOf = (value: unknown): readonly unknown[] => (isObject(value) ? Object.values(value) : []);

/** The requests for an item: each request's context and, if text was generated, the settings. */
interface Asked {
  readonly contexts: readonly string[];
  /** Empty if text was generated. */
  readonly continuations: readonly string[];
  /** Undefined if likelihoods were requested instead of text. */
  readonly drawing: object | undefined;
}

const askedIn = (line: Line): Asked => {
  const requests = Object.values(line.arguments).map(valuesOf);
  const text = (value: unknown): string => (typeof value === 'string' ? value : canonicalJson(value ?? null));
  const drawing = requests[0]?.[1];
  return {
    contexts: requests.map(([context]) => text(context)),
    continuations: isObject(drawing) ? [] : requests.map(([, continuation]) => text(continuation)),
    drawing: isObject(drawing) ? drawing : undefined,
  };
};

const textOf = (value: unknown): string | undefined => {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : canonicalJson(value);
};

/** The final answer in a target. GSM8K's targets are complete solutions in which the answer follows `####`. */
const answerIn = (target: string | undefined): string | undefined => target?.split('####').at(-1)?.trim();

const toItem = (
  line: Line,
  { contexts, continuations, drawing }: Asked,
  samples: LoggedSample[],
): LoggedItem => {
  const [context = ''] = contexts;
  // If mutual information is scored, some of the requests are not answer options.
  const choice = continuations.length > 1 && !(line.metrics ?? []).includes('acc_mutual_info');
  const meta = isObject(line.doc) && !Array.isArray(line.doc) ? line.doc : { doc: line.doc };
  return {
    id: String(line.doc_id),
    prompt: context,
    messages: [...new Set(contexts), ...continuations].map((content) => ({ role: 'user', content })),
    answer: answerIn(textOf(line.target)),
    meta: choice ? { ...meta, choices: continuations.map((each) => each.trim()) } : meta,
    choice: drawing === undefined && continuations.length > 1,
    samples,
  };
};

interface Reading {
  readonly items: Map<string, LoggedItem & { readonly samples: LoggedSample[] }>;
  readonly filters: Set<string>;
  drawing: object | undefined;
}

/** Adds a line, or returns the problem with it. */
const take = (reading: Reading, value: unknown): Omit<Problem, 'line'> | undefined => {
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) return { what: 'this line is not a sample that lm-eval logged', fix: FIX };
  const line = parsed.data;
  const id = String(line.doc_id);
  const asked = askedIn(line);
  const place = JSON.stringify([id, line.filter]);
  if (reading.filters.has(place)) {
    const what = `doc ${quoted(id)} appears twice for the filter ${quoted(line.filter)}`;
    return { what, fix: 'Remove the lines that another run appended.' };
  }
  reading.filters.add(place);
  const [responses = []] = line.resps;
  if (asked.drawing !== undefined && line.resps.length > 1) {
    const what = `doc ${quoted(id)} has ${line.resps.length} requests, so it has no single completion`;
    return {
      what,
      fix: 'Omit this task: pass only the files of the other tasks, or remove this file from the folder.',
    };
  }
  const scores = scoresOf(line);
  const earlier = reading.items.get(id);
  if (earlier !== undefined) {
    const merge = ({ scores: known, ...rest }: LoggedSample): LoggedSample => ({
      ...rest,
      scores: new Map([...known, ...scores]),
    });
    for (const [at, sample] of earlier.samples.entries()) earlier.samples[at] = merge(sample);
    return undefined;
  }
  reading.drawing ??= asked.drawing;
  const samples = (asked.drawing === undefined ? [undefined] : responses).map((response, index) => ({
    index,
    text: textOf(response),
    scores: new Map(scores),
  }));
  reading.items.set(id, { ...toItem(line, asked, samples), samples });
  return undefined;
};

/** Maximum number of invalid lines. Reading stops after these, because the file is probably of another kind. */
const MOST_PROBLEMS = 1000;

/**
 * Reads a file of samples logged by lm-eval. Each response to a doc is a sample. lm-eval gives each doc a single score,
 * so if a doc has several responses, no sample has its own score. The log does not record how a completion ended.
 *
 * @throws {ConfigError} with the file and line of every invalid or duplicate line, or if the file has no samples
 */
export async function readLmEval({
  path,
  task,
  open,
}: {
  readonly path: string;
  readonly task: string;
  readonly open: OpenFile;
}): Promise<TaskLog> {
  const reading: Reading = { items: new Map(), filters: new Set(), drawing: undefined };
  const problems: Problem[] = [];
  for await (const { line, value, problem } of readJsonLines({
    path,
    open,
    fix: FIX,
    parse: parsePythonJson,
  })) {
    const found = problem ?? take(reading, value);
    if (found !== undefined) problems.push({ line, ...found });
    if (problems.length >= MOST_PROBLEMS) break;
  }
  if (problems.length > 0) throw configError(path, problems);
  const items = [...reading.items.values()];
  if (items.length === 0) throw configError(path, [{ what: 'this file contains no samples', fix: FIX }]);
  const samplesPerItem = items.reduce((most, { samples }) => Math.max(most, samples.length), 1);
  const present = items.reduce((sum, { samples }) => sum + samples.length, 0);
  refuseMostlyMissing({ items: items.length, samplesPerItem, present, where: path });
  const sampling = { ...reading.drawing };
  return {
    task,
    where: path,
    samplesPerItem,
    sampling,
    temperature: reading.drawing === undefined ? undefined : temperatureOf(sampling),
    scorers: new Map(),
    ...(samplesPerItem === 1
      ? {}
      : { whyUnscored: `lm-eval scored each item only once, not each of its ${samplesPerItem} samples` }),
    items: new Map(items.map((item) => [item.id, complete(item, samplesPerItem)])),
  };
}

/** lm-eval uses greedy decoding by default. */
function temperatureOf(drawing: {
  readonly do_sample?: unknown;
  readonly temperature?: unknown;
}): number | undefined {
  if (drawing.do_sample === false) return 0;
  if (typeof drawing.temperature === 'number') return drawing.temperature;
  return drawing.do_sample === true ? undefined : 0;
}

function complete(item: LoggedItem, samplesPerItem: number): LoggedItem {
  const samples = Array.from({ length: samplesPerItem }, (_, index): LoggedSample => {
    const found = item.samples[index];
    if (found === undefined)
      return { index, text: '', error: 'the log does not contain this sample', scores: new Map() };
    return samplesPerItem === 1 ? found : { ...found, scores: new Map() };
  });
  return { ...item, samples };
}

import {
  type GraderName,
  type GraderSpec,
  graderSpecSchema,
  graderVersion,
} from '../config/graders/graders.ts';
import { choice } from './graders/choice.ts';
import { code } from './graders/code.ts';
import { command } from './graders/command.ts';
import { contains } from './graders/contains.ts';
import { exact } from './graders/exact.ts';
import { given } from './graders/given.ts';
import { judge } from './graders/judge.ts';
import { math } from './graders/math.ts';
import { moduleGrader } from './graders/module.ts';
import { numeric } from './graders/numeric.ts';
import { regex } from './graders/regex.ts';
import type { Grader, GraderDefinition, GraderEdges, GraderFunctions, KnownAnswer } from './grader.ts';

/** The functions of every grader that `config/graders/` declares. */
const definitions: { readonly [Name in GraderName]: GraderDefinition<Name> } = {
  exact,
  numeric,
  math,
  choice,
  regex,
  contains,
  code,
  command,
  module: moduleGrader,
  given,
  judge,
};

/** The definition that belongs to the spec's name, so its options are those of the spec. */
function definitionOf(spec: GraderSpec): GraderFunctions {
  return definitions[spec.type];
}

/** The default for callers that only check items, or that use a grader without side effects. */
const WITHOUT_EDGES: GraderEdges = { env: {}, signal: AbortSignal.abort(), headIsTrusted: false };

/**
 * Creates a configuration's grader. Without edges, the grader can check items, and can also grade if it has no side
 * effects.
 */
export function createGrader(spec: GraderSpec, edges = WITHOUT_EDGES): Grader {
  return { name: spec.type, version: graderVersion(spec), ...definitionOf(spec).create(spec, edges) };
}

/** Cases that are graded with the same options. */
export interface KnownAnswers {
  readonly grader: Grader;
  readonly cases: readonly KnownAnswer[];
  /** Whether the cases are the user's own. */
  readonly areOwn: boolean;
}

/**
 * A grader's known-answer cases, grouped by the options that they are graded with: the built-in cases before the user's.
 */
export function knownAnswersOf(spec: GraderSpec, edges = WITHOUT_EDGES): readonly KnownAnswers[] {
  const definition = definitionOf(spec);
  const own = definition.ownKnownAnswers?.(spec) ?? [];
  const base = definition.knownAnswerOptions?.(spec);
  const byOptions = Map.groupBy(definition.knownAnswers, ({ options }) => JSON.stringify(options ?? {}));
  const builtIn = [...byOptions.values()].map((cases): KnownAnswers => {
    const options = graderSpecSchema.parse({ ...base, ...cases[0]?.options, type: spec.type });
    return { grader: createGrader(options, edges), cases, areOwn: false };
  });
  if (own.length === 0) return builtIn;
  return [...builtIn, { grader: createGrader(spec, edges), cases: own, areOwn: true }];
}

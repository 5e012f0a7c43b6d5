import { z } from 'zod';
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
import type { JudgeConfig } from '../servers/judge-model.ts';
import type { Grader, GraderDefinition, GraderEdges, KnownAnswer } from './grader.ts';

/** Every built-in grader, in the order in which they are documented. */
const definitions = [
  exact,
  numeric,
  math,
  choice,
  regex,
  contains,
  code,
  command,
  moduleGrader,
  given,
  judge,
] as const;

type Definition = (typeof definitions)[number];

/** A grader and its options, normalised: `numeric` became `{ type: 'numeric', … }` with all defaults filled in. */
export type GraderSpec = z.output<Definition['optionsSchema']>;

/** A grader as a user writes it: its name if the defaults suffice, or an object with `type` and options. */
export type GraderSpecInput = GraderSpec['type'] | z.input<Definition['optionsSchema']>;

/** The names of the built-in graders. */
export const graderNames: readonly string[] = definitions.map((definition) => definition.name);

const byName: ReadonlyMap<unknown, GraderDefinition> = new Map(
  definitions.map((definition: GraderDefinition) => [definition.name, definition]),
);

const [firstSchema, ...otherSchemas] = [
  definitions[0].optionsSchema,
  ...definitions.slice(1).map((definition) => definition.optionsSchema),
] as const;
const normalisedSchema = z.discriminatedUnion('type', [firstSchema, ...otherSchemas]);

function inputJsonSchema(): z.core.JSONSchema.BaseSchema {
  const names = definitions
    .filter(({ name, optionsSchema }) => optionsSchema.safeParse({ type: name }).success)
    .map((definition) => definition.name);
  const objects = definitions.map(({ optionsSchema }) => {
    const { $schema: _, ...schema } = z.toJSONSchema(optionsSchema, { io: 'input' });
    return schema;
  });
  return { anyOf: [{ type: 'string', enum: names }, ...objects] };
}

/** Accepts anything, so that every refusal has its own message below; its JSON Schema describes the accepted values. */
const asWritten = z.custom<GraderSpecInput>();
asWritten._zod.toJSONSchema = inputJsonSchema;

const named = asWritten.transform((input: unknown, context): unknown => {
  const inShort = typeof input === 'string';
  const spec = inShort ? { type: input } : input;
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) {
    context.addIssue({
      code: 'invalid_type',
      expected: 'object',
      input,
      message: 'Expected the name of a grader, or an object with its name as `type`',
    });
    return z.NEVER;
  }
  const type = 'type' in spec ? spec.type : undefined;
  const schema = byName.get(type)?.optionsSchema;
  if (schema === undefined) {
    const found =
      type === undefined ? 'A grader needs its name as `type`' : `Unknown grader ${JSON.stringify(type)}`;
    context.addIssue({
      code: 'invalid_value',
      values: [...graderNames],
      input: type,
      path: inShort ? [] : ['type'],
      message: `${found}; the graders are ${graderNames.join(', ')}`,
    });
    return z.NEVER;
  }
  if (inShort) {
    const missing = schema.safeParse(spec).error?.issues.map((issue) => issue.path.join('.')) ?? [];
    if (missing.length > 0) {
      const keys = missing.map((key) => `${key}: …`).join(', ');
      context.addIssue(`The grader ${input} needs options: write { type: ${input}, ${keys} }`);
      return z.NEVER;
    }
  }
  return spec;
});

/**
 * Reads a grader of the configuration. Its issues are flat: an unknown name gives zod's `invalid_value` with the known `values`,
 * at the name itself; an invalid option is an issue at that option.
 */
export const graderSpecSchema: z.ZodType<GraderSpec, GraderSpecInput> = named.pipe(normalisedSchema);

function definitionOf(spec: GraderSpec): GraderDefinition {
  const definition = byName.get(spec.type);
  if (definition === undefined) throw new Error(`no grader is called ${spec.type}`);
  return definition;
}

/** For callers that only check items, or use a grader without effects. */
const WITHOUT_EDGES: GraderEdges = { env: {}, signal: AbortSignal.abort(), headIsTrusted: false };

/** Creates the grader of a configuration. Without edges it can check items, and grade if it has no effects. */
export function createGrader(spec: GraderSpec, edges = WITHOUT_EDGES): Grader {
  return definitionOf(spec).create(spec, edges);
}

/** Whether a suite with this grader has multiple-choice items, to which other measures apply. */
export function asksForChoice(spec: GraderSpec | undefined): boolean {
  return spec?.type === 'choice' || (spec?.type === 'given' && spec.choice);
}

/** The words of a user's program that grading runs; undefined if it runs none. */
export function userProgramOf(spec: GraderSpec): readonly string[] | undefined {
  return definitionOf(spec).runsUserProgram?.(spec);
}

/** The files that a grader needs, each once, relative to the configuration's folder. */
export function graderFilesOf(spec: GraderSpec): readonly string[] {
  return [...new Set(definitionOf(spec).filesOf?.(spec))];
}

/** The model that a grader asks for each grade; undefined if it asks none. */
export function judgeOf(spec: GraderSpec): JudgeConfig | undefined {
  return definitionOf(spec).judgeOf?.(spec);
}

/** The options of a grader that the lock pins. */
export function lockedOptionsOf(spec: GraderSpec): Readonly<Record<string, unknown>> {
  const { type: _, ...options } = spec;
  return definitionOf(spec).lockedOptions?.(spec) ?? options;
}

/** Version of the grader, which the lock contains: two versions may grade one completion differently. */
export function graderVersion(spec: GraderSpec): string {
  return definitionOf(spec).version;
}

/** Cases that are graded with the same options. */
export interface KnownAnswers {
  readonly grader: Grader;
  readonly cases: readonly KnownAnswer[];
  /** Whether they are the user's. */
  readonly areOwn: boolean;
}

/** The known-answer cases of a grader, by the options that they are graded with: the built-in ones before the user's. */
export function knownAnswersOf(spec: GraderSpec, edges = WITHOUT_EDGES): readonly KnownAnswers[] {
  const definition = definitionOf(spec);
  const own = definition.ownKnownAnswers?.(spec) ?? [];
  const base = definition.knownAnswerOptions?.(spec);
  const byOptions = Map.groupBy(definition.knownAnswers, ({ options }) => JSON.stringify(options ?? {}));
  const builtIn = [...byOptions.values()].map((cases): KnownAnswers => {
    const options = { ...base, ...cases[0]?.options, type: definition.name };
    const grader = definition.create(definition.optionsSchema.parse(options), edges);
    return { grader, cases, areOwn: false };
  });
  if (own.length === 0) return builtIn;
  return [...builtIn, { grader: definition.create(spec, edges), cases: own, areOwn: true }];
}

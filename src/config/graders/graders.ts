import { z } from 'zod';
import { choice } from './choice.ts';
import { code } from './code.ts';
import { command } from './command.ts';
import { contains } from './contains.ts';
import type { GraderDeclaration } from './declaration.ts';
import { exact } from './exact.ts';
import { given } from './given.ts';
import type { JudgeConfig } from './judge-config.ts';
import { judge } from './judge.ts';
import { math } from './math.ts';
import { moduleGrader } from './module.ts';
import { numeric } from './numeric.ts';
import { regex } from './regex.ts';

/** All built-in graders, in the order in which the docs list them. */
const declarations = [
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

type Declaration = (typeof declarations)[number];

/**
 * A grader with its options in normalized form, with all defaults filled in. The name `numeric` alone becomes an object
 * whose `type` is `numeric`.
 */
export type GraderSpec = z.output<Declaration['optionsSchema']>;

/** The name of a built-in grader. */
export type GraderName = GraderSpec['type'];

/** The options of the grader with this name, with all defaults filled in. */
export type GraderOptions<Name extends GraderName> = Extract<GraderSpec, { readonly type: Name }>;

/** A grader as a user writes it: just its name to use the defaults, or an object with `type` and options. */
export type GraderSpecInput = GraderName | z.input<Declaration['optionsSchema']>;

/** The names of the built-in graders. */
export const graderNames: readonly string[] = declarations.map(({ name }) => name);

const byName: ReadonlyMap<unknown, GraderDeclaration> = new Map(
  declarations.map((declaration: GraderDeclaration) => [declaration.name, declaration]),
);

const [firstSchema, ...otherSchemas] = [
  declarations[0].optionsSchema,
  ...declarations.slice(1).map((declaration) => declaration.optionsSchema),
] as const;
const normalisedSchema = z.discriminatedUnion('type', [firstSchema, ...otherSchemas]);

function inputJsonSchema(): z.core.JSONSchema.BaseSchema {
  const names = declarations
    .filter(({ name, optionsSchema }) => optionsSchema.safeParse({ type: name }).success)
    .map((declaration) => declaration.name);
  const objects = declarations.map(({ optionsSchema }) => {
    const { $schema: _, ...schema } = z.toJSONSchema(optionsSchema, { io: 'input' });
    return schema;
  });
  return { anyOf: [{ type: 'string', enum: names }, ...objects] };
}

/**
 * Accepts anything, so that the code below can give each rejection its own message. Its JSON Schema describes the
 * accepted values.
 */
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
      message: 'Expected the name of a grader, or an object with the name as `type`',
    });
    return z.NEVER;
  }
  const type = 'type' in spec ? spec.type : undefined;
  const schema = byName.get(type)?.optionsSchema;
  if (schema === undefined) {
    const found =
      type === undefined
        ? 'Found no `type`, expected the name of a grader'
        : `Unknown grader ${JSON.stringify(type)}`;
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
 * Parses a grader in the configuration. Issues are not nested: an unknown name gives zod's `invalid_value` with the
 * known `values`, located at the name; an invalid option gives an issue located at that option.
 */
export const graderSpecSchema: z.ZodType<GraderSpec, GraderSpecInput> = named.pipe(normalisedSchema);

function declarationOf(spec: GraderSpec): GraderDeclaration {
  const declaration = byName.get(spec.type);
  if (declaration === undefined) throw new Error(`unknown grader ${spec.type}`);
  return declaration;
}

/** The grader's version. It is pinned in the lock because two versions may grade the same completion differently. */
export function graderVersion(spec: GraderSpec): string {
  return declarationOf(spec).version;
}

/** The grader options to pin in the lock. */
export function lockedOptionsOf(spec: GraderSpec): Readonly<Record<string, unknown>> {
  const { type: _, ...options } = spec;
  return declarationOf(spec).lockedOptions?.(spec) ?? options;
}

/** The files that a grader needs, without duplicates, relative to the configuration's folder. */
export function graderFilesOf(spec: GraderSpec): readonly string[] {
  return [...new Set(declarationOf(spec).filesOf?.(spec))];
}

/** The model that a grader uses to grade; undefined if it uses no model. */
export function judgeOf(spec: GraderSpec): JudgeConfig | undefined {
  return declarationOf(spec).judgeOf?.(spec);
}

/** Whether a suite with this grader has multiple-choice items. Different measures apply to them. */
export function asksForChoice(spec: GraderSpec | undefined): boolean {
  return spec !== undefined && declarationOf(spec).asksForChoice?.(spec) === true;
}

/** The command line of the user's program that grading runs, one word per element; undefined if it runs no program. */
export function userProgramOf(spec: GraderSpec): readonly string[] | undefined {
  return declarationOf(spec).runsUserProgram?.(spec);
}

import { z } from 'zod';

/** What a schema expects, in the words of error messages and of the reference. */
export interface Expectation {
  /** Completes "expected …": `a number from 0 to 2`. */
  readonly expected: string;
  /** A value as the user would write it: `0.8`. */
  readonly example: string;
  /** The value found is never repeated, because it may be a secret in the wrong place. */
  readonly secret?: boolean;
}

/** Expectations of the schemas that have their own; `schemaAt` finds the schema of a key. */
export const expectations = z.registry<Expectation>();

/** The schema one layer further in, towards the value the user writes; `undefined` for a schema that wraps no other. */
const unwrapped = (schema: z.core.$ZodType): z.core.$ZodType | undefined => {
  if (
    schema instanceof z.core.$ZodOptional ||
    schema instanceof z.core.$ZodNullable ||
    schema instanceof z.core.$ZodDefault ||
    schema instanceof z.core.$ZodPrefault
  ) {
    return schema._zod.def.innerType;
  }
  if (!(schema instanceof z.core.$ZodPipe)) return undefined;
  const { in: input, out } = schema._zod.def;
  return takesAnything(input) ? out : input;
};

/** Whether a pipe's first stage accepts everything, to leave the wording of refusals to the next stage. */
const takesAnything = (schema: z.core.$ZodType): boolean => {
  if (schema instanceof z.core.$ZodPipe) return takesAnything(schema._zod.def.in);
  return schema instanceof z.core.$ZodTransform || schema instanceof z.core.$ZodCustom;
};

/** The schema of the value that a user writes: without optionality, defaults and transforms. */
export const bare = (schema: z.core.$ZodType): z.core.$ZodType => {
  const inner = unwrapped(schema);
  return inner === undefined ? schema : bare(inner);
};

/** Whether a fixed member of a mapping (`type: numeric`) shows that it is meant for another member of a union. */
const isForAnother = (shape: Shape, value: unknown): boolean =>
  Object.entries(shape).some(([key, schema]) => {
    const inner = bare(schema);
    if (!(inner instanceof z.core.$ZodLiteral) || typeof value !== 'object' || value === null) return false;
    const said: unknown = Reflect.get(value, key);
    return said !== undefined && !inner._zod.def.values.some((fixed) => fixed === said);
  });

type Shape = Readonly<Record<string, z.core.$ZodType>>;

/**
 * The keys that an object schema knows. For a union, those of all its object members, or only of those that
 * `value` can be meant for, by its fixed members. Empty if the schema does not describe an object.
 */
export const shapeOf = (schema: z.core.$ZodType, value?: unknown): Shape => {
  const inner = bare(schema);
  if (inner instanceof z.core.$ZodObject) return inner._zod.def.shape;
  if (!(inner instanceof z.core.$ZodUnion)) return {};
  const shapes = inner._zod.def.options.map((option) => shapeOf(option, value));
  return Object.fromEntries(
    shapes.flatMap((shape) => (isForAnother(shape, value) ? [] : Object.entries(shape))),
  );
};

const step = (schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined => {
  const inner = bare(schema);
  if (inner instanceof z.core.$ZodArray) return inner._zod.def.element;
  if (inner instanceof z.core.$ZodRecord) return inner._zod.def.valueType;
  const shape = shapeOf(inner);
  if (Object.hasOwn(shape, key)) return shape[String(key)];
  if (!(inner instanceof z.core.$ZodUnion)) return undefined;
  return inner._zod.def.options.map((option) => step(option, key)).find((found) => found !== undefined);
};

/** The schema at a path; `undefined` if the path leads outside the schema. */
export const schemaAt = (
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
): z.core.$ZodType | undefined =>
  path.reduce<z.core.$ZodType | undefined>(
    (current, key) => (current === undefined ? undefined : step(current, key)),
    schema,
  );

/** The expectation of a schema or of one that it wraps; `undefined` if neither has its own. */
export const expectationOf = (schema: z.core.$ZodType): Expectation | undefined => {
  const inner = unwrapped(schema);
  return expectations.get(schema) ?? (inner === undefined ? undefined : expectationOf(inner));
};

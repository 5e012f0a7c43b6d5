import { z } from 'zod';

/** What a schema expects, as worded in error messages and in the reference. */
export interface Expectation {
  /** Completes "expected …": `a number from 0 to 2`. */
  readonly expected: string;
  /** An example value as a user would write it: `0.8`. */
  readonly example: string;
  /** If true, errors never repeat the value that was found, because it may be a misplaced secret. */
  readonly secret?: boolean;
}

/** The expectations registered for schemas. `schemaAt` finds a key's schema. */
export const expectations = z.registry<Expectation>();

/**
 * The schema directly inside a wrapper, one step closer to the value that the user writes; `undefined` if the schema
 * wraps no other.
 */
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

/** Whether a pipe's first stage accepts everything. If so, errors describe what the next stage expects. */
const takesAnything = (schema: z.core.$ZodType): boolean => {
  if (schema instanceof z.core.$ZodPipe) return takesAnything(schema._zod.def.in);
  return schema instanceof z.core.$ZodTransform || schema instanceof z.core.$ZodCustom;
};

/** The schema of the value that a user writes: without optionality, defaults and transforms. */
export const bare = (schema: z.core.$ZodType): z.core.$ZodType => {
  const inner = unwrapped(schema);
  return inner === undefined ? schema : bare(inner);
};

/**
 * Whether a literal value in a mapping, such as `type: numeric`, shows that the mapping is meant for a different union
 * member.
 */
const isForAnother = (shape: Shape, value: unknown): boolean =>
  Object.entries(shape).some(([key, schema]) => {
    const inner = bare(schema);
    if (!(inner instanceof z.core.$ZodLiteral) || typeof value !== 'object' || value === null) return false;
    const said: unknown = Reflect.get(value, key);
    return said !== undefined && !inner._zod.def.values.some((fixed) => fixed === said);
  });

type Shape = Readonly<Record<string, z.core.$ZodType>>;

/**
 * The keys of an object schema. For a union, the keys of all its object members. If `value` is given, members whose
 * literals, such as `type`, differ from those in `value` are left out. Empty if the schema does not describe an object.
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

/** The schema at a path; `undefined` if the schema has no such path. */
export const schemaAt = (
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
): z.core.$ZodType | undefined =>
  path.reduce<z.core.$ZodType | undefined>(
    (current, key) => (current === undefined ? undefined : step(current, key)),
    schema,
  );

/** The expectation registered for a schema or for the schema that it wraps; `undefined` if there is none. */
export const expectationOf = (schema: z.core.$ZodType): Expectation | undefined => {
  const inner = unwrapped(schema);
  return expectations.get(schema) ?? (inner === undefined ? undefined : expectationOf(inner));
};

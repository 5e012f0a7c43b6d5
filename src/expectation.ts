import { z } from 'zod';

/** What a schema expects, in the words of an error message and of the reference. */
export interface Expectation {
  /** Completes "expected …": `a number from 0 to 2`. */
  readonly expected: string;
  /** A value as the user would write it: `0.8`. */
  readonly example: string;
  /** What was found is not repeated: a secret may have been put in the wrong place. */
  readonly secret?: boolean;
}

/** Expectations of the schemas that have their own; the walk in `schemaAt` finds the one of a key. */
export const expectations = z.registry<Expectation>();

/** The schema one layer further in, towards what the user writes; `undefined` for a schema that wraps none. */
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
  return input instanceof z.core.$ZodTransform ? out : input;
};

/** The schema that a user's value meets: without optionality, defaults and transforms. */
export const bare = (schema: z.core.$ZodType): z.core.$ZodType => {
  const inner = unwrapped(schema);
  return inner === undefined ? schema : bare(inner);
};

/** The keys an object schema knows, of a union those of its object member; none where it is not an object. */
export const shapeOf = (schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> => {
  const inner = bare(schema);
  if (inner instanceof z.core.$ZodObject) return inner._zod.def.shape;
  if (!(inner instanceof z.core.$ZodUnion)) return {};
  return Object.fromEntries(inner._zod.def.options.flatMap((option) => Object.entries(shapeOf(option))));
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

/** The schema that stands at a path; `undefined` where the path leads out of what the schema describes. */
export const schemaAt = (
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
): z.core.$ZodType | undefined =>
  path.reduce<z.core.$ZodType | undefined>(
    (current, key) => (current === undefined ? undefined : step(current, key)),
    schema,
  );

/** What is expected of a value of this schema, where the schema or one it wraps has an expectation of its own. */
export const expectationOf = (schema: z.core.$ZodType): Expectation | undefined => {
  const inner = unwrapped(schema);
  return expectations.get(schema) ?? (inner === undefined ? undefined : expectationOf(inner));
};

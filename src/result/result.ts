import { z } from 'zod';
import { cost } from './schema/cost.ts';
import { measure } from './schema/measure.ts';
import { provenance } from './schema/provenance.ts';
import { suite } from './schema/suite.ts';
import { verdict } from './schema/verdict.ts';

/**
 * The published format of a result, version 2: everything that a report shows, unrounded. `schema/result.schema.json`
 * is generated from it. While the schema number stays the same, fields are only added, and added fields are optional:
 * readers must ignore fields that they do not know. Renaming or removing a field, requiring a new one, adding a value
 * to an enumeration or changing a field's meaning requires a new schema number.
 */

const checkpoint = z.object({
  version: z.string(),
  model: z.string().optional().describe('Its name on the server; absent if completions came from files'),
});

export const resultSchema = z
  .object({
    schema: z.literal(2),
    old: checkpoint,
    new: checkpoint,
    verdict,
    warnings: z.array(z.string()),
    measures: z.array(measure),
    suites: z.array(suite),
    cost,
    provenance,
  })
  .describe(
    'Ignore fields that you do not know: within this schema number, later versions only add optional fields. A new schema number means that fields were renamed or removed, became required or changed their meaning, or that an enumeration has a new value. null means that a value does not apply or could not be measured; the descriptions of optional fields say when they are absent.',
  );

export type Result = z.infer<typeof resultSchema>;
export type MeasureResult = Result['measures'][number];
export type SuiteResult = Result['suites'][number];
export type Change = NonNullable<MeasureResult['change']>;

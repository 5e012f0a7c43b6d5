import type { PublishedFormat } from '../format.ts';

/** Explains rows of a release of EvalPlus, which have inputs for the reference solution instead of tests. */
export const refuseRawInputs =
  (onHub: string, id: RegExp): NonNullable<PublishedFormat['refuse']> =>
  (fields) =>
    'base_input' in fields && 'plus_input' in fields && id.test(String(fields['task_id']))
      ? {
          what: 'this is the release of EvalPlus itself, which has inputs instead of tests, so that nothing can be graded without running its reference solutions',
          fix: `Download ${onHub} from the Hugging Face hub, which has the same tasks with written-out tests.`,
        }
      : undefined;

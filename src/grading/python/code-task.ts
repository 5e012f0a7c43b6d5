import { z } from 'zod';
import type { GradableItem } from '../grader.ts';

/** A programming task as its item defines it. */
export interface CodeTask {
  /** The code that the completion continues; undefined if the prompt describes the task in words. */
  readonly prompt: string | undefined;
  /** The function that the solution must define, if the item names one. */
  readonly entry: string | undefined;
  /**
   * A reference solution, if the item has one. The reference solution determines which of the names in the tests the
   * solution must define.
   */
  readonly reference?: string;
  /** Python code that raises an exception if the program is wrong. */
  readonly tests: string;
}

const lines = z.array(z.string());
const metaSchema = z.object({
  test: z.string().optional(),
  test_list: lines.optional(),
  test_imports: lines.optional(),
  test_setup_code: z.string().optional(),
  entry_point: z
    .string()
    .regex(/^[\p{L}_][\p{L}\p{N}_]*$/u)
    .optional(),
  prompt: z.string().optional(),
  canonical_solution: z.string().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
});

/**
 * Reads an item's tests from its `meta`, under the names that the data sets use: `test` (HumanEval, HumanEval+, MBPP+; if
 * it defines `check`, that function is called with `entry_point`), otherwise `test_list` after `test_imports` and
 * `test_setup_code` (MBPP). The prompt counts as code if it defines `entry_point`. If there are no tests, returns the
 * reason as a string.
 */
export function readCodeTask({ prompt: itemPrompt, meta }: GradableItem): CodeTask | string {
  const parsed = metaSchema.safeParse(meta);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return typeof meta !== 'object' || meta === null
      ? 'it has no meta with tests'
      : `its meta.${issue?.path.join('.') ?? ''} is invalid: ${issue?.message ?? ''}`;
  }
  const { test, test_list: list, test_imports: imports = [], test_setup_code: setup = '' } = parsed.data;
  const { entry_point: entry, prompt = itemPrompt } = parsed.data;
  const code = prompt !== undefined && entry !== undefined && defines(prompt, entry) ? prompt : undefined;
  const task = { prompt: code, entry, ...referenceOf(parsed.data, code) };
  if (test !== undefined && test.trim() !== '') {
    if (!defines(test, 'check')) return { ...task, tests: test };
    if (entry === undefined)
      return 'its meta.test defines check, but it has no meta.entry_point to pass to it';
    return { ...task, tests: `${test}\n\ncheck(${entry})\n` };
  }
  if (list === undefined || list.every((line) => line.trim() === '')) {
    return 'its meta has neither test nor test_list';
  }
  return { ...task, tests: [...imports, setup, ...list, ''].join('\n') };
}

/** The reference solution: in HumanEval the rest of the prompt, in MBPP a whole program. */
function referenceOf(
  { canonical_solution: rest, code }: z.output<typeof metaSchema>,
  prompt: string | undefined,
): { readonly reference?: string } {
  if (rest === undefined) return code === undefined ? {} : { reference: code };
  return { reference: prompt === undefined ? rest : `${prompt}${rest}` };
}

function defines(source: string, name: string): boolean {
  return new RegExp(String.raw`^(?:async[ \t]+)?def[ \t]+${name}[ \t]*\(`, 'mu').test(source);
}

import { comesTo } from './arithmetic.ts';

/** Matches a calculation, and its result in a clause at the end: "It weighs 15 x 20 tons, or 300 tons". */
const WORKED =
  /(?:^|[^\d.,])([($€£]{0,3}\d[^,=]*\d[^,=]*|[($€£]{0,3}\d[^,=]*),\s(?:or|which (?:is|equals|makes|gives(?: us)?|comes to))\s([$€£]?)(\d[\d,]*(?:\.\d+)?)((?:\s\p{L}+){0,4})$/u;

/**
 * Matches a sentence that checks a result instead of giving it: "We can check this by adding 100 + 25, which equals 125".
 */
const CHECKS = /\b(?:check|verif(?:y|ies)|confirm|recall|note that|for example|instead)/i;

/** The result at the end of a sentence, with its unit, if it is the result of the calculation before it. */
export function workedClause(sentence: string): string | undefined {
  if (CHECKS.test(sentence)) return undefined;
  const [, calculation = '', currency = '', result = '', unit = ''] = WORKED.exec(sentence) ?? [];
  return result !== '' && comesTo(calculation, result.replaceAll(',', ''))
    ? `${currency}${result}${unit}`
    : undefined;
}

import type { Enclosed } from './enclosed.ts';

/** Names of functions and tools that accept an answer: `Answer`, `final_answer`, `submitAnswer`, `Finish`. */
const NAME = String.raw`(?:(?:submit|give|return|provide|report|output|send|set)[_ ]?)?(?:(?:the|my)[_ ]?)?(?:(?:final|correct)[_ ]?)?answer|finish|submit|final|terminate`;
/** Text before a call in agent traces: `Action: `, `Act 3: `, `tools.`, or markup. */
const PLACE = String.raw`(?<=(?:^|[:.!?>] ?)[ \t*_\x60#>-]{0,8}(?:(?:await|return) )?(?:[a-z]\w{0,19}\.)?)`;
const QUOTED = String.raw`"((?:[^"\\\n]|\\.){1,400})"|'((?:[^'\\\n]|\\.){1,400})'`;
const NUMERAL = String.raw`[$€£]?[-−]?\d[\d,]{0,30}(?:\.\d{1,30})?%?`;
/** An argument, named or positional: a string, a number or a letter. */
const ARGUMENT = String.raw`(?:[a-z]\w{0,29}\s?[=:]\s?)?(?:${QUOTED}|(${NUMERAL}|[A-Z]))`;

/** Matches a call at the end of a line, such as `Answer("C")` or `Finish[18]`. */
const CALL = new RegExp(
  String.raw`${PLACE}(?:${NAME})(?:\(\s?${ARGUMENT}\s?\)|\[([^[\]\n]{1,300})\])[;*_\x60.]{0,4}[ \t]*$`,
  'gim',
);
/** Matches a call in JSON: `{"name": "final_answer", "arguments": {"value": 18}}`. */
const JSON_CALL = new RegExp(
  String.raw`"(?:name|action|tool|function)"\s?:\s?"(?:${NAME})",\s{0,8}"(?:arguments|args|parameters|input|action_input|tool_input)"\s?:\s?(?:\{\s{0,8}"\w{1,30}"\s?:\s?)?(?:"((?:[^"\\\n]|\\.){1,400})"|(-?\d{1,30}(?:\.\d{1,30})?))\s{0,8}\}`,
  'gi',
);
/**
 * Matches every text that may contain a call. Most texts do not match, so the expensive patterns need not run on them.
 */
const MAY_CALL = /(?:answer|finish|submit|final|terminate)["([]/i;
/** Matches a placeholder rather than a real answer. */
const IS_PLACEHOLDER =
  /^(?:[.…]{1,3}|[<{[].*[>}\]]|(?:your|the|final|my|answer|value|result|letter|x)(?:[ _]\w+){0,3})$/i;

/** The arguments of calls that submit an agent's answer, in text order. */
export function answerCalls(text: string): readonly Enclosed[] {
  if (!MAY_CALL.test(text)) return [];
  return [...text.matchAll(CALL), ...text.matchAll(JSON_CALL)].flatMap((match) => {
    const content = (match.slice(1).find((it) => it !== undefined) ?? '').replaceAll(/\\(["'\\])/g, '$1');
    const isVariable = /^[a-z]$/.test(match[3] ?? '');
    if (isVariable || IS_PLACEHOLDER.test(content.trim())) return [];
    return [{ start: match.index, end: match.index + match[0].length, content }];
  });
}

import type { Enclosed } from './enclosed.ts';

/** What a function or tool that takes an answer is called: `Answer`, `final_answer`, `submitAnswer`, `Finish`. */
const NAME = String.raw`(?:(?:submit|give|return|provide|report|output|send|set)[_ ]?)?(?:(?:the|my)[_ ]?)?(?:(?:final|correct)[_ ]?)?answer|finish|submit|final|terminate`;
/** What stands before a call in the traces of agents: `Action: `, `Act 3: `, `tools.`, a mark. */
const PLACE = String.raw`(?<=(?:^|[:.!?>] ?)[ \t*_\x60#>-]{0,8}(?:(?:await|return) )?(?:[a-z]\w{0,19}\.)?)`;
const QUOTED = String.raw`"((?:[^"\\\n]|\\.){1,400})"|'((?:[^'\\\n]|\\.){1,400})'`;
const NUMERAL = String.raw`[$€£]?[-−]?\d[\d,]{0,30}(?:\.\d{1,30})?%?`;
/** An argument, with its name or without: a string, a number, or a letter. */
const ARGUMENT = String.raw`(?:[a-z]\w{0,29}\s?[=:]\s?)?(?:${QUOTED}|(${NUMERAL}|[A-Z]))`;

/** `Answer("C")` and `Finish[18]` at the end of a line. */
const CALL = new RegExp(
  String.raw`${PLACE}(?:${NAME})(?:\(\s?${ARGUMENT}\s?\)|\[([^[\]\n]{1,300})\])[;*_\x60.]{0,4}[ \t]*$`,
  'gim',
);
/** A call as JSON has it: `{"name": "final_answer", "arguments": {"value": 18}}`. */
const JSON_CALL = new RegExp(
  String.raw`"(?:name|action|tool|function)"\s?:\s?"(?:${NAME})",\s{0,8}"(?:arguments|args|parameters|input|action_input|tool_input)"\s?:\s?(?:\{\s{0,8}"\w{1,30}"\s?:\s?)?(?:"((?:[^"\\\n]|\\.){1,400})"|(-?\d{1,30}(?:\.\d{1,30})?))\s{0,8}\}`,
  'gi',
);
/** A quick look for a name. */
const MAY_CALL = /(?:answer|finish|submit|final|terminate)["([]/i;
/** An argument that stands for any answer. */
const IS_PLACEHOLDER =
  /^(?:[.…]{1,3}|[<{[].*[>}\]]|(?:your|the|final|my|answer|value|result|letter|x)(?:[ _]\w+){0,3})$/i;

/** The arguments of calls by which an agent gives its answer, in the order of the text. */
export function answerCalls(text: string): readonly Enclosed[] {
  if (!MAY_CALL.test(text)) return [];
  return [...text.matchAll(CALL), ...text.matchAll(JSON_CALL)].flatMap((match) => {
    const content = (match.slice(1).find((it) => it !== undefined) ?? '').replaceAll(/\\(["'\\])/g, '$1');
    const isVariable = /^[a-z]$/.test(match[3] ?? '');
    if (isVariable || IS_PLACEHOLDER.test(content.trim())) return [];
    return [{ start: match.index, end: match.index + match[0].length, content }];
  });
}

import { type AskedForm, formAround, LONGEST_LABEL } from './asked-form.ts';

/** Matches the value at the end of a demonstration, and the text before the value in the same sentence. */
const ENDING =
  /^([^\n]{0,400}?)((?:[$€£]\s?)?[-−]?\d[\d,]*(?:\.\d+)?(?:\s?\/\s?\d+)?%?|\([A-J]\)|[A-J]|\$[^$\n]{1,60}\$)([^\p{L}\p{N}\s]{0,12}|\s?<[^<>\n]{1,20}>)$/u;
/** Matches the end of an earlier sentence. */
const SENTENCE = /[.!?。！？]\s+(?=\S)/g;
/** Matches a label: words, or a mark such as `=>`. A formula is not a label. */
const IS_LABEL = /^(?=.*\p{L}{2}|[^\p{L}]*$)[\p{L}\p{M}\s'’#*:：>→⇒_[\](){}<|"=-]+$/u;
const QUESTION =
  /\n(?=[ \t>*_#]{0,6}(?:Q|Question|Problem|Input|Human|User|Instruction|Exercise|Task|Frage|Aufgabe|Pregunta|Problema|Domanda|Pergunta|Вопрос|Задача|问题|問題|题目|질문|문제)[*_]{0,2}\s?\d{0,4}[*_]{0,2}\s?[:：.\n])/u;

/** Matches the tokens with which chat templates begin a user's message. */
const USER_TURN =
  /<\|im_start\|>\s?user|<start_of_turn>user|<\|start_header_id\|>\s?user<\|end_header_id\|>|\[INST\]/;

/** The part of a prompt that contains the question to answer, below any demonstrations. */
export function lastQuestion(prompt: string): string {
  return prompt.split(USER_TURN).at(-1)?.split(QUESTION).at(-1) ?? prompt;
}

/**
 * The last line of each demonstration: the line above the next question or, in a prompt without labels, above a blank line.
 */
function lastLines(text: string): string[] {
  const byQuestion = text.split(QUESTION);
  const parts = byQuestion.length > 2 ? byQuestion : text.split(/\n[ \t]*\n/);
  return parts.map((part) => part.trimEnd().split('\n').at(-1) ?? '');
}

function labelOf(line: string): AskedForm | undefined {
  if (line.length > 4000) return undefined;
  let from = 0;
  for (const { index, 0: end } of line.matchAll(SENTENCE)) from = index + end.length;
  const match = ENDING.exec(line.slice(from, from + 500).trim());
  const label = match?.[1] ?? '';
  if (match === null || label.length > LONGEST_LABEL || !IS_LABEL.test(label)) return undefined;
  return formAround(label, (match[3] ?? '').trim(), true);
}

/**
 * Returns the forms that end at least two of a prompt's demonstrations: its few-shot examples, or the assistant's
 * messages.
 */
export function demonstratedForms(prompt: string, messages: readonly string[]): readonly AskedForm[] {
  const counts = new Map<string, { readonly form: AskedForm; count: number }>();
  const lines = [...lastLines(prompt), ...messages.map((it) => it.trimEnd().split('\n').at(-1) ?? '')];
  for (const line of lines) {
    const form = labelOf(line);
    if (form === undefined) continue;
    const key = JSON.stringify([form.before, form.after]).toLowerCase();
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { form, count: 1 });
    else known.count += 1;
  }
  let most = 2;
  for (const { count } of counts.values()) most = Math.max(most, count);
  return [...counts.values()].filter(({ count }) => count === most).map(({ form }) => form);
}

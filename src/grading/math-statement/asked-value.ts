/** Matches a formula that gives the value of one name. */
export const ASSIGNMENT = /^\$([a-zA-Z]) = ([^$]+)\$$/;

/** How much of a prompt's end is searched for the question, in UTF-16 code units. */
const QUESTION = 2000;

/** Whether a question asks for a name's value: "Find $x$", "What is the value of x?". */
export function asksFor(name: string, prompt: string | undefined): boolean {
  const names = String.raw`(?:\$${name}\$|\\\(${name}\\\)|${name}(?![\w$\\]))`;
  const asks = new RegExp(
    String.raw`\b(?:values? of|[Ff]ind|[Ss]olve for|[Ww]hat is|[Cc]ompute|[Dd]etermine)\s${names}(?!\s?[-+*/^=<>])`,
  );
  return prompt !== undefined && asks.test(prompt.slice(-QUESTION));
}

/** Matches an equation with a number on its right side. */
const EQUATION =
  /^\s*\$?\s*([^=$\n]{3,120}?)\s*=\s*([-−]?\s?(?:\d[\d,]*(?:\.\d+)?(?:\/\d+)?|\\[dt]?frac\{\d+\}\{\d+\}))\s*\$?\.?\s*$/;
/** Matches the words before the expression whose value a question asks for, without spaces. */
const ASKS = /(?:valueof|whatis|find|compute|evaluate|determine|calculate)[$\\(]{0,3}$/i;

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s|(?<=[\^_])\{(\w)\}/g, '$1');
}

/** The number that an equation gives for the expression that the question asks for: 8 for `3b - a = 8`. */
export function valueOfAsked(equation: string, prompt: string | undefined): string | undefined {
  const [, left = '', right] = EQUATION.exec(equation) ?? [];
  if (right === undefined || prompt === undefined || !/[a-z]/i.test(left)) return undefined;
  const question = withoutSpaces(prompt.slice(-QUESTION));
  const expression = withoutSpaces(left);
  const at = question.lastIndexOf(expression);
  if (at === -1 || !ASKS.test(question.slice(Math.max(0, at - 20), at))) return undefined;
  return /^(?:[$?.,]|\\\))/.test(question.slice(at + expression.length)) ? right : undefined;
}

/** Whether a value is only the letter of an option, although the prompt contains no such letter. */
export function isLetterOfNoOption(value: string, prompt: string | undefined): boolean {
  const letter = /^\W*([A-E])\W*$/.exec(value)?.[1];
  return (
    letter !== undefined &&
    prompt !== undefined &&
    !new RegExp(String.raw`(?<![A-Za-z])${letter}(?![A-Za-z])`).test(prompt)
  );
}

/** Matches a calculation with its result, in math: `\( 35 \div 7 = 5 \)`. */
const CALCULATION =
  /(?:\\\(|(?<![\\$])\$)\s*(?=[^=$]*(?:[-+*/×÷]|\\times|\\div|\\cdot))(?:[\d\s.,()+*/×÷-]|\\(?:times|div|cdot)(?![a-z])){1,100}=\s*(\d[\d,]*(?:\.\d+)?)\s*(?:\\\)|\$(?!\$))/g;

/** Matches a price in math: `$\$168$`. */
const PRICE = /(?<![\\$])\$\\\$\s?(\d[\d,]*(?:\.\d+)?)\$(?!\$)/g;
/** Matches an option's letter before the value that a formula ends in: `=\textbf{(B) }8`. */
const LETTER_BEFORE_RESULT = /(?<==\s?)\\text(?:bf)?\{\s?\(?[A-E]\)?\s?\}\s?/g;

/** Replaces every calculation with its result, and removes the marks of prices and options in math. */
export function withoutCalculations(text: string): string {
  return text.replaceAll(PRICE, '$$$1').replaceAll(LETTER_BEFORE_RESULT, '').replaceAll(CALCULATION, '$1');
}

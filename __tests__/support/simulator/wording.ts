import type { Calculation, Label, Operation, Step } from './calculation.ts';
import { placeByWeight } from './stream.ts';

/** Number of styles of a sentence. Each sentence of a solution has its own style. */
export const STYLES = 6;

type Notation = (step: Step) => string;

const inSigns =
  (signs: Readonly<Record<Operation, string>>): Notation =>
  ({ left, operation, right, result }) =>
    `${left} ${signs[operation]} ${right} = ${result}`;

const notations: readonly Notation[] = [
  inSigns({ '+': '+', '-': '-', '*': '*', '/': '/' }),
  inSigns({ '+': '+', '-': '-', '*': '×', '/': '÷' }),
  ({ left, operation, right, result }) =>
    `${left} ${operation} ${right} = <<${left}${operation}${right}=${result}>>${result}`,
];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const openings: readonly string[] = [
  "Let's work this out step by step.",
  'I will take one thing at a time.',
  'Here is how I would do it.',
  'Start from what is given.',
  'This can be done in a few calculations.',
  'We need one number after the other.',
];

const sentences: readonly ((equation: string, quantity: string) => string)[] = [
  (equation, quantity) => `${capital(quantity)} is ${equation}.`,
  (equation, quantity) => `We have ${equation}, which is ${quantity}.`,
  (equation, quantity) => `To get ${quantity}, I compute ${equation}.`,
  (equation, quantity) => `Next, work out ${quantity}: ${equation}.`,
  (equation, quantity) => `That makes ${equation} for ${quantity}.`,
  (equation, quantity) => `For ${quantity} the calculation gives ${equation}.`,
];

const endings: readonly ((answer: number) => string)[] = [
  (answer) => `#### ${answer}`,
  (answer) => `The answer is ${answer}.`,
  (answer) => `That is what was asked.\n#### ${answer}`,
  (answer) => `So the answer is ${answer}.`,
  (answer) => `This settles it.\n#### ${answer}`,
  (answer) => `Therefore, the answer is ${answer}.`,
];

const quantityIn = (style: number, label: Label): string => (style % 2 === 0 ? label[0] : label[1]);

const inStyle = <T>(variants: readonly T[], style: number): T => {
  const variant = variants[style % variants.length];
  if (variant === undefined) throw new Error(`no style ${style}`);
  return variant;
};

/**
 * Writes a calculation as the text of a solution. The equations and the answer are the calculation's in any
 * wording: `styleWeights` (6 weights that sum to 1) only sets how often each style is used, independently per
 * sentence.
 */
export function wordSolution(
  { steps, answer }: Calculation,
  { styleWeights, uniform }: { readonly styleWeights: readonly number[]; readonly uniform: () => number },
): string {
  const style = (): number => placeByWeight(styleWeights, uniform());
  const notation = inStyle(notations, style());
  const separator = style() % 2 === 0 ? '\n' : ' ';
  const opening = inStyle(openings, style());
  const lines = steps.map((step) => {
    const taken = style();
    return inStyle(sentences, taken)(notation(step), quantityIn(taken, step.label));
  });
  return `${[opening, ...lines].join(separator)}\n${inStyle(endings, style())(answer)}`;
}

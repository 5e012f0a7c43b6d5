/**
 * The names of the published data sets on the command line, in the order of the documentation. They are apart from the
 * formats, because the help of every command needs only the names.
 */
export const FORMAT_NAMES = [
  'gsm8k',
  'math',
  'math-500',
  'mgsm',
  'commonsenseqa',
  'arc',
  'openbookqa',
  'mmlu',
  'mmlu-pro',
  'hellaswag',
  'truthfulqa',
  'humaneval',
  'humaneval-plus',
  'mbpp',
  'mbpp-plus',
] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];

/** The name of the format for any other data. */
export const CUSTOM = 'custom';

/** The graders for other data: those that need only a prompt and an answer. */
export const CUSTOM_GRADERS = ['numeric', 'math', 'choice', 'exact', 'contains'] as const;

export type CustomGrader = (typeof CUSTOM_GRADERS)[number];

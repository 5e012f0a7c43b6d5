import type { FormatName } from '../../src/import/format-names.ts';

/**
 * Files in the structure in which each data set is published, with questions of our own. One example per form, and one for
 * each difference between copies of a form.
 */
export interface PublishedExample {
  readonly format: FormatName;
  /** What distinguishes the example from the others of its format. */
  readonly form: string;
  /** The file's name as published, which must not matter except where the format's documentation says so. */
  readonly file: string;
  readonly content: string;
  readonly items: readonly {
    readonly id?: string;
    /** The end of the prompt or, for short ones, the whole prompt. */
    readonly prompt: string;
    readonly answer?: string;
    readonly group?: string;
    /** Completions that are right and wrong. */
    readonly right: string;
    readonly wrong: string;
  }[];
}

const jsonl = (...rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const letters = (right: string, wrong: string): { readonly right: string; readonly wrong: string } => ({
  right: `I compare the options. The answer is ${right}`,
  wrong: `I compare the options. The answer is ${wrong}`,
});
const numbers = (right: string): { readonly right: string; readonly wrong: string } => ({
  right: `I add both. The answer is ${right}`,
  wrong: 'I add both. The answer is 1000003',
});
const boxed = (right: string): { readonly right: string; readonly wrong: string } => ({
  right: String.raw`We solve it. $\boxed{${right}}$`,
  wrong: String.raw`We solve it. $\boxed{1000003}$`,
});
const fenced = (right: string, wrong: string): { readonly right: string; readonly wrong: string } => ({
  right: `\`\`\`python\n${right}\n\`\`\``,
  wrong: `\`\`\`python\n${wrong}\n\`\`\``,
});

const ROPES = {
  question: 'Ada has 3 ropes of 4 metres and buys a rope of 5 metres. How many metres of rope does she have?',
  answer:
    'The ropes have 3*4=<<3*4=12>>12 metres.\nWith the new one it is 12+5=<<12+5=17>>17 metres.\n#### 17',
};
const STAMPS = {
  question: 'Ben owns 1,200 stamps and gives away 200. How many stamps remain?',
  answer: '1,200 - 200 = <<1200-200=1000>>1,000\n#### 1,000',
};

const labels = ['A', 'B', 'C', 'D'];

const nested = (
  id: string,
  stem: string,
  texts: readonly string[],
  answerKey: string | undefined,
  extra = {},
) => ({
  id,
  question: { stem, choices: texts.map((text, place) => ({ text, label: labels[place] })), ...extra },
  ...(answerKey !== undefined && { answerKey }),
});

const ICE = { stem: 'What happens to ice in a warm room?', texts: ['It burns', 'It melts', 'It grows'] };
const MELT = {
  prompt: 'What happens to ice in a warm room?\n\nA. It burns\nB. It melts\nC. It grows',
  answer: 'B',
  ...letters('B', 'C'),
};
const WOOD = { stem: 'Which of these floats on water?', texts: ['a stone', 'a coin', 'a nail', 'a cork'] };
const CORK = {
  prompt: 'Which of these floats on water?\n\nA. a stone\nB. a coin\nC. a nail\nD. a cork',
  answer: 'D',
  ...letters('D', 'A'),
};

const MC = {
  question: 'What happens if you whistle at a kettle?',
  right: 'Nothing in particular',
  wrong: ['The water boils sooner', 'The kettle answers'],
};

const DOUBLE = {
  prompt: 'def double(x: int) -> int:\n    """Return twice x.\n    >>> double(2)\n    4\n    """\n',
  entry_point: 'double',
  canonical_solution: '    return 2 * x\n',
};
const DOUBLED = fenced('def double(x):\n    return 2 * x', 'def double(x):\n    return x');
const PLUS_TEST = `import numpy as np

def is_floats(x) -> bool:
    return isinstance(x, float)


def assertion(out, exp, atol):
    if atol == 0 and is_floats(exp):
        atol = 1e-6
    if out != exp and atol != 0:
        np.testing.assert_allclose(out, exp, atol=atol)
    else:
        assert out == exp


def check(candidate):
    inputs = [[1], [2], [0]]
    results = [2, 4, 0]
    for i, (inp, exp) in enumerate(zip(inputs, results)):
        assertion(candidate(*inp), exp, 0)
`;

const LAST = {
  code: 'def last_of(values):\r\n  return values[-1]',
  test_list: ['assert last_of([1, 2]) == 2', 'assert last_of("ab") == "b"'],
};
const LASTS = {
  prompt:
    'Write a function to find the last element. Your code should pass these tests:\n\nassert last_of([1, 2]) == 2\nassert last_of("ab") == "b"',
  ...fenced('def last_of(values):\n    return values[-1]', 'def last_of(values):\n    return values[0]'),
};

export const PUBLISHED_EXAMPLES: readonly PublishedExample[] = [
  {
    format: 'gsm8k',
    form: 'question and solution with ####',
    file: 'test.jsonl',
    content: jsonl(ROPES, STAMPS),
    items: [
      { prompt: ROPES.question, answer: '17', group: '2 steps', ...numbers('17') },
      { prompt: STAMPS.question, answer: '1,000', group: '1 step', ...numbers('1000') },
    ],
  },
  {
    format: 'math',
    form: 'one JSON file per problem',
    file: '7.json',
    content: JSON.stringify(
      {
        problem: 'What is half of $\\frac{3}{2}$?',
        level: 'Level 2',
        type: 'Prealgebra',
        solution: 'First $\\boxed{3}$ would be twice it. Half of it is $\\boxed{\\frac{3}{4}}$.',
      },
      undefined,
      4,
    ),
    items: [
      {
        prompt: 'What is half of $\\frac{3}{2}$?',
        answer: '\\frac{3}{4}',
        group: 'Level 2',
        ...boxed('\\frac34'),
      },
    ],
  },
  {
    format: 'math-500',
    form: 'rows with the answer',
    file: 'test.jsonl',
    content: jsonl({
      problem: 'Which point has the coordinates $x=1$ and $y=2$?',
      solution: 'It is $\\boxed{(1,2)}$.',
      answer: '(1,2)',
      subject: 'Geometry',
      level: 1,
      unique_id: 'test/geometry/1.json',
    }),
    items: [
      {
        id: 'test/geometry/1.json',
        prompt: 'Which point has the coordinates $x=1$ and $y=2$?',
        answer: '(1,2)',
        group: 'Level 1',
        ...boxed('(1, 2)'),
      },
    ],
  },
  {
    format: 'mgsm',
    form: 'TSV without column names',
    file: 'mgsm_fr.tsv',
    content:
      'Zoé dit « bonjour » à 2 chats, puis à 3 chiens. À combien d\'animaux parle-t-elle ?\t5\nLe magasin "Chez Max" vend 2,000 vis, puis 125. Combien en tout ?\t2,125\n',
    items: [
      {
        prompt: "Zoé dit « bonjour » à 2 chats, puis à 3 chiens. À combien d'animaux parle-t-elle ?",
        answer: '5',
        ...numbers('5'),
      },
      {
        prompt: 'Le magasin "Chez Max" vend 2,000 vis, puis 125. Combien en tout ?',
        answer: '2,125',
        ...numbers('2125'),
      },
    ],
  },
  {
    format: 'mgsm',
    form: 'rows of the hub',
    file: 'test.jsonl',
    content: jsonl({
      question: 'Tim pflückt 4 rote und 6 grüne Äpfel. Wie viele Äpfel hat er?',
      answer: null,
      answer_number: 10,
      equation_solution: null,
    }),
    items: [
      {
        prompt: 'Tim pflückt 4 rote und 6 grüne Äpfel. Wie viele Äpfel hat er?',
        answer: '10',
        ...numbers('10'),
      },
    ],
  },
  {
    format: 'commonsenseqa',
    form: 'original release',
    file: 'dev_rand_split.jsonl',
    content: jsonl(nested('c1', ICE.stem, ICE.texts, 'B', { question_concept: 'ice' })),
    items: [{ id: 'c1', ...MELT }],
  },
  {
    format: 'commonsenseqa',
    form: 'rows of the hub',
    file: 'validation.jsonl',
    content: jsonl({
      id: 'c2',
      question: WOOD.stem,
      question_concept: 'float',
      choices: { label: labels, text: WOOD.texts },
      answerKey: 'D',
    }),
    items: [{ id: 'c2', ...CORK }],
  },
  {
    format: 'arc',
    form: 'original release',
    file: 'ARC-Easy-Test.jsonl',
    content: jsonl(nested('Exam_2009_5_1', WOOD.stem, WOOD.texts, 'D')),
    items: [{ id: 'Exam_2009_5_1', ...CORK }],
  },
  {
    format: 'arc',
    form: 'rows of the hub, with labels from 1',
    file: 'test.jsonl',
    content: jsonl({
      id: 'Exam_2010_4_2',
      question: ICE.stem,
      choices: { text: ICE.texts, label: ['1', '2', '3'] },
      answerKey: '2',
    }),
    items: [{ id: 'Exam_2010_4_2', ...MELT }],
  },
  {
    format: 'openbookqa',
    form: 'original release',
    file: 'test.jsonl',
    content: jsonl(nested('8-343', WOOD.stem, WOOD.texts, 'D'), nested('1582', ICE.stem, ICE.texts, 'B')),
    items: [
      { id: '8-343', ...CORK },
      { id: '1582', ...MELT },
    ],
  },
  {
    format: 'openbookqa',
    form: 'rows of the hub, with facts',
    file: 'test_complete.jsonl',
    content: jsonl({
      id: '7-1',
      question_stem: ICE.stem,
      choices: { text: ICE.texts, label: ['A', 'B', 'C'] },
      answerKey: ' B',
      fact1: 'warm air melts ice',
      humanScore: 1,
      clarity: 1.5,
      turkIdAnonymized: 'b356d338b7',
    }),
    items: [{ id: '7-1', ...MELT }],
  },
  {
    format: 'mmlu',
    form: 'CSV without column names',
    file: 'home_physics_test.csv',
    content:
      'Which of these floats on water?,a stone,a coin,a nail,a cork,D\n"Which sign ends ""this"" sentence, if any?",a dot,a comma,"a ""quote""",none,A\n',
    items: [
      { ...CORK, group: 'home_physics' },
      {
        prompt: 'Which sign ends "this" sentence, if any?\n\nA. a dot\nB. a comma\nC. a "quote"\nD. none',
        answer: 'A',
        group: 'home_physics',
        ...letters('A', 'B'),
      },
    ],
  },
  {
    format: 'mmlu',
    form: 'rows of the hub',
    file: 'test.jsonl',
    content: jsonl({
      question: WOOD.stem,
      subject: 'home_physics',
      choices: WOOD.texts,
      answer: 3,
    }),
    items: [{ ...CORK, group: 'home_physics' }],
  },
  {
    format: 'mmlu-pro',
    form: 'rows of the hub, with filled places',
    file: 'test.jsonl',
    content: jsonl(
      {
        question_id: 70,
        question: WOOD.stem,
        options: [...WOOD.texts, 'N/A', 'N/A'],
        answer: 'D',
        answer_index: 3,
        cot_content: '',
        category: 'physics',
        src: 'own',
      },
      {
        question_id: 71,
        question: 'Which letter comes first?',
        options: ['B', 'C', 'A'],
        answer: 'C',
        answer_index: 2,
        cot_content: '',
        category: 'other',
        src: 'own',
      },
    ),
    items: [
      { id: '70', ...CORK, group: 'physics' },
      {
        id: '71',
        prompt: 'Which letter comes first?\n\nA. B\nB. C\nC. A',
        answer: '2',
        group: 'other',
        ...letters('(C)', '(B)'),
      },
    ],
  },
  {
    format: 'hellaswag',
    form: 'original release, with numbers as labels',
    file: 'hellaswag_val.jsonl',
    content: jsonl({
      ind: 24,
      activity_label: 'Baking',
      ctx_a: 'A man kneads dough.',
      ctx_b: 'he',
      ctx: 'A man kneads dough. he',
      split: 'val',
      split_type: 'indomain',
      label: 1,
      endings: ['flies to the moon.', 'puts it into the oven.', 'paints it blue.', 'sings to a fish.'],
      source_id: 'activitynet~v_own1',
    }),
    items: [
      {
        id: '24',
        prompt:
          'Baking: A man kneads dough. he\n\nA. flies to the moon.\nB. puts it into the oven.\nC. paints it blue.\nD. sings to a fish.',
        answer: 'B',
        group: 'indomain',
        ...letters('B', 'A'),
      },
    ],
  },
  {
    format: 'hellaswag',
    form: 'rows of the hub, with strings as labels',
    file: 'validation.jsonl',
    content: jsonl({
      ind: 25,
      activity_label: 'Sailing',
      ctx_a: 'A boat leaves the harbour.',
      ctx_b: '',
      ctx: 'A boat leaves the harbour.',
      endings: ['The crew sets the sails.', 'The sea is soup.', 'It reads a book.', 'Trees applaud.'],
      source_id: 'wikihow~2',
      split: 'val',
      split_type: 'zeroshot',
      label: '0',
    }),
    items: [
      {
        id: '25',
        prompt:
          'Sailing: A boat leaves the harbour.\n\nA. The crew sets the sails.\nB. The sea is soup.\nC. It reads a book.\nD. Trees applaud.',
        answer: 'A',
        group: 'zeroshot',
        ...letters('A', 'D'),
      },
    ],
  },
  {
    format: 'truthfulqa',
    form: 'rows of the hub',
    file: 'validation.jsonl',
    content: jsonl({
      question: MC.question,
      mc1_targets: { choices: [MC.right, ...MC.wrong], labels: [1, 0, 0] },
      mc2_targets: { choices: [MC.right, ...MC.wrong], labels: [1, 0, 0] },
    }),
    items: [
      { prompt: MC.question, right: `The answer is: ${MC.right}`, wrong: `The answer is: ${MC.wrong[0]}` },
    ],
  },
  {
    format: 'truthfulqa',
    form: 'original JSON list',
    file: 'mc_task.json',
    content: JSON.stringify([
      {
        question: MC.question,
        mc1_targets: { [MC.right]: 1, [MC.wrong[0] ?? '']: 0, [MC.wrong[1] ?? '']: 0 },
        mc2_targets: { [MC.right]: 1, [MC.wrong[0] ?? '']: 0, [MC.wrong[1] ?? '']: 0 },
      },
    ]),
    items: [
      { prompt: MC.question, right: `The answer is: ${MC.right}`, wrong: `The answer is: ${MC.wrong[1]}` },
    ],
  },
  {
    format: 'truthfulqa',
    form: 'CSV with two options',
    file: 'TruthfulQA.csv',
    content: `\uFEFFType,Category,Question,Best Answer,Best Incorrect Answer,Correct Answers,Incorrect Answers,Source\r\nAdversarial,Myths,"${MC.question}",${MC.right},${MC.wrong[0]},${MC.right},${MC.wrong[0]},https://example.com/\r\n`,
    items: [
      {
        prompt: MC.question,
        group: 'Myths',
        right: `The answer is: ${MC.right}`,
        wrong: `The answer is: ${MC.wrong[0]}`,
      },
    ],
  },
  {
    format: 'humaneval',
    form: 'rows with check',
    file: 'HumanEval.jsonl',
    content: jsonl({
      task_id: 'HumanEval/0',
      ...DOUBLE,
      test: "\n\nMETADATA = {'author': 'own'}\n\n\ndef check(candidate):\n    assert candidate(2) == 4\n    assert candidate(0) == 0\n",
    }),
    items: [{ id: 'HumanEval/0', prompt: DOUBLE.prompt, ...DOUBLED }],
  },
  {
    format: 'humaneval-plus',
    form: 'rows with written-out tests',
    file: 'test.jsonl',
    content: jsonl({ task_id: 'HumanEval/0', ...DOUBLE, test: PLUS_TEST }),
    items: [{ id: 'HumanEval/0', prompt: DOUBLE.prompt, ...DOUBLED }],
  },
  {
    format: 'mbpp',
    form: 'original JSONL',
    file: 'mbpp.jsonl',
    content: jsonl({
      text: 'Write a function to find the last element.',
      ...LAST,
      task_id: 11,
      test_setup_code: '',
      challenge_test_list: ['assert last_of([3]) == 3'],
    }),
    items: [{ id: '11', ...LASTS }],
  },
  {
    format: 'mbpp',
    form: 'sanitized JSON list',
    file: 'sanitized-mbpp.json',
    content: JSON.stringify([
      {
        source_file: 'own.ipynb',
        task_id: 12,
        prompt: 'Write a function to find the last element.',
        ...LAST,
        test_imports: ['import math'],
      },
    ]),
    items: [{ id: '12', ...LASTS }],
  },
  {
    format: 'mbpp-plus',
    form: 'rows with written-out tests',
    file: 'test.jsonl',
    content: jsonl({
      task_id: 13,
      ...LAST,
      prompt: 'Write a function to find the last element.',
      source_file: 'own.ipynb',
      test_imports: [],
      test: `import numpy as np\n\ninputs = [[[1, 2]], [[3]]]\nresults = [2, 3]\nfor i, (inp, exp) in enumerate(zip(inputs, results)):\n    assert last_of(*inp) == exp\n`,
    }),
    items: [{ id: '13', ...LASTS }],
  },
];

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REASONING_FORMATS } from '../../../src/grading/answers/reasoning-tags.ts';
import { reasoningReader } from '../../../src/grading/answers/reasoning.ts';

const withoutReasoning = reasoningReader();

/** Every pair of tags of every format, by the place of the spelling; `[open, close, format]`. */
const pairs = REASONING_FORMATS.flatMap((format) =>
  format.open.map((open, place) => [open, format.close[place] ?? '', format] as const),
);

test('every opening tag has a closing one', () => {
  for (const { open, close } of REASONING_FORMATS) expect(close).toHaveLength(open.length);
});

test('no two formats share a tag', () => {
  const spellings = REASONING_FORMATS.flatMap(({ open, close }) => [...open, ...close]);
  expect(new Set(spellings.map((spelling) => spelling.toLowerCase())).size).toBe(spellings.length);
});

describe.each(pairs)('%s … %s', (open, close, { kind, answer = [] }) => {
  test.each([
    ['a closed block', `${open}17?${close}18`],
    ['whitespace around it', `\n ${open}\n17?\n${close}\n\n18`],
    ['several blocks', `${open}a${close}\n${open}b${close} 18`],
    ['a block of another format after it', `${open}a${close}[THINK]17[/THINK]18`],
    ['a tag of its own that is mentioned in it', `${open}the tag ${open} is odd${close}18`],
    ['a closing tag that is quoted in it', `${open}I end with "${close}" later${close}18`],
    ['a tag of another format in it', `${open}${open === '[THINK]' ? '</think>' : '[/THINK]'}17${close}18`],
    ['a fence in it', `${open}\n\`\`\`python\n17\n\`\`\`\n${close}\n18`],
  ])('takes off %s', (_, text) => {
    expect(withoutReasoning(text)).toBe('18');
  });

  test('takes off a block with blocks of its own inside', () => {
    expect(withoutReasoning(`${open}a${open}b${close}c${close}18`)).toBe('18');
  });

  test('keeps a block after visible text', () => {
    const text = `The answer is 18. ${open}17?${close} Really.`;
    expect(withoutReasoning(text)).toBe(text);
  });

  test.each([
    ['quoted', `End it with "${close}" and go on. The answer is 18`],
    ['in backticks', `Use the \`${close}\` tag.\n18`],
    ['in a string of code', `x = text.split("a${close}\\n")[1]\nreturn 18`],
    ['in a code fence', `\`\`\`xml\nx\n${close}\n\`\`\`\n18`],
    ['after its opening tag in prose', `Write ${open} and ${close} around it. 18`],
  ])('keeps text that mentions the closing tag %s', (_, text) => {
    expect(withoutReasoning(text)).toBe(text);
  });

  test(`${kind === 'phrase' ? 'keeps' : 'leaves nothing of'} a block that is never closed`, () => {
    const text = `${open}17, 18`;
    expect(withoutReasoning(text)).toBe(kind === 'phrase' ? text : '');
  });

  test(`${kind === 'token' || kind === 'word' ? 'takes off' : 'keeps'} what precedes a closing tag that nothing opened`, () => {
    const text = `17?\n${close}\n18`;
    expect(withoutReasoning(text)).toBe(kind === 'token' || kind === 'word' ? '18' : text);
    expect(withoutReasoning(`17?${close}The answer is 18`)).toBe(
      kind === 'token' || kind === 'word' ? 'The answer is 18' : `17?${close}The answer is 18`,
    );
  });

  test.each(answer)('takes off $open … $close around the answer', (tags) => {
    expect(withoutReasoning(`${open}17${close}\n${tags.open}\n18\n${tags.close}`).trim()).toBe('18');
    expect(withoutReasoning(`${open}17${close}${tags.open}18`)).toBe('18');
    const alone = `${tags.open}18${tags.close}`;
    expect(withoutReasoning(alone)).toBe(tags.kind === 'token' ? '18' : alone);
    const unclosed = `${open}17${tags.open}18${tags.close}`;
    expect(withoutReasoning(unclosed)).toBe(tags.kind === 'token' ? '18' : '');
  });
});

test.each([
  ['<think>a</think>', ''],
  ['<think>a</think><think>b', ''],
  ['17?</think><think>again</think>18', '18'],
  ['17?</think><|begin_of_solution|>18<|end_of_solution|>', '18'],
  ['<THINK>17</Think>18', '18'],
  ['<think>17</think>\n</think>\n18', '18'],
  ['</think>\n\n</think>18', '18'],
  ['maybe 17 </reasoning>\n\n<answer>18</answer>', '<answer>18</answer>'],
  ['maybe 17</thought> The answer is 18.', 'The answer is 18.'],
  ['<Thought>17</Thought>\n<Output>\n18\n</Output>', '\n18\n'],
  ['<Reasoning>17</REASONING>18', '18'],
  ['<thinking>a<reflection>b</reflection></thinking><reflection>c</reflection><output>18</output>', '18'],
  ['<thinking>17</thinking><output>f("</output>")</output> Done.', 'f("</output>") Done.'],
  ['<reasoning>17</reasoning><answer>18</answer>', '<answer>18</answer>'],
  ['<think>\n17\n</think>\n<answer>\n18\n</answer>', '<answer>\n18\n</answer>'],
  ["Here's my thought process: 17. Here is my response: 18", '18'],
  ['<think>said "5</think>the "18"', 'the "18"'],
  ['it is 5" long</think>18" it is', '18" it is'],
  ["It's 17</think>It's 18", "It's 18"],
  ['```python\nx = 1\n</think>\n```python\n18\n```', '```python\n18\n```'],
  ['the template wrote `<think>`, so\n</think>\n18', '18'],
])('%j becomes %j', (text, expected) => {
  expect(withoutReasoning(text)).toBe(expected);
});

test.each([
  '18',
  '',
  ' 18 ',
  'a <think> b',
  '[think]17[/think]18',
  '<|start_thinking|>17<|end_thinking|>18',
  '<thoughtful>17</thoughtful>18',
  '<output>18</output>',
  '<answer>18</answer>',
  'It is read up to </reasoning>, and 18 is left.',
  'What follows after </thought> is visible: 18',
  'def f(x):\n    """Text before </thinking> is dropped."""\n    return 18',
  'def f(x):\n    # drop all up to </reasoning>\n    return 18',
  'Write the </thinking>\nand 18.',
  'Here is my response: 18',
  'Analysis of the sum: 18',
  'The header `<|channel|>final<|message|>` begins an answer. 18',
])('%j stays as it is', (text) => {
  expect(withoutReasoning(text)).toBe(text);
});

describe("harmony's channels", () => {
  const analysis = '<|channel|>analysis<|message|>17?<|end|>';
  test.each([
    [`${analysis}<|start|>assistant<|channel|>final<|message|>18<|return|>`, '18'],
    [`${analysis}<|start|>assistant<|channel|>final<|message|>18`, '18'],
    [`<|start|>assistant${analysis}assistant<|channel|>final<|message|>18<|end|>`, '18'],
    [`${analysis}${analysis}<|channel|>final<|message|>18`, '18'],
    ['17?<|end|><|start|>assistant<|channel|>final<|message|>18', '18'],
    ['<|channel|>final<|message|>17<|end|><|channel|>final<|message|>18', '18'],
    ['<|channel|>final <|constrain|>json<|message|>{"answer": 18}', '{"answer": 18}'],
    ['<|channel|>commentary to=functions.f <|constrain|>json<|message|>{}<|call|>', ''],
    [`${analysis}<|start|>assistant<|channel|>commentary<|message|>I call f.<|end|>`, ''],
    ['<|channel|>analysis<|message|>17, 18', ''],
    ['Well. <|channel|>final<|message|>18', '18'],
    ['<think>I write <|channel|>final<|message|>17</think>18', '18'],
    ['<think>17</think><|channel|>final<|message|>18<|end|>', '18'],
    [
      '<|channel|>analysis<|message|>a </think> b<|end|><|channel|>final<|message|>after </think> 18',
      'after </think> 18',
    ],
    ['analysisUser asks for 18.assistantfinal18', '18'],
    ['analysis17assistantcommentary to=functions.f json{}assistantfinal18', '18'],
  ])('%j becomes %j', (text, expected) => {
    expect(withoutReasoning(text)).toBe(expected);
  });
});

describe('tags of the user', () => {
  const read = reasoningReader([{ open: '<scratchpad>', close: '</scratchpad>' }]);

  test.each([
    ['<scratchpad>17</scratchpad>18', '18'],
    ['17\n</scratchpad>\n18', '18'],
    ['<scratchpad>17', ''],
    ['<scratchpad>a</scratchpad><think>b</think>18', '18'],
    ['The tag `</scratchpad>` ends it. 18', 'The tag `</scratchpad>` ends it. 18'],
    ['<Scratchpad>17</Scratchpad>18', '<Scratchpad>17</Scratchpad>18'],
  ])('%j becomes %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('are text where nobody names them', () => {
    expect(withoutReasoning('<scratchpad>17</scratchpad>18')).toBe('<scratchpad>17</scratchpad>18');
  });

  test('may be any text, also what a regular expression would read otherwise', () => {
    const odd = reasoningReader([{ open: '(?:a+)+[$|', close: '.*\\' }]);
    expect(odd('(?:a+)+[$|17.*\\18')).toBe('18');
    expect(odd('aaa17.*')).toBe('aaa17.*');
  });

  test('replace a known format with which they share a tag', () => {
    const other = reasoningReader([{ open: '<think>', close: '<answer>' }]);
    expect(other('<think>17</think><answer>18')).toBe('18');
  });
});

describe('a block that the prompt opens', () => {
  const prompt =
    'Think first: <think> reasoning </think> <answer> answer </answer>.\nUser: 9 * 2?\nAssistant: <think>';

  test.each([
    ['is never closed', 'It is 18. So the answer is \\boxed{18}.', ''],
    ['is closed', ' 9 * 2 = 18 </think> 18', '18'],
    ['is closed by a tag in other letters', ' 9 * 2 = 18 </Think> 18', '18'],
    ['is followed by an answer tag', 'It is 18. <answer> 18 </answer>', 'It is 18. <answer> 18 </answer>'],
    ['is followed by half an answer tag', 'It is 18.\nanswer> 18', 'It is 18.\nanswer> 18'],
    ['is opened again', '<think>9 * 2</think>18', '18'],
  ])('%s', (_, text, left) => {
    expect(withoutReasoning(text, prompt)).toBe(left);
    expect(withoutReasoning(text, `${prompt}\n`)).toBe(left);
  });

  test('may be closed by a tag that counts only after its opening tag', () => {
    expect(withoutReasoning('17? </reason> 18', 'What is it? <reason>')).toBe('18');
    expect(withoutReasoning('17? </reason> 18', 'What is it?')).toBe('17? </reason> 18');
  });

  test('may be marked by tags of the user', () => {
    const own = reasoningReader([{ open: '<scratchpad>', close: '</scratchpad>' }]);
    expect(own('17, 18', 'What is it? <scratchpad>')).toBe('');
    expect(own('17</scratchpad>18', 'What is it? <scratchpad>')).toBe('18');
  });

  test('ends where a special token begins the answer', () => {
    const text = '17? <|begin_of_solution|>18<|end_of_solution|>';
    expect(withoutReasoning(text, '<|begin_of_thought|>')).toBe('18');
  });

  test.each([
    ['closes its block', `${prompt}\n\n</think>\n\n`],
    ['mentions the tag', 'Begin with <think> and end with </think>.'],
    ['has no tag', 'What is 9 * 2?'],
    ['ends in a phrase', 'Here is my thought process:'],
  ])('is not there if the prompt %s', (_, other) => {
    expect(withoutReasoning('It is 18.', other)).toBe('It is 18.');
  });
});

describe('misspelled closing tags', () => {
  test.each([
    '< /think>',
    '</ think>',
    '</think >',
    '<end think>',
    '</end think>',
    '<endthink>',
    '<End Think>',
  ])('%s ends the reasoning', (tag) => {
    expect(withoutReasoning(`<think>17?${tag}18`)).toBe('18');
    expect(withoutReasoning(`17?${tag}18`)).toBe('18');
  });

  test('are text where they are quoted, and in text that may quote another', () => {
    expect(withoutReasoning('I wrote "<end think>" by mistake. 18')).toBe(
      'I wrote "<end think>" by mistake. 18',
    );
    const careful = reasoningReader([], { mayQuote: true });
    expect(careful('17 <end think> 18')).toBe('17 <end think> 18');
  });
});

test('a leading block can always be taken away', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pairs), fc.string(), fc.string(), ([open, close], reasoning, answer) => {
      const text = reasoning.replaceAll(/[<[◁H]/g, '');
      expect(withoutReasoning(`${open}${text}${close}${answer}`)).toBe(
        withoutReasoning(`${open}${close}${answer}`),
      );
    }),
  );
});

test('keeps the end of the text, and all of it if there is no tag', () => {
  const tags = pairs.flatMap(([open, close]) => [open, close]);
  const texts = fc.array(fc.oneof(fc.constantFrom(...tags), fc.string({ maxLength: 3 })), { maxLength: 12 });
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join('');
      const left = withoutReasoning(text);
      expect(text.endsWith(left) || /<\/(?:output|response)>/i.test(text)).toBe(true);
      if (!parts.some((part) => tags.includes(part))) expect(left).toBe(text);
    }),
  );
});

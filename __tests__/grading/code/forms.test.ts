import { describe, expect, test } from 'vitest';
import { gradeWith, itemOf, wasmGrader } from './python-grader.ts';
import { words, PROMPT, code, SHARED, BODY, TOTAL, fence, eachLine } from './tasks.ts';

const grade = gradeWith(wasmGrader());

describe('invalid Python is incorrect and is not trimmed', () => {
  test.each<[string, string]>([
    ['a stray bracket', `${SHARED})\n`],
    ['a dangling else', `${SHARED}else:\n    pass\n`],
    ['a statement of another language', `${SHARED}x++\n`],
    ['what could be a sentence', `${SHARED}This gives what they share.\n`],
    ['the print of Python 2', `${SHARED}print shared([1], [2])\n`],
    ['a function that breaks off', `${SHARED}\ndef other(a):\n    return a +\n`],
    ['a wrong line before it', `import math)\n${SHARED}`],
    ['typographic quotation marks', 'def shared(a, b):\n    s = “”\n    return [x for x in a if x in b]\n'],
    ['spaces that do not break', SHARED.replace('    ', '\u00A0\u00A0\u00A0\u00A0')],
    ['characters of HTML', `${SHARED}if 1 &lt; 2:\n    pass\n`],
    [
      'tabs and spaces',
      'def shared(a, b):\n        if a:\n\t    pass\n        return [x for x in a if x in b]\n',
    ],
    ['escaped line ends', `${SHARED.replaceAll('\n', String.raw`\n`)}\n`],
  ])('in a fence: %s', async (_, source) => {
    expect(await grade(`Sure:\n${fence(source)}`, words)).toEqual({
      outcome: 'incorrect',
      reason: 'not a valid Python program',
    });
  });

  test.each<[string, string]>([
    ['a stray bracket', `${SHARED})\n`],
    ['a statement of another language', `${SHARED}x++\n`],
    ['the print of Python 2', `${SHARED}print shared([1], [2])\n`],
    ['a word', fence(`${SHARED}end\n`)],
    ['a wrong line before it', `import math)\n${SHARED}`],
    ['a fence that is not closed, and breaks off', `\`\`\`python\n${SHARED}\nprint(shared([1,\n`],
    ['a fence that the prompt opened, with a stray bracket', `${SHARED})\n\`\`\`\n`],
    ['a right fence before a wrong one', `${fence(SHARED)}Final version:\n${fence(`${SHARED})\n`)}`],
  ])('elsewhere: %s', async (_, text) => {
    expect(await grade(text, words)).toMatchObject({ outcome: 'incorrect' });
  });

  test.each<[string, string]>([
    ['a word', 'Done'],
    ['a sentence', "That's all, isn't it?"],
    ['a heading', '### Explanation'],
    ['a list', '- It looks at every element.\n- It keeps what is shared.'],
    ['a label', 'Time complexity: O(n * m)'],
    ['a rule', '---\nThe end.'],
    ['a tag', '</s>'],
    ['Chinese', '这个函数返回共有的元素。'],
    ['Russian', 'Эта функция возвращает общие элементы.'],
    ['two words', 'Hope this helps!'],
    ['a bold label', '**Explanation:** it loops.'],
    ['a small beginning', 'for example, shared([1], [1]) gives [1].'],
    ['a token of a chat template', '<|im_end|>\n<|im_start|>user\nmore'],
  ])('prose around code without a fence is not part of it: %s', async (_, said) => {
    expect(await grade(`${SHARED}\n${said}\n`, words)).toMatchObject({ outcome: 'correct' });
    expect(await grade(`\`\`\`python\n${SHARED}\n${said}\n`, words)).toMatchObject({ outcome: 'correct' });
    expect(await grade(`${BODY}\n${said}\n`, code)).toMatchObject({ outcome: 'correct' });
  });
});

describe('the markup around code makes no difference', () => {
  const session = eachLine(SHARED, (line, place) => (place === 0 ? '>>> ' : '... ') + line);
  test.each<[string, string]>([
    ['a session', fence(`${session}>>> shared([1], [1])\n[1]\n`, 'pycon')],
    ['a session without a fence', `${session}>>> shared([1], [1])\n[1]\n`],
    ['code before a session', fence(`${SHARED}\n>>> shared([1], [1])\n[1]\n`)],
    ['IPython', fence(eachLine(SHARED, (line, place) => (place === 0 ? 'In [1]: ' : '   ...: ') + line))],
    ['[BEGIN] and [DONE]', `[BEGIN]\n${SHARED}[DONE]\n\nYou are an expert.\n[BEGIN]\ndef other(:\n[DONE]\n`],
    ['[PYTHON]', `Sure.\n[PYTHON]\n${SHARED}[/PYTHON]\nDone: it works.`],
    ['a token at its end', `${SHARED.trimEnd()}</s>`],
    ['a label before it', `Answer: ${SHARED}`],
    ['[DONE] and more', `${SHARED}[DONE]\n\nYou are an expert programmer, and here is your task.\n`],
    [
      'HTML',
      `<pre><code class="language-python">${SHARED.replace('x in b', 'x in b and 1 &lt; 2')}</code></pre>`,
    ],
    ['a tag', `<code>\n${SHARED}</code>\nThis is it.`],
    ['a tag for Python', `<python>\n${SHARED}</python>`],
    ['lstlisting', `\\begin{lstlisting}[language=Python]\n${SHARED}\\end{lstlisting}\n`],
    ['verbatim', `It is\n\\begin{verbatim}\n${SHARED}\\end{verbatim}\nas asked.`],
    ['minted', `\\begin{minted}{python}\n${SHARED}\\end{minted}`],
    ['four backticks', `\`\`\`\`python\n${SHARED}\`\`\`\`\n`],
    ['four backticks around three', `\`\`\`\`\nAs in\n\`\`\`\`\n${fence(SHARED)}`],
    ['python3', fence(SHARED, 'python3')],
    ['py with a title', fence(SHARED, 'py title="x.py"')],
    ['Python', fence(SHARED, 'Python')],
    ['a space before python', fence(SHARED, ' python')],
    ['braces', fence(SHARED, '{.python .numberLines}')],
    ['a file name', fence(SHARED, 'python:solution.py')],
    ['Python labeled as another language', fence(SHARED, 'text')],
    ['code right after the mark', `\`\`\`def shared(a, b):\n    return [x for x in a if x in b]\n\`\`\``],
    [
      'code after the language',
      `\`\`\`python def shared(a, b):\n    return [x for x in a if x in b]\n\`\`\``,
    ],
    ['a fence on one line', '```def shared(a, b): return [x for x in a if x in b]```'],
    ['a mark after prose', `Here it is: \`\`\`python\n${SHARED}\`\`\`\n`],
    ['a mark at the end of the code', `\`\`\`python\n${SHARED.trimEnd()}\`\`\`\nDone: it works.`],
    ['a quotation', eachLine(fence(SHARED), (line) => `> ${line}`)],
    ['a list', `1. So:\n\n${eachLine(fence(SHARED), (line) => `   ${line}`)}`],
    ['indentation', fence(eachLine(SHARED, (line) => `    ${line}`))],
    ['line numbers', fence(eachLine(SHARED, (line, place) => `${place + 1}: ${line}`))],
    ['line numbers and bars', fence(eachLine(SHARED, (line, place) => ` ${place + 1} | ${line}`))],
    ['JSON', JSON.stringify({ explanation: 'It works.', code: SHARED })],
    ['JSON with a fence in it', JSON.stringify({ code: fence(SHARED) })],
    ['a fence of JSON', fence(`${JSON.stringify({ code: SHARED })}\n`, 'json')],
    ['a JSON string', JSON.stringify(SHARED)],
    ['carriage returns', fence(SHARED).replaceAll('\n', '\r')],
    ['no line end', `\`\`\`python\n${SHARED.trimEnd()}`],
    ['a byte order mark in the fence', fence(`\uFEFF${SHARED}`)],
  ])('for a task in words: %s', async (_, text) => {
    expect(await grade(text, words)).toMatchObject({ outcome: 'correct' });
    expect(await grade(text.replace('x in b', 'x is b'), words)).toMatchObject({ outcome: 'incorrect' });
  });

  test.each<[string, string]>([
    ['a body and further functions', `${BODY}\n\ndef other(x):\n    return x\n`],
    ['a body, prose and a function', `${BODY}\nIt adds them. See also:\n\ndef other(x):\n    return x +\n`],
    ['the prompt in full', `${PROMPT}${BODY}`],
    ['the prompt in full, in a fence', fence(`${PROMPT}${BODY}`)],
    ['the signature', TOTAL],
    ['the signature, and a print', `${TOTAL}\nprint(total([int(input())]))\n`],
    ['a future import in a fence', fence(`from __future__ import annotations\n\n${TOTAL}`)],
    ['a body in a fence that is not closed', `\`\`\`python\n${BODY}`],
    ['a body whose first line lost its indentation', fence(`numbers = list(numbers)\n${BODY}`)],
  ])('for a prompt that is code: %s', async (_, text) => {
    expect(await grade(text, code)).toMatchObject({ outcome: 'correct' });
  });

  test('a prompt may end with the header of its function', async () => {
    const item = itemOf(
      'def check(f):\n    assert f([2]) == 2\n',
      { entry_point: 'total' },
      'from typing import List\n\ndef total(numbers: List[int]) -> int:\n',
    );
    expect(await grade(fence(TOTAL), item)).toMatchObject({ outcome: 'correct' });
    expect(await grade(BODY, item)).toMatchObject({ outcome: 'correct' });
  });

  test('a method does not count as a function', async () => {
    const text = fence(
      `class Solution:\n${eachLine(SHARED, (line) => `    ${line}`).replace('(a', '(self, a')}`,
    );
    expect(await grade(text, words)).toMatchObject({ outcome: 'incorrect' });
  });
});

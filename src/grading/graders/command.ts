import type { GraderDefinition } from '../grader.ts';
import { Program } from '../program/program.ts';

/** Grades with any program that reads one sample per line and answers each with one line. */
export const command: GraderDefinition<'command'> = {
  create({ command: words, timeout, processes }, edges) {
    const program = new Program(
      { name: 'command', command: () => words, timeoutMs: timeout * 1000, processes },
      edges,
    );
    return {
      checkItem: () => undefined,
      grade: (text, item) => program.grade(text, item),
      close: () => program.close(),
    };
  },
  knownAnswers: [],
  ownKnownAnswers: ({ known }) => known,
};

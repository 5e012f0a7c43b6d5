import { z } from 'zod';

const BLOCK = /^```json example (\S+)\n([^]*?)^```$/gm;

const shape = z.strictObject({ given: z.unknown(), gives: z.unknown() });

export interface MarkedExample {
  readonly name: string;
  readonly given: unknown;
  readonly gives: unknown;
}

/** The blocks of a page that begin with ```` ```json example NAME ````, in order. */
export function markedExamples(page: string): MarkedExample[] {
  return [...page.matchAll(BLOCK)].map(([, name = '', body = '']) => ({
    name,
    ...shape.parse(JSON.parse(body)),
  }));
}

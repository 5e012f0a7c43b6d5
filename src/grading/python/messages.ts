import type { Image, Run } from './interpreter.ts';

/** An image on its way between processes: its memory deflated, as base64. */
export type PackedImage = Omit<Image, 'memory'> & { readonly memory: string };

/** How a child begins. */
export interface Begin {
  /** How much the interpreter's memory may grow to. */
  readonly memoryPages: number;
  /** Of a child that has started already; without it the child starts the interpreter, which takes seconds, and answers with its image. */
  readonly image?: PackedImage | undefined;
}

/** What a child says once it is ready. */
export interface Begun {
  readonly image?: PackedImage | undefined;
}

/** A program to label. */
export interface Ask {
  /** Readings of one completion, the likeliest first: the first that is a Python program is the program. */
  readonly candidates: readonly string[];
  /** The function that is asked for, where the task names it: what the program does not need for it is not part of its way. */
  readonly entry?: string | undefined;
  /** Python that raises where the program is wrong; it runs in the program's module. */
  readonly tests: string;
  /** Bytes that the program may use, where its interpreter is not limited already. */
  readonly memory?: number;
}

/** What a child makes of a program. */
export type Answer =
  /** None of the candidates is a program. */
  | { readonly program: undefined }
  | {
      /** Place of the candidate that is. */
      readonly program: number;
      /** The way that it takes; undefined where its tree is too deep to be written down. */
      readonly key: string | undefined;
      readonly run: Run;
    };

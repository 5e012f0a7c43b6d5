import type { Image } from './host/interpreter.ts';

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

/** A completion to label. */
export interface Ask {
  readonly text: string;
  /** The code that the completion continues, where the item has some. */
  readonly prompt?: string | undefined;
  /** The function that is asked for, where the item names it; else it is what the tests call. */
  readonly entry?: string | undefined;
  /** A right solution, where the item has one: it shows which names of the tests are a solution's to define. */
  readonly reference?: string | undefined;
  /** Python that raises where the program is wrong. */
  readonly tests: string;
  /** Bytes that the program may use, where its interpreter is not limited already. */
  readonly memory?: number;
}

/** What became of a program that was run. Only `returned` says that its tests ran to their end. */
export type Run =
  | { readonly end: 'returned' }
  | {
      readonly end: 'failed';
      /** The program itself, or the tests after it. */
      readonly during: 'program' | 'tests';
      readonly reason: string;
      /** The part of the standard library that the program missed. */
      readonly lacked?: string | undefined;
    };

/** What a child makes of a completion; without a rule there is no program in it. */
export interface Answer {
  /** How the program was found. */
  readonly rule?: string | undefined;
  /** The way that it takes; undefined where its tree is too deep to be written down. */
  readonly key?: string | undefined;
  readonly run?: Run | undefined;
  /** Whether the tests hold objects of classes that the program defines. */
  readonly objects?: boolean | undefined;
}

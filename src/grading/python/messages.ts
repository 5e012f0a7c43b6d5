import type { Image } from './host/interpreter.ts';

/** An interpreter image to send between processes: its memory, deflated, as base64. */
export type PackedImage = Omit<Image, 'memory'> & { readonly memory: string };

/** A child's start settings. */
export interface Begin {
  /** The size in pages up to which the interpreter's memory may grow. */
  readonly memoryPages: number;
  /**
   * The image from a child that has already started. If absent, the child starts the interpreter, which takes seconds, and
   * returns its image.
   */
  readonly image?: PackedImage | undefined;
}

/** A child's message that it is ready. */
export interface Begun {
  readonly image?: PackedImage | undefined;
}

/** A completion to grade. */
export interface Ask {
  readonly text: string;
  /** The code that the completion continues, if the item has any. */
  readonly prompt?: string | undefined;
  /**
   * The function that the solution must define, if the item names one. If absent, the function that the tests call is
   * used.
   */
  readonly entry?: string | undefined;
  /**
   * A reference solution, if the item has one. The reference solution determines which of the names in the tests the
   * solution must define.
   */
  readonly reference?: string | undefined;
  /** Python code that raises an exception if the program is wrong. */
  readonly tests: string;
  /** The program's memory limit in bytes, if its interpreter is not already limited. */
  readonly memory?: number;
}

/** The outcome of running a program. Only `returned` means that its tests ran to completion. */
export type Run =
  | { readonly end: 'returned' }
  | {
      readonly end: 'failed';
      /** Whether the program failed while loading, or in the tests. */
      readonly during: 'program' | 'tests';
      readonly reason: string;
      /** The part of the standard library that the program needed and the sandbox lacks. */
      readonly lacked?: string | undefined;
    };

/** A child's response for a completion. Without `rule`, the completion contains no program. */
export interface Answer {
  /** How the program was found. */
  readonly rule?: string | undefined;
  /** A hash of how the program works; undefined if its syntax tree is too deep to serialize. */
  readonly key?: string | undefined;
  readonly run?: Run | undefined;
  /** Whether the tests use objects of classes that the program defines. */
  readonly objects?: boolean | undefined;
}

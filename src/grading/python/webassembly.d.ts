/**
 * The parts of JavaScript's WebAssembly interface that this project uses. TypeScript declares them only together with the
 * browser's types.
 */
declare namespace WebAssembly {
  type ImportValue = Global | ((...parameters: never[]) => unknown);

  type Imports = Record<string, Record<string, ImportValue>>;

  class Module {
    constructor(bytes: Uint8Array);
    static imports(
      module: Module,
    ): { readonly module: string; readonly name: string; readonly kind: string }[];
  }

  class Instance {
    constructor(module: Module, imports: Imports);
    readonly exports: Record<string, unknown>;
  }

  class Global {
    constructor(type: { readonly value: 'i32'; readonly mutable: boolean }, value: number);
    value: number;
  }

  class Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }

  class Table {
    get(place: number): ((...parameters: number[]) => unknown) | undefined;
  }
}

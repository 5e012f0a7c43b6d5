/** The interpreter's flags: do not import `site`, ignore the environment and the user's folders, and write nothing. */
export const FLAGS = [
  'Py_NoSiteFlag',
  'Py_IsolatedFlag',
  'Py_IgnoreEnvironmentFlag',
  'Py_NoUserSiteDirectory',
  'Py_DontWriteBytecodeFlag',
] as const;

/** An address in an interpreter's memory. */
export type Pointer = number;

/** The part of CPython's C interface that this project uses, as its module exports it. */
export interface Exports extends Readonly<Record<(typeof FLAGS)[number], WebAssembly.Global>> {
  readonly memory: WebAssembly.Memory;
  readonly __indirect_function_table: WebAssembly.Table;
  readonly __stack_pointer: WebAssembly.Global;
  readonly PyImport_Inittab: WebAssembly.Global;
  readonly __wasm_call_ctors: () => void;
  readonly emscripten_stack_init: () => void;
  readonly malloc: (bytes: number) => Pointer;
  readonly Py_InitializeEx: (signals: number) => void;
  readonly PyImport_AddModule: (name: Pointer) => Pointer;
  readonly PyModule_GetDict: (module: Pointer) => Pointer;
  readonly PyDict_GetItemString: (dict: Pointer, key: Pointer) => Pointer;
  readonly PyBytes_FromStringAndSize: (bytes: Pointer, size: number) => Pointer;
  readonly PyBytes_AsString: (bytes: Pointer) => Pointer;
  readonly PyBytes_Size: (bytes: Pointer) => number;
  readonly PyObject_CallOneArg: (called: Pointer, parameter: Pointer) => Pointer;
  readonly PyGILState_Ensure: () => number;
  readonly PyGILState_Release: (state: number) => void;
  readonly Py_DecRef: (object: Pointer) => void;
  readonly PyErr_Clear: () => void;
  readonly PyErr_Occurred: () => Pointer;
  readonly PyRun_StringFlags: (
    text: Pointer,
    start: number,
    globals: Pointer,
    locals: Pointer,
    flags: Pointer,
  ) => Pointer;
}

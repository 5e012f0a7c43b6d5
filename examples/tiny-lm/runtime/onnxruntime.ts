import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { env, InferenceSession, Tensor } from './ort.wasm.min.mjs';

env.wasm.numThreads = 1;
env.wasm.wasmBinary = brotliDecompressSync(
  readFileSync(new URL('ort-wasm-simd-threaded.wasm.br', import.meta.url)),
);

/** onnxruntime in WebAssembly, on one thread. */
export { InferenceSession, Tensor };

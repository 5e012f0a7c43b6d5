/** Makes examples/tiny-lm/runtime from an unpacked package onnxruntime-web; with `--check` it compares and writes nothing. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

const MODULES = ['ort.wasm.min.mjs', 'ort-wasm-simd-threaded.mjs'];
const BINARY = 'ort-wasm-simd-threaded.wasm';

const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
if (folder === undefined) throw new Error('usage: npm run runtime -- FOLDER [--check]');
const runtime = join(import.meta.dirname, '../examples/tiny-lm/runtime');
const isCheck = process.argv.includes('--check');

const differing: string[] = [];

for (const name of MODULES) {
  const theirs = await readFile(join(folder, 'dist', name), 'utf8');
  const ours = theirs.replace(/^\/\/# sourceMappingURL=.*\n?/mu, '');
  if (!isCheck) await writeFile(join(runtime, name), ours);
  else if ((await readFile(join(runtime, name), 'utf8')) !== ours) differing.push(name);
}

const binary = await readFile(join(folder, 'dist', BINARY));
const packed = join(runtime, `${BINARY}.br`);
if (isCheck) {
  if (!brotliDecompressSync(await readFile(packed)).equals(binary)) differing.push(BINARY);
} else {
  const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = {
    [BROTLI_PARAM_QUALITY]: 11,
    [BROTLI_PARAM_LGWIN]: 24,
    [BROTLI_PARAM_SIZE_HINT]: binary.length,
  };
  await writeFile(packed, brotliCompressSync(binary, { params }));
}

if (differing.length > 0) {
  process.stderr.write(`other than in the package: ${differing.join(', ')}\n`);
  process.exitCode = 1;
}

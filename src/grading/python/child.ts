import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Image, Interpreter } from './interpreter.ts';
import { asciiLine } from './ascii-line.ts';
import { withMemoryLimit } from './memory-limit.ts';
import type { Answer, Ask, Begin, Begun, PackedImage } from './messages.ts';

/*
 * The process that programs run in. Its arguments are the four files of the interpreter, its first line of input says how it
 * begins, and each line after that is a program to label. It answers each with one line. Nothing that a program writes gets
 * into its output.
 */

const [module = '', library = '', reading = '', numpyForTests = ''] = process.argv.slice(2);

function begin({ memoryPages, image }: Begin): Interpreter {
  return new Interpreter({
    module: new WebAssembly.Module(withMemoryLimit(readFileSync(module), memoryPages)),
    library: readFileSync(library),
    sources: {
      reading: readFileSync(reading, 'utf8'),
      numpyForTests: readFileSync(numpyForTests, 'utf8'),
    },
    image: image && unpacked(image),
  });
}

function packed(image: Image): PackedImage {
  return { ...image, memory: deflateRawSync(image.memory, { level: 1 }).toString('base64') };
}

function unpacked(image: PackedImage): Image {
  return { ...image, memory: inflateRawSync(Buffer.from(image.memory, 'base64')) };
}

function answerTo(interpreter: Interpreter, { candidates, entry, tests }: Ask): Answer {
  const read = interpreter.ask('main()', Buffer.from(JSON.stringify({ candidates, entry })));
  const found = read === undefined ? undefined : readingOf(read);
  const program = found && candidates[found.place];
  if (found === undefined || program === undefined) return { program: undefined };
  return { program: found.place, key: found.key, run: interpreter.run(program, tests) };
}

/** What `reading.py` wrote, which ran nothing of the program. */
function readingOf(text: string): { readonly place: number; readonly key: string | undefined } | undefined {
  const read: unknown = JSON.parse(text);
  if (typeof read !== 'object' || read === null || !('place' in read)) return undefined;
  if (typeof read.place !== 'number') return undefined;
  return { place: read.place, key: 'key' in read && typeof read.key === 'string' ? read.key : undefined };
}

function say(message: Begun | Answer): void {
  process.stdout.write(asciiLine(message));
}

let interpreter: Interpreter | undefined;
for await (const line of createInterface({ input: process.stdin })) {
  if (interpreter === undefined) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the process that started this one
    const how = JSON.parse(line) as Begin;
    interpreter = begin(how);
    say({ image: how.image === undefined ? packed(interpreter.image) : undefined });
  } else {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    say(answerTo(interpreter, JSON.parse(line) as Ask));
  }
}

import { readFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Image } from './host/interpreter.ts';
import { asciiLine } from './ascii-line.ts';
import { Labeller } from './labeller.ts';
import { linesWhileAlive } from './lifeline.ts';
import { withMemoryLimit } from './host/memory-limit.ts';
import type { Answer, Ask, Begin, Begun, PackedImage } from './messages.ts';
import { sourcesIn } from './sources.ts';

/*
 * The process that runs programs. Its arguments are the interpreter, its library and the folder with this project's Python
 * code. The first line of input contains the start settings. Each later line is a completion to grade and is answered with
 * one line. Nothing that a program writes reaches the output.
 */

const [module = '', library = '', inside = ''] = process.argv.slice(2);

function begin({ memoryPages, image }: Begin): Labeller {
  return new Labeller({
    module: new WebAssembly.Module(withMemoryLimit(readFileSync(module), memoryPages)),
    library: readFileSync(library),
    begin: image === undefined ? sourcesIn(inside) : unpacked(image),
  });
}

function packed(image: Image): PackedImage {
  return { ...image, memory: deflateRawSync(image.memory, { level: 1 }).toString('base64') };
}

function unpacked(image: PackedImage): Image {
  return { ...image, memory: inflateRawSync(Buffer.from(image.memory, 'base64')) };
}

function say(message: Begun | Answer): void {
  process.stdout.write(asciiLine(message));
}

let labeller: Labeller | undefined;
linesWhileAlive((line) => {
  if (labeller === undefined) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the process that started this one
    const how = JSON.parse(line) as Begin;
    labeller = begin(how);
    say({ image: how.image === undefined ? packed(labeller.image) : undefined });
  } else {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    say(labeller.label(JSON.parse(line) as Ask));
  }
});

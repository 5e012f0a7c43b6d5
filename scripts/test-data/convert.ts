import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import { z } from 'zod';

let interpreter: ReturnType<typeof loadPyodide> | undefined;

const filesSchema = z.record(z.string(), z.string());

/** Runs the function `name` of convert.py on the texts of the originals, by path; returns the texts of the files, by name. */
export async function convert(
  name: string,
  originals: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const python = await (interpreter ??= loadPyodide());
  python.globals.set('name', name);
  python.globals.set('originals', JSON.stringify(originals));
  python.runPython(readFileSync(new URL('convert.py', import.meta.url), 'utf8'));
  const written: unknown = python.runPython('json.dumps(globals()[name](json.loads(originals)))');
  return filesSchema.parse(JSON.parse(z.string().parse(written)));
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './project.ts';

/** The environment of a process that runs this code before its own. */
function preloaded(code: string, folder = temporaryFolder()): Readonly<Record<string, string>> {
  const module = join(folder, 'preload.mjs');
  writeFileSync(module, code);
  return { NODE_OPTIONS: `--import=${module}` };
}

/** The environment of a process whose clock starts at noon (UTC) of a day such as 2026-11-22. */
export const atDate = (day: string): Readonly<Record<string, string>> =>
  preloaded(`const ahead = Date.parse('${day}T12:00:00Z') - Date.now();
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...parts) {
    super(...(parts.length === 0 ? [Real.now() + ahead] : parts));
  }
  static now() {
    return Real.now() + ahead;
  }
};
`);

/**
 * The environment of a process that retries as often as any, and soon: a wait is drawn between 0 and 1 s, 2 s, 4 s, …, and
 * here from the lowest hundredth of that.
 */
export const shortBackoff = (): Readonly<Record<string, string>> =>
  preloaded('const { random } = Math;\nMath.random = () => random() / 100;\n');

/**
 * The environment of a process that records its processor time, which a busy machine does not stretch, and the seconds of
 * the last such process that ended by itself. They include its threads, and not its child processes. The run must have its own
 * process.
 */
export function processorTime(folder = temporaryFolder()): {
  readonly env: Readonly<Record<string, string>>;
  readonly seconds: () => number;
} {
  const record = join(folder, 'seconds');
  const code = `import { writeFileSync } from 'node:fs';
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(${JSON.stringify(record)}, String((user + system) / 1e6));
});
`;
  return { env: preloaded(code, folder), seconds: () => Number(readFileSync(record, 'utf8')) };
}

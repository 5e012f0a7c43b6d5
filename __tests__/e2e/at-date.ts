import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './project.ts';

/** The environment of a process whose clock starts at noon (UTC) of a day such as 2026-11-22. */
export function atDate(day: string): Readonly<Record<string, string>> {
  const module = join(temporaryFolder(), 'clock.mjs');
  writeFileSync(
    module,
    `const ahead = Date.parse('${day}T12:00:00Z') - Date.now();
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...parts) {
    super(...(parts.length === 0 ? [Real.now() + ahead] : parts));
  }
  static now() {
    return Real.now() + ahead;
  }
};
`,
  );
  return { NODE_OPTIONS: `--import=${module}` };
}

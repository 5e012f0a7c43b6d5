import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { argv, env, execPath, exit } from 'node:process';

/** The pure rooms whose tests are tested. */
const ROOMS = ['statistics', 'verdict', 'measures'];

const root = join(import.meta.dirname, '../..');
const stryker = join(import.meta.dirname, 'node_modules/@stryker-mutator/core/bin/stryker.js');

/** Changes a room's code in one way after another and runs the room's tests on each; says whether enough were noticed. */
function passes(room: string, options: readonly string[]): boolean {
  const { status } = spawnSync(
    execPath,
    [
      stryker,
      'run',
      join(import.meta.dirname, 'stryker.config.json'),
      '--mutate',
      `src/${room}/**/*.ts`,
      '--incrementalFile',
      `reports/mutation/${room}.json`,
      ...options,
    ],
    { cwd: root, stdio: 'inherit', env: { ...env, MUTATED_ROOM: room } },
  );
  return status === 0;
}

/** `npm run test:mutation -- [ROOM …] [options of Stryker]`: all rooms where none is named. */
const given = argv.slice(2);
const named = ROOMS.filter((room) => given.includes(room));
const options = given.filter((argument) => !ROOMS.includes(argument));
const failed = (named.length > 0 ? named : ROOMS).filter((room) => !passes(room, options));
if (failed.length > 0) {
  console.error(`Below the mutation score that is asked for: ${failed.join(', ')}`);
  exit(1);
}

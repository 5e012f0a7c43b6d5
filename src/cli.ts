import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/*
 * Compiled code is kept in the user's own cache folder, never in one that others may write to: it is run as it stands. A command
 * begins the sooner, and NODE_DISABLE_COMPILE_CACHE=1 forbids it.
 */
module.enableCompileCache(join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'reversal-check'));

const { runProgram } = await import('./cli/program.ts');
await runProgram();

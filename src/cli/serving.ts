import type { ServingEdges } from '../run/stages/serve-checkpoints.ts';
import { openServers } from '../servers/serve/open-servers.ts';
import type { ProgressDisplay } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** The dependencies of serving checkpoints on this machine. The servers' logs are written to the `--out` folder. */
export function servingEdges(
  { out }: { readonly out: string },
  { env }: Pick<Terminal, 'env'>,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: ProgressDisplay },
): ServingEdges {
  return {
    headIsTrusted: true,
    openServers: (options) => openServers({ ...options, logDir: out, env, signal, ...progress }),
  };
}

import { compileRe2, re2Fault } from '../../config/values/re2.ts';
import { ConfigError } from '../../errors.ts';
import { checkSameTask } from '../../logs/pair-logs.ts';
import { type Pool, poolTasks } from '../../logs/pool-tasks.ts';
import { type LogFiles, readLogs } from '../../logs/read-logs.ts';
import type { TaskLog, Tool } from '../../logs/task-log.ts';

/** How two models' logs are read and matched. */
export interface LogOptions {
  readonly tool: Tool;
  /** Tasks to compare as one suite, as `NAME=PATTERN`. Default: every task is a suite. */
  readonly pools?: readonly string[] | undefined;
  /** A regular expression for the parts of prompts that may differ between the sides. */
  readonly ignoredInPrompts?: string | undefined;
}

/** Both models' logs, by suite. */
export interface BothLogs {
  readonly old: ReadonlyMap<string, TaskLog>;
  readonly new: ReadonlyMap<string, TaskLog>;
  /** Complete sentences for the report. */
  readonly notes: readonly string[];
  /** Rejects a suite's logs if they do not belong together, as `checkSameTask` does. */
  readonly checkSame: (suite: string, old: TaskLog, candidate: TaskLog) => void;
}

/**
 * Reads two models' logs.
 *
 * @throws {ConfigError} as `readLogs` and `poolTasks` do, and if an option is invalid
 */
export async function readBothLogs(
  { tool, pools = [], ignoredInPrompts }: LogOptions,
  paths: { readonly old: string; readonly new: string },
  files: LogFiles,
): Promise<BothLogs> {
  const parsed = pools.map(poolIn);
  const withoutIgnored = ignoredInPrompts === undefined ? undefined : without(ignoredInPrompts);
  const [old, candidate] = await Promise.all([
    readLogs(tool, paths.old, files),
    readLogs(tool, paths.new, files),
  ]);
  return {
    old: poolTasks(old.tasks, parsed),
    new: poolTasks(candidate.tasks, parsed),
    notes: [
      ...old.notes,
      ...candidate.notes,
      ...(ignoredInPrompts === undefined
        ? []
        : [
            `Differences between the prompts of the two sides that match ${ignoredInPrompts} were ignored. Graders read the prompts of old.`,
          ]),
    ],
    checkSame: (suite, one, other) => checkSameTask(suite, one, other, withoutIgnored),
  };
}

function poolIn(text: string): Pool {
  const [, name, pattern] = /^([^=]+)=(.+)$/su.exec(text) ?? [];
  if (name !== undefined && pattern !== undefined) return { name, pattern };
  throw new ConfigError({
    what: `found ${JSON.stringify(text)}, expected the suite's name, =, and a pattern for its tasks`,
    where: '--pool',
    fix: "For example: --pool 'mmlu=mmlu_*'",
  });
}

function without(pattern: string): (prompt: string) => string {
  const fault = re2Fault(pattern);
  if (fault !== undefined) {
    throw new ConfigError({
      what: `found ${JSON.stringify(pattern)}, which is not a regular expression: ${fault}`,
      where: '--ignore-prompt-difference',
      fix: "Use RE2 syntax, for example: --ignore-prompt-difference 'Today Date: .*'",
    });
  }
  const compiled = compileRe2(pattern);
  return (prompt) => compiled.matcher(prompt).replaceAll('');
}

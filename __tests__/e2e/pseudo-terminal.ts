const SCRIPT = `
import os, pty, sys
sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))
`;

/** The command that runs another one in a terminal of its own, as a person or some runners (act) do. */
export const inTerminal = (command: readonly string[]): readonly string[] => [
  'python3',
  '-c',
  SCRIPT,
  ...command,
];

export interface ObeyedCommand {
  readonly name: string;
  readonly properties: string;
  readonly message: string;
}

const COMMAND = /^\s*::(?<name>[^:\s]+)(?:\s(?<properties>.*?))?::(?<message>.*)$/u;
const OLD_COMMAND = /##\[(?<name>[\w-]+)(?:\s(?<properties>[^\]]*))?\](?<message>.*)$/u;

/**
 * The commands in a log that a runner executes: at the start of a line, or of the older kind anywhere in it; none between
 * `::stop-commands::WORD` and `::WORD::`.
 */
export function obeyedCommands(log: string): readonly ObeyedCommand[] {
  const obeyed: ObeyedCommand[] = [];
  let word: string | undefined;
  for (const line of log.split(/\r\n|\n|\r/u)) {
    const {
      name = '',
      properties = '',
      message = '',
    } = (COMMAND.exec(line) ?? OLD_COMMAND.exec(line))?.groups ?? {};
    if (word !== undefined) {
      if (name === word) word = undefined;
    } else if (name === 'stop-commands') word = message;
    else if (name !== '') obeyed.push({ name, properties, message });
  }
  return obeyed;
}

/** Processor time of this process and its threads in milliseconds, which a busy machine does not stretch. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

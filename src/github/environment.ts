/** The environment variables of a job. */
export type Environment = Readonly<Record<string, string | undefined>>;

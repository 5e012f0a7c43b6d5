import packageJson from '../package.json' with { type: 'json' };

/** The version of this engine, as in `package.json`. */
export const ENGINE_VERSION: string = packageJson.version;

import { withoutEffects } from './without-effects.ts';

/** The surroundings of a comparison of files: no clock, no environment, no store, and a failure if it embeds anything. */
export const fromFilesAlone = {
  grading: withoutEffects,
  nowMs: 0,
  embed: () => Promise.reject(new Error('nothing is to be embedded')),
  storeDir: 'unused',
  env: {},
};

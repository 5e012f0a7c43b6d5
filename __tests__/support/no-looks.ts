import type { OpenLooks } from '../../src/sampling/look-file.ts';

/** A pair that was never looked at; nothing is recorded. */
export const noLooks: OpenLooks = () => Promise.resolve({ earlier: [], add: () => Promise.resolve() });

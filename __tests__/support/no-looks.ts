import type { OpenLooks } from '../../src/store/look-file.ts';

/** A pair without earlier looks; records nothing. */
export const noLooks: OpenLooks = () => Promise.resolve({ earlier: [], add: () => Promise.resolve() });

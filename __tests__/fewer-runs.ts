import * as fc from 'fast-check';

/* `npm run test:fast` tries fewer inputs for each property than `npm test`. */
fc.configureGlobal({ numRuns: 10 });

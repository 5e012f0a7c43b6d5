/**
 * The steps of .github/workflows/smoke.yml, which tries the Action on the server that the workflow runs on. The first argument is the
 * step: `open`, `check-report`, `check-issue`, `check-cache` or `clean-up`.
 */
import { checkCache, checkIssue, checkReport } from './smoke/checks.ts';
import { cleanUp } from './smoke/clean-up.ts';
import { smokeJob } from './smoke/job.ts';
import { open } from './smoke/open.ts';

const steps = new Map(
  Object.entries({
    open,
    'check-report': checkReport,
    'check-issue': checkIssue,
    'check-cache': checkCache,
    'clean-up': cleanUp,
  }),
);
const [name = ''] = process.argv.slice(2);
const step = steps.get(name);
if (step === undefined)
  throw new Error(`found the step "${name}", expected one of ${[...steps.keys()].join(', ')}`);
await step(smokeJob(process.env), process.env);

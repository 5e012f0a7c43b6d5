import type { OpenBudget } from '../../src/run/stages/prepare.ts';
import { openBudget } from '../../src/sampling/budget.ts';
import { systemTiming } from '../../src/timing.ts';

/** A configuration's budget, on the clock of this machine. */
export const anyBudget: OpenBudget = (options) => openBudget({ ...options, timing: systemTiming });

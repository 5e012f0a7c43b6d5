import type { Exclusion } from '../../result/exclusions.ts';
import type { Plan } from './plan.ts';

/** A plan's excluded items, by suite; empty if there are no exclusions. */
export const exclusionsOf = ({ suites }: Pick<Plan, 'suites'>): readonly Exclusion[] =>
  suites.flatMap(({ suite: { name, excluded }, grader }) =>
    excluded === undefined || grader === undefined ? [] : [{ suite: name, grader: grader.type, ...excluded }],
  );

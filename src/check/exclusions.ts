import type { Exclusion } from '../report/exclusions.ts';
import type { Plan } from './plan.ts';

/** The items that a plan excludes, by suite; empty where it excludes none. */
export const exclusionsOf = ({ suites }: Pick<Plan, 'suites'>): readonly Exclusion[] =>
  suites.flatMap(({ suite: { name, excluded }, grader }) =>
    excluded === undefined || grader === undefined ? [] : [{ suite: name, grader: grader.type, ...excluded }],
  );

import type { Guardrail, GuardrailName, Policy } from '../config/policy.ts';

/** A guardrail's setting on a suite: the suite's own, or else the setting for all suites. */
export const guardrailOn = (
  { guardrails, suiteGuardrails }: Pick<Policy, 'guardrails' | 'suiteGuardrails'>,
  name: GuardrailName,
  suite: string,
): Guardrail => suiteGuardrails?.get(suite)?.[name] ?? guardrails[name];

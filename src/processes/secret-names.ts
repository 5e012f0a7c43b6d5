const OF_THE_RUNNER = /^(?:GITHUB|ACTIONS|RUNNER|INPUT|STATE)_/i;
const CALLED_A_SECRET = /(?:^|[_-])(?:TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|KEY|PAT)S?$/i;

/** Whether a variable's name marks it as a secret. */
export const isCalledASecret = (name: string): boolean => CALLED_A_SECRET.test(name);

/** Whether a variable is never passed to a program, because it belongs to the runner or is a secret. */
export const isWithheld = (name: string): boolean => OF_THE_RUNNER.test(name) || isCalledASecret(name);

const OF_THE_RUNNER = /^(?:GITHUB|ACTIONS|RUNNER|INPUT|STATE)_/i;
const CALLED_A_SECRET = /(?:^|[_-])(?:TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|KEY|PAT)S?$/i;

/** Whether a variable is, by its name, a secret. */
export const isCalledASecret = (name: string): boolean => CALLED_A_SECRET.test(name);

/** Whether a program is never given a variable: it is the runner's, or a secret. */
export const isWithheld = (name: string): boolean => OF_THE_RUNNER.test(name) || isCalledASecret(name);

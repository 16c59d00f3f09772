/** A variable and the rule its value breaks. The value itself is left out: it may be a secret. */
export interface ConfigurationFault {
  readonly name: string;
  readonly rule: string;
}

/** The environment does not make a valid configuration; names every variable at fault and its rule. */
export class ConfigurationError extends Error {
  constructor(readonly faults: readonly ConfigurationFault[]) {
    super(
      ['The configuration is not valid:', ...faults.map(({ name, rule }) => `  ${name} ${rule}`)].join('\n'),
    );
    this.name = 'ConfigurationError';
  }
}

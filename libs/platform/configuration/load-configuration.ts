import { resolve } from 'node:path';
import { validateSync } from 'class-validator';
import { Configuration } from './configuration';
import { ConfigurationError } from './configuration.error';
import { projectRoot } from './project-root';
import { describedVariables, type DescribedVariable } from './variable.decorator';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the configuration. An empty variable counts as absent; relative paths start at the
 * project folder.
 *
 * @throws ConfigurationError naming every variable that breaks its rule, without its value.
 */
export function loadConfiguration(environment: Environment = process.env): Configuration {
  const configuration = new Configuration();
  for (const variable of describedVariables()) {
    assign(configuration, variable, environment[variable.name]?.trim());
  }
  const faulty = new Set(validateSync(configuration).map((fault) => fault.property));
  if (faulty.size > 0) {
    throw new ConfigurationError(describedVariables().filter(({ property }) => faulty.has(property)));
  }
  configuration.assertSignInWhole();
  return Object.freeze(configuration);
}

function assign(configuration: Configuration, variable: DescribedVariable, text: string | undefined): void {
  const { property, kind } = variable;
  const present = text !== undefined && text !== '';
  const value = present ? convert(kind, text) : (Reflect.get(configuration, property) as unknown);
  if (value !== undefined) {
    const isPath = kind === 'path' && typeof value === 'string';
    Reflect.set(configuration, property, isPath ? resolve(projectRoot(), value) : value);
  }
}

function convert(kind: DescribedVariable['kind'], text: string): unknown {
  if (kind !== 'integer') {
    return text;
  }
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

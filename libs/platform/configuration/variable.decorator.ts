/** How the text of an environment variable becomes a value. */
export type VariableKind = 'text' | 'integer' | 'path';

/** What a variable says about itself; `.env.example` and the settings table are made from it. */
export interface VariableDescription {
  /** Name in the environment. */
  readonly name: string;
  readonly kind: VariableKind;
  /** One sentence: what it sets, with its unit. */
  readonly meaning: string;
  /** The rule a value must meet, in words; shown when a value breaks it. */
  readonly rule: string;
  /** What applies when it is not set, in words. */
  readonly whenAbsent: string;
  /** A value that works, for the example file. */
  readonly example: string;
}

/** A described variable and the property of the configuration class that holds its value. */
export interface DescribedVariable extends VariableDescription {
  readonly property: string;
}

const described: DescribedVariable[] = [];

/** Describes the property as an environment variable. */
export function Variable(description: VariableDescription): PropertyDecorator {
  return (_target, property) => {
    described.push({ ...description, property: String(property) });
  };
}

/** Every described variable in the order of declaration. */
export function describedVariables(): readonly DescribedVariable[] {
  return described;
}

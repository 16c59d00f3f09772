import { InvalidInputError } from '#platform';

const LONGEST_NAME = 120;

/** A scenario's name as it is kept. @throws InvalidInputError for an empty or overlong one */
export function scenarioName(name: string): string {
  const trimmed = name.trim();
  if (trimmed.length > 0 && trimmed.length <= LONGEST_NAME) return trimmed;
  throw new InvalidInputError([
    {
      pointer: '/name',
      rule: 'length',
      message: `A scenario's name has 1 to ${LONGEST_NAME} characters.`,
      fix: 'Enter a name of this length.',
    },
  ]);
}

/** First word of the names under which the browser keeps entries that the service has not confirmed. */
export const UNSENT = 'wholetime.unsent';

/** The name for one person's entries in one unit. */
export function unsentName(personScenarioOrganisation: string): string {
  return `${UNSENT}|${personScenarioOrganisation}`;
}

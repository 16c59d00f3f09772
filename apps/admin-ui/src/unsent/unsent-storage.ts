import type { EntryTexts } from '../registers/entry-texts';

/** First word of the names under which the browser keeps cells that the service has not confirmed. */
export const UNSENT = 'wholetime.unsent';
/** First word of the names under which it keeps register entries. */
export const UNSENT_ENTRY = 'wholetime.unsent-entry';

/** The name for one person's cells in one unit. */
export function unsentName(personScenarioOrganisation: string): string {
  return `${UNSENT}|${personScenarioOrganisation}`;
}

/** A form of a register as it was left. */
export interface KeptEntry {
  readonly module: string;
  readonly texts: EntryTexts;
  readonly reason: string;
  /** The key that a new entry will have, so that sending it twice makes one. */
  readonly entryKey: string;
  readonly baseVersion: number;
  /** Whether it was to be saved when the service could not be reached. */
  readonly isToBeSent: boolean;
}

/** The place of a form: its person, unit and register, and the entry that it changes (`new` for none). */
export interface EntryPlace {
  readonly personId: string;
  readonly scenarioId: string;
  readonly organisationId: string;
  readonly register: string;
  readonly entry: string;
}

/** The name for one form of a register. */
export function unsentEntryName(place: EntryPlace): string {
  const { personId, scenarioId, organisationId, register, entry } = place;
  return [UNSENT_ENTRY, personId, scenarioId, organisationId, register, entry].join('|');
}

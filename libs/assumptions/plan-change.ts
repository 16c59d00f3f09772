/** An organisation by its names. */
export interface OrganisationName {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** What every saved change says: when, who, from where, at which organisation and why. */
export interface ChangeAt {
  /** Place among the changes of its kind; later ones are higher. */
  readonly seq: number;
  readonly at: string;
  readonly author: string | null;
  /** `web`, `import`, `api` or `calibration`. */
  readonly origin: string;
  readonly organisation: OrganisationName;
  readonly reason: string | null;
}

/** Which changes: of a scenario, at these organisations, before one of them. */
export interface ChangesFilter {
  readonly scenarioId: string;
  readonly organisationIds: readonly string[];
  /** Only changes before this place. */
  readonly before: number;
  readonly limit: number;
}

import type { ProjectionStatus } from '#projections';

/** Tells how fresh the published projections of an organisation node are; the projections answer it. */
export abstract class FreshnessReader {
  /** Freshness of the node's total and of every unit at or under it. */
  abstract status(scenarioId: string, organisationId: string): Promise<ProjectionStatus>;
}

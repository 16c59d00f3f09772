import type { FrozenDocument } from '#plans';
import type { RunAssumption, SumOfRuns } from '#projections';

/** Everything that the papers of a plan are made of: a frozen version, its pinned runs and its steps. */
export interface PlanSnapshot {
  readonly document: FrozenDocument;
  /** The pinned runs together. */
  readonly sum: SumOfRuns;
  /** What each run read, in the order of the runs; null where its origins were not kept. */
  readonly assumptions: readonly (readonly RunAssumption[] | null)[];
  /** When each run was finished, ISO 8601, by its id; a run without an end is left out. */
  readonly finishedAt: Readonly<Record<string, string>>;
}

/** The last moment that the papers tell of: the freezing, or a later step. ISO 8601. */
export function lastMoment({ document }: Pick<PlanSnapshot, 'document'>): string {
  const frozen = new Date(document.version.frozenAt).toISOString();
  return document.steps.reduce((latest, { at }) => (at > latest ? at : latest), frozen);
}

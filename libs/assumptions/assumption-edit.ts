/** What an edit does to its cell; `reset` takes the own value away, so that the cell inherits again. */
export type EditOperation = 'set' | 'add' | 'multiply' | 'reset';

/** One changed cell. */
export interface AssumptionEdit {
  /** Registry key, for instance `retention.leaver-rate`. */
  readonly parameter: string;
  /** Staff-group code, a leaf or a parent; `all-staff` for the whole organisation. */
  readonly staffGroup: string;
  /** Financial year from which the value applies: 2026 is 2026/27. */
  readonly year: number;
  readonly operation: EditOperation;
  /** In the unit of the parameter, shares as fractions; null only for `reset`. */
  readonly value: number | null;
  /** P10 and P90 of a value that is set. */
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
  /** Where the value comes from. */
  readonly basis?: string | null | undefined;
  readonly note?: string | null | undefined;
  /** Version of the cell that the editor saw; 0 where it had no own row. */
  readonly baseVersion: number;
}

/** Which way an edit came in. */
export type EditOrigin = 'web' | 'import' | 'api';

/** Who edits. */
export interface EditActor {
  readonly id: string;
  readonly name: string;
}

/** A batch of edits at one scenario and organisation node: all of them are saved or none. */
export interface AssumptionEdits {
  readonly scenarioId: string;
  readonly organisationId: string;
  readonly actor: EditActor;
  readonly origin: EditOrigin;
  /** Why; required where a value is unusual and the edit has no note of its own. */
  readonly reason?: string | null | undefined;
  readonly correlationId?: string | null | undefined;
  /** Of a batch that may be sent again when its answer is lost: it is saved once. */
  readonly idempotencyKey?: string | null | undefined;
  readonly edits: readonly AssumptionEdit[];
}

/** Names one cell of a scenario and node. */
export function cellKey(cell: {
  readonly parameter: string;
  readonly staffGroup: string;
  readonly year: number;
}): string {
  return `${cell.parameter}|${cell.staffGroup}|${cell.year}`;
}

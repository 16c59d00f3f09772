/** One cell that is edited: the leaver rate of nurses at a trust from a year on. */
export interface EditedCell {
  readonly organisationId: string;
  readonly year: number;
}

/** An edit that the product said it has saved. */
export interface AcknowledgedEdit extends EditedCell {
  readonly version: number;
  readonly value: number;
}

/** One request as its sender saw it. */
export interface SeenAnswer {
  readonly kind: 'edit' | 'read' | 'sign-in' | 'other';
  /** HTTP status; null when the connection ended without an answer. */
  readonly status: number | null;
  readonly hasRetryAfter: boolean;
  readonly milliseconds: number;
}

/** What clients were told, to be held against what is stored. */
export class EditLedger {
  readonly acknowledged: AcknowledgedEdit[] = [];
  readonly answers: SeenAnswer[] = [];
  /** What readers saw that must never be seen. */
  readonly sightings: string[] = [];
  private readonly versions = new Map<string, number>();

  /** The version of a cell as its last editor knows it. */
  versionOf(cell: EditedCell): number {
    return this.versions.get(keyOf(cell)) ?? 0;
  }

  acknowledge(edit: AcknowledgedEdit): void {
    this.acknowledged.push(edit);
    this.versions.set(keyOf(edit), edit.version);
  }
}

function keyOf({ organisationId, year }: EditedCell): string {
  return `${organisationId} ${year}`;
}

import type { EntityManager } from 'typeorm';
import type { ComparedLine } from '../variance';

/** The staff group of notes about all staff of an organisation. */
export const ALL_STAFF = 'all-staff';

/** Which variance a note is about. */
export interface VariancePlace {
  readonly staffGroup: string;
  /** `YYYY-MM` */
  readonly month: string;
  readonly line: ComparedLine;
}

/** Why a figure differs from plan, and who answers for it. */
export interface VarianceNote extends VariancePlace {
  readonly version: number;
  readonly reason: string;
  readonly owner: string;
  readonly author: string;
  readonly at: string;
}

/** Every version of the notes of a year, the newest of each first. */
export async function readVarianceNotes(
  manager: EntityManager,
  yearId: string,
): Promise<readonly VarianceNote[]> {
  const rows: (Omit<VarianceNote, 'at'> & { readonly at: Date })[] = await manager.query(
    `SELECT n.staff_group_code AS staffGroup, n.month, n.line, n.version, n.reason, n.owner, p.name AS author, n.at
       FROM variance_note n JOIN person p ON p.id = n.author_id
      WHERE n.year_id = ? ORDER BY n.month DESC, n.line, n.staff_group_code, n.version DESC`,
    [yearId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** A note to store over the version before. */
export interface NoteToStore extends VariancePlace {
  readonly yearId: string;
  readonly version: number;
  readonly reason: string;
  readonly owner: string;
  readonly authorId: string;
}

/** @throws the driver's duplicate-key error where someone else stored that version */
export async function insertVarianceNote(manager: EntityManager, note: NoteToStore): Promise<void> {
  await manager.query(
    `INSERT INTO variance_note (year_id, staff_group_code, month, line, version, reason, owner, author_id, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))`,
    [
      note.yearId,
      note.staffGroup,
      note.month,
      note.line,
      note.version,
      note.reason,
      note.owner,
      note.authorId,
    ],
  );
}

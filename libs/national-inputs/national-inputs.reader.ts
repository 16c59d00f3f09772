import type { EntityManager } from 'typeorm';
import type {
  EnvelopeCode,
  EnvelopeLine,
  NationalInputKind,
  NationalInputLines,
  NationalSubmission,
  TrainingSupplyLine,
} from './envelope';

interface SubmissionRow {
  readonly id: string;
  readonly kind: NationalInputKind;
  readonly year: number;
  readonly version: number;
  readonly contentSha256: string;
  readonly receivedAt: Date;
}

/**
 * The submission that holds for a year.
 *
 * @param year financial year by its first calendar year
 * @returns null while the national body has shared none
 */
export async function currentSubmission(
  manager: EntityManager,
  kind: NationalInputKind,
  year: number,
): Promise<NationalSubmission | null> {
  const [row] = await manager.query<SubmissionRow[]>(
    `SELECT id, kind, year, version, content_sha256 AS contentSha256, received_at AS receivedAt
       FROM national_submission WHERE kind = ? AND year = ? ORDER BY version DESC LIMIT 1`,
    [kind, year],
  );
  return row === undefined ? null : { ...row, receivedAt: row.receivedAt.toISOString() };
}

/** The envelopes that hold for a year, in the order they were sent in; none while none were shared. */
export function readEnvelopes(manager: EntityManager, year: number): Promise<readonly EnvelopeLine[]> {
  return readCurrent(manager, 'envelopes', year);
}

/** The training supply that holds for a year, in the order it was sent in; none while none was shared. */
export function readTrainingSupply(
  manager: EntityManager,
  year: number,
): Promise<readonly TrainingSupplyLine[]> {
  return readCurrent(manager, 'training-supply', year);
}

/** The lines of a submission, in the order they were sent in. */
export function readLines<K extends NationalInputKind>(
  manager: EntityManager,
  submission: Pick<NationalSubmission, 'id'> & { readonly kind: K },
): Promise<readonly NationalInputLines[K][]> {
  return LINE_READERS[submission.kind](manager, submission.id);
}

async function readCurrent<K extends NationalInputKind>(
  manager: EntityManager,
  kind: K,
  year: number,
): Promise<readonly NationalInputLines[K][]> {
  const submission = await currentSubmission(manager, kind, year);
  return submission === null ? [] : readLines(manager, { id: submission.id, kind });
}

type LineReader<Line> = (manager: EntityManager, submissionId: string) => Promise<readonly Line[]>;

const LINE_READERS: { readonly [K in NationalInputKind]: LineReader<NationalInputLines[K]> } = {
  envelopes: async (manager, submissionId) => {
    const rows = await manager.query<EnvelopeRow[]>(
      `SELECT organisation_code AS organisation, envelope, staff_group_code AS staffGroup,
              standard_reference AS standard, amount
         FROM national_envelope WHERE submission_id = ? ORDER BY position`,
      [submissionId],
    );
    return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
  },
  'training-supply': (manager, submissionId) =>
    manager.query<TrainingSupplyLine[]>(
      `SELECT region_code AS region, staff_group_code AS staffGroup, commissioned_places AS commissionedPlaces,
              expected_newly_qualified AS expectedNewlyQualified
         FROM national_training_supply WHERE submission_id = ? ORDER BY position`,
      [submissionId],
    ),
};

interface EnvelopeRow extends Omit<EnvelopeLine, 'amount'> {
  readonly envelope: EnvelopeCode;
  readonly amount: string;
}

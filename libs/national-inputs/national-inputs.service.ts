import type { EntityManager } from 'typeorm';
import { type UnitOfWork, insertRows, isDuplicateKey, type SqlValue } from '#persistence';
import {
  InvalidInputError,
  StaleVersionError,
  VersionRequiredError,
  canonicalJson,
  newId,
  sha256Hex,
  type InputFault,
} from '#platform';
import type { NationalInputKind, NationalInputLines, NationalSubmission } from './envelope';
import {
  envelopeFaults,
  loadKnownCodes,
  trainingSupplyFaults,
  type KnownCodes,
} from './national-input-rules';
import { currentSubmission, readLines } from './national-inputs.reader';

/** What a client sends about a year. */
export interface NewSubmission<K extends NationalInputKind> {
  readonly kind: K;
  readonly year: number;
  readonly lines: readonly NationalInputLines[K][];
  /** Content hash of the version that the client knows; null when it knows of none. */
  readonly knownSha256: string | null;
  readonly clientId: string;
  readonly requestId: string;
}

/** A submission and whether it is a new version or the one that held already. */
export interface SubmissionOutcome {
  readonly submission: NationalSubmission;
  readonly isNew: boolean;
}

/** Takes envelopes and training supply from the national body: checked as a whole, added as a version, never altered. */
export class NationalInputsService {
  private readonly known: KnownCodes = loadKnownCodes();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What holds for a year, with its lines; null while nothing was shared. */
  read<K extends NationalInputKind>(
    kind: K,
    year: number,
  ): Promise<{ submission: NationalSubmission; lines: readonly NationalInputLines[K][] } | null> {
    return this.unitOfWork.run(async (manager) => {
      const submission = await currentSubmission(manager, kind, year);
      if (submission === null) return null;
      return { submission, lines: await readLines(manager, { id: submission.id, kind }) };
    });
  }

  /**
   * Adds a version. The same lines again change nothing and succeed, so that a request whose answer was lost
   * can be repeated.
   *
   * @throws InvalidInputError listing every fault; nothing is kept then
   * @throws VersionRequiredError when there is a version and the client names none
   * @throws StaleVersionError when the client knows another version than the one that holds
   */
  async submit<K extends NationalInputKind>(sent: NewSubmission<K>): Promise<SubmissionOutcome> {
    const faults = FAULTS[sent.kind](sent.lines, this.known);
    if (faults.length > 0) throw new InvalidInputError(faults);
    const contentSha256 = sha256Hex(canonicalJson(sent.lines));
    const add = () => this.unitOfWork.run((manager) => addVersion(manager, sent, contentSha256));
    return add().catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
      // Somebody added this version a moment ago; looking again says whether it is the same.
      return add();
    });
  }
}

type FaultsOf<K extends NationalInputKind> = (
  lines: readonly NationalInputLines[K][],
  known: KnownCodes,
) => readonly InputFault[];

const FAULTS: { readonly [K in NationalInputKind]: FaultsOf<K> } = {
  envelopes: envelopeFaults,
  'training-supply': trainingSupplyFaults,
};

async function addVersion<K extends NationalInputKind>(
  manager: EntityManager,
  sent: NewSubmission<K>,
  contentSha256: string,
): Promise<SubmissionOutcome> {
  const { kind, year, knownSha256, clientId, requestId } = sent;
  const current = await currentSubmission(manager, kind, year);
  if (current?.contentSha256 === contentSha256) return { submission: current, isNew: false };
  if (current !== null && knownSha256 === null) throw new VersionRequiredError();
  if ((current?.contentSha256 ?? null) !== knownSha256) throw new StaleVersionError();
  const id = newId();
  await manager.query(
    `INSERT INTO national_submission (id, kind, year, version, content_sha256, client_id, request_id, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))`,
    [id, kind, year, (current?.version ?? 0) + 1, contentSha256, clientId, requestId],
  );
  const { table, columns, valuesOf } = STORED[kind];
  const rows = sent.lines.map((line, position) => [id, position, ...valuesOf(line)]);
  await insertRows(manager, table, ['submission_id', 'position', ...columns], rows);
  const added = await currentSubmission(manager, kind, year);
  return { submission: added as NationalSubmission, isNew: true };
}

interface StoredLines<Line> {
  readonly table: string;
  readonly columns: readonly string[];
  readonly valuesOf: (line: Line) => readonly SqlValue[];
}

const STORED: { readonly [K in NationalInputKind]: StoredLines<NationalInputLines[K]> } = {
  envelopes: {
    table: 'national_envelope',
    columns: ['organisation_code', 'envelope', 'staff_group_code', 'standard_reference', 'amount'],
    valuesOf: (line) => [
      line.organisation,
      line.envelope,
      line.staffGroup,
      line.standard,
      line.amount.toFixed(2),
    ],
  },
  'training-supply': {
    table: 'national_training_supply',
    columns: ['region_code', 'staff_group_code', 'commissioned_places', 'expected_newly_qualified'],
    valuesOf: (line) => [line.region, line.staffGroup, line.commissionedPlaces, line.expectedNewlyQualified],
  },
};

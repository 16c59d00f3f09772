import { insertRows, isDuplicateKey } from '#persistence';
import { ConflictError, newId } from '#platform';
import type { EntityManager } from 'typeorm';
import type { DocumentKind, TakenStep } from '../sign-off';

/** A return or a system plan as stored. */
export interface DocumentRow {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly roundId: string;
  readonly organisationId: string;
  readonly scenarioId: string;
  readonly state: string;
  readonly version: number;
  readonly revision: number;
  readonly updatedAt: Date;
}

const TABLES: Readonly<Record<DocumentKind, string>> = {
  'organisation-return': 'organisation_return',
  'system-plan': 'system_plan',
};

const columnsOf = (kind: DocumentKind): string =>
  `id, '${kind}' AS kind, round_id AS roundId, organisation_id AS organisationId, scenario_id AS scenarioId,
   state, version, revision, updated_at AS updatedAt FROM ${TABLES[kind]}`;

const KINDS = Object.keys(TABLES) as DocumentKind[];

/** The document of an id, or undefined. */
export async function readDocument(manager: EntityManager, id: string): Promise<DocumentRow | undefined> {
  const rows: DocumentRow[] = await manager.query(
    KINDS.map((kind) => `SELECT ${columnsOf(kind)} WHERE id = ?`).join(' UNION ALL '),
    KINDS.map(() => id),
  );
  return rows[0];
}

/** The document of an id under an exclusive lock; call it first in a transaction, so that later reads follow. */
export async function lockDocument(manager: EntityManager, id: string): Promise<DocumentRow | undefined> {
  for (const kind of KINDS) {
    const [row]: DocumentRow[] = await manager.query(`SELECT ${columnsOf(kind)} WHERE id = ? FOR UPDATE`, [
      id,
    ]);
    if (row !== undefined) return row;
  }
  return undefined;
}

/** The documents of a round. */
export async function readDocuments(
  manager: EntityManager,
  roundId: string,
): Promise<readonly DocumentRow[]> {
  return manager.query(
    KINDS.map((kind) => `SELECT ${columnsOf(kind)} WHERE round_id = ?`).join(' UNION ALL '),
    KINDS.map(() => roundId),
  );
}

/** A return to begin. */
export type NewReturn = Pick<DocumentRow, 'roundId' | 'organisationId' | 'scenarioId'> & {
  readonly createdBy: string | null;
};

/** @returns its id. @throws ConflictError where the organisation has one in the round. */
export async function insertReturn(manager: EntityManager, begun: NewReturn): Promise<string> {
  const id = newId();
  const now = new Date();
  const columns = ['id', 'round_id', 'organisation_id', 'scenario_id', 'state', 'version', 'revision'];
  const row = [
    id,
    begun.roundId,
    begun.organisationId,
    begun.scenarioId,
    'draft',
    1,
    0,
    begun.createdBy,
    now,
    now,
  ];
  try {
    await insertRows(
      manager,
      TABLES['organisation-return'],
      [...columns, 'created_by', 'created_at', 'updated_at'],
      [row],
    );
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new ConflictError('The organisation already has a return in this round.', begun);
  }
  return id;
}

/** What a step leaves of a document. */
export type StepResult = Pick<DocumentRow, 'state' | 'version'>;

/** Moves a document on, if nobody has moved it meanwhile. @throws ConflictError */
export async function moveDocument(
  manager: EntityManager,
  { id, kind, revision }: DocumentRow,
  { state, version }: StepResult,
): Promise<void> {
  const result: { affectedRows: number } = await manager.query(
    `UPDATE ${TABLES[kind]} SET state = ?, version = ?, revision = revision + 1, updated_at = UTC_TIMESTAMP(6)
     WHERE id = ? AND revision = ?`,
    [state, version, id, revision],
  );
  if (result.affectedRows !== 1) throw new ConflictError('Someone else acted on this at the same moment.');
}

/** A step with what people said about it. */
export interface StoredStep extends TakenStep {
  readonly person: string;
  readonly principal: string | null;
  readonly reason: string | null;
  /** `YYYY-MM-DD`. */
  readonly decidedOn: string | null;
  readonly contentSha256: string | null;
  readonly at: Date;
}

/** A step to write. */
export type NewStep = Omit<StoredStep, 'person' | 'principal' | 'at'> & { readonly documentId: string };

/** Every step of a document, oldest first. */
export async function readSteps(manager: EntityManager, documentId: string): Promise<readonly StoredStep[]> {
  return manager.query(
    `SELECT s.revision, s.version, s.action, s.slot, s.from_state AS \`from\`, s.to_state AS \`to\`,
       s.person_id AS personId, s.on_behalf_of AS onBehalfOf, p.name AS person, b.name AS principal, s.reason,
       s.decided_on AS decidedOn, s.content_sha256 AS contentSha256, s.at
     FROM sign_off_step s JOIN person p ON p.id = s.person_id LEFT JOIN person b ON b.id = s.on_behalf_of
     WHERE s.document_id = ? ORDER BY s.revision`,
    [documentId],
  );
}

/** @throws ConflictError where the revision is taken: of two at once only one is written. */
export async function insertStep(manager: EntityManager, step: NewStep): Promise<void> {
  const columns = ['document_id', 'revision', 'version', 'action', 'slot', 'from_state', 'to_state'];
  const more = ['person_id', 'on_behalf_of', 'reason', 'decided_on', 'content_sha256', 'at'];
  const { documentId, revision, version, action, slot, from, to } = step;
  const row = [documentId, revision, version, action, slot, from, to];
  const rest = [step.personId, step.onBehalfOf, step.reason, step.decidedOn, step.contentSha256, new Date()];
  try {
    await insertRows(manager, 'sign_off_step', [...columns, ...more], [[...row, ...rest]]);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new ConflictError('Someone else acted on this at the same moment.');
  }
}

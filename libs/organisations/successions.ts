import type { EntityManager } from 'typeorm';
import type { OrganisationType } from './organisation-type';

/** How one organisation took over from another: the whole of it, a part of its area, or some of its staff. */
export type SuccessionKind = 'merger' | 'split' | 'transfer';

/** One end of a succession, under the last name it had by the day of the succession. */
export interface SuccessionParty {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: OrganisationType;
}

export interface Succession {
  readonly predecessor: SuccessionParty;
  readonly successor: SuccessionParty;
  /** First day under the successor, `YYYY-MM-DD`. */
  readonly effectiveOn: string;
  readonly kind: SuccessionKind;
}

interface SuccessionRow {
  readonly predecessorId: string;
  readonly predecessorCode: string;
  readonly predecessorName: string;
  readonly predecessorType: OrganisationType;
  readonly successorId: string;
  readonly successorCode: string;
  readonly successorName: string;
  readonly successorType: OrganisationType;
  readonly effectiveOn: string;
  readonly kind: SuccessionKind;
}

/** Whom an organisation took over from, latest first; not their predecessors in turn. */
export async function predecessorsOf(manager: EntityManager, organisationId: string): Promise<Succession[]> {
  return readSuccessions(manager, 's.successor_id = ?', [organisationId]);
}

/** Who took over from an organisation, latest first. */
export async function successorsOf(manager: EntityManager, organisationId: string): Promise<Succession[]> {
  return readSuccessions(manager, 's.predecessor_id = ?', [organisationId]);
}

/** All successions that took effect between two days, both included, latest first. */
export async function successionsBetween(
  manager: EntityManager,
  from: string,
  to: string,
): Promise<Succession[]> {
  return readSuccessions(manager, 's.effective_on BETWEEN ? AND ?', [from, to]);
}

async function readSuccessions(
  manager: EntityManager,
  condition: string,
  parameters: readonly string[],
): Promise<Succession[]> {
  const party = (end: 'predecessor' | 'successor'): string =>
    `${end}.organisation_id AS ${end}Id, ${end}.ods_code AS ${end}Code, ${end}.name AS ${end}Name, ${end}.type AS ${end}Type`;
  const lastName = (end: 'predecessor' | 'successor'): string =>
    `JOIN organisation_period ${end} ON ${end}.organisation_id = s.${end}_id AND ${end}.valid_from = (
       SELECT MAX(p.valid_from) FROM organisation_period p
       WHERE p.organisation_id = s.${end}_id AND p.valid_from <= s.effective_on)`;
  const rows = await manager.query<SuccessionRow[]>(
    `SELECT ${party('predecessor')}, ${party('successor')}, s.effective_on AS effectiveOn, s.kind
     FROM organisation_succession s ${lastName('predecessor')} ${lastName('successor')}
     WHERE ${condition}
     ORDER BY s.effective_on DESC, predecessor.ods_code, successor.ods_code`,
    [...parameters],
  );
  return rows.map(toSuccession);
}

function toSuccession(row: SuccessionRow): Succession {
  return {
    predecessor: {
      id: row.predecessorId,
      code: row.predecessorCode,
      name: row.predecessorName,
      type: row.predecessorType,
    },
    successor: {
      id: row.successorId,
      code: row.successorCode,
      name: row.successorName,
      type: row.successorType,
    },
    effectiveOn: row.effectiveOn,
    kind: row.kind,
  };
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork, upsertRows } from '#persistence';
import { Clock } from '#platform';

/** An assumption that someone is in. */
export interface PresenceCell {
  readonly parameter: string;
  readonly staffGroup: string;
  readonly year: number;
}

/** A register entry that someone has open for change. */
export interface PresenceEntry {
  /** Key of the register. */
  readonly register: string;
  readonly entryKey: string;
}

/** Where on a projection someone is: in an assumption, in a register entry, or in neither. */
interface Place {
  readonly cell: PresenceCell | null;
  readonly entry: PresenceEntry | null;
}

/** A page that someone has open on a projection. */
export interface Visit extends Place {
  readonly personId: string;
  /** Names the page: a person may have several open. */
  readonly visitId: string;
  readonly scenarioId: string;
  readonly organisationId: string;
}

/** Someone else on the same projection. */
export interface OtherVisit extends Place {
  readonly person: { readonly id: string; readonly name: string };
  readonly visitId: string;
}

/** A visit that has not told of itself for this long has ended. */
const VISIT_MILLISECONDS = 20_000;
/** Rows of ended visits are cleared away after this long, when nobody writes beside them any more. */
const KEPT_MILLISECONDS = 3_600_000;

/** Stands in no key of a register or an entry. */
const BETWEEN = '~';

const COLUMNS = [
  'person_id',
  'visit_id',
  'scenario_id',
  'organisation_id',
  'parameter',
  'staff_group_code',
  'year',
  'register_entry',
  'seen_at',
];
const CHANGING = COLUMNS.slice(2);

/** Who looks at which projection now. Whether the person may is decided before it is called. */
@Injectable()
export class PresenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Notes a visit and tells who else is there, by name. */
  async visit(visit: Visit): Promise<readonly OtherVisit[]> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (manager) => {
      await manager.query('DELETE FROM presence WHERE seen_at < ?', [before(now, KEPT_MILLISECONDS)]);
      await upsertRows(manager, 'presence', COLUMNS, [rowOf(visit, now)], CHANGING);
      return readOthers(manager, visit, before(now, VISIT_MILLISECONDS));
    });
  }
}

const before = (moment: Date, milliseconds: number): Date => new Date(moment.getTime() - milliseconds);

function rowOf({ personId, visitId, scenarioId, organisationId, cell, entry }: Visit, now: Date) {
  const inEntry = entry === null ? null : `${entry.register}${BETWEEN}${entry.entryKey}`;
  const place = [cell?.parameter ?? null, cell?.staffGroup ?? null, cell?.year ?? null, inEntry];
  return [personId, visitId, scenarioId, organisationId, ...place, now];
}

interface OtherRow {
  readonly personId: string;
  readonly name: string;
  readonly visitId: string;
  readonly parameter: string | null;
  readonly staffGroup: string | null;
  readonly year: number | null;
  readonly registerEntry: string | null;
}

async function readOthers(
  manager: EntityManager,
  { personId, scenarioId, organisationId }: Visit,
  ended: Date,
): Promise<readonly OtherVisit[]> {
  const rows: readonly OtherRow[] = await manager.query(
    `SELECT presence.person_id AS personId, person.name AS name, presence.visit_id AS visitId,
            presence.parameter AS parameter, presence.staff_group_code AS staffGroup, presence.year AS year,
            presence.register_entry AS registerEntry
       FROM presence JOIN person ON person.id = presence.person_id
      WHERE presence.scenario_id = ? AND presence.organisation_id = ? AND presence.seen_at >= ?
        AND presence.person_id <> ?
      ORDER BY person.name, presence.person_id, presence.visit_id`,
    [scenarioId, organisationId, ended, personId],
  );
  return rows.map(({ personId: id, name, visitId, parameter, staffGroup, year, registerEntry }) => ({
    person: { id, name },
    visitId,
    cell: parameter === null || staffGroup === null || year === null ? null : { parameter, staffGroup, year },
    entry: entryIn(registerEntry),
  }));
}

function entryIn(text: string | null): PresenceEntry | null {
  const [register, entryKey] = text?.split(BETWEEN) ?? [];
  return register === undefined || entryKey === undefined ? null : { register, entryKey };
}

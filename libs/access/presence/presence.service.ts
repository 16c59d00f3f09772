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

/** A page that someone has open on a projection. */
export interface Visit {
  readonly personId: string;
  /** Names the page: a person may have several open. */
  readonly visitId: string;
  readonly scenarioId: string;
  readonly organisationId: string;
  /** Null where they are in none. */
  readonly cell: PresenceCell | null;
}

/** Someone else on the same projection. */
export interface OtherVisit {
  readonly person: { readonly id: string; readonly name: string };
  readonly visitId: string;
  readonly cell: PresenceCell | null;
}

/** A visit that has not told of itself for this long has ended. */
const VISIT_MILLISECONDS = 20_000;
/** Rows of ended visits are cleared away after this long, when nobody writes beside them any more. */
const KEPT_MILLISECONDS = 3_600_000;

const COLUMNS = [
  'person_id',
  'visit_id',
  'scenario_id',
  'organisation_id',
  'parameter',
  'staff_group_code',
  'year',
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

function rowOf({ personId, visitId, scenarioId, organisationId, cell }: Visit, now: Date) {
  const place = [cell?.parameter ?? null, cell?.staffGroup ?? null, cell?.year ?? null];
  return [personId, visitId, scenarioId, organisationId, ...place, now];
}

interface OtherRow {
  readonly personId: string;
  readonly name: string;
  readonly visitId: string;
  readonly parameter: string | null;
  readonly staffGroup: string | null;
  readonly year: number | null;
}

async function readOthers(
  manager: EntityManager,
  { personId, scenarioId, organisationId }: Visit,
  ended: Date,
): Promise<readonly OtherVisit[]> {
  const rows: readonly OtherRow[] = await manager.query(
    `SELECT presence.person_id AS personId, person.name AS name, presence.visit_id AS visitId,
            presence.parameter AS parameter, presence.staff_group_code AS staffGroup, presence.year AS year
       FROM presence JOIN person ON person.id = presence.person_id
      WHERE presence.scenario_id = ? AND presence.organisation_id = ? AND presence.seen_at >= ?
        AND presence.person_id <> ?
      ORDER BY person.name, presence.person_id, presence.visit_id`,
    [scenarioId, organisationId, ended, personId],
  );
  return rows.map(({ personId: id, name, visitId, parameter, staffGroup, year }) => ({
    person: { id, name },
    visitId,
    cell: parameter === null || staffGroup === null || year === null ? null : { parameter, staffGroup, year },
  }));
}
